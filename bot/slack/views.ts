/** Card → what Slack shows. Pure: nothing here is sent. */
import type { types } from '@slack/bolt'
import { decodeAction, encodeAction } from '../../cards/action-data.ts'
import type { Block, Button } from '../../cards/block-kit/blocks.ts'
import type { Surface } from '../../cards/block-kit/draft.ts'
import { escaped } from '../../cards/block-kit/strings.ts'
import { toBlockKit } from '../../cards/block-kit.ts'
import type { Card, Source } from '../../cards/card.ts'
import { encodeMetadata } from './metadata.ts'
import { sentences } from './sentences.ts'

/** One message: its blocks, and the sentence for notifications. */
export type MessageContent = { readonly text: string; readonly blocks: Block[] }

/**
 * Which page of a card to show (from 1), what its further pages are asked of (undefined: nothing can be
 * asked again), and how often its dialog has been drawn before.
 */
export type Showing = {
  readonly page: number
  readonly source: Source | undefined
  readonly generation: number
}

/** The action of the button that turns a card's pages; the channel answers it by asking the card's source again. */
export const moreAction = 'cards.more'

/** The action that closes a dialog; Slack's own close button does that. */
export const closeAction = 'dialog.close'

const buttonValueMax = 2_000
const viewTitleMax = 24

const turnsPage = (block: Block | undefined): boolean =>
  block?.type === 'actions' && block.elements.some((one) => 'value' in one && isMore(one.value))

/** Reading a value costs more than looking whether it can be meant. */
const carries = (value: string | undefined, action: string): boolean =>
  value?.includes(action) === true && decodeAction(value)?.action === action

const isMore = (value: string | undefined): boolean => carries(value, moreAction)

/** The projection ends a page in a button that knows no source; ours takes its place. */
const withoutTurning = (blocks: readonly Block[]): Block[] =>
  turnsPage(blocks.at(-1)) ? blocks.slice(0, -1) : [...blocks]

const pagesOf = (card: Card, surface: Surface) => {
  const { pages, submit } = toBlockKit(card.content, { surface })
  return { pages: pages.map(withoutTurning), submit }
}

/** A card as messages, in the order in which they are to be posted. */
export const messagesOf = (card: Card): MessageContent[] => {
  const text = escaped(card.fallbackText)
  return pagesOf(card, 'message').pages.map((blocks) => ({ text, blocks }))
}

const pageButton = (text: string, page: number, source: Source): Button => {
  const whole = encodeAction(moreAction, { page, action: source.action, args: source.args })
  const value =
    whole.length <= buttonValueMax
      ? whole
      : encodeAction(moreAction, { page, action: source.action, args: {} })
  return {
    type: 'button',
    action_id: `${moreAction}:${page}`,
    text: { type: 'plain_text', text },
    value,
  }
}

const restNotShown: Block = {
  type: 'context',
  elements: [{ type: 'plain_text', text: sentences.restNotShown }],
}

/** The buttons between the pages of a card; none for a card of one page. */
const turning = (pageCount: number, { page, source }: Showing): Block[] => {
  if (source === undefined) return pageCount > 1 ? [restNotShown] : []
  const back = page > 1 ? [pageButton(sentences.back, page - 1, source)] : []
  const more = page < pageCount ? [pageButton(sentences.more, page + 1, source)] : []
  const elements = [...back, ...more]
  return elements.length === 0 ? [] : [{ type: 'actions', elements }]
}

const closes = ({ value }: { value?: string }): boolean => carries(value, closeAction)

/** Slack lets no button of ours close a view, and every view has a close button of its own. */
const withoutClosing = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    if (block.type !== 'actions') return [block]
    const elements = block.elements.filter((one) => one.type !== 'button' || !closes(one))
    return elements.length === 0 ? [] : [{ ...block, elements }]
  })

/** An input keeps what was typed as long as its block id stays; drawn anew, it shows what the card says. */
const renewed = (blocks: readonly Block[], generation: number): Block[] =>
  blocks.map((block) =>
    block.type === 'input' ? { ...block, block_id: `${block.block_id}#${generation}` } : block,
  )

const pageOf = (pages: readonly (readonly Block[])[], showing: Showing): Block[] => [
  ...(pages[Math.min(showing.page, pages.length) - 1] ?? []),
  ...turning(pages.length, showing),
]

const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text })

/** A dialog's title as Slack takes it. */
const titleOf = (title: string): types.PlainTextElement =>
  plain((title === '' ? sentences.form : title).slice(0, viewTitleMax))

/** A card as a dialog. */
export const modalOf = (card: Card, showing: Showing): types.ModalView => {
  const { pages, submit } = pagesOf(card, 'modal')
  const { title } = card
  const submits = submit !== undefined && !carries(submit.value, closeAction)
  const metadata = { form: card.form, generation: showing.generation, title }
  return {
    type: 'modal',
    title: titleOf(title),
    close: plain(sentences.close),
    ...(submits ? { submit: plain(submit.text) } : {}),
    private_metadata: encodeMetadata(submits ? { ...metadata, submit: submit.value } : metadata),
    blocks: renewed(withoutClosing(pageOf(pages, showing)), showing.generation),
  }
}

/** A card as a person's home tab. */
export const homeOf = (card: Card, showing: Showing): types.HomeView => {
  const { pages } = pagesOf(card, 'home')
  return { type: 'home', blocks: pageOf(pages, showing) }
}

/** A home tab that only says one sentence, where the real one could not be drawn. */
export const homeNoticeOf = (sentence: string): types.HomeView => ({
  type: 'home',
  blocks: [{ type: 'section', text: plain(sentence) }],
})

/** A dialog that only says one sentence: while something opens or is saved, or could not be done. */
export const noticeOf = (sentence: string, title: string): types.ModalView => ({
  type: 'modal',
  title: titleOf(title),
  close: plain(sentences.close),
  private_metadata: encodeMetadata({ form: '', generation: 0, title }),
  blocks: [{ type: 'section', text: plain(sentence) }],
})
