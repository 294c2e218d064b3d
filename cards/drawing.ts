/** What a card needs to be drawn: the data of its template, and what stands for it elsewhere. */
import type { Problem, Source } from './card.ts'

/** One view, ready for its template. */
export type Drawing = {
  /** The dialog's title. */
  readonly title: string
  readonly fallbackText: string
  readonly data: object
  readonly form?: string
  readonly problems?: readonly Problem[]
  /** Left out: the card is short, or only ever comes of an action that reads. */
  readonly source?: Source
}
