/** View → Card: one table, a drawing for every view. Pure. */
import { formatDate, formatFiscalYear } from '../services/calendar.ts'
import { personnelContact, refusals } from '../services/errors.ts'
import type { Citation, Section, View, ViewName, Views } from '../services/vocabulary.ts'
import type { Card, Problem } from './card.ts'
import { escapeText } from './escape.ts'
import { mark, stretches } from './rows.ts'
import { expand } from './templates.ts'

type Drawing = {
  readonly title: string
  readonly fallbackText: string
  readonly data: object
  readonly form?: string
  readonly problems?: readonly Problem[]
}

/** Draws a view: the card, its dialog title, and the plain sentence that stands for it elsewhere. */
export const render = (view: View): Card => {
  const { title, fallbackText, data, form, problems } = draw(view)
  const content = expand(view.view, { ...data, fallbackText })
  return { form: form ?? view.view, title, fallbackText, content, problems: problems ?? [] }
}

const selfReport = '自己申告'
const policyQa = '方針Q&A'

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
    data: { ...view, name: escapeText(view.name) },
  }
}

const drawRefusal = (view: Views['refusal']): Drawing => {
  const sentence = refusals[view.code]
  const data = {
    sentence,
    detail: view.detail ?? '',
    typed: view.typed.map(escapeText),
    home: view.code !== 'UNKNOWN_PERSON',
  }
  return { title: 'ご案内', fallbackText: sentence, data }
}

const bar = (page: number, pages: number): string =>
  `${'▓'.repeat(page)}${'░'.repeat(pages - page)}`

const drawForm = (view: Views['self-report.form']): Drawing => {
  const last = view.page === view.pages
  const data = {
    ...view,
    bar: bar(view.page, view.pages),
    due: formatDate(view.dueOn),
    notice: view.notice ?? '',
    nextTitle: last ? '保存して確認へ' : '保存して次へ',
    inputs: view.inputs.map((input) => ({
      ...input,
      label: mark(input.label, view.personnelOnly.includes(input.name)),
      error: `「${input.label}」を確かめてください。`,
    })),
    others: stretches(view.others),
  }
  return {
    title: selfReport,
    fallbackText: `自己申告の${view.page}ページ目です。`,
    data,
    form: `self-report.form/${view.page}`,
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
  return { title: selfReport, fallbackText: '自己申告の提出前の確認です。', data }
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
})

const drawWithdrawn = (view: Views['self-report.withdrawn']): Drawing => ({
  title: selfReport,
  fallbackText: '自己申告の提出を取り下げました。',
  data: { ...view, due: formatDate(view.dueOn) },
})

const drawOverlong = (view: Views['self-report.overlong']): Drawing => ({
  title: selfReport,
  fallbackText: '下書きの全文です。',
  data: { ...view, text: escapeText(view.text), next: view.part + 1 },
})

const place = (citation: Citation): string =>
  citation.page === null ? citation.section : `${citation.section}　${citation.page}頁`

/** What the answer says in full already is not said a second time below it: there its place is enough. */
const citations = (all: readonly Citation[], answer: string): object[] =>
  all.map((citation) => ({
    quote: answer.includes(citation.quote) ? '' : escapeText(citation.quote),
    place: escapeText(place(citation)),
    passageId: citation.passageId,
  }))

const drawAnswer = (view: Views['policy-qa.answer']): Drawing => ({
  title: policyQa,
  fallbackText: '方針から答えが見つかりました。',
  data: {
    question: shortened(view.question),
    answer: escapeText(view.answer),
    citations: citations(view.citations, view.answer),
    related: view.related,
  },
})

const drawNotFound = (view: Views['policy-qa.not-found']): Drawing => ({
  title: policyQa,
  fallbackText: '方針には答えが見つかりませんでした。',
  data: {
    question: shortened(view.question),
    answer: escapeText(view.answer),
    citations: citations(view.citations, view.answer),
    contact: personnelContact,
  },
})

const drawAround = (view: Views['policy-qa.around']): Drawing => ({
  title: policyQa,
  fallbackText: '方針の前後の文章です。',
  data: {
    passages: view.passages.map((passage) => ({
      quote: escapeText(passage.quote),
      place: escapeText(place(passage)),
      current: passage.passageId === view.current,
    })),
  },
})

const questionLengthShown = 100

const shortened = (question: string): string => {
  const line = question.replaceAll(/\s+/g, ' ').trim()
  const rest = line.length > questionLengthShown ? '…' : ''
  return escapeText(`${line.slice(0, questionLengthShown)}${rest}`)
}

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
  'policy-qa.form': (view) => ({
    title: policyQa,
    fallbackText: '方針に質問する画面です。',
    data: view,
  }),
  'policy-qa.answer': drawAnswer,
  'policy-qa.not-found': drawNotFound,
  'policy-qa.around': drawAround,
}
