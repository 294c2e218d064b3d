/** Which turn a button asks for: its own action, or another page of a card already shown. */
import type { ActionData } from '../../cards/action-data.ts'
import type { Card, Source } from '../../cards/card.ts'
import { inputFor, type Press } from './inbound.ts'
import { moreAction } from './views.ts'

/** The turn to take, and the page of its answer to show. */
export type Asked = {
  readonly action: string
  readonly input: Readonly<Record<string, unknown>>
  readonly page: number
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether an action changes nothing, and so may be repeated. */
type OnlyReads = (action: string) => boolean

/** No action of the product has this name: it answers that the button is out of date. */
const outOfDate: Asked = { action: moreAction, input: {}, page: 1 }

/** Turning a page asks the card's source again, so that no page is kept anywhere. */
const turned = (args: Record<string, unknown>, onlyReads: OnlyReads): Asked | undefined => {
  const { page, action, args: input } = args
  if (typeof page !== 'number' || typeof action !== 'string' || !isRecord(input)) return undefined
  return onlyReads(action) ? { action, input, page: Math.max(1, Math.floor(page)) } : outOfDate
}

/** Undefined for a page button that we did not draw. */
export const askedOf = (
  { data, inputs }: Pick<Press, 'data' | 'inputs'>,
  onlyReads: OnlyReads,
): Asked | undefined =>
  data.action === moreAction
    ? turned(data.args, onlyReads)
    : { action: data.action, input: inputFor(data, inputs), page: 1 }

/** What a press asks for, without what was typed: typed text belongs in no button. */
export const pressed = (data: ActionData, asked: Asked): Source => ({
  action: asked.action,
  args: data.action === moreAction ? asked.input : data.args,
})

/** What a card's further pages are asked of: never of an action that changes something. */
export const sourceOf = (card: Card, asked: Source, onlyReads: OnlyReads): Source | undefined =>
  card.source ?? (onlyReads(asked.action) ? asked : undefined)
