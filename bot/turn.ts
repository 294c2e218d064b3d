/** Turn, Reply, Channel: the words both channels share. A channel knows no job; it forwards turns and shows replies. */
import type { Card } from '../cards/card.ts'
import type { EpochMs } from '../services/clock.ts'

/** The channels a person can be met on; also the names of their folders. */
export type ChannelName = 'teams' | 'slack'

/** Where a person acted, and so where the reply is shown. */
export type Surface = 'chat' | 'dialog' | 'home'

/** Who sent something, in the platform's own words, as far as its verified payload says. */
export type Sender = {
  readonly channel: ChannelName
  /** The platform's id of the person: the Microsoft Entra object id, or the Slack user id. */
  readonly id: string
  /** Asks the platform for the person's e-mail address; undefined where it does not tell. */
  readonly email: () => Promise<string | undefined>
}

/** One thing a person did: not yet trusted, not yet understood. */
export type Turn = {
  readonly who: Sender
  /** The name of an action as the client sent it; it need not exist. */
  readonly action: string
  /** What came with it: the button's arguments and the inputs' values in one object. */
  readonly input: unknown
  readonly surface: Surface
}

/** What to show the person who asked, and what to leave in the chat as a record beside it. */
export type Reply = {
  readonly card: Card
  readonly keep?: Card
}

/** Answers a turn. Never rejects for what a person did: that is a reply, too. */
export type Handle = (turn: Turn) => Promise<Reply>

/** How a person can be written to later, in the platform's own words; kept as it is, handed back as it is. */
export type ConversationReference = {
  readonly channel: ChannelName
  readonly reference: Readonly<Record<string, unknown>>
}

/** What a channel needs of the rest of the product. */
export type ChannelPorts = {
  readonly handle: Handle
  /** True the first time an id is seen, false ever after (for a day): repeated events are answered once. */
  readonly firstTime: (id: string) => Promise<boolean>
  /**
   * Keeps the way to write to a person; where the person is unknown nothing is kept. Never rejects. What was kept
   * before is trusted when a person is merely seen, not when the app was just installed.
   */
  readonly remember: (
    who: Sender,
    conversation: ConversationReference,
    when: 'seen' | 'installed',
  ) => Promise<void>
  /** Drops the way to write to a person: the app was removed or blocked. */
  readonly forget: (who: Sender) => Promise<void>
  /** One line of the log: a code and plain facts, never what a person wrote. */
  readonly log: (code: string, facts: Readonly<Record<string, string | number | boolean>>) => void
  readonly now: () => EpochMs
}
