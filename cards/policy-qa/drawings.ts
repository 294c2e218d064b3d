/** The drawings of 方針Q&A. Pure. */
import type { Citation, ContactShown } from '../../services/policy-qa/shown.ts'
import type { View, ViewName, Views } from '../../services/vocabulary.ts'
import type { Drawing } from '../drawing.ts'
import { escapeText } from '../escape.ts'
import { careWords } from './care-words.ts'
import { drawAnswerForm, drawAnswers, drawRemoval, drawUpkeep } from './upkeep-drawings.ts'

const title = '方針Q&A'
/** One sentence for every answer: a locked phone or a shared screen does not tell a confidence from a question. */
const reply = 'お返事があります。'
/** The longest question that going back to its answer can carry, as for rating it. */
const backLengthMax = 300

const place = (citation: Citation): string =>
  citation.page === null ? citation.section : `${citation.section}　${citation.page}頁`

type Quoting = {
  readonly question?: string
  readonly answer: string
  readonly revision: string
  readonly answerId?: string
}

/** What reading on carries: the passage, and the way back to the answer where a button can hold it. */
const aroundArgs = (passageId: string, { question = '', revision, answerId }: Quoting): object => ({
  passageId,
  revision,
  ...(question === '' || question.length > backLengthMax
    ? {}
    : { question, ...(answerId ? { answerId } : {}) }),
})

/** What the answer says in full already is not said a second time below it: there its place is enough. */
const citations = (all: readonly Citation[], quoting: Quoting): object[] =>
  all.map((citation) => ({
    quote: quoting.answer.includes(citation.quote) ? '' : escapeText(citation.quote),
    place: escapeText(place(citation)),
    around: aroundArgs(citation.passageId, quoting),
  }))

const questionLengthShown = 100

const shortened = (question: string): string => {
  const line = question.replaceAll(/\s+/g, ' ').trim()
  const rest = line.length > questionLengthShown ? '…' : ''
  return escapeText(`${line.slice(0, questionLengthShown)}${rest}`)
}

/** Whom to ask: an office a reader can find, whatever the policy prints. */
const asked = ({ line, office }: ContactShown): string => escapeText(line === '' ? office : line)

type Rated = Pick<Views['policy-qa.answer'], 'rating' | 'listed' | 'contact'>

/** Says of the list what became of the question, and nothing that did not. */
const thanks = ({ rating, listed, contact }: Rated): string => {
  if (rating !== 'useful' && rating !== 'not-useful') return ''
  return [
    'お知らせくださり、ありがとうございます。',
    listed === true
      ? `ご質問は、お名前を付けずに、${contact.office}が見直す一覧に載せました。`
      : '',
    listed === false ? `ご質問の文章は、${contact.office}の一覧には載せていません。` : '',
    rating === 'not-useful' ? `お急ぎのときは、${asked(contact)}へお尋ねください。` : '',
  ].join('')
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
  fallbackText: reply,
  data: {
    question: shortened(view.question),
    answer: escapeText(view.answer),
    rephrased: view.rephrased,
    curated: escapeText(view.curated ?? ''),
    office: escapeText(view.contact.office),
    ...tableData(view.table),
    citations: citations(view.citations, view),
    related: view.related,
    open: view.rating === 'open',
    thanks: thanks(view),
    asked: view.rating === 'open' ? view.question : '',
    answerId: view.answerId,
    revision: view.revision,
    digest: view.digest,
  },
})

const drawRated = (view: Views['policy-qa.rated']): Drawing => ({
  title,
  fallbackText: reply,
  data: { question: shortened(view.question), asked: view.question, thanks: thanks(view) },
})

const drawNotFound = (view: Views['policy-qa.not-found']): Drawing => ({
  title,
  fallbackText: reply,
  data: {
    question: shortened(view.question),
    answer: escapeText(view.answer),
    citations: citations(view.citations, view),
    related: view.related,
    listed: view.listed === true,
    unlisted: view.listed === false,
    gap: view.gap,
    contact: asked(view.contact),
    office: escapeText(view.contact.office),
  },
})

const drawCare = (view: Views['policy-qa.care']): Drawing => ({
  title,
  fallbackText: reply,
  data: {
    ...careWords(view),
    lines: view.lines,
    citations: citations(view.citations, { answer: '', revision: '' }),
    beside: citations(view.beside, { answer: '', revision: '' }),
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
    hasBack: view.back !== undefined,
    back: view.back ?? {},
  },
})

type PolicyView = Extract<ViewName, `policy-qa.${string}`>

/** One drawing a view of the job: the compiler asks for each. */
export const policyDrawings: { readonly [N in PolicyView]: (view: View<N>) => Drawing } = {
  'policy-qa.form': (view) => ({
    title,
    fallbackText: '方針に質問する画面です。',
    data: {
      ...view,
      policy: escapeText(view.policy ?? '人材育成の方針'),
      notice: view.notice ?? '',
    },
  }),
  'policy-qa.answer': drawAnswer,
  'policy-qa.rated': drawRated,
  'policy-qa.not-found': drawNotFound,
  'policy-qa.care': drawCare,
  'policy-qa.around': drawAround,
  'policy-qa.upkeep': drawUpkeep,
  'policy-qa.answers': drawAnswers,
  'policy-qa.answer-form': drawAnswerForm,
  'policy-qa.answer-removal': drawRemoval,
}
