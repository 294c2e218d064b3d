import type { Asked } from './asked.ts'
import { fold } from './ingest/normal.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank.ts'

/** Why a question stays unanswered. */
export type Refusal =
  | 'aimed-at-bot'
  | 'other-city'
  | 'person'
  | 'unknown-word'
  | 'not-said'
  | 'not-found'

const coverMin = 0.45
const coverMinForNumbers = 0.6

/** Words of a passage that carry what is asked for: the text, and for rows the heads over it. */
const carries = (ranked: Ranked, asked: Asked[]): boolean =>
  asked.every(({ found }) => found.test(ranked.passage.text.normalize('NFKC')))

const years = /(令和|平成|昭和|r|h|s)\s*(\d{1,2}|元)\s*年?度?|(20\d\d|19\d\d)\s*年?度?/g
const eras: Record<string, number> = {
  令和: 2018,
  r: 2018,
  平成: 1988,
  h: 1988,
  昭和: 1925,
  s: 1925,
}

/** The years a text names, in the western count. */
export const yearsIn = (text: string): number[] =>
  [...fold(text).matchAll(years)].map(([, era, count, western]) => {
    if (western !== undefined) return Number(western)
    return (eras[era ?? ''] ?? 0) + (count === '元' ? 1 : Number(count))
  })

/** Passages that carry the kind of thing asked for, in the year asked for. */
export const fitting = (ranked: Ranked[], question: Question, asked: Asked[]): Ranked[] => {
  const named = yearsIn(question.text)
  const best = ranked[0]?.score ?? 0
  return ranked.filter((other) => {
    if (!carries(other, asked) || other.score < best * 0.5) return false
    const own = yearsIn(other.passage.text)
    return named.every((year) => own.includes(year))
  })
}

/** Whether the best passage says enough of what was asked to be an answer. */
export const isEnough = (best: Ranked | undefined, chosenCover: number, asked: Asked[]): boolean =>
  best !== undefined && chosenCover >= (asked.length > 0 ? coverMinForNumbers : coverMin)

/** The share of what was asked that some passages carry together. Unknown words count as not carried. */
export const coverOf = (chosen: Ranked[], question: Question): number => {
  const unknown = question.unknown.reduce((sum, word) => sum + Math.min(6, 2.5 + word.length), 0)
  const terms = question.terms.filter((term) => !term.everyday)
  const total = terms.reduce((sum, term) => sum + term.weight, 0) + unknown
  if (total === 0) return 0
  const carried = terms.reduce((sum, term) => {
    const best = Math.max(0, ...chosen.map(({ at }) => term.posting.get(at) ?? 0))
    return sum + term.weight * Math.min(1, best * 1.2)
  }, 0)
  return carried / total
}
