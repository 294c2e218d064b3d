import { fold } from './ingest/normal.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank.ts'

/** Words that exclude one another: when the question says one and the passage another, the answer is no. */
const opposites: RegExp[][] = [
  [/必修|必須|義務|強制|必ず受け|全員受け|mandatory|compulsory|required/, /希望制|指名制/],
  [/希望制|任意|希望者|希望すれば|optional|voluntary/, /必修/],
  [/毎年|年に1回|年1回|annual|every year/, /2年に1度|2年に1回/],
  [/全額|all of the cost|full cost|entire/, /経費の一部/],
]

/** Whether a passage speaks of the thing by its opposite: asked for 毎年, it says 2年に1度. That is an answer too. */
export const isOpposed = (term: string, text: string): boolean =>
  opposites.some(([said, other]) => said?.test(term) && other?.test(fold(text)))

/** A plan that is only being thought about: neither yes nor no. */
const hedged = /検討(?:します|する|中)|含め検討/

const numbers = /(\d[\d,.]*)\s*(年|人|日|時間|か月|ヶ月|%|割|回|歳|度|番目|位|つ|円)/g

const numbersIn = (text: string): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>()
  for (const [, value = '', unit = ''] of fold(text)
    .replace(/(?<=\d),(?=\d)/g, '')
    .matchAll(numbers)) {
    found.set(unit, (found.get(unit) ?? new Set()).add(value))
  }
  return found
}

const hasOtherNumber = (question: string, text: string): boolean => {
  const own = numbersIn(text)
  for (const [unit, values] of numbersIn(question)) {
    const there = own.get(unit)
    if (there !== undefined && ![...values].some((value) => there.has(value))) return true
  }
  return false
}

/** What a passage on the same thing says about a pair of opposites: yes, no, or nothing. */
const byOpposites = (question: Question, chosen: Ranked[]): string => {
  const pair = opposites.find(([said]) => said?.test(question.text))
  if (pair === undefined) return ''
  const [said, other] = pair
  const things = question.terms.filter((term) => !term.everyday && !said?.test(term.text))
  for (const { at, passage } of chosen) {
    const same = things.every((term) => (term.posting.get(at) ?? 0) >= 0.6)
    const text = fold(passage.text)
    if (!same || !(said?.test(text) || other?.test(text))) continue
    return said?.test(text) ? 'はい。' : 'いいえ。'
  }
  return ''
}

/** はい。, いいえ。 or nothing, for a question that asks for one of them. */
export const verdict = (question: Question, chosen: Ranked[]): string => {
  const opposite = byOpposites(question, chosen)
  if (opposite !== '') return opposite
  const text = chosen[0]?.passage.text.normalize('NFKC') ?? ''
  if (hasOtherNumber(question.text, text)) return 'いいえ。'
  return hedged.test(text) ? '' : 'はい。'
}
