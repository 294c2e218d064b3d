import { fold } from './ingest/normal.ts'
import { opposites } from './opposites.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank.ts'

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
