/** View → Card: one table, a drawing for every view. Pure. */
import { formatDate, formatFiscalYear } from '../services/calendar.ts'
import { refusals } from '../services/errors.ts'
import type { Section } from '../services/self-report/shown.ts'
import type { View, ViewName, Views } from '../services/vocabulary.ts'
import type { JsonObject } from './adaptive-card.ts'
import type { Card } from './card.ts'
import type { Drawing } from './drawing.ts'
import { escapeText } from './escape.ts'
import { policyDrawings } from './policy-qa/drawings.ts'
import { mark, stretches } from './rows.ts'
import { expand, expandPart } from './templates.ts'
import { drawTyped, typedLengthMax } from './typed.ts'

/** Draws a view: the card, its dialog title, and the plain sentence that stands for it elsewhere. */
export const render = (view: View): Card => {
  const { title, fallbackText, data, form, problems, source } = draw(view)
  return {
    form: form ?? view.view,
    title,
    fallbackText,
    content: expand(view.view, { ...data, fallbackText }),
    problems: problems ?? [],
    ...(source ? { source } : {}),
  }
}

const selfReport = '自己申告'

const draw = <N extends ViewName>(view: View<N>): Drawing => {
  const drawing: (view: View<N>) => Drawing = drawings[view.view]
  return drawing(view)
}

const drawHome = (view: Views['home']): Drawing => {
  const count = view.tasks.length
  const open =
    count === 0 ? 'いま期限のあるものはありません。' : `期限のあるものが${count}件あります。`
  return {
    title: 'ひとづくり窓口',
    fallbackText: `ひとづくり窓口のホームです。${open}`,
    data: { ...view, name: escapeText(view.name), notice: view.notice ?? '' },
  }
}

const drawRefusal = (view: Views['refusal']): Drawing => {
  const sentence = refusals[view.code]
  const data = {
    sentence,
    detail: view.detail ?? '',
    typed: drawTyped(view.typed, typedLengthMax.alone),
    home: view.code !== 'UNKNOWN_PERSON',
    retry: view.retry === undefined ? [] : [view.retry],
  }
  return { title: 'ご案内', fallbackText: sentence, data }
}

const bar = (page: number, pages: number): string =>
  `${'▓'.repeat(page)}${'░'.repeat(pages - page)}`

type Input = Views['self-report.form']['inputs'][number]

/** Slack shows a number's sentence as a hint that is always there, so it must read well before anything is wrong. */
const errorOf = ({ kind, label, numberMax }: Input): string =>
  kind === 'number'
    ? `0から${numberMax}までの数字で入力してください。`
    : `「${label}」を確かめてください。`

type Form = Views['self-report.form']

/** A text that its input can't show whole is spoken of where it stands. */
const notesAbove = ({ overlong, fiscalYear }: Form, { name }: Input): object[] =>
  overlong
    .filter(({ field }) => field === name)
    .map((note) => expandPart('self-report.input.overlong', { ...note, fiscalYear }))

type Drawn = { readonly label: string; readonly part: JsonObject }

/** Nothing of anybody is in a blank input: it is drawn once, for as long as the form offers the same one. */
const blanksDrawn = new WeakMap<Input, Drawn>()

const drawInput = (input: Input, label: string): JsonObject => {
  const known = blanksDrawn.get(input)
  if (known?.label === label) return known.part
  const filled = { ...input, label, error: errorOf(input) }
  const part = expandPart(`self-report.input.${input.kind}`, filled)
  if (input.value === '' && Object.isFrozen(input)) {
    blanksDrawn.set(input, { label, part: Object.freeze(part) })
  }
  return part
}

/** Which form it is: with other notes it is another one, and drawn anew. */
const formName = ({ page, overlong }: Form): string =>
  [`self-report.form/${page}`, ...overlong.map(({ field, text }) => `${field}-${text}`)].join('/')

const drawForm = (view: Views['self-report.form']): Drawing => {
  const last = view.page === view.pages
  const data = {
    ...view,
    bar: bar(view.page, view.pages),
    due: view.dueOn ? `${formatDate(view.dueOn)}まで。` : '',
    notice: view.notice ?? '',
    unkept: drawTyped(view.unkept, typedLengthMax.besideForm),
    nextTitle: last ? '保存して確認へ' : '保存して次へ',
    inputs: view.inputs.flatMap((input) => [
      ...notesAbove(view, input),
      drawInput(input, mark(input.label, view.personnelOnly.includes(input.name))),
    ]),
    others: stretches(view.others),
  }
  return {
    title: selfReport,
    fallbackText: `自己申告の${view.page}ページ目です。`,
    data,
    form: formName(view),
    problems: view.problems,
  }
}

const sections = (all: readonly Section[]): object[] =>
  all.map((section) => ({ ...section, rows: stretches(section.rows) }))

const drawReview = (view: Views['self-report.review']): Drawing => {
  const first = view.problems[0]
  const data = {
    ...view,
    due: formatDate(view.dueOn),
    notice: view.notice ?? '',
    sections: sections(view.sections),
    problemPage: first?.page ?? 1,
    problemTitle: `${first?.page ?? 1}ページを直す`,
  }
  return {
    title: selfReport,
    fallbackText: view.open ? '自己申告の提出前の確認です。' : '自己申告の下書きです。',
    data,
    source: { action: 'self-report.review', args: { fiscalYear: view.fiscalYear } },
  }
}

const drawSaved = (view: Views['self-report.saved']): Drawing => ({
  title: selfReport,
  fallbackText: '自己申告を下書きに残しました。',
  data: {
    ...view,
    bar: bar(view.page, view.pages),
    due: formatDate(view.dueOn),
  },
})

const drawReceipt = (view: Views['self-report.receipt']): Drawing => ({
  title: selfReport,
  fallbackText: `自己申告を受け付けました。受付番号は ${view.receiptNumber} です。`,
  data: {
    ...view,
    yearName: formatFiscalYear(view.fiscalYear),
    submitted: formatDate(view.submittedOn),
    due: formatDate(view.dueOn),
  },
})

const drawContent = (view: Views['self-report.content']): Drawing => ({
  title: selfReport,
  fallbackText: '提出した自己申告の内容です。',
  data: {
    ...view,
    yearName: formatFiscalYear(view.fiscalYear),
    submitted: formatDate(view.submittedOn),
    sections: sections(view.sections),
  },
  source: { action: 'self-report.show', args: { fiscalYear: view.fiscalYear } },
})

const drawWithdrawn = (view: Views['self-report.withdrawn']): Drawing => ({
  title: selfReport,
  fallbackText: view.earlier ? '自己申告は取り下げ済みです。' : '自己申告の提出を取り下げました。',
  data: { ...view, due: formatDate(view.dueOn) },
})

const drawOverlong = (view: Views['self-report.overlong']): Drawing => ({
  title: selfReport,
  fallbackText: '下書きの全文です。',
  data: { ...view, text: escapeText(view.text), next: view.part + 1, page: view.page ?? 0 },
})

/** One drawing a view: the compiler asks for each. */
const drawings: { readonly [N in ViewName]: (view: View<N>) => Drawing } = {
  home: drawHome,
  refusal: drawRefusal,
  'self-report.form': drawForm,
  'self-report.review': drawReview,
  'self-report.saved': drawSaved,
  'self-report.receipt': drawReceipt,
  'self-report.content': drawContent,
  'self-report.withdrawal': (view) => ({
    title: selfReport,
    fallbackText: '自己申告の取り下げの確認です。',
    data: view,
  }),
  'self-report.withdrawn': drawWithdrawn,
  'self-report.overlong': drawOverlong,
  ...policyDrawings,
}
