/** What a person gets to know after doing something. */
import type { Message } from './chat.ts'
import type { BotAnswer, Seat } from './world.ts'

/** What came of something a person did. */
export type Outcome = {
  /** False when the client kept it back: an input is invalid, or the bot has no part in it. */
  sent: boolean
  /** HTTP status of the bot's answer; 0 when the bot was not reached or nothing was sent. */
  status: number
  body: unknown
  /** Complaints under inputs, by input id. */
  invalid: Record<string, string>
  /** What the bot wrote into the chat during this turn. */
  messages: Message[]
}

/** What the bot wrote from `index` on and did not withdraw. */
export const botMessagesFrom = ({ chat }: Seat, index: number) =>
  chat.messages.slice(index).filter((each) => each.from === 'bot' && !each.deleted)

/** Runs a deed and gathers what the bot wrote meanwhile. */
export const outcome = async (
  seat: Seat,
  deed: () => Promise<BotAnswer> | undefined,
): Promise<Outcome> => {
  const before = seat.chat.messages.length
  seat.chat.cursor = before
  const answer = await deed()
  const messages = botMessagesFrom(seat, before)
  const sent = answer !== undefined
  return { sent, status: answer?.status ?? 0, body: answer?.body, invalid: {}, messages }
}
