import type { Passage } from './document.ts'
import { fold } from './ingest/normal.ts'
import type { Question, Term } from './question.ts'
import { pairsOf } from './text-index.ts'

/** A passage and how well it meets the question. */
export type Ranked = {
  at: number
  passage: Passage
  score: number
  /** The part of what was asked for that the passage carries, 0..1. */
  cover: number
}

/** What ranking needs to know of the document. */
export type Shelf = { passages: Passage[]; pairs: Set<number>[]; lengths: number[] }

const contextWeight = 0.25
const everydayWeight = 0.6
const everydayNeed = 0.3
const likenessWeight = 2.2
const sameFactor = 1.15
const otherFactor = 0.45
const definitionFactor = 1.6
const titledFactor = 1.35
const wishFactor = 1.12
const candidatesMax = 60

/** Prepares the passages for ranking. */
export const createShelf = (passages: Passage[]): Shelf => ({
  passages,
  pairs: passages.map((passage) => pairsOf(fold(passage.text))),
  lengths: passages.map((passage) => passage.text.length),
})

/** How much it counts against a passage not to carry the term: words of asking count for little. */
export const needed = (term: Term): number => term.weight * (term.everyday ? everydayNeed : 1)

const strength = (term: Term): number => term.weight * (term.everyday ? everydayWeight : 1)

const facetNames = { position: 'position', ability: 'ability', job: 'job', stage: 'stage' } as const

/** Passages that a table gives to another position, job or stage than the one asked about stand back. */
const fits = ({ facets, text }: Passage, question: Question): number => {
  let factor = 1
  for (const [kind, key] of Object.entries(facetNames)) {
    const asked = question.entities.filter((entity) => entity.kind === kind).map(({ name }) => name)
    const own = facets[key]
    if (asked.length === 0 || own === undefined) continue
    const same = asked.some((name) => fold(own).startsWith(fold(name)))
    const spoken = !same && asked.some((name) => text.includes(fold(name)))
    factor *= same ? sameFactor : spoken ? 1 : otherFactor
  }
  return factor
}

const definition =
  /とは|って[何な]|って[?？]?$|意味|定義|略|what (?:is|does|are)|define|definition|\bmean/

const bareTitle = (label: string): string => fold(label).replace(/[「」【】]|とは.*$|\(.*\)/g, '')

/** Passages that explain a word: it stands over them as a title, or they begin with it. */
const explains = (passage: Passage, question: Question): number => {
  const words = question.terms
    .filter((term) => !term.everyday && term.text.length >= 2)
    .flatMap((term) => term.names)
  const titles = passage.kind === 'paragraph' ? passage.labels.map(bareTitle) : []
  const titled = words.some((word) => titles.includes(word))
  if (!definition.test(question.text)) return titled ? titledFactor : 1
  const text = fold(passage.text)
  const begins = words.some(
    (word) =>
      text.startsWith(`${word}とは`) || text.startsWith(`※${word}`) || text.includes(`${word}(`),
  )
  return begins || titled ? definitionFactor : 1
}

/** What is asked for softly: passages that have it are the likelier answer, but need not. */
const wishes: { asks: RegExp; has: RegExp }[] = [
  {
    asks: /課|係|部署|配属|配置先|どこで働|働く場所|section|division|placed|assigned/,
    has: /課|係|センター|支所|局|事務所|各部/,
  },
  {
    asks: /なぜ|どうして|理由|目的|ねらい|狙い|何のため|\bwhy\b|purpose|reason/,
    has: /ため|から|より|こと(?:で|に)/,
  },
  { asks: /目標|何(?:日|時間|人|割|%|年)|数値|target|how many|percentage/, has: /\d/ },
  { asks: /誰|だれ|who\b/, has: /職員|職|員|士|長|者|教授|部門/ },
  { asks: /業務|仕事|work|job/, has: /業務|事業|担当/ },
]

const grants = (passage: Passage, question: Question): number =>
  wishes.reduce(
    (factor, { asks, has }) =>
      asks.test(question.text) && has.test(passage.text) ? factor * wishFactor : factor,
    1,
  )

const likeness = (asked: Set<number>, own: Set<number>): number => {
  let shared = 0
  for (const pair of asked) if (own.has(pair)) shared++
  return asked.size === 0 ? 0 : shared / asked.size
}

const sums = (question: Question, size: number): { score: Float64Array; cover: Float64Array } => {
  const score = new Float64Array(size)
  const cover = new Float64Array(size)
  for (const term of question.terms) {
    const strong = strength(term)
    for (const [at, weight] of term.posting) {
      score[at] = (score[at] ?? 0) + strong * weight
      cover[at] = (cover[at] ?? 0) + needed(term) * Math.min(1, weight * 1.2)
    }
  }
  return { score, cover }
}

/** The passages that speak of what the question speaks of, best first. */
export const rank = (question: Question, shelf: Shelf): Ranked[] => {
  const { passages, pairs, lengths } = shelf
  const { score, cover } = sums(question, passages.length)
  const total = question.terms.reduce((sum, term) => sum + needed(term), 0)
  const asked = pairsOf(fold(question.text))
  const ranked: Ranked[] = []
  for (const [at, passage] of passages.entries()) {
    const own = score[at] ?? 0
    if (own === 0 || passage.kind === 'head') continue
    const around = Math.max(score[at - 1] ?? 0, score[at + 1] ?? 0)
    const length = 0.85 + 0.15 * ((lengths[at] ?? 0) / 90)
    const alike = likeness(asked, pairs[at] ?? new Set()) * likenessWeight
    const sum = (own + around * contextWeight + alike) / length
    ranked.push({
      at,
      passage,
      score:
        sum * fits(passage, question) * explains(passage, question) * grants(passage, question),
      cover: total === 0 ? 0 : (cover[at] ?? 0) / total,
    })
  }
  return ranked.toSorted((one, two) => two.score - one.score).slice(0, candidatesMax)
}
