/** What the self-report shows. A leaf: types alone. Dates are ISO dates in Asia/Tokyo; texts are as typed. */
import type { CalendarDate } from '../calendar.ts'
import type { InputProblem, Typed } from '../shown.ts'
import type { FieldKind } from './form.ts'

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

/** A text longer than its input can show, to be read part by part: as it is, or as it was before it was rewritten. */
export type LongText = {
  readonly field: string
  readonly label: string
  readonly text: 'now' | 'before'
}

/** The views of the self-report, by name. */
export type SelfReportViews = {
  readonly 'self-report.form': {
    readonly fiscalYear: number
    readonly session: string
    readonly page: number
    readonly pages: number
    readonly heading: string
    /** Absent where it can't be read just now. */
    readonly dueOn?: CalendarDate
    readonly inputs: readonly FormInput[]
    readonly personnelOnly: readonly string[]
    readonly problems: readonly InputProblem[]
    readonly notice?: string
    /** Another device's answers to the same questions, where they differ. */
    readonly others: readonly Row[]
    /**
     * Texts longer than the form can show, all of them kept: as they are (`now`; the input shows their
     * beginning), or as they were before they were rewritten (`before`).
     */
    readonly overlong: readonly LongText[]
    /** Texts longer than the form can show of which nothing is kept: they are nowhere but here. */
    readonly unkept: readonly Typed[]
  }
  readonly 'self-report.review': {
    readonly fiscalYear: number
    readonly revision: number
    readonly dueOn: CalendarDate
    /** True where an earlier version was handed in and counts until this one is. */
    readonly handedIn: boolean
    /** False after the deadline: what was never handed in can still be read. */
    readonly open: boolean
    readonly sections: readonly Section[]
    readonly problems: readonly (InputProblem & { readonly page: number })[]
    /** After the deadline: texts of which only the beginning is shown. */
    readonly overlong: readonly LongText[]
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
  readonly 'self-report.withdrawn': {
    readonly fiscalYear: number
    readonly receiptNumber: string
    readonly open: boolean
    readonly dueOn: CalendarDate
    /** True where it was withdrawn before: what the person asked for is gone. */
    readonly earlier: boolean
  }
  readonly 'self-report.overlong': {
    readonly fiscalYear: number
    readonly field: string
    readonly label: string
    readonly part: number
    readonly parts: number
    readonly text: string
    readonly rewritten: boolean
    /** The page of the form on which the text stands; undefined after the deadline. */
    readonly page?: number
  }
}
