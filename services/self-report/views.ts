/** What a person sees of a self-report. Pure. */

import type { InputProblem, Typed } from '../shown.ts'
import type { View } from '../vocabulary.ts'
import {
  type Answers,
  type Field,
  type FieldName,
  fieldNames,
  fields,
  fieldsOf,
  isFieldName,
  pageCount,
  pages,
} from './form.ts'
import type { FormInput, Row, Section } from './shown.ts'
import type { SelfReportWindow } from './window.ts'

/** Which report, and which opening of its form, a page is drawn for. */
export type Place = {
  readonly window: Pick<SelfReportWindow, 'fiscalYear'> & Partial<Pick<SelfReportWindow, 'dueOn'>>
  readonly session: string
}

/** One page of the form with what was typed, and what is to be said about it. */
export type PageState = {
  readonly page: number
  readonly answers: Answers
  readonly problems?: readonly InputProblem[]
  readonly notice?: string
  readonly others?: readonly Row[]
  /** Long texts as they were before they were rewritten. */
  readonly before?: Answers
  /** True where the store has none of it: the form is the only place where it stands. */
  readonly unkept?: boolean
}

/** The longest text an input shows: what is longer is kept whole and read part by part. */
export const shownLengthMax = 1_200

/** The length of one part of an overlong text, in characters. */
export const partLength = 2_500

const choicesFrom = (titles: readonly string[]): FormInput['choices'] =>
  Object.freeze(titles.map((title) => Object.freeze({ title, value: title })))

const blankInput = (name: FieldName, ofUnits: FormInput['choices']): FormInput => {
  const field: Field = fields[name]
  return Object.freeze({
    name,
    label: field.label,
    kind: field.kind,
    value: '',
    choices: field.kind === 'unit' ? ofUnits : choicesFrom(field.choices ?? []),
    lengthMax: field.lengthMax ?? 0,
    numberMax: field.numberMax ?? 0,
    placeholder: field.placeholder ?? '',
  })
}

type Blanks = ReadonlyMap<FieldName, FormInput>

const blanksMade = new WeakMap<readonly string[], Blanks>()

/** Every input with nothing in it yet: the same ones as long as the units are, so that whoever draws them can know them again. */
const blanksWith = (units: readonly string[]): Blanks => {
  const known = blanksMade.get(units)
  if (known) return known
  const ofUnits = choicesFrom(units)
  const made = new Map(fieldNames.map((name) => [name, blankInput(name, ofUnits)]))
  blanksMade.set(units, made)
  return made
}

const formInputs = (state: PageState, units: readonly string[]): FormInput[] => {
  const blanks = blanksWith(units)
  return fieldsOf(state.page).flatMap((name) => {
    const blank = blanks.get(name)
    const value = (state.answers[name] ?? '').slice(0, shownLengthMax)
    if (!blank) return []
    return [value === '' ? blank : { ...blank, value }]
  })
}

const longTexts = (names: readonly FieldName[], answers: Answers) =>
  names
    .filter((field) => (answers[field] ?? '').length > shownLengthMax)
    .map((field) => ({ field, label: fields[field].label, text: 'now' as const }))

const rewrittenOn = (names: readonly FieldName[], before: Answers) =>
  names
    .filter((field) => before[field] !== undefined)
    .map((field) => ({ field, label: fields[field].label, text: 'before' as const }))

/** One page of the form. */
export const formView = (place: Place, state: PageState, units: readonly string[]): View => {
  const names = fieldsOf(state.page)
  const typed = (name: FieldName): string => state.answers[name] ?? ''
  const longer = longTexts(names, state.answers)
  return {
    view: 'self-report.form',
    fiscalYear: place.window.fiscalYear,
    session: place.session,
    page: state.page,
    pages: pageCount,
    heading: pages[state.page - 1] ?? '',
    ...(place.window.dueOn ? { dueOn: place.window.dueOn } : {}),
    inputs: formInputs(state, units),
    personnelOnly: names.filter((name) => fields[name].visibleTo === 'personnel'),
    problems: state.problems ?? [],
    ...(state.notice ? { notice: state.notice } : {}),
    others: state.others ?? [],
    overlong: state.unkept ? [] : [...longer, ...rewrittenOn(names, state.before ?? {})],
    unkept: state.unkept ? longer.map(({ field, label }) => ({ label, text: typed(field) })) : [],
  }
}

const shown = (field: Field, value: string): string => {
  if (field.kind === 'tick') return value === 'true' ? 'はい' : ''
  if (field.kind === 'choices') return value.split(',').join('、')
  return value
}

/** What was typed into the form, for whoever typed it: whole, each with its label; what is empty is left out. */
export const typedIn = (input: Readonly<Record<string, unknown>>): Typed[] =>
  fieldNames.flatMap((name) => {
    const value = input[name]
    const text = typeof value === 'string' ? shown(fields[name], value) : ''
    return text.trim() === '' ? [] : [{ label: fields[name].label, text }]
  })

/** One answered question as it is read: lists joined, long texts shortened with a word on it. */
export const row = (name: FieldName, value: string): Row => {
  const field: Field = fields[name]
  const text = shown(field, value)
  const rest =
    text.length > shownLengthMax ? `…（全部で${text.length.toLocaleString('ja-JP')}字）` : ''
  return {
    label: field.label,
    value: `${text.slice(0, shownLengthMax)}${rest}`,
    personnelOnly: field.visibleTo === 'personnel',
  }
}

/** What was answered, page by page; questions without an answer are left out. */
export const sectionsOf = (answers: Answers): Section[] =>
  pages.map((heading, index) => ({
    page: index + 1,
    heading,
    rows: fieldsOf(index + 1).flatMap((name) => {
      const value = answers[name] ?? ''
      return value === '' || value === 'false' ? [] : [row(name, value)]
    }),
  }))

/** Everything looked over before it is handed in. */
export const reviewView = (
  place: { readonly window: SelfReportWindow; readonly revision: number },
  answers: Answers,
  about: {
    readonly problems: readonly InputProblem[]
    readonly handedIn: boolean
    readonly open: boolean
    readonly before: Answers
    readonly notice?: string
  },
): View => ({
  view: 'self-report.review',
  fiscalYear: place.window.fiscalYear,
  revision: place.revision,
  dueOn: place.window.dueOn,
  handedIn: about.handedIn,
  open: about.open,
  sections: sectionsOf(answers).filter(({ rows }) => about.open || rows.length > 0),
  problems: about.problems.map((problem) => ({ ...problem, page: pageOf(problem.field) })),
  overlong: about.open
    ? []
    : [...longTexts(fieldNames, answers), ...rewrittenOn(fieldNames, about.before)],
  ...(about.notice ? { notice: about.notice } : {}),
})

/** The page on which a field stands. */
export const pageOf = (name: string): number => (isFieldName(name) ? fields[name].page : 1)
