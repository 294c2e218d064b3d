import { type Entry, singular } from './lexicon.ts'
import { type Books, literal, type Reading, type Term, take } from './reading.ts'

const sharedPhrase = 0.6

type Found = { entry: Entry; length: number }

/** feed, need and bring are no forms of fee, nee and bre: three letters must be left. */
const ending = /(?<=[a-z]{3})(?:ing|(?<!e)ed)$/

const stems = (word: string): string[] => [
  word,
  word.replace(ending, ''),
  word.replace(ending, 'e'),
  word.replace(/([a-z])\1(?:ing|ed)$/, '$1'),
]

/** IT in capitals, in a text that is not all capitals. */
const capitals = /\bIT\b(?=.*[a-z])/g

const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .replace(capitals, 'information technology')
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[a-z0-9][a-z0-9',.-]*[a-z0-9]|[a-z0-9]/g) ?? []
  ).map(singular)

/** The longest phrase that begins here; single words also without their endings. */
const entryAt = (words: string[], at: number, { lexicon }: Books): Found | undefined => {
  const exact = lexicon.phrase(words, at)
  if (exact !== undefined && (exact.entry.concepts.length > 0 || exact.length > 1)) return exact
  const stemmed = stems(words[at] ?? '').flatMap((stem) => lexicon.phrase([stem], 0) ?? [])
  return stemmed.find((found) => found.entry.concepts.length > 0) ?? exact ?? stemmed[0]
}

/** Two phrases over the same words are one thing said twice: either may be found. */
const share = (terms: Term[]): Term[] =>
  terms.map((term) => ({ ...term, weight: term.weight * sharedPhrase }))

const takeUnknown = (word: string, reading: Reading, books: Books): void => {
  if (word.length < 2) return
  const term = literal(word, books)
  if (term.posting.size > 0) reading.terms.push(term)
  else if (!/^\d+$/.test(word)) reading.unknown.push(word)
}

/** Reads an English text word by word, taking the longest phrase known at each place. */
export const readEnglish = (text: string, books: Books): Reading => {
  const reading: Reading = { terms: [], entities: [], unknown: [], acts: [] }
  const words = wordsOf(text)
  let taken = 0
  for (const [at, word] of words.entries()) {
    const found = entryAt(words, at, books)
    const end = at + (found?.length ?? 0)
    if (found !== undefined && end > taken) {
      // Phrases may share words: "percentage of women" and "women in management".
      const before = reading.terms.length
      take(found.entry, reading, books)
      if (at < taken) {
        const both = reading.terms.splice(Math.max(0, before - 1))
        reading.terms.push(...share(both))
      }
    } else if (found === undefined && at >= taken) takeUnknown(word, reading, books)
    taken = Math.max(taken, end)
  }
  return reading
}
