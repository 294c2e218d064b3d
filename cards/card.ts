/** A drawn view: what a channel shows. One Adaptive Card serves both platforms. */
import type { AdaptiveCard } from './adaptive-card.ts'

/** An action and its arguments. */
export type Source = {
  readonly action: string
  readonly args: Readonly<Record<string, unknown>>
}

/** An input that can't be accepted as it is, and the sentence that says what to do. */
export type Problem = { readonly field: string; readonly sentence: string }

/** One card, ready to be shown in a chat, a dialog or a home tab. */
export type Card = {
  /** Which form this is (`self-report.form/2`); the same form again, with problems, is shown in place. */
  readonly form: string
  /** The dialog's title, at most 24 characters; it may show on a shared screen, so it says nothing confidential. */
  readonly title: string
  /** Adaptive Card 1.5. Its buttons are `Action.Execute` with `verb` = action name and `data` = its arguments. */
  readonly content: AdaptiveCard
  /** The plain sentence for notifications and screen readers; never confidential. */
  readonly fallbackText: string
  /** What is to be mended in this form's inputs; each field is the id of an input on this card, or of none. */
  readonly problems: readonly Problem[]
  /** What shows this card again and changes nothing, where it may have come of something that does. */
  readonly source?: Source
}
