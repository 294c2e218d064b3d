import { isEnglishAct } from './english-dictionary.ts'
import { stems, wordsOf } from './english-words.ts'
import type { Entry } from './lexicon.ts'
import { readJapanese } from './read-japanese.ts'
import { type Books, literal, type Reading, type Term, take } from './reading.ts'
import type { Repair } from './repair.ts'
import { isRomaji } from './romaji.ts'

const sharedPhrase = 0.6

type Found = { entry: Entry; length: number }

/** IT in capitals, in a text that is not all capitals. */
const capitals = /\bIT\b(?=.*[a-z])/g

/** manual and skilled workers: what is said once belongs to both. */
const sharedAt = (words: string[], at: number, { lexicon }: Books): Found | undefined => {
  const [word = '', joint = '', , head = ''] = words.slice(at, at + 4)
  if (!/^(?:and|or)$/.test(joint)) return undefined
  const found = lexicon.phrase([word, head], 0)
  return found?.length === 2 ? { ...found, length: 1 } : undefined
}

const possessive = /^(?:my|our|your|his|her|their|its)$/
const phraseMax = 5

/** developing their people names the ability to develop people. */
const abilityAt = (words: string[], at: number, { lexicon }: Books): Found | undefined => {
  const rest = words.slice(at + 1, at + phraseMax)
  const skipped = possessive.test(rest[0] ?? '') ? 1 : 0
  const found = stems(words[at] ?? '').flatMap(
    (stem) => lexicon.phrase([stem, ...rest.slice(skipped)], 0) ?? [],
  )
  const named = found.find(({ entry, length }) => length > 1 && entry.entities.length > 0)
  return named === undefined ? undefined : { ...named, length: named.length + skipped }
}

/** The longest phrase that begins here; single words also without their endings. */
const entryAt = (words: string[], at: number, books: Books): Found | undefined => {
  const { lexicon } = books
  const exact = lexicon.phrase(words, at)
  if (exact !== undefined && exact.length > 1) return exact
  const shared = sharedAt(words, at, books) ?? abilityAt(words, at, books)
  if (shared !== undefined) return shared
  if (exact !== undefined && exact.entry.concepts.length > 0) return exact
  const stemmed = stems(words[at] ?? '').flatMap((stem) => lexicon.phrase([stem], 0) ?? [])
  return stemmed.find((found) => found.entry.concepts.length > 0) ?? exact ?? stemmed[0]
}

/** Two phrases over the same words are one thing said twice: either may be found. */
const share = (terms: Term[]): Term[] =>
  terms.map((term) => ({ ...term, weight: term.weight * sharedPhrase }))

/** What reading English needs beside: Japanese words in Latin letters. */
export type EnglishBooks = Books & { repair: Pick<Repair, 'romaji'> }

const romajiMax = 4

/** hogo kakari: Japanese in Latin letters, in as many words as belong together. */
const japaneseAt = (
  words: string[],
  at: number,
  { repair }: EnglishBooks,
): { spelling: string; length: number } | undefined => {
  for (let length = Math.min(romajiMax, words.length - at); length > 0; length--) {
    const spelling = repair.romaji(words.slice(at, at + length).join(''))
    if (spelling !== undefined) return { spelling, length }
  }
  return undefined
}

const append = (reading: Reading, more: Reading): void => {
  reading.terms.push(...more.terms)
  reading.entities.push(...more.entities)
}

/** Words in brackets say again what stands before them. */
const againIn = (text: string): Set<string> =>
  new Set(wordsOf((text.match(/\([^()]*\)/g) ?? []).join(' ')))

const toldMonth =
  /\b(?:start|join|began|begin|enter|transfer|promot|hire|arriv|mov|since|from|as of)[a-z]*\b[^.?!]{0,30}?\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\bthis (?:spring|summer|autumn|fall|winter)\b/g

/** The words of a text, without when its story begins: I start in May. */
const withoutMonths = (text: string): string[] => {
  const told = (text.toLowerCase().match(toldMonth) ?? []).map((said) => wordsOf(said).at(-1))
  return wordsOf(text.replace(capitals, 'information technology')).filter(
    (word) => !told.includes(word),
  )
}

type Place = { words: string[]; at: number; again: Set<string> }

/** Takes what neither the lexicon knows: a word of the document, Japanese, or nothing known. Says how many words. */
const takeUnknown = (
  { words, at, again }: Place,
  reading: Reading,
  books: EnglishBooks,
): number => {
  const word = words[at] ?? ''
  if (word.length < 2) return 1
  const japanese = japaneseAt(words, at, books)
  if (japanese !== undefined) {
    append(reading, readJapanese(japanese.spelling, books))
    return japanese.length
  }
  const term = literal(word, books)
  const isSilent = /^\d+$/.test(word) || (again.has(word) && isRomaji(word))
  if (term.posting.size > 0) reading.terms.push(term)
  else if (isSilent) return 1
  else if (isEnglishAct(word, words[at - 1] ?? '')) reading.acts.push(word)
  else reading.unknown.push(word)
  return 1
}

/** Reads an English text word by word, taking the longest phrase known at each place. */
export const readEnglish = (text: string, books: EnglishBooks): Reading => {
  const reading: Reading = { terms: [], entities: [], unknown: [], acts: [] }
  const words = withoutMonths(text)
  const again = againIn(text)
  let taken = 0
  for (const at of words.keys()) {
    const found = entryAt(words, at, books)
    let end = at + (found?.length ?? 0)
    if (found !== undefined && end > taken) {
      // Phrases may share words: "percentage of women" and "women in management".
      const before = reading.terms.length
      take(found.entry, reading, books)
      if (at < taken) {
        const both = reading.terms.splice(Math.max(0, before - 1))
        reading.terms.push(...share(both))
      }
    } else if (found === undefined && at >= taken) {
      end = at + takeUnknown({ words, at, again }, reading, books)
    }
    taken = Math.max(taken, end)
  }
  return reading
}
