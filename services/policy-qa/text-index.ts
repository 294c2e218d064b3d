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
const headWeight = 0.4
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
  const segments: Segment[] = []
  for (const [at, passage] of passages.entries()) {
    segments.push({ weight: 1, passages: [at], text: fold(passage.text) })
    const { facets, labels } = passage
    const over = [...labels, facets.job ?? '', facets.ability ?? ''].join('\u0001')
    if (over.length > 1) segments.push({ weight: labelWeight, passages: [at], text: fold(over) })
    const head = fold(passage.heads.join('\u0001'))
    heads.set(head, [...(heads.get(head) ?? []), at])
  }
  for (const [text, at] of heads) segments.push({ weight: headWeight, passages: at, text })
  return segments
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
        for (const passage of found?.passages ?? []) {
          posting.set(passage, Math.max(posting.get(passage) ?? 0, found?.weight ?? 0))
        }
      }
      return posting
    },
    has: (term) => starts(term).length > 0,
    pairs: (passage) => pairsOf(fold(passages[passage]?.text ?? '')),
  }
}
