/** The CloudAdapter, answering requests itself: botbuilder's own answer prints errors to the console and tells them to the sender. */
import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder'

/** What came in: a parsed body and the Authorization header. */
export type Incoming = { readonly body: unknown; readonly authorization: string }

/** What to answer: an HTTP status, and a body where an invoke asked for one. */
export type Answered = { readonly status: number; readonly body?: unknown }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasText = (value: unknown, name: string): boolean =>
  isObject(value) && typeof value[name] === 'string' && value[name] !== ''

/** True where it holds what every activity of a channel holds; everything else is read with care later. */
const isActivity = (value: unknown): value is Activity =>
  isObject(value) &&
  ['type', 'channelId', 'serviceUrl'].every((name) => hasText(value, name)) &&
  [value['from'], value['recipient'], value['conversation']].every((each) => hasText(each, 'id'))

const unauthorised = [
  'AuthenticationError',
  'JsonWebTokenError',
  'TokenExpiredError',
  'NotBeforeError',
]

/** 401 for a token that does not hold, 500 for everything else; never a word of the error. */
const statusOf = (error: unknown): number => {
  const name = error instanceof Error ? error.name : ''
  const kind = error instanceof Error ? error.constructor.name : ''
  return unauthorised.includes(name) || unauthorised.includes(kind) ? 401 : 500
}

/** A CloudAdapter that keeps what goes wrong to itself. */
export class QuietAdapter extends CloudAdapter {
  /** Verifies the token, runs the turn of an activity that is let in, and says what to answer. Never rejects. */
  async answer(
    incoming: Incoming,
    isLetIn: (activity: Activity) => boolean,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Answered> {
    if (!isActivity(incoming.body)) return { status: 400 }
    if (!isLetIn(incoming.body)) return { status: 403 }
    try {
      const answer = await this.processActivity(incoming.authorization, incoming.body, logic)
      return { status: answer?.status ?? 200, body: answer?.body }
    } catch (error) {
      return { status: statusOf(error) }
    }
  }
}
