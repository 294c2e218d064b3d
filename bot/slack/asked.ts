/** Which turn a button asks for: its own action, or another page of a card already shown. */
import type { ActionData } from '../../cards/action-data.ts'
import { inputFor, type Press } from './inbound.ts'
import { moreAction, type Source } from './views.ts'

/** The turn to take, and the page of its answer to show. */
export type Asked = {
  readonly action: string
  readonly input: Readonly<Record<string, unknown>>
  readonly page: number
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Turning a page asks the card's source again, so that no page is kept anywhere. */
const turned = ({ page, action, args }: Record<string, unknown>): Asked | undefined => {
  if (typeof page !== 'number' || typeof action !== 'string' || !isRecord(args)) return undefined
  return { action, input: args, page: Math.max(1, Math.floor(page)) }
}

/** Undefined for a page button that we did not draw. */
export const askedOf = (data: ActionData, inputs: Press['inputs']): Asked | undefined =>
  data.action === moreAction
    ? turned(data.args)
    : { action: data.action, input: inputFor(data, inputs), page: 1 }

/** What a shown card came from. Inputs stay out of it: a card's pages are of things read, and typed text belongs in no button. */
export const sourceOf = (data: ActionData, asked: Asked): Source => ({
  action: asked.action,
  args: data.action === moreAction ? asked.input : data.args,
})
