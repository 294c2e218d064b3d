/** The product on one page: every action a person can take, and every view the bot can show. */
import { z } from 'zod'
import type { CalendarDate } from './calendar.ts'
import type { RefusalCode } from './errors.ts'
import {
  aroundInput,
  askInput,
  curatedFormInput,
  curatedRemoveInput,
  curatedSaveInput,
  groupInput,
  pageInput,
  rateInput,
} from './policy-qa/form.ts'
import type { FieldKind } from './self-report/form.ts'
import {
  openInput,
  overlongInput,
  reportInput,
  revisionInput,
  saveInput,
} from './self-report/form.ts'

const nothing = z.strictObject({})

/** Every action, with the schema of its input; `dialog`: what it shows opens as a dialog. */
export const actions = {
  'home.show': { input: nothing, dialog: false },

  'self-report.open': { input: openInput, dialog: true },
  'self-report.save': { input: saveInput, dialog: true },
  'self-report.submit': { input: revisionInput, dialog: true },
  'self-report.show': { input: reportInput, dialog: true },
  'self-report.overlong': { input: overlongInput, dialog: true },
  'self-report.ask-withdrawal': { input: reportInput, dialog: true },
  'self-report.withdraw': { input: revisionInput, dialog: true },

  'policy-qa.open': { input: nothing, dialog: true },
  'policy-qa.ask': { input: askInput, dialog: false },
  'policy-qa.around': { input: aroundInput, dialog: true },
  'policy-qa.rate': { input: rateInput, dialog: false },

  'policy-qa.upkeep': { input: pageInput, dialog: true },
  'policy-qa.dismiss': { input: groupInput, dialog: true },
  'policy-qa.answers': { input: pageInput, dialog: true },
  'policy-qa.answer-form': { input: curatedFormInput, dialog: true },
  'policy-qa.answer-save': { input: curatedSaveInput, dialog: true },
  'policy-qa.answer-ask-removal': { input: curatedRemoveInput, dialog: true },
  'policy-qa.answer-remove': { input: curatedRemoveInput, dialog: true },
} as const

/** The name of an action. */
export type ActionName = keyof typeof actions

/** True for the name of an action that exists. */
export const isActionName = (name: string): name is ActionName => Object.hasOwn(actions, name)

/** True where what the action shows opens as a dialog. */
export const opensDialog = (name: string): boolean => isActionName(name) && actions[name].dialog

/** Something open for a person, as the home card lists it. */
export type OpenTask = {
  readonly job: string
  /** What is open, until when, how long it takes. */
  readonly sentence: string
  readonly button: { readonly title: string; readonly action: ActionName; readonly args: object }
}

/** A way into something that only some people have, as the home card offers it. */
export type Door = { readonly title: string; readonly action: ActionName }

/** One input of a form: its name, label, kind, and what has been typed so far. */
export type FormInput = {
  readonly name: string
  readonly label: string
  readonly kind: FieldKind
  readonly value: string
  readonly choices: readonly { readonly title: string; readonly value: string }[]
  readonly lengthMax: number
  readonly numberMax: number
  readonly placeholder: string
}

/** An input that can't be accepted as it is, and the sentence that says what to do. */
export type InputProblem = {
  readonly field: string
  readonly label: string
  readonly sentence: string
}

/** A question and its answer, for reading. */
export type Row = {
  readonly label: string
  readonly value: string
  readonly personnelOnly: boolean
}

/** The rows of one page of a form. */
export type Section = {
  readonly page: number
  readonly heading: string
  readonly rows: readonly Row[]
}

/** A passage of the policy document, word for word. `page` is null where the document prints none. */
export type Citation = {
  readonly quote: string
  readonly section: string
  readonly page: number | null
  readonly passageId: string
}

/** An answer the personnel division wrote, as it is listed: its first question, and how many more there are. */
export type CuratedRow = {
  readonly id: string
  readonly version: number
  readonly question: string
  readonly more: number
  readonly answer: string
  readonly source: string
  readonly approvedBy: string
  readonly approvedOn: CalendarDate
}

/** Which page of a list (from 1), of how many, and how long the list is. */
export type ListPlace = { readonly page: number; readonly pages: number; readonly total: number }

/** Every view, by its name. Dates are ISO dates in Asia/Tokyo; texts are as typed, not yet escaped. */
export type Views = {
  readonly home: {
    readonly name: string
    readonly tasks: readonly OpenTask[]
    readonly doors: readonly Door[]
  }
  readonly refusal: {
    readonly code: RefusalCode
    readonly detail?: string
    /** What the person had typed: it comes back to them. */
    readonly typed: readonly string[]
  }
  readonly 'self-report.form': {
    readonly fiscalYear: number
    readonly session: string
    readonly page: number
    readonly pages: number
    readonly heading: string
    readonly dueOn: CalendarDate
    readonly inputs: readonly FormInput[]
    readonly personnelOnly: readonly string[]
    readonly problems: readonly InputProblem[]
    readonly notice?: string
    /** Another device's answers to the same questions, where they differ. */
    readonly others: readonly Row[]
    /** Fields whose text is longer than the form can show; all of it is kept. */
    readonly overlong: readonly { readonly field: string; readonly label: string }[]
  }
  readonly 'self-report.review': {
    readonly fiscalYear: number
    readonly revision: number
    readonly dueOn: CalendarDate
    /** True where an earlier version was handed in and counts until this one is. */
    readonly handedIn: boolean
    readonly sections: readonly Section[]
    readonly problems: readonly (InputProblem & { readonly page: number })[]
    readonly notice?: string
  }
  readonly 'self-report.saved': {
    readonly page: number
    readonly pages: number
    readonly dueOn: CalendarDate
  }
  readonly 'self-report.receipt': {
    readonly fiscalYear: number
    readonly receiptNumber: string
    readonly version: number
    readonly submittedOn: CalendarDate
    readonly dueOn: CalendarDate
  }
  readonly 'self-report.content': {
    readonly fiscalYear: number
    readonly receiptNumber: string
    readonly version: number
    readonly submittedOn: CalendarDate
    readonly sections: readonly Section[]
    readonly draftOpen: boolean
    readonly amendable: boolean
  }
  readonly 'self-report.withdrawal': {
    readonly fiscalYear: number
    readonly revision: number
    readonly receiptNumber: string
  }
  readonly 'self-report.withdrawn': { readonly receiptNumber: string; readonly dueOn: CalendarDate }
  readonly 'self-report.overlong': {
    readonly fiscalYear: number
    readonly field: string
    readonly label: string
    readonly part: number
    readonly parts: number
    readonly text: string
  }
  readonly 'policy-qa.form': { readonly question: string }
  readonly 'policy-qa.answer': {
    readonly question: string
    /** The short sentence; what it quotes stands in `citations`. */
    readonly answer: string
    /** `answer` is in a language model's words, every sentence of it supported by the citations. */
    readonly rephrased: boolean
    readonly citations: readonly Citation[]
    readonly related: readonly string[]
    /** Two or three columns. */
    readonly table?: { readonly columns: readonly string[]; readonly rows: readonly string[][] }
    /** Of an answer the personnel division wrote: the source it named. */
    readonly curated?: string
    readonly revision: string
    /** Random: an answer is rated once by it. */
    readonly answerId: string
    /** `closed`: a question too long for its buttons. */
    readonly rating: 'open' | 'useful' | 'not-useful' | 'closed'
    readonly listed: boolean
  }
  readonly 'policy-qa.not-found': {
    readonly question: string
    readonly answer: string
    readonly citations: readonly Citation[]
    readonly related: readonly string[]
    readonly revision: string
    /** The question was put, without its asker, on the list that the personnel division reads. */
    readonly listed: boolean
  }
  /** What comes first when a question is really a confidence. Nothing of the question is on it. */
  readonly 'policy-qa.care': {
    readonly kind: 'crisis' | 'harassment' | 'health'
    readonly english: boolean
    readonly lines: readonly {
      readonly name: string
      readonly number: string
      readonly hours: string
    }[]
    /** The document's own passage on where to turn. */
    readonly citations: readonly Citation[]
  }
  readonly 'policy-qa.around': { readonly passages: readonly Citation[]; readonly current: string }
  /** What went unanswered, for the personnel division: like questions together, no askers. */
  readonly 'policy-qa.upkeep': ListPlace & {
    readonly groups: readonly {
      readonly id: string
      /** `2026-11` */
      readonly month: string
      readonly question: string
      readonly wordings: readonly string[]
      /** How often the document did not say, and how often the answer was found wrong. */
      readonly refused: number
      readonly wrong: number
    }[]
    /** How many answers the personnel division has written. */
    readonly answers: number
    readonly notice?: string
  }
  readonly 'policy-qa.answers': ListPlace & {
    readonly answers: readonly CuratedRow[]
    readonly notice?: string
  }
  readonly 'policy-qa.answer-form': {
    readonly id: string
    /** 0 for a new one. */
    readonly version: number
    /** The group of unanswered questions it is written for. */
    readonly group?: string
    readonly questions: string
    readonly answer: string
    readonly source: string
    readonly approvedBy: string
    readonly problems: readonly InputProblem[]
    readonly notice?: string
  }
  readonly 'policy-qa.answer-removal': CuratedRow
}

/** The name of a view. */
export type ViewName = keyof Views

/** One view and what it shows: a union over every name, or over the names given. */
export type View<N extends ViewName = ViewName> = {
  [K in N]: { readonly view: K } & Views[K]
}[N]

/** What a service answers: a view for the person who asked, and perhaps one to leave in the chat as a record. */
export type Outcome = { readonly show: View; readonly keep?: View }
