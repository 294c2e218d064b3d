/** What the stage knows: its people, their chats, what went wrong; and the line to the bot. */
import { type Clock, systemClock } from '../../../services/clock.ts'
import { conversationIdOf, envelope, userIdOf } from './activities.ts'
import { type Chat, emptyChat, type Stamp } from './chat.ts'
import { createFaults, createLimits, type Faults, type Limits } from './faults.ts'
import type { Activity, StagePerson } from './shapes.ts'

/** A person and their chat. */
export type Seat = { person: StagePerson; chat: Chat }

/** One line of what crossed between stage and bot, for whoever looks for a fault. */
export type Crossing = {
  /** Epoch milliseconds. */
  at: number
  direction: 'to bot' | 'from bot'
  /** The activity's type and name, or method and path. */
  what: string
  /** The person it is about; '' when that is not known. */
  person: string
  status: number
  sent: unknown
  answered: unknown
}

/** The bot's answer to an activity; status 0 when it could not be reached, 504 when it was too slow. */
export type BotAnswer = { status: number; body: unknown }

/** The state of a stage. */
export type World = {
  seats: Seat[]
  /** The seat behind a conversation id, a 29:… id or a directory id. */
  seatAt(id: string): Seat | undefined
  faults: Faults
  limits: Limits
  violations: string[]
  botErrors: string[]
  crossings: Crossing[]
  serviceUrl: string
  /** Is told after every change. */
  changed(): void
  /** A fresh message id and the time now. */
  stamp(): Stamp
  violate(seat: Seat, complaint: string): void
  record(crossing: Omit<Crossing, 'at'>): void
  /** Posts an activity of a person to the bot and waits for the end of the turn. */
  deliver(seat: Seat, activity: Activity): Promise<BotAnswer>
  reset(): void
}

const crossingsMax = 200
const turnMsMax = 15_000

const post = async (botUrl: string, activity: unknown): Promise<BotAnswer> => {
  try {
    const response = await fetch(botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(turnMsMax),
    })
    const text = await response.text()
    return { status: response.status, body: parsed(text) }
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    return { status: late ? 504 : 0, body: undefined }
  }
}

const parsed = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}

const labelOf = (activity: Activity) => [activity.type, activity.name].filter(Boolean).join(' ')

const seatsFor = (people: readonly StagePerson[]): Seat[] =>
  people.map((person) => ({ person, chat: emptyChat() }))

const seatFinder = (seats: readonly Seat[]) => {
  const keys = ({ person }: Seat) => [conversationIdOf, userIdOf].map((idOf) => idOf(person))
  const found = new Map(
    seats.flatMap((seat) => [...keys(seat), seat.person.aadObjectId].map((key) => [key, seat])),
  )
  return (id: string) => found.get(id)
}

const stamps = (clock: Clock) => {
  let last = 0
  return (): Stamp => {
    const at = clock.now()
    last = Math.max(at, last + 1)
    return { id: String(last), at }
  }
}

/** What a world needs: the bot's address and the people; `changed` is told after every change. */
export type WorldOptions = {
  botUrl: string
  people: readonly StagePerson[]
  changed?: () => void
  clock?: Clock
}

const resetWorld = (world: World, people: readonly StagePerson[]) => {
  for (const { chat } of world.seats) for (const wake of chat.waiting) wake()
  for (const [index, fresh] of seatsFor(people).entries()) {
    const seat = world.seats[index]
    if (seat) Object.assign(seat.chat, fresh.chat, { waiting: seat.chat.waiting })
  }
  world.faults.clear()
  world.limits.off()
  for (const list of [world.violations, world.botErrors, world.crossings]) list.length = 0
  world.changed()
}

/** A fresh world; its service address is set once the server listens. */
export const createWorld = (options: WorldOptions): World => {
  const clock = options.clock ?? systemClock
  const changed = options.changed ?? (() => undefined)
  const seats = seatsFor(options.people)
  const world: World = {
    seats,
    seatAt: seatFinder(seats),
    faults: createFaults(),
    limits: createLimits(),
    violations: [],
    botErrors: [],
    crossings: [],
    serviceUrl: '',
    changed,
    stamp: stamps(clock),
    violate: (seat, complaint) => void world.violations.push(`${seat.person.name}: ${complaint}`),
    record: (crossing) => {
      world.crossings.push({ at: clock.now(), ...crossing })
      if (world.crossings.length > crossingsMax) world.crossings.shift()
      changed()
    },
    deliver: async (seat, activity) => {
      const sent = { ...envelope(seat.person, world.serviceUrl, clock.now()), ...activity }
      const what = labelOf(activity)
      const answer = await post(options.botUrl, sent)
      if (answer.status < 200 || answer.status > 299)
        world.botErrors.push(`${seat.person.name}: ${what} answered with HTTP ${answer.status}`)
      const crossing = { direction: 'to bot', what, person: seat.person.aadObjectId } as const
      world.record({ ...crossing, status: answer.status, sent, answered: answer.body })
      return answer
    },
    reset: () => resetWorld(world, options.people),
  }
  return world
}
