import {
  type AdaptiveCard,
  type CardAction,
  everyObject,
  isObject,
  type JsonObject,
  rawListOf,
  textOf,
  wordOf,
} from './adaptive-card.ts'
import { actionIdOf, actionValue } from './block-kit/action-value.ts'
import type { Block } from './block-kit/blocks.ts'
import { type Draft, type Surface, startDraft } from './block-kit/draft.ts'
import { elementBlocks } from './block-kit/element.ts'
import { liftedAction } from './block-kit/lifted.ts'
import { limits } from './block-kit/limits.ts'
import { bare } from './block-kit/markdown.ts'
import { paged } from './block-kit/pages.ts'
import { escaped, inputKey, shortened } from './block-kit/strings.ts'
import { contextBlocks } from './block-kit/text.ts'

/** How a card is to be shown. */
export type BlockKitOptions = {
  surface: Surface
  /** false: no `rich_text` and no `table` blocks, for clients that cannot draw them. */
  rich?: boolean
}

/** A card as Slack shows it. */
export type BlockKitProjection = {
  /** The first page, always within Slack's limits for the surface. */
  blocks: Block[]
  /** All pages; more than one only where the limits force it. */
  pages: Block[][]
  /** One line for each thing shortened, approximated or moved, naming where it stands. */
  warnings: string[]
  /** The card in plain words for notifications and screen readers, escaped for the `text` field. */
  fallbackText: string
  /** Modal only: the action of the modal's own submit button. */
  submit?: { text: string; actionId: string; value: string }
  /** Modal only: the heading, as far as it fits in a title. The heading stays in the blocks. */
  title?: string
}

const isInput = (node: JsonObject): boolean => wordOf(node, 'type').startsWith('input.')

const toggledIds = (parts: readonly JsonObject[]): Set<string> =>
  new Set(
    parts
      .filter((node) => wordOf(node, 'type') === 'action.togglevisibility')
      .flatMap((node) => rawListOf(node, 'targetElements'))
      .map((target) => (isObject(target) ? textOf(target, 'elementId') : String(target))),
  )

const withoutMarkup = (ssml: string): string =>
  ssml
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()

const fallbackMax = 2_000

const fallbackText = (card: AdaptiveCard, said: readonly string[]): string => {
  const words =
    textOf(card, 'fallbackText').trim() ||
    withoutMarkup(textOf(card, 'speak')) ||
    said.join(' ').replaceAll(/\s+/g, ' ').trim() ||
    'カードが届きました。'
  return escaped(shortened(words, fallbackMax))
}

const submitOf = (draft: Draft, lifted: CardAction): NonNullable<BlockKitProjection['submit']> => {
  const title = textOf(lifted, 'title').trim() || '送る'
  const text = shortened(title, limits.submitTextMax)
  if (text !== title) draft.warn('submit', `shortened to 24 characters: ${title}`)
  const tooltip = textOf(lifted, 'tooltip').trim()
  if (tooltip && tooltip !== title) draft.warn('submit', `its tooltip is not shown: ${tooltip}`)
  return {
    text,
    actionId: actionIdOf(draft, lifted, 'submit'),
    value: actionValue(draft, lifted, 'submit'),
  }
}

type ModalParts = Pick<BlockKitProjection, 'submit' | 'title'>

const modalParts = (draft: Draft, hasInputs: boolean): ModalParts => {
  if (draft.surface !== 'modal') return {}
  if (hasInputs && !draft.lifted)
    draft.warn('card', 'it has inputs and no action to submit them; Slack needs a submit button')
  const [first] = draft.said
  const heading = first?.split('\n')[0]?.trim() ?? ''
  return {
    ...(draft.lifted ? { submit: submitOf(draft, draft.lifted) } : {}),
    ...(heading ? { title: shortened(heading, limits.viewTitleMax) } : {}),
  }
}

const emptyNotice = '（このカードには表示する内容がありません）'

const drawn = (draft: Draft, card: AdaptiveCard): Block[] => {
  const blocks = draft.element(card, '')
  if (blocks.some((block) => block.type !== 'divider')) return blocks
  draft.warn('card', 'there is nothing to show')
  return contextBlocks(draft, [bare(emptyNotice)], 'card')
}

/**
 * Projects any Adaptive Card (up to 1.5; content of newer elements as far as it is known) to
 * Slack's Block Kit. Never throws on a card. An input `X` is an input block with block_id and
 * action_id `X`; a Submit or Execute is a button whose value `decodeAction` reads. In a modal the
 * first positive action, or with inputs the first Submit or Execute, becomes `submit`.
 */
export const toBlockKit = (card: AdaptiveCard, options: BlockKitOptions): BlockKitProjection => {
  const parts = everyObject(card)
  const inputs = parts.filter(isInput)
  const lifted = options.surface === 'modal' ? liftedAction(card, inputs.length > 0) : undefined
  const { draft, warnings } = startDraft(
    {
      surface: options.surface,
      rich: options.rich ?? true,
      lang: textOf(card, 'lang') || 'ja',
      toggled: toggledIds(parts),
      lifted,
      reserved: ['cards.more', ...inputs.map((node) => inputKey(textOf(node, 'id')))],
    },
    elementBlocks,
  )
  const pages = paged(drawn(draft, card), options.surface)
  const [blocks = []] = pages
  const hasInputs = pages.flat().some((block) => block.type === 'input')
  const modal = modalParts(draft, hasInputs)
  if (pages.length > 1)
    draft.warn('card', `longer than one page, continued on ${pages.length} pages`)
  const said = fallbackText(card, draft.said)
  return { blocks, pages, warnings: warnings(), fallbackText: said, ...modal }
}
