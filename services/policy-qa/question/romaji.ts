import { toHiragana } from 'wanakana'
import type { TextIndex } from './text-index.ts'

type Readings = { kana: string; spelling: string }[]

/** Syllables of Japanese in Latin letters, and nothing else. */
const shape =
  /^(?:(?:[kstp](?=[kstp]))?(?:[kgsztdnhbpmr]y?|sh|ch|ts|[wyfj])?[aiueo]|n(?![aiueoy]))+$/

const lengthMin = 4

/** kachō, kacho and kachou are one word: long vowels are written in many ways, or not at all. */
const short = (kana: string): string =>
  kana
    .replace(/ー/g, '')
    .replace(/がかり/g, 'かかり')
    .replace(/(?<=[おこごそぞとどのほぼぽもよょろ])[うお]/g, '')
    .replace(/(?<=[うくぐすずつづぬふぶぷむゆゅる])う/g, '')

/** Whether a word may be Japanese in Latin letters, by its syllables. */
export const isRomaji = (word: string): boolean => word.length >= lengthMin && shape.test(word)

const piecesMax = 4

/** Whether the rest can be put together from known readings, the longest first. */
const pieced = (
  kana: string,
  spellings: Map<string, string>,
  left = piecesMax,
): string[] | undefined => {
  if (kana === '') return []
  if (left === 0) return undefined
  for (let length = kana.length; length >= 2; length--) {
    const spelling = spellings.get(kana.slice(0, length))
    if (spelling === undefined) continue
    const rest = pieced(kana.slice(length), spellings, left - 1)
    if (rest !== undefined) return [spelling, ...rest]
  }
  return undefined
}

/** Reads romaji: hogo kakari → 保護係. `load` reads the readings, once a text needs them. */
export const createRomaji = (
  index: TextIndex,
  load: () => Readings,
): ((word: string) => string | undefined) => {
  let spellings: Map<string, string> | undefined
  const known = (): Map<string, string> => {
    if (spellings !== undefined) return spellings
    spellings = new Map()
    for (const { kana, spelling } of load()) {
      const key = short(kana)
      const before = spellings.get(key)
      // Of words that sound alike the document's own is meant.
      const better =
        before !== undefined && index.find(before).size === 0 && index.find(spelling).size > 0
      if (before === undefined || better) spellings.set(key, spelling)
    }
    return spellings
  }
  return (word) => {
    if (!isRomaji(word)) return undefined
    const pieces = pieced(short(toHiragana(word)), known()) ?? []
    const spelling = pieces.join('')
    return pieces.length === 1 || index.find(spelling).size > 0 ? spelling : undefined
  }
}
