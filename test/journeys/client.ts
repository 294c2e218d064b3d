/** A person in front of either platform, as a journey uses them: the same words, whichever channel is behind. */
import type { CastMember } from '../../bot/local-mode/city/cast.ts'

/** Values typed or chosen, by the input's name; a list is joined by commas. */
export type Inputs = Readonly<Record<string, string>>

/** Somebody of the city, sitting in front of a client. */
export type Seat = {
  readonly member: CastMember
  say(text: string): Promise<void>
  /** Presses the button with this title: in the dialog while one is open, else on the newest card that has it. */
  press(title: string, inputs?: Inputs): Promise<void>
  /** Presses the button of the dialog `times` at once, as a nervous finger or a bad line does. */
  hammer(title: string, times: number, inputs?: Inputs): Promise<void>
  /** Sends what no client of ours would: an action with any input, as a press in the open dialog. */
  forge(action: string, args: object, inputs?: Inputs): Promise<void>
  closeDialog(): Promise<void>
  /** All words of the open dialog; '' when none is open. */
  dialog(): Promise<string>
  /** What the named input of the open dialog shows. */
  value(input: string): Promise<string>
  /** All words of everything the bot has put into the chat, newest last. */
  chat(): Promise<readonly string[]>
  /** What a locked phone showed. */
  notifications(): Promise<readonly string[]>
}

/** One platform's local client, with people of the city in front of it. */
export type Client = {
  readonly channel: 'teams' | 'slack'
  /** Its page, for a journey in a browser. */
  readonly url: string
  seat(member: CastMember): Seat
  /** A stranger: somebody the platform knows and the roster does not. */
  stranger(): Seat
  /** What the platform would have refused or shown wrongly; empty is good. */
  problems(): readonly string[]
  close(): Promise<void>
}
