/** The dialog over the chat, as the person in front of it uses it. */
import { submission, task } from './acts.ts'
import { fillIn, findAction, forced, type Inputs, wordsOf } from './cards.ts'
import { type Outcome, outcome } from './outcome.ts'
import { type Json, objectOf } from './shapes.ts'
import type { Seat, World } from './world.ts'

/** How a dialog is submitted. */
type SubmitOptions = {
  /** Leaves out the client's own checks, and takes answers the card does not offer. */
  force?: boolean
  /** How many times the button is hit, all at once; 1 when left out. */
  times?: number
}

/** A person's dialog. Closed, it has no title, no card and no message. */
export type Dialog = {
  readonly isOpen: boolean
  readonly title: string
  readonly card: Json | undefined
  /** The closing word the bot gave instead of a card. */
  readonly message: string
  /** Complaints under inputs after a submit that the client kept back, by input id. */
  readonly invalid: Record<string, string>
  /** What Teams says when the last submit went wrong; the dialog stays open. */
  readonly error: string
  /** All its words in reading order. */
  readonly words: string
  /** Presses a button of the dialog with the inputs filled in. */
  submit(action: string | Json, inputs?: Inputs, options?: SubmitOptions): Promise<Outcome>
  close(): void
}

const kept = (invalid: Record<string, string>): Outcome => ({
  sent: false,
  status: 0,
  body: undefined,
  invalid,
  messages: [],
})

type Submit = { action: string | Json; inputs: Inputs; options: SubmitOptions }

const submit = async (
  world: World,
  seat: Seat,
  { action, inputs, options }: Submit,
): Promise<Outcome> => {
  const open = seat.chat.dialog
  if (!open?.card) throw new Error(`No dialog with a card is open for ${seat.person.name}`)
  const found = findAction([open.card], action)
  const { values, invalid } = options.force
    ? { values: forced(inputs), invalid: {} }
    : fillIn(found.inputs, inputs)
  open.invalid = invalid
  if (Object.keys(invalid).length > 0) return kept(invalid)
  if (found.action['type'] !== 'Action.Submit') return kept({})
  const data = { ...objectOf(found.action['data']), ...values }
  const times = Array.from({ length: options.times ?? 1 })
  return outcome(seat, async () => {
    const answers = await Promise.all(times.map(() => task(world, seat, submission(data))))
    return answers.at(-1) ?? { status: 0, body: undefined }
  })
}

/** The dialog of the person sitting on `seat`. */
export const createDialog = (world: World, seat: Seat): Dialog => ({
  get isOpen() {
    return seat.chat.dialog !== undefined
  },
  get title() {
    return seat.chat.dialog?.title ?? ''
  },
  get card() {
    return seat.chat.dialog?.card
  },
  get message() {
    return seat.chat.dialog?.message ?? ''
  },
  get invalid() {
    return seat.chat.dialog?.invalid ?? {}
  },
  get error() {
    return seat.chat.dialog?.error ?? ''
  },
  get words() {
    const open = seat.chat.dialog
    return open ? [open.title, open.message, wordsOf(open.card)].filter(Boolean).join('\n') : ''
  },
  submit: (action, inputs = {}, options = {}) => submit(world, seat, { action, inputs, options }),
  close: () => {
    seat.chat.dialog = undefined
    world.changed()
  },
})
