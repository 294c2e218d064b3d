/** What the channel's flows share, and the one way in which a turn of theirs is answered. */
import type { ChannelPorts, Reply, Turn } from '../turn.ts'
import type { SlackClient } from './client.ts'
import { deliveryFailure } from './errors.ts'
import type { OpenedHomes } from './opened-homes.ts'
import type { People } from './people.ts'

/** The channel's working parts. `answerWithinMs` is how long a submitted form waits before it shows that it is being saved. */
export type Parts = {
  readonly client: SlackClient
  readonly ports: ChannelPorts
  readonly people: People
  readonly openedHomes: OpenedHomes
  readonly opensDialog: (action: string) => boolean
  readonly onlyReads: (action: string) => boolean
  /** True for an action whose answer leaves the message it was pressed on. */
  readonly answersAnew: (action: string) => boolean
  readonly answerWithinMs: number
}

/** An event as Slack delivers it: repeated with the same id when our answer is lost on the way. */
export type Delivered<Event> = {
  readonly event: Event
  readonly eventId: string
  readonly team: string
}

/** True the first time an event arrives. */
export const firstTime = (parts: Parts, eventId: string): Promise<boolean> =>
  parts.ports.firstTime(`slack:${eventId}`)

/** Logs what failed by its code; what the failure says may hold what somebody wrote, and is dropped. */
export const report = (parts: Parts, what: string, error: unknown): void => {
  const { kind, code } = deliveryFailure(error)
  const name = error instanceof Error ? error.name : typeof error
  parts.ports.log(what, { kind, code, name })
}

/** The answer to a turn; undefined where answering failed, which is logged. */
export const answerTo = async (parts: Parts, turn: Turn): Promise<Reply | undefined> => {
  try {
    return await parts.ports.handle(turn)
  } catch (error) {
    report(parts, 'slack-turn-failed', error)
    return undefined
  }
}
