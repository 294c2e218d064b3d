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

const at = (row: number[], place: number): number => row[place] ?? 0

/** The cheapest way to reach this cell: drop, add, change, or swap two neighbours. */
const cell = (
  rows: { before: number[]; last: number[]; next: number[] },
  same: boolean,
  swapped: boolean,
): number => {
  const { before, last, next } = rows
  const place = next.length
  const plain = Math.min(
    at(last, place) + 1,
    at(next, place - 1) + 1,
    at(last, place - 1) + (same ? 0 : 1),
  )
  return swapped ? Math.min(plain, at(before, place - 2) + 1) : plain
}

/** How many letters to change, add, drop or swap with the neighbour to get from one to the other. */
export const distance = (one: string, two: string): number => {
  let before: number[] = []
  let last = Array.from({ length: two.length + 1 }, (_, place) => place)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let place = 1; place <= two.length; place++) {
      const same = one[row - 1] === two[place - 1]
      const crossed = one[row - 1] === two[place - 2] && one[row - 2] === two[place - 1]
      next.push(cell({ before, last, next }, same, row > 1 && place > 1 && crossed))
    }
    before = last
    last = next
  }
  return at(last, two.length)
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
    .map(([at]) => ({ word: words[at] ?? '', cost: distance(run, words[at] ?? '') }))
    .filter(({ cost }) => cost <= limit)
    .toSorted((one, two) => one.cost - two.cost)
  return near[0]?.word
}

const kanaRun = /[\u3041-\u309f\u30fc]{4,}/g

type Kana = { readings: Map<string, string>; longest: number; shortest: number }

/** Longest readings first, from left to right; kana that spell nothing known stay. */
const spelled = (run: string, { readings, longest, shortest }: Kana): string => {
  let out = ''
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longest, run.length - at)
    while (length >= shortest && !readings.has(run.slice(at, at + length))) length--
    if (length >= shortest) {
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
    kana: (text) => {
      // Beside kanji, three kana are mostly grammar (どうし of どうしたら).
      const shortest = /[\u3400-\u9fff]/.test(text) ? 4 : 3
      return text.replace(kanaRun, (run) => spelled(run, { readings: known(), longest, shortest }))
    },
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
