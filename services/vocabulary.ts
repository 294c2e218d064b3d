/** The product on one page: every action a person can take, and every view the bot can show. */
import { z } from 'zod'
import type { RefusalCode } from './errors.ts'
import {
  aroundInput,
  askInput,
  backInput,
  curatedFormInput,
  curatedRemoveInput,
  curatedSaveInput,
  groupInput,
  pageInput,
  rateInput,
} from './policy-qa/form.ts'
import type { PolicyQaViews } from './policy-qa/shown.ts'
import {
  openInput,
  overlongInput,
  reportInput,
  revisionInput,
  saveInput,
} from './self-report/form.ts'
import type { SelfReportViews } from './self-report/shown.ts'
import type { Typed } from './shown.ts'

const nothing = z.strictObject({})
/** `courtesy`: somebody said thanks or goodbye. */
const homeInput = z.strictObject({ after: z.literal('courtesy').optional() })

/**
 * Every action, with the schema of its input. `dialog`: what it shows opens as a dialog. `reads`: it
 * changes nothing, so that a channel may repeat it to show more of what it shows.
 */
export const actions = {
  'home.show': { input: homeInput, dialog: false, reads: true },

  'self-report.open': { input: openInput, dialog: true, reads: true },
  'self-report.save': { input: saveInput, dialog: true, reads: false },
  'self-report.review': { input: reportInput, dialog: true, reads: true },
  'self-report.submit': { input: revisionInput, dialog: true, reads: false },
  'self-report.show': { input: reportInput, dialog: true, reads: true },
  'self-report.overlong': { input: overlongInput, dialog: true, reads: true },
  'self-report.ask-withdrawal': { input: reportInput, dialog: true, reads: true },
  'self-report.withdraw': { input: revisionInput, dialog: true, reads: false },

  'policy-qa.open': { input: nothing, dialog: true, reads: true },
  'policy-qa.ask': { input: askInput, dialog: false, reads: false },
  'policy-qa.around': { input: aroundInput, dialog: true, reads: true },
  'policy-qa.back': { input: backInput, dialog: true, reads: true },
  'policy-qa.rate': { input: rateInput, dialog: false, reads: false },

  'policy-qa.upkeep': { input: pageInput, dialog: true, reads: true },
  'policy-qa.dismiss': { input: groupInput, dialog: true, reads: false },
  'policy-qa.answers': { input: pageInput, dialog: true, reads: true },
  'policy-qa.answer-form': { input: curatedFormInput, dialog: true, reads: true },
  'policy-qa.answer-save': { input: curatedSaveInput, dialog: true, reads: false },
  'policy-qa.answer-ask-removal': { input: curatedRemoveInput, dialog: true, reads: true },
  'policy-qa.answer-remove': { input: curatedRemoveInput, dialog: true, reads: false },
} as const

/** The name of an action. */
export type ActionName = keyof typeof actions

/** True for the name of an action that exists. */
export const isActionName = (name: string): name is ActionName => Object.hasOwn(actions, name)

/** True where what the action shows opens as a dialog. */
export const opensDialog = (name: string): boolean => isActionName(name) && actions[name].dialog

/** True for an action that changes nothing. */
export const onlyReads = (name: string): boolean => isActionName(name) && actions[name].reads

/** True where the answer in a chat is a message of its own: the card pressed may still be wanted. */
export const answersAnew = (name: string): boolean => name === 'policy-qa.ask'

/** Something open for a person, as the home card lists it. */
export type OpenTask = {
  readonly job: string
  /** What is open, until when, how long it takes. */
  readonly sentence: string
  readonly button: { readonly title: string; readonly action: ActionName; readonly args: object }
}

/** A way into something that only some people have, as the home card offers it. */
export type Door = { readonly title: string; readonly action: ActionName }

/** Every view, by its name. Dates are ISO dates in Asia/Tokyo; texts are as typed, not yet escaped. */
export type Views = {
  readonly home: {
    readonly name: string
    /** A kind word to somebody who said thanks. */
    readonly notice?: string
    readonly tasks: readonly OpenTask[]
    readonly doors: readonly Door[]
  }
  readonly refusal: {
    readonly code: RefusalCode
    readonly detail?: string
    /** What the person had typed: it comes back to them. */
    readonly typed: readonly Typed[]
    /** The same once more, where trying again may help. */
    readonly retry?: { readonly action: ActionName; readonly args: object }
  }
} & SelfReportViews &
  PolicyQaViews

/** The name of a view. */
export type ViewName = keyof Views

/** One view and what it shows: a union over every name, or over the names given. */
export type View<N extends ViewName = ViewName> = {
  [K in N]: { readonly view: K } & Views[K]
}[N]

/** What a service answers: a view for the person who asked, and perhaps one to leave in the chat as a record. */
export type Outcome = { readonly show: View; readonly keep?: View }
