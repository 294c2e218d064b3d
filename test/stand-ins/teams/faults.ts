/** Trouble on demand: answers that fail, and the send limits of Teams. */
import { type Clock, type EpochMs, systemClock } from '../../../services/clock.ts'

/** One kind of trouble for the bot's next requests. */
export type Fault = {
  /** Only requests with this method ('POST'). */
  method?: string
  /** Only requests whose path contains this, or matches it. */
  path?: string | RegExp
  /** HTTP status of the answer; 0 cuts the connection instead of answering. */
  status: number
  /** Seconds, sent as Retry-After. */
  retryAfter?: number
  /** How many requests it hits; 1 when left out. */
  times?: number
  /** Body of the answer; a Bot Framework error when left out. */
  body?: unknown
  /** The request takes effect all the same, and only its answer is lost. */
  delivered?: boolean
}

/** Faults waiting for requests. */
export type Faults = {
  /** Queues a fault; the oldest that fits a request is used first. */
  next(fault: Fault): void
  /** Takes the fault that hits this request, if any. */
  take(method: string, path: string): Fault | undefined
  /** How many requests are still to be hit. */
  readonly waiting: number
  clear(): void
}

const hits = (fault: Fault, method: string, path: string): boolean => {
  if (fault.method && fault.method !== method) return false
  if (fault.path instanceof RegExp) return fault.path.test(path)
  return !fault.path || path.includes(fault.path)
}

/** An empty queue of faults. */
export const createFaults = (): Faults => {
  let queue: { fault: Fault; left: number }[] = []
  return {
    next: (fault) => void queue.push({ fault, left: fault.times ?? 1 }),
    take: (method, path) => {
      const entry = queue.find(({ fault }) => hits(fault, method, path))
      if (!entry) return undefined
      entry.left -= 1
      queue = queue.filter(({ left }) => left > 0)
      return entry.fault
    },
    get waiting() {
      return queue.reduce((sum, { left }) => sum + left, 0)
    },
    clear: () => {
      queue = []
    },
  }
}

/** The published limits of one bot in one chat: sends within a window of milliseconds. */
const windows = [
  { sends: 7, ms: 1_000 },
  { sends: 8, ms: 2_000 },
  { sends: 60, ms: 30_000 },
  { sends: 1_800, ms: 3_600_000 },
] as const

/** The send limits; off until switched on. */
export type Limits = {
  /** Switches the limits on; `clock` lets a test pass time without waiting. */
  on(clock?: Clock): void
  off(): void
  readonly enabled: boolean
  /** Counts a send; the milliseconds to wait when it is one too many (and then not counted), else 0. */
  admit(conversationId: string): number
}

const waitFor = (sent: readonly EpochMs[], now: EpochMs): number =>
  Math.max(
    0,
    ...windows.map(({ sends, ms }) => {
      const nth = sent.at(-sends)
      return nth === undefined ? 0 : nth + ms - now
    }),
  )

/** Send limits that are off. */
export const createLimits = (): Limits => {
  let clock: Clock | undefined
  const sent = new Map<string, EpochMs[]>()
  return {
    on: (given = systemClock) => {
      clock = given
    },
    off: () => {
      clock = undefined
      sent.clear()
    },
    get enabled() {
      return clock !== undefined
    },
    admit: (conversationId) => {
      if (!clock) return 0
      const times = sent.get(conversationId) ?? []
      const wait = waitFor(times, clock.now())
      if (wait <= 0) sent.set(conversationId, [...times, clock.now()].slice(-1_800))
      return Math.max(0, wait)
    },
  }
}
