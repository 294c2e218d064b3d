/** What an answer looks like on a card: the short sentence first, then what was quoted, each once. Pure. */

import type { View } from '../vocabulary.ts'
import type { PolicyAnswer } from './answer.ts'
import { crisisLines } from './crisis-lines.ts'
import { ratedLengthMax } from './form.ts'
import type { Citation } from './shown.ts'

/** What a card of an answer needs beside the answer: the question, the revision, and what came of the rating. */
export type Shown = {
  readonly question: string
  readonly revision: string
  readonly answerId: string
  readonly rating: 'open' | 'useful' | 'not-useful'
  /** The question stands on the list of unanswered ones. */
  readonly listed: boolean
  /** The answer in a language model's words; left out: the plain one. */
  readonly rephrased?: string
}

const citationsShownMax = 4
const citationsWithoutQuoteMax = 3
const tableRowsMax = 20
const tableColumnsMax = 3

const innerQuotes = (line: string): string[] =>
  [...line.matchAll(/「(.+)」/gsu)].map(([, inner = '']) => inner.replace(/…$/, ''))

const quotesOf = (answer: PolicyAnswer): { said: string[]; quoted: Citation[] } => {
  const lines = answer.answer.split('\n')
  const quoted: Citation[] = []
  const said = lines.filter((line) => {
    const inner = innerQuotes(line)
    const from = answer.citations.filter(({ quote }) => inner.some((text) => quote.includes(text)))
    quoted.push(...from)
    return from.length === 0
  })
  return { said, quoted: [...new Set(quoted)] }
}

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

const careView = (
  answer: PolicyAnswer,
  kind: NonNullable<PolicyAnswer['care']>,
  english: boolean,
): View => ({
  view: 'policy-qa.care',
  kind,
  english,
  lines: kind === 'crisis' ? crisisLines : [],
  citations: answer.citations.slice(0, kind === 'harassment' ? 2 : 1),
})

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
    related: answer.related,
    revision: shown.revision,
    listed: shown.listed,
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

const answeredView = (answer: PolicyAnswer, shown: Shown): View => {
  const { said, quoted } = quotesOf(answer)
  const table = tableOf(answer.table)
  return {
    view: 'policy-qa.answer',
    question: shown.question,
    answer: shown.rephrased ?? lead(said),
    rephrased: shown.rephrased !== undefined,
    citations: citationsOf(answer, quoted, table?.rows ?? []),
    related: answer.related,
    revision: shown.revision,
    answerId: shown.answerId,
    rating: shown.question.length <= ratedLengthMax ? shown.rating : 'closed',
    listed: shown.listed,
    ...(table ? { table } : {}),
    ...(answer.curated === undefined ? {} : { curated: answer.curated }),
  }
}

const isEnglish = (text: string): boolean =>
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)

/** The view of an answer, of a refusal, or of what comes first when somebody confides. */
export const viewOf = (answer: PolicyAnswer, shown: Shown): View => {
  if (answer.care) return careView(answer, answer.care, isEnglish(shown.question))
  return answer.refused ? refusedView(answer, shown) : answeredView(answer, shown)
}
