/** The words the stage uses for what crosses the wire. Loose on purpose: a bot may send anything. */

/** Any JSON object. */
export type Json = Record<string, unknown>

/** One of the people of the stage. `note` says in Japanese who they are ("課長"). */
export type StagePerson = { aadObjectId: string; name: string; email: string; note?: string }

/** An attachment as the bot sent it. */
type Attachment = { contentType: string; content?: unknown; name?: string }

/** A Bot Framework activity, in either direction. */
export type Activity = {
  type: string
  id?: string
  name?: string
  text?: string
  summary?: string
  value?: unknown
  replyToId?: string
  attachments?: Attachment[]
  suggestedActions?: { actions?: { title?: string; value?: unknown }[] }
  [more: string]: unknown
}

/** The content type of an Adaptive Card. */
export const cardType = 'application/vnd.microsoft.card.adaptive'

/** True for a JSON object; arrays and null are none. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text behind `value`, or '' when it is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** `value` when it is an object, otherwise an empty one. */
export const objectOf = (value: unknown): Json => (isObject(value) ? value : {})
