import { type Books, rarity, type Term } from './reading.ts'
import type { Posting } from './text-index.ts'

/** The kana that a stem may end in, verb by verb: 募る, 募り, 募って. */
const rows = [
  'わいうえおっ',
  'かきくけこい',
  'がぎぐげごい',
  'さしすせそ',
  'たちつてとっ',
  'なにぬねのん',
  'ばびぶべぼん',
  'まみむめもん',
  'らりるれろっ',
]
const oneLetter =
  /(?<![\u3400-\u9fff々\u30a1-\u30fa])([\u3400-\u9fff])([\u3041-\u309f])(?=[\u3041-\u309f])/g
/** A verb that stands in more places says nothing. */
const placesMax = 8

/** What is done helps to find the place, and need not be found. */
const verbShare = 0.5

const anyOf = (postings: Posting[]): Posting => {
  const all: Posting = new Map()
  for (const posting of postings)
    for (const [at, weight] of posting) all.set(at, Math.max(all.get(at) ?? 0, weight))
  return all
}

/** Verbs of one letter that no list knows and the document has in another form: 律する, where it writes 律して. */
export const verbsIn = (text: string, { lexicon, index }: Books): Term[] =>
  [...text.matchAll(oneLetter)].flatMap(({ 0: said, 1: letter = '', 2: kana = '', index: at }) => {
    const row = rows.find((each) => each.includes(kana))
    if (row === undefined || lexicon.longest(text, at) !== undefined) return []
    const posting = anyOf(row.split('').map((other) => index.find(letter + other)))
    if (posting.size === 0 || posting.size > placesMax) return []
    const weight = rarity(posting, index.size) * verbShare
    return [
      { text: said, names: [said], posting, weight, everyday: true, named: false, entities: [] },
    ]
  })
