import { fold } from './ingest/normal.ts'
import { type Entity, type Entry, type Lexicon, singular } from './lexicon.ts'
import type { Repair } from './repair.ts'
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
}

/** A question taken apart. */
export type Question = {
  text: string
  english: boolean
  terms: Term[]
  entities: Entity[]
  /** Words of content that neither the document nor the thesaurus knows. */
  unknown: string[]
}

/** What reading a question needs. */
export type Reader = { index: TextIndex; lexicon: Lexicon; repair: Repair }

const questionLengthMax = 600
const silentShare = 0.4
const sharedPhrase = 0.6
const japanese = /[\u3040-\u30ff\u3400-\u9fff]/
const content = /[\u30a1-\u30fa\u30fc\u3400-\u9fff々a-z0-9%.]/
const contentRun = /[\u30a1-\u30fa\u30fc\u3400-\u9fff々a-z0-9%.]+/g

/** The part of a long text that is read: its beginning and its end, where people put what they ask. */
const cut = (text: string): string =>
  text.length <= questionLengthMax
    ? text
    : `${text.slice(0, questionLengthMax / 2)} ${text.slice(-questionLengthMax / 2)}`

const idf = (posting: Posting, size: number): number => {
  let strong = 0
  for (const weight of posting.values()) if (weight >= 0.6) strong++
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

const termOf = (entry: Entry, reader: Reader): Term => {
  const postings = entry.concepts.map(({ concept, weight }) => ({
    posting: concept.posting(),
    weight,
  }))
  postings.push({ posting: reader.index.find(entry.term), weight: 1 })
  for (const { name } of entry.entities) {
    postings.push({ posting: reader.index.find(fold(name)), weight: 1 })
  }
  const posting = merged(postings)
  const names = [
    entry.term,
    ...entry.concepts.flatMap(({ concept, weight }) => (weight === 1 ? concept.words : [])),
  ]
  return {
    text: entry.term,
    names,
    posting,
    weight: idf(posting, reader.index.size),
    everyday: entry.everyday,
  }
}

const literal = (text: string, reader: Reader): Term => {
  const posting = reader.index.find(text)
  return { text, names: [text], posting, weight: idf(posting, reader.index.size), everyday: false }
}

const spelledOut = /[\u30a1-\u30fa\u30fca-z0-9.]/

/** Whether a cut at `at` would part a katakana or Latin word. */
const parts = (text: string, at: number): boolean => {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)]
  return (
    spelledOut.test(before) &&
    spelledOut.test(after) &&
    /[a-z0-9.]/.test(before) === /[a-z0-9.]/.test(after)
  )
}

/** The longest run of letters of content from `at` that stands in the document as words. */
const standing = (text: string, at: number, index: TextIndex): string => {
  if (parts(text, at)) return ''
  let end = at
  while (end < text.length && content.test(text.charAt(end))) end++
  for (; end - at >= 2; end--) {
    const run = text.slice(at, end)
    if (!parts(text, end) && index.find(run).size > 0) return run
  }
  return ''
}

type Reading = { terms: Term[]; entities: Entity[]; unknown: string[] }

const take = (entry: Entry, reading: Reading, reader: Reader): void => {
  reading.entities.push(...entry.entities)
  const silent = entry.everyday && entry.concepts.length === 0 && entry.entities.length === 0
  if (silent && !/[\u3400-\u9fff\u30a1-\u30fa]{2}/.test(entry.term)) return
  const term = termOf(entry, reader)
  if (silent && term.posting.size === 0) return
  // A word of asking that the document uses too helps a little to find the place.
  reading.terms.push(silent ? { ...term, weight: term.weight * silentShare } : term)
}

const isWordy = (run: string): boolean => run.length >= 2 && !/^[0-9.%]+$/.test(run)

/** The longest known spelling here. Inside an unknown compound a single letter is only a part of it. */
const entryAt = (text: string, at: number, reader: Reader, missed: string): Entry | undefined => {
  const entry = reader.lexicon.longest(text, at)
  if (entry === undefined || parts(text, at)) return undefined
  if (parts(text, at + entry.term.length) && !/[\u3400-\u9fff]/.test(entry.term)) return undefined
  return entry.term.length === 1 && missed !== '' && content.test(entry.term) ? undefined : entry
}

/** Walks over the text taking the longest thing known at each place. */
const walk = (text: string, reader: Reader): Reading => {
  const reading: Reading = { terms: [], entities: [], unknown: [] }
  let missed = ''
  let compound = false
  const settle = (next: string): void => {
    const verbal = /^[\u3041-\u309f]/.test(next) && missed.length === 1 && !compound
    if (missed !== '' && (isWordy(missed) || (!verbal && /[\u3400-\u9fff]/.test(missed)))) {
      reading.unknown.push(missed)
    }
    missed = ''
  }
  for (let at = 0; at < text.length; ) {
    const entry = entryAt(text, at, reader, missed)
    const run = content.test(text.charAt(at)) ? standing(text, at, reader.index) : ''
    if (entry !== undefined && entry.term.length >= run.length - 1) {
      settle('')
      take(entry, reading, reader)
      at += entry.term.length
    } else if (run !== '') {
      settle('')
      reading.terms.push(literal(run, reader))
      if (entry !== undefined) take(entry, reading, reader)
      at += run.length
    } else {
      const letter = text.charAt(at)
      if (missed === '') compound = /[\u3400-\u9fff]/.test(text.charAt(at - 1))
      if (content.test(letter)) missed += letter
      else settle(letter)
      at++
    }
  }
  settle('')
  return reading
}

/** Letters folded; a space stays only between Latin words of an English text. */
const foldJapanese = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[a-z-])\s+(?=[a-z-])/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[〜～]/g, '~')
    .replace(/[\s、。，．!！?？「」『』（）()【】・…]+/g, (marks) => (marks === '・' ? '・' : ' '))
    .trim()

const stems = (word: string): string[] => [
  word,
  word.replace(/(?:ing|ed)$/, ''),
  word.replace(/(?:ing|ed)$/, 'e'),
  word.replace(/([a-z])\1(?:ing|ed)$/, '$1'),
]

const walkEnglish = (text: string, reader: Reader): Reading => {
  const reading: Reading = { terms: [], entities: [], unknown: [] }
  const words = (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’]/g, "'")
      .match(/[a-z0-9][a-z0-9',.-]*[a-z0-9]|[a-z0-9]/g) ?? []
  ).map(singular)
  let taken = 0
  for (let at = 0; at < words.length; ) {
    const found = englishEntry(words, at, reader)
    if (found !== undefined) {
      // Phrases may share words: "percentage of women" and "women in management".
      if (at + found.length > taken) {
        const before = reading.terms.length
        take(found.entry, reading, reader)
        if (at < taken) share(reading.terms.slice(Math.max(0, before - 1)))
      }
      taken = Math.max(taken, at + found.length)
      at++
      continue
    }
    if (at < taken) {
      at++
      continue
    }
    const word = words[at] ?? ''
    if (/[a-z0-9]/.test(word) && reader.index.has(word) && word.length >= 2) {
      reading.terms.push(literal(word, reader))
    } else if (word.length >= 2 && !/^\d+$/.test(word)) reading.unknown.push(word)
    at++
  }
  return reading
}

/** Two phrases over the same words are one thing said twice: either may be found. */
const share = (terms: Term[]): void => {
  for (const term of terms) term.weight *= sharedPhrase
}

const englishEntry = (
  words: string[],
  at: number,
  reader: Reader,
): { entry: Entry; length: number } | undefined => {
  const exact = reader.lexicon.phrase(words, at)
  if (exact !== undefined && (exact.entry.concepts.length > 0 || exact.length > 1)) return exact
  for (const stem of stems(words[at] ?? '')) {
    const found = reader.lexicon.phrase([stem], 0)
    if (found !== undefined && found.entry.concepts.length > 0) return found
  }
  return (
    exact ??
    stems(words[at] ?? '')
      .map((stem) => reader.lexicon.phrase([stem], 0))
      .find((found) => found !== undefined)
  )
}

const distinct = (terms: Term[]): Term[] => {
  const known = new Map<string, Term>()
  for (const term of terms) known.set(term.text, term)
  return [...known.values()]
}

/** Takes a question apart. Reads at most some hundred letters, however long the text is. */
export const readQuestion = (question: string, reader: Reader): Question => {
  const text = cut(question)
  const english = !japanese.test(text)
  const folded = english ? text : foldJapanese(text)
  const spelled = english ? folded : reader.repair.kana(folded)
  const first = english ? walkEnglish(folded, reader) : walk(spelled, reader)
  const repaired =
    english || first.unknown.length === 0
      ? undefined
      : reader.repair.typos(spelled, contentRun, first.unknown)
  const reading = repaired === undefined || repaired === spelled ? first : walk(repaired, reader)
  return {
    text: repaired ?? spelled,
    english,
    terms: distinct(reading.terms),
    entities: reading.entities,
    unknown: reading.unknown,
  }
}
