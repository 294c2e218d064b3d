import { isEnglishWord } from './english-dictionary.ts'
import { stems, wordsOf } from './english-words.ts'
import type { Lexicon } from './lexicon.ts'
import { isRomaji } from './romaji.ts'
import { allNear, type Spellings, spellingsOf } from './spelling.ts'

const lengthMin = 4
/** Words so short are only taken for what has the same letters, or one of them twice: waht, staf. */
const shortLength = 4
/** From this length on two letters may be wrong. */
const longLength = 8

/** Words written small, or at the beginning: a name in the middle of a sentence is no typing error. */
const written = /(?<![A-Za-z'-])(?:[a-z]{4,}|(?<=^\s*)[A-Z][a-z]{3,})(?![A-Za-z'])/g

const endingMax = 2

/** harasser is no harassed: another ending makes another word, unless a letter is only left out before it. */
const isOtherEnding = (word: string, found: string): boolean =>
  word.slice(0, -endingMax) === found.slice(0, word.length - endingMax) &&
  !found.startsWith(word) &&
  !found.endsWith(word.slice(-endingMax))

/** Whether a word may be a typing error at all: long enough, and no word that there is. */
const isSuspect = (word: string, known: Set<string>): boolean =>
  word.length >= lengthMin &&
  !stems(word).some((stem) => known.has(stem)) &&
  !isRomaji(word) &&
  !isEnglishWord(word)

const lettersOf = (word: string): string => word.split('').toSorted().join('')

const isSlip = (word: string, found: string): boolean =>
  found.length === word.length
    ? lettersOf(found) === lettersOf(word)
    : found === word + word.slice(-1)

const nearestTo = (word: string, spellings: Spellings): string | undefined =>
  allNear(word, spellings, word.length < longLength ? 1 : 2).find(
    (found) =>
      found.charAt(0) === word.charAt(0) &&
      (word.length === shortLength ? isSlip(word, found) : !isOtherEnding(word, found)),
  )

/** Mends typing errors in English: every unknown word that is one or two letters away from a known one. */
export const createEnglishSpelling = (lexicon: Lexicon): ((text: string) => string) => {
  let known: Set<string> | undefined
  let spellings: Spellings | undefined
  const mended = (as: string): string => {
    known ??= new Set(lexicon.englishWords())
    const [word = ''] = wordsOf(as)
    if (!isSuspect(word, known)) return as
    spellings ??= spellingsOf(known)
    return nearestTo(word, spellings) ?? as
  }
  return (text) => text.replace(written, mended)
}
