import type { Passage } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Term } from '../question/reading.ts'
import type { Posting, TextIndex } from '../question/text-index.ts'
import { fitOf } from './fit.ts'
import { mayBeOpposed, settles } from './opposites.ts'

/** A passage and how well it meets the question. */
export type Ranked = {
  at: number
  passage: Passage
  score: number
  /** The part of what was asked for that the passage carries, 0..1. */
  cover: number
}

/** What ranking needs to know of the document. */
export type Shelf = { passages: Passage[]; index: TextIndex }

const contextWeight = 0.25
const everydayWeight = 0.6
const everydayNeed = 0.3
const likenessWeight = 2.2
/** Longer passages carry more words by chance. */
const lengthUsual = 90
const lengthShare = 0.15
/** Only the best by words are looked at closer. */
const closerMax = 90
const candidatesMax = 60

/** How much it counts against a passage not to carry the term: words of asking count for little. */
export const needed = (term: Term): number => term.weight * (term.everyday ? everydayNeed : 1)

const strength = (term: Term): number => term.weight * (term.everyday ? everydayWeight : 1)

/** Where the term stands; 全員が受ける is also met where the document says 必修, or 希望制. */
const places = (term: Term, passages: Passage[]): Posting => {
  if (!mayBeOpposed(term.text)) return term.posting
  const settled = passages.flatMap((passage, at) => (settles(term.text, passage) ? [at] : []))
  return new Map([...term.posting, ...settled.map((at): [number, number] => [at, 1])])
}

const sums = (
  question: Question,
  passages: Passage[],
): { score: Float64Array; cover: Float64Array } => {
  const score = new Float64Array(passages.length)
  const cover = new Float64Array(passages.length)
  for (const term of question.terms) {
    const strong = strength(term)
    const need = needed(term)
    for (const [at, weight] of places(term, passages)) {
      score[at] = (score[at] ?? 0) + strong * weight
      cover[at] = (cover[at] ?? 0) + need * Math.min(1, weight * 1.2)
    }
  }
  return { score, cover }
}

/** Long enough to be no chance, and to be no single word. */
const runLength = 5
const runMax = 3
const run =
  /[\u3400-\u9fff\u30a1-\u30fa].*[\u3041-\u309f]|[\u3041-\u309f].*[\u3400-\u9fff\u30a1-\u30fa]/
const runWeight = 1.5

const readLength = 3

const piecesOf = (text: string): string[] =>
  text.length < readLength
    ? []
    : Array.from({ length: text.length - readLength + 1 }, (_, at) =>
        text.slice(at, at + readLength),
      )

/** 日ごろから, 組織や仕事に: where few passages have letters of the question in a row, they are likely meant. */
const inARow = ({ text, terms, english }: Question, index: TextIndex): Map<number, number> => {
  const more = new Map<number, number>()
  const asked = english ? '' : fold(text)
  // What a term has read already says nothing more.
  const read = new Set(terms.flatMap((term) => piecesOf(term.text)))
  for (let at = 0; at + runLength <= asked.length; at++) {
    const part = asked.slice(at, at + runLength)
    if (piecesOf(part).some((piece) => read.has(piece)) || !run.test(part)) continue
    const places = index.find(part)
    if (places.size > runMax) continue
    for (const [passage, weight] of places) if (weight >= ownWeight) more.set(passage, runWeight)
  }
  return more
}

const ownWeight = 0.8

const byScore = (one: Ranked, two: Ranked): number => two.score - one.score

/** The score below which a passage is not among the best by words alone. */
const leastOf = (scores: Float64Array): number => scores.toSorted()[scores.length - closerMax] ?? 0

/** The passages that speak of what the question speaks of, best first. */
export const rank = (question: Question, { passages, index }: Shelf): Ranked[] => {
  const { score, cover } = sums(question, passages)
  const total = question.terms.reduce((sum, term) => sum + needed(term), 0)
  const alike = index.alike(fold(question.text))
  const row = inARow(question, index)
  const scores = new Float64Array(passages.length)
  passages.forEach(({ kind, text }, at) => {
    const own = score[at] ?? 0
    if (own === 0 || kind === 'head') return
    const around = Math.max(score[at - 1] ?? 0, score[at + 1] ?? 0)
    const length = 1 - lengthShare + lengthShare * (text.length / lengthUsual)
    scores[at] =
      (own + around * contextWeight + (alike[at] ?? 0) * likenessWeight + (row.get(at) ?? 0)) /
      length
  })
  // Only what can be among the best is looked at closer.
  const least = leastOf(scores)
  const closest = passages.flatMap((passage, at): Ranked[] => {
    const own = scores[at] ?? 0
    if (own === 0 || own < least) return []
    return [{ at, passage, score: own, cover: total === 0 ? 0 : (cover[at] ?? 0) / total }]
  })
  const fit = fitOf(question)
  return closest
    .toSorted(byScore)
    .slice(0, closerMax)
    .map((one) => ({ ...one, score: one.score * fit(one.passage) }))
    .toSorted(byScore)
    .slice(0, candidatesMax)
}
