import { encodeAction } from '../action-data.ts'
import { type Block, plain } from './blocks.ts'
import type { Surface } from './draft.ts'
import { limits } from './limits.ts'

const sizeOf = (block: Block, surface: Surface): number => {
  const json = JSON.stringify(block)
  return 1 + (surface === 'message' ? json.length : Buffer.byteLength(json))
}

/** Room kept on each page for the button to the next one. */
const buttonSize = 300

const roomOf = (surface: Surface): { blocks: number; size: number } =>
  surface === 'message'
    ? { blocks: limits.blocksInMessageMax - 1, size: limits.messageJsonMax - buttonSize }
    : { blocks: limits.blocksInViewMax - 1, size: limits.viewJsonBytesMax - buttonSize }

const leadsOn = (block: Block | undefined): boolean =>
  block?.type === 'header' || block?.type === 'divider'

const tidy = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block, at) => {
    const rule = block.type === 'divider'
    return !rule || (at > 0 && at < blocks.length - 1 && blocks[at - 1]?.type !== 'divider')
  })

const more = (page: number, count: number): Block => ({
  type: 'actions',
  elements: [
    {
      type: 'button',
      action_id: 'cards.more',
      text: plain(`続きを読む（${page} / ${count}）`),
      value: encodeAction('cards.more', { page }),
    },
  ],
})

const whole = (blocks: readonly Block[], surface: Surface): boolean => {
  const { blocks: count, size } = roomOf(surface)
  const total = blocks.reduce((sum, block) => sum + sizeOf(block, surface), 0)
  return blocks.length <= count + 1 && total <= size + buttonSize - 2
}

/**
 * Blocks on pages that each keep the limits of their surface. Every page but the last ends in a
 * button `cards.more` whose value names the page it leads to, counted from 1.
 */
export const paged = (all: readonly Block[], surface: Surface): Block[][] => {
  const blocks = tidy(all)
  if (whole(blocks, surface)) return [blocks]
  const room = roomOf(surface)
  const pages: Block[][] = []
  let page: Block[] = []
  let size = 2
  for (const block of blocks) {
    const price = sizeOf(block, surface)
    if (page.length >= room.blocks || (page.length > 0 && size + price > room.size)) {
      const carried = page.length > 1 && leadsOn(page.at(-1)) ? page.splice(-1) : []
      pages.push(page)
      page = carried
      size = 2 + carried.reduce((sum, one) => sum + sizeOf(one, surface), 0)
    }
    page.push(block)
    size += price
  }
  const full = [...pages, page].map(tidy).filter((one) => one.length > 0)
  return full.map((one, at) => (at < full.length - 1 ? [...one, more(at + 2, full.length)] : one))
}
