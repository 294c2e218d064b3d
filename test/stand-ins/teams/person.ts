/** One of the people of the stage: what they do, and what they see. */

import { conversationIdOf, invoking, userIdOf } from './activities.ts'
import { deliver, execute, install, press, task, type as typeText, uninstall } from './acts.ts'
import { fillIn, findAction, forced, type Inputs } from './cards.ts'
import type { Message, Notification, Toast } from './chat.ts'
import { createDialog, type Dialog } from './dialog.ts'
import { botMessagesFrom, type Outcome, outcome } from './outcome.ts'
import { type Activity, isObject, type Json, objectOf, type StagePerson } from './shapes.ts'
import type { BotAnswer, Seat, World } from './world.ts'

/** A person acting in Teams. Every deed resolves when the bot's turn has ended. */
export type Person = StagePerson & {
  readonly userId: string
  readonly conversationId: string
  /** The chat, both sides, without withdrawn messages; cards as they look now. */
  readonly messages: readonly Message[]
  /** The bot's latest message still in sight; throws when there is none. */
  readonly lastMessage: Message
  readonly notifications: readonly Notification[]
  readonly toasts: readonly Toast[]
  readonly dialog: Dialog
  readonly installed: boolean
  /** Types and sends a text; throws when the app is not installed. */
  say(text: string): Promise<Outcome>
  install(): Promise<Outcome>
  uninstall(): Promise<Outcome>
  /** Blocks the bot: it is not told, and cannot write any more. */
  block(): void
  unblock(): void
  /**
   * Presses a button by title on a message or one of its cards, with the inputs filled in. An action
   * given as an object that is not on the card (any more) is sent as it is, unchecked.
   */
  press(target: Message | Json, action: string | Json, inputs?: Inputs): Promise<Outcome>
  /** Lets a message's card refresh itself, as Teams does when it comes into sight. */
  refresh(message: Message): Promise<Outcome>
  /** The bot's next message since this person last did something; waits for it. */
  nextMessage(timeoutMs?: number): Promise<Message>
  /** Sends an invoke that no button made. */
  invokeRaw(name: string, value: unknown): Promise<Outcome>
  /** Sends any activity in this person's name; its fields win over the usual ones. */
  sendRaw(activity: Activity): Promise<Outcome>
  /** Sends the last activity again, unchanged, `times` at once, as an impatient network does. */
  repeat(times?: number): Promise<BotAnswer[]>
}

const waitFor = (seat: Seat, timeoutMs: number): Promise<Message> =>
  new Promise((resolve, reject) => {
    const { chat } = seat
    const look = () => {
      const [message] = botMessagesFrom(seat, chat.cursor)
      if (!message) return
      chat.cursor = chat.messages.indexOf(message) + 1
      chat.waiting.delete(look)
      clearTimeout(timer)
      resolve(message)
    }
    const give = () => {
      chat.waiting.delete(look)
      reject(new Error(`No message reached ${seat.person.name} within ${timeoutMs} ms`))
    }
    const timer = setTimeout(give, timeoutMs)
    chat.waiting.add(look)
    look()
  })

const isMessage = (target: Message | Json): target is Message =>
  Array.isArray(target['cards' as keyof typeof target])

const locate = (seat: Seat, target: Message | Json): { message: Message; cards: Json[] } => {
  if (isMessage(target)) return { message: target, cards: target.cards }
  const message = seat.chat.messages.find(({ cards }) => cards.includes(target))
  if (!message) throw new Error('This card is not in the chat any more')
  return { message, cards: [target] }
}

type Deed = { target: Message | Json; action: string | Json; inputs: Inputs }

const pressButton = async (
  world: World,
  seat: Seat,
  { target, action, inputs }: Deed,
): Promise<Outcome> => {
  const { message, cards } = locate(seat, target)
  const found = findAction(cards, action)
  const { values, invalid } = standsHere(cards, found.action)
    ? fillIn(found.inputs, inputs)
    : { values: forced(inputs), invalid: {} }
  if (Object.keys(invalid).length > 0)
    return { sent: false, status: 0, body: undefined, invalid, messages: [] }
  const data = { ...objectOf(found.action['data']), ...values }
  const card = cards.find((each) => standsHere(each, found.action)) ?? cards[0]
  const cardIndex = Math.max(0, message.cards.indexOf(card ?? {}))
  return outcome(seat, () => press(world, seat, { action: found.action, data, message, cardIndex }))
}

const standsHere = (node: unknown, wanted: Json): boolean => {
  if (node === wanted) return true
  const values = Array.isArray(node) ? node : isObject(node) ? Object.values(node) : []
  return values.some((each) => standsHere(each, wanted))
}

const refreshCard = (world: World, seat: Seat, message: Message) => {
  const cardIndex = message.cards.findIndex((card) => isObject(card['refresh']))
  const action = objectOf(objectOf(message.cards[cardIndex]?.['refresh'])['action'])
  if (action['type'] !== 'Action.Execute') throw new Error('This card does not refresh itself')
  const data = objectOf(action['data'])
  return execute(world, seat, { action, data, message, cardIndex, trigger: 'automatic' })
}

const remembering = (world: World, seat: Seat) => {
  const mine = world.crossings.filter(
    (each) => each.direction === 'to bot' && each.person === seat.person.aadObjectId,
  )
  const last = mine.at(-1)
  if (!last) throw new Error(`${seat.person.name} has sent nothing yet`)
  return last.sent as Activity
}

const raw = (world: World, seat: Seat, activity: Activity) =>
  activity.name?.startsWith('task/') ? task(world, seat, activity) : deliver(world, seat, activity)

const doings = (world: World, seat: Seat) => ({
  say: async (text: string) => {
    if (!seat.chat.installed) throw new Error(`${seat.person.name} has not installed the app`)
    return outcome(seat, () => typeText(world, seat, text))
  },
  install: () => outcome(seat, () => install(world, seat)),
  uninstall: () => outcome(seat, () => uninstall(world, seat)),
  block: () => void (seat.chat.blocked = true),
  unblock: () => void (seat.chat.blocked = false),
  press: (target: Message | Json, action: string | Json, inputs: Inputs = {}) =>
    pressButton(world, seat, { target, action, inputs }),
  refresh: (message: Message) => outcome(seat, () => refreshCard(world, seat, message)),
  nextMessage: (timeoutMs = 5_000) => waitFor(seat, timeoutMs),
  invokeRaw: (name: string, value: unknown) =>
    outcome(seat, () => raw(world, seat, invoking(name, value))),
  sendRaw: (activity: Activity) => outcome(seat, () => deliver(world, seat, activity)),
  repeat: (times = 1) => {
    const again = remembering(world, seat)
    return Promise.all(Array.from({ length: times }, () => world.deliver(seat, again)))
  },
})

/** The person sitting on `seat`. */
export const createPerson = (world: World, seat: Seat): Person => ({
  ...seat.person,
  userId: userIdOf(seat.person),
  conversationId: conversationIdOf(seat.person),
  get messages() {
    return seat.chat.messages.filter((each) => !each.deleted)
  },
  get lastMessage() {
    const last = botMessagesFrom(seat, 0).at(-1)
    if (!last) throw new Error(`The bot has written nothing to ${seat.person.name}`)
    return last
  },
  get notifications() {
    return seat.chat.notifications
  },
  get toasts() {
    return seat.chat.toasts
  },
  get installed() {
    return seat.chat.installed
  },
  dialog: createDialog(world, seat),
  ...doings(world, seat),
})
