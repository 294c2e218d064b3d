/** A Slack workspace as tests and local mode see it: people who act, and what they are shown. */
import type { ShownMessage, ShownView } from './shown.ts'
import type { Typed } from './typed.ts'

/** Somebody of the workspace. */
export type Person = {
  readonly slackUserId: string
  readonly name: string
  readonly email: string
}

/** What a submitted dialog was told: the sentences beside its inputs, by input id; none when it was taken. */
export type Submitted = { readonly errors: Readonly<Record<string, string>> }

/** One person, acting. Every act resolves when the product has acknowledged it; what it shows then may follow later. */
export type Acting = {
  readonly id: string
  /** Writes to the bot. */
  say(text: string): Promise<void>
  /** What stands in the person's conversation with the bot, oldest first. */
  messages(): Promise<ShownMessage[]>
  /** Presses the button with this action or these words; in the message given, else in the latest that has it. */
  press(button: string, at?: { message?: ShownMessage; typed?: Typed }): Promise<void>
  openHome(): Promise<void>
  home(): Promise<ShownView | undefined>
  pressInHome(button: string): Promise<void>
  /** Writes a slash command; in the conversation with the bot unless told. */
  command(command: string, text: string): Promise<void>
  /** The dialog in front of the person. */
  modal(): Promise<ShownView | undefined>
  pressInModal(button: string, typed?: Typed): Promise<void>
  submitModal(typed?: Typed): Promise<Submitted>
  closeModal(): Promise<void>
}

/** A workspace with the product in it. */
export type SlackWorkspace = {
  /** The page where people can act by hand; absent where there is none. */
  readonly url: string
  /** The root of its Web API. */
  readonly apiUrl: string
  readonly botToken: string
  readonly signingSecret: string
  person(slackUserId: string): Acting
  /** What Slack would have refused so far, in words; empty is good. */
  violations(): readonly string[]
  /** Forgets all messages, views and violations. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** Looks for a button in messages, the latest first. */
export const messageWith = (
  messages: readonly ShownMessage[],
  has: (message: ShownMessage) => boolean,
): ShownMessage => {
  const found = messages.findLast(has)
  if (found === undefined) throw new Error('no message has this button')
  return found
}

/** Waits until something is there, looking often; fails after five seconds with the words given. */
export const eventually = async <T>(
  look: () => Promise<T | undefined> | T | undefined,
  what = 'what was waited for',
): Promise<T> => {
  for (let tries = 0; tries < 250; tries += 1) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`not seen: ${what}`)
}
