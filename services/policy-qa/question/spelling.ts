import type { PolicyDocument } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import type { Lexicon } from './lexicon.ts'

const cost = (row: number[], place: number): number => row[place] ?? 0

/** The cheapest way to reach this cell: drop, add, change, or swap two neighbours. */
const cell = (
  rows: { before: number[]; last: number[]; next: number[] },
  same: boolean,
  swapped: boolean,
): number => {
  const { before, last, next } = rows
  const place = next.length
  const plain = Math.min(
    cost(last, place) + 1,
    cost(next, place - 1) + 1,
    cost(last, place - 1) + (same ? 0 : 1),
  )
  return swapped ? Math.min(plain, cost(before, place - 2) + 1) : plain
}

/** How many letters to change, add, drop or swap with the neighbour to get from one to the other. */
const distance = (one: string, two: string): number => {
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
  return cost(last, two.length)
}

/** Known spellings, to be found by how long they are and the letters they are made of. */
export type Spellings = { words: string[]; byLetter: Map<string, number[]> }

const keyOf = (length: number, letter: string): string => `${length}${letter}`

const runLengthMin = 3
const wordLengthMin = 4
/** From this length on two letters may be wrong. */
const longLength = 6
const longKatakana = 8
const candidatesMax = 40

const compounds = (document: PolicyDocument): Set<string> => {
  const found = new Set<string>()
  for (const passage of document.passages) {
    const runs = fold(passage.text).match(/[\u30a1-\u30fa\u30fc\u3400-\u9fff々]{4,14}/g)
    for (const run of runs ?? []) found.add(run)
  }
  return found
}

const lettersOf = (word: string): Set<string> => new Set(Array.from(word))

/** All longer words of the document and the lexicon. */
export const createSpellings = (document: PolicyDocument, lexicon: Lexicon): Spellings => {
  const known = compounds(document)
  for (const { term, everyday } of lexicon.entries()) {
    if (!everyday && term.length >= wordLengthMin) known.add(term)
  }
  return spellingsOf(known)
}

/** Words, to be found by how long they are and the letters they are made of. */
export const spellingsOf = (known: Iterable<string>): Spellings => {
  const words = [...known]
  const byLetter = new Map<string, number[]>()
  for (const [at, word] of words.entries()) {
    for (const letter of lettersOf(word)) {
      const key = keyOf(word.length, letter)
      const places = byLetter.get(key)
      if (places === undefined) byLetter.set(key, [at])
      else places.push(at)
    }
  }
  return { words, byLetter }
}

/** A short run is only taken for a longer word that lost a letter. */
const lengthsFor = (run: string, limit: number): number[] =>
  run.length === runLengthMin
    ? [run.length + 1]
    : Array.from({ length: 2 * limit + 1 }, (_, at) => run.length - limit + at)

/** Words of a like length that are made of nearly the same letters, the likeliest first. */
const alike = (run: string, { words, byLetter }: Spellings, limit: number): string[] => {
  const counts = new Map<number, number>()
  const letters = lettersOf(run)
  for (const length of lengthsFor(run, limit)) {
    for (const letter of letters) {
      for (const at of byLetter.get(keyOf(length, letter)) ?? [])
        counts.set(at, (counts.get(at) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count >= letters.size - limit)
    .toSorted((one, two) => two[1] - one[1])
    .slice(0, candidatesMax)
    .map(([at]) => words[at] ?? '')
}

/** レポート is no サポート: with katakana a wrong first letter makes another word, and so do two wrong letters. */
const isAnother = (run: string, word: string): boolean =>
  katakana.test(run) && run.charAt(0) !== word.charAt(0) && run.charAt(0) !== word.charAt(1)

const katakana = /^[a-z]*[\u30a1-\u30fa\u30fc]+$/

const limitFor = (run: string): number => {
  const long = katakana.test(run) ? longKatakana : longLength
  return run.length >= long ? 2 : 1
}

/** The known words that a mistyped run may stand for, the nearest first. */
export const allNear = (run: string, spellings: Spellings, limit = limitFor(run)): string[] => {
  if (run.length < runLengthMin) return []
  return alike(run, spellings, limit)
    .map((word) => ({ word, cost: distance(run, word) }))
    .filter(({ word, cost }) => cost <= limit && !isAnother(run, word))
    .toSorted((one, two) => one.cost - two.cost)
    .map(({ word }) => word)
}

/** The known word that a mistyped run stands for, if one is near enough. */
export const nearest = (run: string, spellings: Spellings): string | undefined =>
  allNear(run, spellings)[0]
