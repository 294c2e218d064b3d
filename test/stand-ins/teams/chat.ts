/** The 1:1 chat of one person with the bot, as that person sees it. */
import { wordsOf } from './cards.ts'
import { type Activity, cardType, isObject, type Json, textOf } from './shapes.ts'

/** One message in the chat; cards are as they look now, after updates and answers. */
export type Message = {
  id: string
  from: 'bot' | 'person'
  /** Epoch milliseconds of its arrival. */
  at: number
  text: string
  cards: Json[]
  summary: string
  /** Titles of suggested answers below the message. */
  suggestions: string[]
  deleted: boolean
  /** Grows with every change of the message. */
  revision: number
}

/** What a locked phone shows of a message. */
export type Notification = { id: string; at: number; text: string; messageId: string }

/** A short line over the chat: an answer, or trouble with a line for developers. */
export type Toast = { at: number; text: string; error: boolean; detail: string }

/** A dialog as it stands: a card to fill in, or a closing word. */
type OpenDialog = {
  title: string
  card: Json | undefined
  message: string
  /** Said above the buttons when the last submit went wrong; what was typed is kept. */
  error: string
  invalid: Record<string, string>
  /** Another number with every new card or word; the same number means the same content. */
  revision: number
}

/** Everything about one person's chat that the stage keeps. */
export type Chat = {
  messages: Message[]
  notifications: Notification[]
  /** Short lines that appeared over the chat, newest last. */
  toasts: Toast[]
  /** The open dialog, if any. */
  dialog: OpenDialog | undefined
  installed: boolean
  blocked: boolean
  /** The bot has said that it is typing, and nothing came since. */
  typing: boolean
  /** Messages before this index are taken as read by `nextMessage`. */
  cursor: number
  readonly waiting: Set<() => void>
}

/** A chat in which nothing happened yet. */
export const emptyChat = (): Chat => ({
  messages: [],
  notifications: [],
  toasts: [],
  dialog: undefined,
  installed: false,
  blocked: false,
  typing: false,
  cursor: 0,
  waiting: new Set(),
})

const cardsIn = (activity: Activity): Json[] =>
  (activity.attachments ?? [])
    .filter((each) => each.contentType === cardType)
    .map((each) => each.content)
    .filter(isObject)

const draw = (activity: Activity) => ({
  text: textOf(activity.text),
  cards: cardsIn(activity),
  summary: textOf(activity.summary),
  suggestions: (activity.suggestedActions?.actions ?? []).map((each) => textOf(each.title)),
})

/** What a phone shows for a message: its summary, else its text, else only that a card came. */
const notificationOf = (message: Message): string =>
  message.summary || message.text.replaceAll('**', '') || 'カードが送信されました'

/** Everything a message says, cards included, as one text. */
export const wordsIn = (message: Message): string =>
  [message.text, ...message.cards.map(wordsOf)].filter(Boolean).join('\n')

const arrive = (chat: Chat, message: Message): Message => {
  chat.messages.push(message)
  chat.typing = false
  if (message.from === 'bot') {
    const text = notificationOf(message)
    chat.notifications.push({ id: `n${message.id}`, at: message.at, text, messageId: message.id })
    for (const wake of chat.waiting) wake()
  }
  return message
}

/** Puts a message of the bot into the chat; the stage has given it `id` and `at`. */
export const receive = (chat: Chat, activity: Activity, { id, at }: Stamp): Message =>
  arrive(chat, { id, at, from: 'bot', ...draw(activity), deleted: false, revision: 0 })

/** Puts the person's own words into the chat. */
export const speak = (chat: Chat, text: string, { id, at }: Stamp): Message =>
  arrive(chat, {
    id,
    at,
    from: 'person',
    ...draw({ type: 'message', text }),
    deleted: false,
    revision: 0,
  })

/** The id and the arrival time the stage gives a message. */
export type Stamp = { id: string; at: number }

/** Replaces what a message shows. */
export const redraw = (message: Message, activity: Activity): void => {
  Object.assign(message, draw(activity), { revision: message.revision + 1 })
}

/** Replaces one card of a message, as the answer to Action.Execute does. */
export const replaceCard = (message: Message, card: Json, at: number): void => {
  message.cards = message.cards.map((old, index) => (index === at ? card : old))
  message.revision += 1
}

/** Takes a message out of sight; its id stays known. */
export const withdraw = (message: Message): void => {
  Object.assign(message, { deleted: true, text: '', cards: [], revision: message.revision + 1 })
}
