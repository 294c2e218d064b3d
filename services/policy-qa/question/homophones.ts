import type { Books } from './reading.ts'
import type { TextIndex } from './text-index.ts'
import { dataFile, readWords } from './thesaurus.ts'

/** 相淡, 異同希望: the letters that a wrong conversion, or a hasty eye, puts in the place of another. */
export type Homophones = {
  /** `text` with the unknown word at `at` in the spelling that the document has, or undefined. */
  repaired(text: string, unknown: string): string | undefined
}

/** So many passages use it that it needs no neighbour to be believed. */
const usualMin = 4
const besideMax = 4
const wordLengthMax = 5

let groups: Map<string, string> | undefined

/** Letter → all letters that may be meant by it. */
const readGroups = (): Map<string, string> => {
  const all = new Map<string, string>()
  for (const group of readWords(dataFile('homophones.txt'))) {
    for (const letter of group) {
      all.set(letter, (all.get(letter) ?? '') + group.replace(letter, ''))
    }
  }
  return all
}

type Candidate = { text: string; reach: number; count: number }

/** How far around the word the document goes on like the text: 主任保健技師 around 保健. */
const reachOf = (text: string, [from, to]: [number, number], index: TextIndex): number => {
  let [start, end] = [from, to]
  while (start > 0 && from - start < besideMax && index.find(text.slice(start - 1, end)).size > 0)
    start--
  while (
    end < text.length &&
    end - to < besideMax &&
    index.find(text.slice(start, end + 1)).size > 0
  )
    end++
  return end - start
}

/** How many passages speak of it; a word of the lexicon is as usual as can be. */
const countOf = (word: string, { index, lexicon }: Books): number =>
  lexicon.longest(word, 0)?.term === word ? index.size : index.find(word).size

const candidatesFor = (text: string, unknown: string, books: Books): Candidate[] => {
  const at = text.indexOf(unknown)
  const found: Candidate[] = []
  for (const [offset, letter] of Array.from(unknown).entries()) {
    for (const other of groups?.get(letter) ?? '') {
      const word = unknown.slice(0, offset) + other + unknown.slice(offset + 1)
      const count = countOf(word, books)
      if (count === 0) continue
      const changed = text.slice(0, at) + word + text.slice(at + unknown.length)
      found.push({
        text: changed,
        reach: reachOf(changed, [at, at + word.length], books.index),
        count,
      })
    }
  }
  return found
}

/** 参画卒: the last letter of a word whose others are known. */
const lastLetterRepaired = (text: string, letter: string, books: Books): string | undefined => {
  const at = text.indexOf(letter)
  const before = text.slice(Math.max(0, at - headLength), at)
  const other = Array.from(groups?.get(letter) ?? '').find((one) => isWord(before + one, books))
  return other === undefined ? undefined : text.slice(0, at) + other + text.slice(at + 1)
}

const headLength = 2

const isWord = (word: string, books: Books): boolean => kanji.test(word) && countOf(word, books) > 0

const kanji = /^[\u3400-\u9fff]{3}$/

/** Sees through a letter put for another of the same sound. */
export const createHomophones = (books: Books): Homophones => ({
  repaired: (text, unknown) => {
    if (unknown.length > wordLengthMax || !text.includes(unknown)) return undefined
    groups ??= readGroups()
    if (unknown.length === 1) return lastLetterRepaired(text, unknown, books)
    const [best] = candidatesFor(text, unknown, books).toSorted(
      (one, two) => two.reach - one.reach || two.count - one.count,
    )
    if (best === undefined) return undefined
    return best.reach > unknown.length || best.count >= usualMin ? best.text : undefined
  },
})
