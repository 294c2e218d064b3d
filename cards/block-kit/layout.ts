import { flagOf, type JsonObject, listOf, textOf, wordOf } from '../adaptive-card.ts'
import { withSelectAction } from './actions.ts'
import type { Block, Button, ImageElement, TextObject } from './blocks.ts'
import type { Draft } from './draft.ts'
import { background } from './images.ts'
import { limits } from './limits.ts'
import { fieldSections, joined } from './text-elements.ts'

const tellStyle = (draft: Draft, node: JsonObject, path: string): void => {
  const style = wordOf(node, 'style')
  if (style && style !== 'default') draft.cosmetic(path, `the "${style}" style of a container`)
  if (flagOf(node, 'bleed') === true) draft.cosmetic(path, 'bleeding over the edge')
  background(draft, node, path)
}

const itemBlocks = (draft: Draft, node: JsonObject, path: string): Block[] =>
  listOf(node, 'items').flatMap((item, index) => draft.element(item, `${path}.items[${index}]`))

/** Container: its items below each other. */
export const container = (draft: Draft, node: JsonObject, path: string): Block[] => {
  tellStyle(draft, node, path)
  return withSelectAction(draft, itemBlocks(draft, node, path), { node, path })
}

const besideable = (block: Block): ImageElement | Button | undefined => {
  if (block.type === 'image')
    return { type: 'image', image_url: block.image_url, alt_text: block.alt_text }
  const elements = block.type === 'context' || block.type === 'actions' ? block.elements : []
  const [element] = elements.length === 1 ? elements : []
  return element?.type === 'image' || element?.type === 'button' ? element : undefined
}

const accessoryOf = (blocks: readonly Block[]): ImageElement | Button | undefined => {
  const [only] = blocks
  return blocks.length === 1 && only ? besideable(only) : undefined
}

const besides = (columns: readonly Block[][]): Block[] | undefined => {
  const [left, right] = columns
  if (!left || !right || columns.length !== 2) return undefined
  for (const [words, thing] of [
    [left, right],
    [right, left],
  ] as const) {
    const accessory = accessoryOf(thing)
    const text = accessory && joined(words, limits.sectionTextMax)
    if (accessory && text) return [{ type: 'section', text, accessory }]
  }
  return undefined
}

const oneLineMax = 100

const oneLine = (texts: readonly TextObject[]): Block[] | undefined => {
  const short = texts.every((text) => text.type === 'mrkdwn' && !text.text.includes('\n'))
  const text = texts.map((one) => one.text).join('  |  ')
  if (texts.length < 3 || !short || text.length > oneLineMax) return undefined
  return [{ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }]
}

const sideBySide = (columns: readonly Block[][]): Block[] | undefined => {
  const texts = columns.map((blocks) => joined(blocks, limits.fieldTextMax))
  const found = texts.filter((text) => text !== undefined)
  if (found.length < texts.length || found.length > limits.fieldsMax) return undefined
  return oneLine(found) ?? fieldSections(found)
}

/** Column: its items; beside other columns it is arranged by its ColumnSet. */
export const column = (draft: Draft, node: JsonObject, path: string): Block[] => {
  tellStyle(draft, node, path)
  return withSelectAction(draft, itemBlocks(draft, node, path), { node, path })
}

/**
 * ColumnSet: text beside text as fields, text with a picture or button beside it as a section;
 * anything else below each other, in reading order.
 */
export const columnSet = (draft: Draft, node: JsonObject, path: string): Block[] => {
  tellStyle(draft, node, path)
  const list = listOf(node, 'columns')
  const open = draft.headingOpen
  const several = list.filter((one) => flagOf(one, 'isVisible') !== false).length > 1
  if (several) draft.headingOpen = false
  const columns = list
    .map((one, index) =>
      draft.element(
        textOf(one, 'type') ? one : { ...one, type: 'Column' },
        `${path}.columns[${index}]`,
      ),
    )
    .map((blocks) => (blocks[0]?.type === 'divider' ? blocks.slice(1) : blocks))
    .filter((blocks) => blocks.length > 0)
  if (several) draft.headingOpen = open
  const arranged = columns.length > 1 ? (besides(columns) ?? sideBySide(columns)) : undefined
  if (columns.length > 1 && !arranged) draft.warn(path, 'columns are shown below each other')
  return withSelectAction(draft, arranged ?? columns.flat(), { node, path })
}
