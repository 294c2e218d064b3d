import type { Entry } from './lexicon.ts'
import { type Books, literal, type Reading, take } from './reading.ts'
import type { Posting, TextIndex } from './text-index.ts'
import { verbsIn } from './verbs.ts'

const content = /[\u30a1-\u30fa\u30fc\u3400-\u9fff々a-z0-9%.]/
const han = /[\u3400-\u9fff]/
const latin = /[a-z0-9.]/

/** Letters that carry meaning in one run: kanji, katakana, Latin and figures. */
export const contentRun = /[\u30a1-\u30fa\u30fc\u3400-\u9fff々a-z0-9%.]+/g

const spelledOut = /[\u30a1-\u30fa\u30fca-z0-9.]/

/** Whether a cut at `at` would part a katakana or Latin word. */
const parts = (text: string, at: number): boolean => {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)]
  return (
    spelledOut.test(before) && spelledOut.test(after) && latin.test(before) === latin.test(after)
  )
}

const thereMin = 0.4

/** Whether it stands somewhere as a word, and not only as the beginning of another. */
const isThere = (posting: Posting): boolean => {
  for (const weight of posting.values()) if (weight >= thereMin) return true
  return false
}

/** The longest run of letters of content from `at` that stands in the document as words. */
const standing = (text: string, at: number, index: TextIndex): string => {
  if (parts(text, at)) return ''
  let end = at
  while (end < text.length && content.test(text.charAt(end))) end++
  for (; end - at >= 2; end--) {
    const run = text.slice(at, end)
    if (!parts(text, end) && isThere(index.find(run))) return run
  }
  return ''
}

/** Letters that nothing known covers, until something known follows. */
type Missed = { letters: string; inCompound: boolean }

const isWordy = (run: string): boolean => run.length >= 2 && !/^[0-9.%]+$/.test(run)

const actLengthMax = 4
const endingLength = 3

/** What follows the stem of a verb, and no noun: 見込|んで, 引き受|ける, 喫煙|した. */
const actEnding =
  /^(?:[んむめゃゅょわえうげぐけぎそつせぶべび]|し[たてなまよ]|する|され|させ|でき[るたなま]|く(?!ら)|す(?!ら|か)|ら[なれせ]|り[またて]|る|れ[るばなたてま]|っ[たて](?=[いくるあみ]|か?[ら、。]))/

/** Puts down missed letters as an unknown word, unless they are one letter of a verb (頼まれた). */
const settle = (missed: Missed, reading: Reading, next: string): void => {
  const { letters, inCompound } = missed
  const verbal = /^[\u3041-\u309f]/.test(next) && letters.length === 1 && !inCompound
  if (isWordy(letters) || (!verbal && han.test(letters))) {
    const isAct = !inCompound && actEnding.test(next) && letters.length <= actLengthMax
    if (isAct) reading.acts.push(letters)
    else reading.unknown.push(letters)
  }
  missed.letters = ''
}

const miss = (
  missed: Missed,
  reading: Reading,
  around: { before: string; letter: string; next: string },
): void => {
  if (missed.letters === '') missed.inCompound = han.test(around.before)
  if (content.test(around.letter)) missed.letters += around.letter
  else settle(missed, reading, around.next)
}

/** The longest known spelling here. Inside an unknown compound a single letter is only a part of it. */
const entryAt = (text: string, at: number, books: Books): Entry | undefined => {
  const entry = books.lexicon.longest(text, at)
  if (entry === undefined || parts(text, at)) return undefined
  const end = at + entry.term.length
  return parts(text, end) && !han.test(entry.term) ? undefined : entry
}

/** What is known at a place: an entry, a run of the document's own letters, or neither. */
type Known = { entry: Entry | undefined; run: string; endsWord: boolean }

const knownAt = (place: { text: string; at: number }, books: Books, missed: Missed): Known => {
  const { text, at } = place
  const letter = text.charAt(at)
  if (!content.test(letter)) return { entry: entryAt(text, at, books), run: '', endsWord: false }
  const found = entryAt(text, at, books)
  const inCompound = missed.letters !== ''
  const onlyPart = found?.term.length === 1 && inCompound
  const standingRun = standing(text, at, books.index)
  // 人生100年時代: a figure inside a word that nothing knows is a part of that word.
  const run = inCompound && /^[\d.]+$/.test(standingRun) ? '' : standingRun
  const endsWord = !content.test(text.charAt(at + run.length))
  return { entry: onlyPart ? undefined : found, run, endsWord }
}

/** 職員本人: made of words of asking alone, so it need not be found as one word. */
const isUsual = (run: string, { lexicon }: Books): boolean => {
  for (let at = 0; at < run.length; ) {
    const entry = lexicon.longest(run, at)
    if (entry === undefined || !entry.everyday) return false
    at += entry.term.length
  }
  return true
}

/** Takes what is known and says how many letters it covers. */
const takeKnown = ({ entry, run, endsWord }: Known, reading: Reading, books: Books): number => {
  const whole = entry !== undefined && entry.term.length >= run.length - (endsWord ? 0 : 1)
  if (!whole) reading.terms.push({ ...literal(run, books), everyday: isUsual(run, books) })
  // 主任 in 主任保健技師 is another position's name.
  if (entry !== undefined) take(whole ? entry : { ...entry, entities: [] }, reading, books)
  return whole ? entry.term.length : run.length
}

/** Reads a folded Japanese text from left to right, taking the longest thing known at each place. */
export const readJapanese = (text: string, books: Books): Reading => {
  const reading: Reading = { terms: [], entities: [], unknown: [], acts: [] }
  const missed: Missed = { letters: '', inCompound: false }
  for (let at = 0; at < text.length; ) {
    const known = knownAt({ text, at }, books, missed)
    if (known.entry === undefined && known.run === '') {
      miss(missed, reading, {
        before: text.charAt(at - 1),
        letter: text.charAt(at),
        next: text.slice(at, at + endingLength),
      })
      at++
    } else {
      settle(
        missed,
        reading,
        content.test(text.charAt(at)) ? '' : text.slice(at, at + endingLength),
      )
      at += takeKnown(known, reading, books)
    }
  }
  settle(missed, reading, '')
  reading.terms.push(...verbsIn(text, books))
  return reading
}
