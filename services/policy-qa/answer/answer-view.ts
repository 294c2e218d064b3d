/** What an answer looks like on a card: the short sentence first, then what was quoted, each once. Pure. */

import { hash } from 'node:crypto'
import type { View } from '../../vocabulary.ts'
import { ratedLengthMax } from '../form.ts'
import type { Citation, ContactShown } from '../shown.ts'
import type { PolicyAnswer } from './answer.ts'
import { careView } from './care-view.ts'

/** What a card of an answer needs beside the answer: the question, the revision, and what came of the rating. */
export type Shown = {
  readonly question: string
  readonly revision: string
  readonly answerId: string
  readonly rating: 'open' | 'useful' | 'not-useful' | 'closed'
  /** Whether the question was put on the list of unanswered ones; undefined where that was not decided now. */
  readonly listed: boolean | undefined
  readonly contact: ContactShown
  /** Questions to go on with. */
  readonly related: readonly string[]
  /** The answer in a language model's words; left out: the plain one. */
  readonly rephrased?: string
}

const citationsShownMax = 4
const citationsWithoutQuoteMax = 3
const tableRowsMax = 20
const tableColumnsMax = 3

const innerQuotes = (line: string): string[] =>
  [...line.matchAll(/「(.+)」/gsu)].map(([, inner = '']) => inner.replace(/…$/, ''))

/** What is made of an answer alone is made once, however often the answer is shown. */
const once = <T>(make: (answer: PolicyAnswer) => T): ((answer: PolicyAnswer) => T) => {
  const known = new WeakMap<PolicyAnswer, { readonly made: T }>()
  return (answer) => {
    const found = known.get(answer) ?? { made: make(answer) }
    known.set(answer, found)
    return found.made
  }
}

const quotesOf = once((answer): { said: string[]; quoted: Citation[] } => {
  const lines = answer.answer.split('\n')
  const quoted: Citation[] = []
  const said = lines.filter((line) => {
    const inner = innerQuotes(line)
    const from = answer.citations.filter(({ quote }) => inner.some((text) => quote.includes(text)))
    quoted.push(...from)
    return from.length === 0
  })
  return { said, quoted: [...new Set(quoted)] }
})

const lead = (said: readonly string[]): string => {
  const text = said.join('\n').trim()
  return text === '' ? '方針には、次のように書かれています。' : text
}

/** A column that says the same in every row goes: a phone shows two columns well and three at most. */
const tableOf = (table: PolicyAnswer['table']): PolicyAnswer['table'] => {
  if (!table || table.rows.length === 0) return undefined
  const telling = table.columns.map(
    (_column, at) => new Set(table.rows.map((row) => row[at])).size > 1 || table.rows.length === 1,
  )
  const kept = table.columns.map((_column, at) => at).filter((at) => telling[at])
  const shown = kept.slice(0, tableColumnsMax)
  if (shown.length < 2) return undefined
  const pick = (cells: readonly string[]): string[] => shown.map((at) => cells[at] ?? '')
  return { columns: pick(table.columns), rows: table.rows.slice(0, tableRowsMax).map(pick) }
}

const refusedView = (answer: PolicyAnswer, shown: Shown): View => {
  const near = answer.nearest ? [answer.nearest] : answer.citations.slice(0, 1)
  const isQuoted = (line: string): boolean =>
    near.some(({ quote }) => innerQuotes(line).some((inner) => quote.includes(inner)))
  const said = answer.answer
    .split('\n')
    .filter((line) => !isQuoted(line) && !line.startsWith('くわしくは'))
  return {
    view: 'policy-qa.not-found',
    question: shown.question,
    answer: said.join('\n'),
    citations: near,
    related: shown.related,
    revision: shown.revision,
    gap: answer.gap ?? false,
    listed: shown.listed,
    contact: shown.contact,
  }
}

const tellingLengthMin = 8

/** What a table shows already is quoted once at most: for its place, and for reading on. */
const besideTable = (citations: readonly Citation[], rows: readonly string[][]): Citation[] => {
  const cells = rows.flat().filter((cell) => cell.length >= tellingLengthMin)
  const isTold = ({ quote }: Citation): boolean => cells.some((cell) => quote.includes(cell))
  const first = citations.filter((citation) => isTold(citation)).slice(0, 1)
  return [...first, ...citations.filter((citation) => !isTold(citation))]
}

const citationsOf = (answer: PolicyAnswer, quoted: Citation[], rows: string[][]): Citation[] =>
  quoted.length > 0
    ? besideTable(quoted, rows).slice(0, citationsShownMax)
    : besideTable(answer.citations, rows).slice(0, citationsWithoutQuoteMax)

/** A few letters that differ where the answer differs: a card is rated for what it shows. */
export const digestOf = once(({ answer, curated = '' }) =>
  hash('sha256', `${curated}\n${answer}`, 'base64url').slice(0, 12),
)

/** The passages that a card of this answer shows. */
export const shownCitations = (answer: PolicyAnswer): Citation[] =>
  citationsOf(answer, quotesOf(answer).quoted, tableOf(answer.table)?.rows ?? [])

const answeredView = (answer: PolicyAnswer, shown: Shown): View => {
  const { said } = quotesOf(answer)
  const table = tableOf(answer.table)
  return {
    view: 'policy-qa.answer',
    question: shown.question,
    answer: shown.rephrased ?? lead(said),
    rephrased: shown.rephrased !== undefined,
    citations: shownCitations(answer),
    related: shown.related,
    revision: shown.revision,
    answerId: shown.answerId,
    digest: digestOf(answer),
    rating: shown.question.length <= ratedLengthMax ? shown.rating : 'closed',
    listed: shown.listed,
    contact: shown.contact,
    ...(table ? { table } : {}),
    ...(answer.curated === undefined ? {} : { curated: answer.curated }),
  }
}

/** The view of an answer, of a refusal, or of what comes first when somebody confides. */
export const viewOf = (answer: PolicyAnswer, shown: Shown): View => {
  if (answer.care) return careView(answer.care, shown.question, { answer, contact: shown.contact })
  return answer.refused ? refusedView(answer, shown) : answeredView(answer, shown)
}
