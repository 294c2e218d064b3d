import { fold } from '../ingest/normal.ts'
import type { Entity, Entry, Lexicon } from './lexicon.ts'
import type { Posting, TextIndex } from './text-index.ts'

/** One thing a question speaks of, and where the document speaks of it. */
export type Term = {
  text: string
  /** The other words of the same meaning. */
  names: string[]
  posting: Posting
  /** How much finding it says; 0 for words that stand everywhere. */
  weight: number
  /** Words of asking: they help to rank, but need not be found. */
  everyday: boolean
  /** It is a name: of a position, an ability, a kind of work. */
  named: boolean
  /** What the spelling names. */
  entities: Entity[]
}

/** What reading a text needs: where strings stand, and what they mean. */
export type Books = { index: TextIndex; lexicon: Lexicon }

/** What was read off a text. */
export type Reading = {
  terms: Term[]
  entities: Entity[]
  /** Words of content that neither the document nor the thesaurus knows. */
  unknown: string[]
  /** Unknown words that are verbs by their ending (見積もる, 喫煙する): what is done says less than to what. */
  acts: string[]
}

const silentShare = 0.4
/** From here on an occurrence counts as the passage's own. */
const strongMin = 0.6

/** How much it says to stand there: the rarer, the more. */
export const rarity = (posting: Posting, size: number): number => {
  let strong = 0
  for (const weight of posting.values()) if (weight >= strongMin) strong++
  return Math.log(1 + size / (1 + strong))
}

const merged = (postings: { posting: Posting; weight: number }[]): Posting => {
  const into: Posting = new Map()
  for (const { posting, weight } of postings) {
    for (const [passage, found] of posting) {
      into.set(passage, Math.max(into.get(passage) ?? 0, found * weight))
    }
  }
  return into
}

const madeTerms = new WeakMap<Entry, Term>()

/** An entry says the same in every question about its document. */
const termOf = (entry: Entry, books: Books): Term => {
  const known = madeTerms.get(entry)
  if (known !== undefined) return known
  const term = makeTerm(entry, books)
  madeTerms.set(entry, term)
  return term
}

const makeTerm = (entry: Entry, { index }: Books): Term => {
  const { term, concepts, entities, everyday } = entry
  const posting = merged([
    ...concepts.map(({ concept, weight }) => ({ posting: concept.posting(), weight })),
    ...[term, ...entities.map(({ name }) => fold(name))].map((name) => ({
      posting: index.find(name),
      weight: 1,
    })),
  ])
  const same = concepts.filter(({ weight }) => weight === 1)
  const names = [term, ...same.flatMap(({ concept }) => concept.words)]
  const named = entities.length > 0
  return {
    text: term,
    names,
    posting,
    weight: rarity(posting, index.size),
    everyday,
    named,
    entities,
  }
}

/** A string of the document itself, as a term. */
export const literal = (text: string, { index }: Books): Term => {
  const posting = index.find(text)
  return {
    text,
    names: [text],
    posting,
    weight: rarity(posting, index.size),
    everyday: false,
    named: false,
    entities: [],
  }
}

const doing = /^([\u3400-\u9fff]{2,})(?:さ|し|す|せ)/

/** 重視され, where the document has it in another form alone: 重視した. */
const ofStem = ({ term }: Entry, books: Books): Term | undefined => {
  const [, stem] = doing.exec(term) ?? []
  return stem === undefined ? undefined : { ...literal(stem, books), everyday: true }
}

/** Adds what a known spelling stands for. Pure words of asking add next to nothing. */
export const take = (entry: Entry, reading: Reading, books: Books): void => {
  reading.entities.push(...entry.entities)
  const silent = entry.everyday && entry.concepts.length === 0 && entry.entities.length === 0
  if (!silent) reading.terms.push(termOf(entry, books))
  else reading.terms.push(...ofAsking(entry, books))
}

/** A word of asking that the document uses too helps a little to find the place. */
const ofAsking = (entry: Entry, books: Books): Term[] => {
  if (!/[\u3400-\u9fff\u30a1-\u30fa]{2}/.test(entry.term)) return []
  const whole = termOf(entry, books)
  const term = whole.posting.size === 0 ? ofStem(entry, books) : whole
  return term === undefined || term.posting.size === 0
    ? []
    : [{ ...term, weight: term.weight * silentShare }]
}

/** The terms of a question that say what it is about. */
export const tellingOf = ({ terms }: Pick<Reading, 'terms'>): Term[] =>
  terms.filter((term) => !term.everyday)
