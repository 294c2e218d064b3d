import type { Passage } from '../document.ts'
import { fold } from '../ingest/normal.ts'

/** How strongly each passage carries something: passage index → 0..1. */
export type Posting = Map<number, number>

/** Where any string stands in the passages, found without a dictionary. */
export type TextIndex = {
  size: number
  /** Passages that carry the folded string, in their text (1), in what stands over them (less). */
  find(term: string): Posting
  /** For every passage the share of the letter pairs of `text` that its own text has too. */
  alike(text: string): Float64Array
}

type Segment = { weight: number; passages: number[]; text: string }

/** Places of letter pairs, in buckets: `places` from `starts[bucket]` to `starts[bucket + 1]`. */
type Pairs = { starts: Uint32Array; places: Uint32Array }

const labelWeight = 0.85
const ownHeadWeight = 0.68
const headWeight = 0.45
/** Inside a longer compound a word is less itself: 職員数 in 女性職員数. */
const compoundWeight = 0.85
/** A katakana word that goes on after the term is mostly another word. */
const cutWeight = 0.3
const bucketCount = 65_536

const bucketAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 40_503 + text.charCodeAt(at + 1) * 7_919) & (bucketCount - 1)

/** The pairs of neighbouring letters of a folded text, as numbers. */
export const pairsOf = (text: string): Set<number> => {
  const pairs = new Set<number>()
  for (let at = 0; at + 1 < text.length; at++) {
    pairs.add(text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1))
  }
  return pairs
}

const group = (groups: Map<string, number[]>, key: string, at: number): void => {
  const known = groups.get(key)
  if (known === undefined) groups.set(key, [at])
  else known.push(at)
}

const segmentsOf = (passages: Passage[]): Segment[] => {
  const owns = new Map<string, number[]>()
  const above = new Map<string, number[]>()
  const segments: Segment[] = []
  for (const [at, passage] of passages.entries()) {
    segments.push({ weight: 1, passages: [at], text: fold(passage.text) })
    const { facets, labels, heads } = passage
    const over = [...labels, facets.job ?? '', facets.ability ?? ''].join('\u0001')
    if (over.length > 1) segments.push({ weight: labelWeight, passages: [at], text: fold(over) })
    group(owns, heads.at(-1) ?? '', at)
    group(above, heads.slice(0, -1).join('\u0001'), at)
  }
  for (const [text, at] of owns) {
    segments.push({ weight: ownHeadWeight, passages: at, text: fold(text) })
  }
  for (const [text, at] of above) {
    segments.push({ weight: headWeight, passages: at, text: fold(text) })
  }
  return segments
}

/** Counts, then fills: two passes over the text and no object for each pair. */
const pairsIn = (text: string): Pairs => {
  const starts = new Uint32Array(bucketCount + 1)
  const last = Math.max(0, text.length - 1)
  for (let at = 0; at < last; at++) {
    const bucket = bucketAt(text, at) + 1
    starts[bucket] = (starts[bucket] ?? 0) + 1
  }
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0)
  }
  const next = starts.slice()
  const places = new Uint32Array(last)
  for (let at = 0; at < last; at++) {
    const bucket = bucketAt(text, at)
    const place = next[bucket] ?? 0
    places[place] = at
    next[bucket] = place + 1
  }
  return { starts, places }
}

const han = /[\u3400-\u9fff]/
const katakana = /[\u30a1-\u30fa\u30fc]/
const latin = /[a-z]/

/** 5年 in 15年, 65 in 657: a part of a figure is another figure. 3,657 is read as two words, in a question too. */
const isPartOfFigure = (start: string, end: string): boolean =>
  /^[\d.]\d/.test(start) || /^\d\d/.test(end)

/** How far an occurrence is a word by itself: 0 for ライン in オンライン, less than 1 inside a compound. */
const standing = (all: string, at: number, term: string): number => {
  const before = all.charAt(at - 1)
  const after = all.charAt(at + term.length)
  const [first, last] = [term.charAt(0), term.charAt(term.length - 1)]
  if (isPartOfFigure(before + first, last + after)) return 0
  for (const letters of [katakana, latin]) {
    if (letters.test(first) && letters.test(before)) return 0
    if (letters.test(last) && letters.test(after)) return letters === latin ? 0 : cutWeight
  }
  return han.test(first) && han.test(before) ? compoundWeight : 1
}

/** The places of the rarest pair of the term, and where in the term that pair is. */
const rarest = (pairs: Pairs, term: string): { places: Uint32Array; offset: number } => {
  let best = { places: pairs.places.subarray(0), offset: 0 }
  for (let offset = 0; offset + 1 < term.length; offset++) {
    const places = placesOf(pairs, bucketAt(term, offset))
    if (places.length < best.places.length) best = { places, offset }
  }
  return best
}

const placesOf = ({ starts, places }: Pairs, bucket: number): Uint32Array =>
  places.subarray(starts[bucket], starts[bucket + 1])

const occurrences = (all: string, pairs: Pairs, term: string): number[] => {
  const { places, offset } = rarest(pairs, term)
  const found: number[] = []
  for (const place of places) {
    const at = place - offset
    if (at >= 0 && all.startsWith(term, at)) found.push(at)
  }
  return found
}

const ownersOf = (segments: Segment[], length: number): Uint32Array => {
  const owner = new Uint32Array(length + 1)
  let from = 0
  for (const [at, { text }] of segments.entries()) {
    owner.fill(at, from, from + text.length + 1)
    from += text.length + 1
  }
  return owner
}

const raise = (posting: Posting, passages: number[], weight: number): void => {
  for (const passage of passages) {
    posting.set(passage, Math.max(posting.get(passage) ?? 0, weight))
  }
}

/** Indexes the passages by letter pairs; any term of two letters or more is then found by its rarest pair. */
export const createTextIndex = (passages: Passage[]): TextIndex => {
  const segments = segmentsOf(passages)
  const all = segments.map((segment) => segment.text).join('\u0000')
  const owner = ownersOf(segments, all.length)
  const pairs = pairsIn(all)
  const segmentAt = (at: number): Segment => segments[owner[at] ?? 0] ?? nowhere
  // Only pairs of the document are kept, so it cannot grow with what is asked.
  const carriers = new Map<string, number[]>()
  const carriersOf = (pair: string): number[] => {
    const known = carriers.get(pair)
    if (known !== undefined) return known
    const own = occurrences(all, pairs, pair).map(segmentAt).filter(isText)
    const found = [...new Set(own.flatMap((segment) => segment.passages))]
    if (found.length > 0) carriers.set(pair, found)
    return found
  }
  return {
    size: passages.length,
    find: (term) => {
      const posting: Posting = new Map()
      if (term.length < 2) return posting
      for (const at of occurrences(all, pairs, term)) {
        const found = segmentAt(at)
        const weight = found.weight * standing(all, at, term)
        if (weight > 0) raise(posting, found.passages, weight)
      }
      return posting
    },
    alike: (text) => {
      const shares = new Float64Array(passages.length)
      const asked = lettersInPairs(text)
      for (const pair of asked) {
        for (const passage of carriersOf(pair)) {
          shares[passage] = (shares[passage] ?? 0) + 1 / asked.length
        }
      }
      return shares
    },
  }
}

const nowhere: Segment = { weight: 0, passages: [], text: '' }

const isText = (segment: Segment): boolean => segment.weight === 1

const lettersInPairs = (text: string): string[] => {
  const count = Math.max(0, text.length - 1)
  return [...new Set(Array.from({ length: count }, (_, at) => text.slice(at, at + 2)))]
}
