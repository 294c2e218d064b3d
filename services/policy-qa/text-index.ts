import type { Passage } from './document.ts'
import { fold } from './ingest/normal.ts'

/** How strongly each passage carries something: passage index → 0..1. */
export type Posting = Map<number, number>

/** Where any string stands in the passages, found without a dictionary. */
export type TextIndex = {
  size: number
  /** Passages that carry the folded string, in their text (1), in what stands over them (less). */
  find(term: string): Posting
  /** Whether the folded string stands anywhere. */
  has(term: string): boolean
  /** Letter pairs of the passage's own text, for likeness. */
  pairs(passage: number): Set<number>
}

type Segment = { weight: number; passages: number[]; text: string }

const labelWeight = 0.85
const ownHeadWeight = 0.65
const headWeight = 0.35
/** Inside a longer compound a word is less itself: 職員数 in 女性職員数. */
const compoundWeight = 0.85
/** A term in more places than this says nothing about where to look; counting stops there. */
const placesMax = 4_000

const pairAt = (text: string, at: number): number =>
  text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)

/** The pairs of neighbouring letters of a folded text. */
export const pairsOf = (text: string): Set<number> => {
  const pairs = new Set<number>()
  for (let at = 0; at + 1 < text.length; at++) pairs.add(pairAt(text, at))
  return pairs
}

const segmentsOf = (passages: Passage[]): Segment[] => {
  const heads = new Map<string, number[]>()
  const owns = new Map<string, number[]>()
  const segments: Segment[] = []
  for (const [at, passage] of passages.entries()) {
    segments.push({ weight: 1, passages: [at], text: fold(passage.text) })
    const { facets, labels } = passage
    const over = [...labels, facets.job ?? '', facets.ability ?? ''].join('\u0001')
    if (over.length > 1) segments.push({ weight: labelWeight, passages: [at], text: fold(over) })
    const own = fold(passage.heads.at(-1) ?? '')
    const above = fold(passage.heads.slice(0, -1).join('\u0001'))
    owns.set(own, [...(owns.get(own) ?? []), at])
    heads.set(above, [...(heads.get(above) ?? []), at])
  }
  for (const [text, at] of owns) segments.push({ weight: ownHeadWeight, passages: at, text })
  for (const [text, at] of heads) segments.push({ weight: headWeight, passages: at, text })
  return segments
}

const han = /[\u3400-\u9fff]/
const katakana = /[\u30a1-\u30fa\u30fc]/
const latin = /[a-z]/

/** How far an occurrence is a word by itself: 0 for ライン in オンライン, less than 1 inside a compound. */
const standing = (all: string, at: number, term: string): number => {
  const before = all.charAt(at - 1)
  const after = all.charAt(at + term.length)
  const [first, last] = [term.charAt(0), term.charAt(term.length - 1)]
  for (const letters of [katakana, latin]) {
    if (letters.test(first) && letters.test(before)) return 0
    if (letters.test(last) && letters.test(after)) return letters === latin ? 0 : 0.3
  }
  return han.test(first) && han.test(before) ? compoundWeight : 1
}

/** Indexes the passages by letter pairs; any term is then found by its rarest pair. */
export const createTextIndex = (passages: Passage[]): TextIndex => {
  const segments = segmentsOf(passages)
  const all = segments.map((segment) => segment.text).join('\u0000')
  const owner = new Uint16Array(all.length + 1)
  const places = new Map<number, number[]>()
  let segment = 0
  for (let at = 0; at < all.length; at++) {
    owner[at] = segment
    if (all.charCodeAt(at) === 0) segment++
    const pair = pairAt(all, at)
    const known = places.get(pair)
    if (known === undefined) places.set(pair, [at])
    else known.push(at)
  }
  const starts = (term: string): number[] => {
    let rarest: number[] | undefined
    let offset = 0
    for (let at = 0; at + 1 < term.length; at++) {
      const found = places.get(pairAt(term, at))
      if (found === undefined) return []
      if (rarest === undefined || found.length < rarest.length) {
        rarest = found
        offset = at
      }
    }
    return (rarest ?? [])
      .slice(0, placesMax)
      .map((at) => at - offset)
      .filter((at) => all.startsWith(term, at))
  }
  return {
    size: passages.length,
    find: (term) => {
      const posting: Posting = new Map()
      for (const at of starts(term)) {
        const found = segments[owner[at] ?? 0]
        const weight = (found?.weight ?? 0) * standing(all, at, term)
        if (weight === 0) continue
        for (const passage of found?.passages ?? []) {
          posting.set(passage, Math.max(posting.get(passage) ?? 0, weight))
        }
      }
      return posting
    },
    has: (term) => starts(term).length > 0,
    pairs: (passage) => pairsOf(fold(passages[passage]?.text ?? '')),
  }
}
