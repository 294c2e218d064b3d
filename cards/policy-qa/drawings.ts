/** The drawings of 方針Q&A. Pure. */
import { personnelContact } from '../../services/errors.ts'
import type { Citation } from '../../services/policy-qa/shown.ts'
import type { View, ViewName, Views } from '../../services/vocabulary.ts'
import type { Drawing } from '../drawing.ts'
import { escapeText } from '../escape.ts'
import { careWords } from './care-words.ts'
import { drawAnswerForm, drawAnswers, drawRemoval, drawUpkeep } from './upkeep-drawings.ts'

const title = '方針Q&A'

const place = (citation: Citation): string =>
  citation.page === null ? citation.section : `${citation.section}　${citation.page}頁`

type Quoting = { readonly answer: string; readonly revision: string }

/** What the answer says in full already is not said a second time below it: there its place is enough. */
const citations = (all: readonly Citation[], { answer, revision }: Quoting): object[] =>
  all.map((citation) => ({
    quote: answer.includes(citation.quote) ? '' : escapeText(citation.quote),
    place: escapeText(place(citation)),
    passageId: citation.passageId,
    revision,
  }))

const questionLengthShown = 100

const shortened = (question: string): string => {
  const line = question.replaceAll(/\s+/g, ' ').trim()
  const rest = line.length > questionLengthShown ? '…' : ''
  return escapeText(`${line.slice(0, questionLengthShown)}${rest}`)
}

const thanks: { readonly [rating in Views['policy-qa.answer']['rating']]: string } = {
  open: '',
  closed: '',
  useful: 'お知らせくださり、ありがとうございます。',
  'not-useful': `お知らせくださり、ありがとうございます。職員課が見直します。お急ぎのときは、${personnelContact}へお尋ねください。`,
}

/** A short column beside a long one gets less room. */
const widthOf = (table: NonNullable<Views['policy-qa.answer']['table']>, at: number): number =>
  Math.max(...table.rows.map((row) => (row[at] ?? '').length)) > 12 ? 2 : 1

const tableData = (table: Views['policy-qa.answer']['table']): object => {
  if (!table) return { hasTable: false, columns: [], rows: [] }
  const cells = (row: readonly string[]) => ({
    cells: row.map((text) => ({ text: escapeText(text === '' ? '－' : text) })),
  })
  return {
    hasTable: true,
    columns: table.columns.map((_column, at) => ({ width: widthOf(table, at) })),
    rows: [table.columns, ...table.rows].map(cells),
  }
}

const drawAnswer = (view: Views['policy-qa.answer']): Drawing => ({
  title,
  fallbackText: '方針から答えが見つかりました。',
  data: {
    question: shortened(view.question),
    answer: escapeText(view.answer),
    rephrased: view.rephrased,
    curated: escapeText(view.curated ?? ''),
    ...tableData(view.table),
    citations: citations(view.citations, view),
    related: view.related,
    open: view.rating === 'open',
    thanks: thanks[view.rating],
    asked: view.rating === 'open' ? view.question : '',
    answerId: view.answerId,
  },
})

const drawNotFound = (view: Views['policy-qa.not-found']): Drawing => ({
  title,
  fallbackText: '方針には答えが見つかりませんでした。',
  data: {
    question: shortened(view.question),
    answer: escapeText(view.answer),
    citations: citations(view.citations, view),
    related: view.related,
    listed: view.listed,
    contact: personnelContact,
  },
})

/** What a locked phone shows of it says nothing of what it is about. */
const drawCare = (view: Views['policy-qa.care']): Drawing => ({
  title: 'ひとづくり窓口',
  fallbackText: 'お返事があります。',
  data: {
    ...careWords(view),
    lines: view.lines,
    citations: citations(view.citations, { answer: '', revision: '' }),
  },
})

const drawAround = (view: Views['policy-qa.around']): Drawing => ({
  title,
  fallbackText: '方針の前後の文章です。',
  data: {
    passages: view.passages.map((passage) => ({
      quote: escapeText(passage.quote),
      place: escapeText(place(passage)),
      current: passage.passageId === view.current,
    })),
  },
})

type PolicyView = Extract<ViewName, `policy-qa.${string}`>

/** One drawing a view of the job: the compiler asks for each. */
export const policyDrawings: { readonly [N in PolicyView]: (view: View<N>) => Drawing } = {
  'policy-qa.form': (view) => ({
    title,
    fallbackText: '方針に質問する画面です。',
    data: view,
  }),
  'policy-qa.answer': drawAnswer,
  'policy-qa.not-found': drawNotFound,
  'policy-qa.care': drawCare,
  'policy-qa.around': drawAround,
  'policy-qa.upkeep': drawUpkeep,
  'policy-qa.answers': drawAnswers,
  'policy-qa.answer-form': drawAnswerForm,
  'policy-qa.answer-removal': drawRemoval,
}
