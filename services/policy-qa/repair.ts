import type { PolicyDocument } from './document.ts'
import { fold } from './ingest/normal.ts'
import type { Lexicon } from './lexicon.ts'
import { pairsOf } from './text-index.ts'

/** Sees through spellings: kana for kanji, and letters mistyped. */
export type Repair = {
  /** Words written in kana, in the spelling of the document. */
  kana(text: string): string
  /** Runs of content that hold an unknown part, replaced by the nearest known spelling where one is near enough. */
  typos(text: string, runs: RegExp, unknown: string[]): string
}

/** Readings of words: kana → spelling. */
export type Readings = { kana: string; spelling: string }[]

const typoLengthMin = 4
/** At least this share of the letter pairs must be right before a spelling is taken for a mistyped one. */
const sharedMin = 0.4

/** Letters to change, add, drop or swap to get from one to the other; `limit` + 1 when it is more. */
export const distance = (one: string, two: string, limit: number): number => {
  if (Math.abs(one.length - two.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: two.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let at = 1; at <= two.length; at++) {
      const same = one[row - 1] === two[at - 1] ? 0 : 1
      let cost = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + same)
      const swapped =
        row > 1 && at > 1 && one[row - 1] === two[at - 2] && one[row - 2] === two[at - 1]
      if (swapped) cost = Math.min(cost, (before[at - 2] ?? 0) + 1)
      next.push(cost)
    }
    before = last
    last = next
  }
  return last[two.length] ?? limit + 1
}

const compounds = (document: PolicyDocument): Set<string> => {
  const found = new Set<string>()
  for (const passage of document.passages) {
    for (const run of fold(passage.text).match(/[\u30a1-\u30fa\u30fc\u3400-\u9fff々]{4,14}/g) ?? [])
      found.add(run)
  }
  return found
}

const limitFor = (length: number): number => (length >= 6 ? 2 : 1)

type Spellings = { words: string[]; byPair: Map<number, number[]> }

const createSpellings = (document: PolicyDocument, lexicon: Lexicon): Spellings => {
  const known = compounds(document)
  for (const { term, everyday } of lexicon.entries()) {
    if (!everyday && term.length >= typoLengthMin - 1) known.add(term)
  }
  const words = [...known]
  const byPair = new Map<number, number[]>()
  for (const [at, word] of words.entries()) {
    for (const pair of pairsOf(word)) {
      const known = byPair.get(pair)
      if (known === undefined) byPair.set(pair, [at])
      else known.push(at)
    }
  }
  return { words, byPair }
}

const nearest = (run: string, { words, byPair }: Spellings): string | undefined => {
  const shared = new Map<number, number>()
  const pairs = pairsOf(run)
  for (const pair of pairs) {
    for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  }
  const limit = limitFor(run.length)
  const near = [...shared]
    .filter(
      ([at, count]) =>
        count >= pairs.size * sharedMin && Math.abs((words[at] ?? '').length - run.length) <= limit,
    )
    .toSorted((one, two) => two[1] - one[1])
    .slice(0, 40)
    .map(([at]) => ({ word: words[at] ?? '', cost: distance(run, words[at] ?? '', limit) }))
    .filter(({ cost }) => cost <= limit)
    .toSorted((one, two) => one.cost - two.cost)
  return near[0]?.word
}

const kanaRun = /[\u3041-\u309f\u30fc]{4,}/g

/** Longest readings first, from left to right; kana that spell nothing known stay. */
const spelled = (run: string, readings: Map<string, string>, longest: number): string => {
  let out = ''
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longest, run.length - at)
    while (length >= 3 && !readings.has(run.slice(at, at + length))) length--
    if (length >= 3) {
      out += readings.get(run.slice(at, at + length)) ?? ''
      at += length
    } else out += run.charAt(at++)
  }
  return out
}

/** Prepares the repairs. Nothing is built before a question needs it. */
export const createRepair = (
  document: PolicyDocument,
  lexicon: Lexicon,
  load: () => Readings,
): Repair => {
  let spellings: Spellings | undefined
  let readings: Map<string, string> | undefined
  let longest = 0
  const known = (): Map<string, string> => {
    if (readings !== undefined) return readings
    readings = new Map()
    for (const { kana, spelling } of load()) {
      if (!readings.has(kana)) readings.set(kana, spelling)
      longest = Math.max(longest, kana.length)
    }
    return readings
  }
  return {
    kana: (text) => text.replace(kanaRun, (run) => spelled(run, known(), longest)),
    typos: (text, runs, unknown) => {
      spellings ??= createSpellings(document, lexicon)
      const all = spellings
      return text.replace(runs, (run) => {
        if (run.length < typoLengthMin || !unknown.some((part) => run.includes(part))) return run
        return nearest(run, all) ?? run
      })
    },
  }
}
