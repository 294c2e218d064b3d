/** Whether a model's English answer can be vouched for by Japanese quotations. Errs on the side of no. Pure. */
import { asCareful, denies, japaneseSentences, plain, type Sources } from './support.ts'

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?](?:\s*\[\d+\])*)\s+(?!\[)|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

const markersOf = (sentence: string): number[] =>
  [...sentence.matchAll(/\[(\d{1,2})\]/g)].map(([, number]) => Number(number))

const months =
  'january february march april may june july august september october november december'.split(' ')
const counts = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const tens: Readonly<Record<string, number>> = {
  twice: 2,
  second: 2,
  third: 3,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
  thousand: 1_000,
}

const kanji = '〇一二三四五六七八九'

const digitsIn = (text: string): Set<string> =>
  new Set(
    [
      ...text
        .replace(/[〇一二三四五六七八九]/g, (sign) => String(kanji.indexOf(sign)))
        .matchAll(/\d+(?:\.\d+)?/g),
    ].map(([number]) => number),
  )

const wordNumber = (word: string): string[] => {
  const count = counts.indexOf(word)
  // “one” is a pronoun as often as a number, and “may” a verb.
  if (count >= 2) return [String(count)]
  const month = word === 'may' ? -1 : months.indexOf(word)
  if (month >= 0) return [String(month + 1)]
  const ten = tens[word]
  return ten === undefined ? [] : [String(ten)]
}

const numbersOf = (sentence: string): string[] => {
  const bare = sentence.replace(/\[\d+\]/g, '')
  return [...digitsIn(bare), ...bare.split(/[^a-z]+/).flatMap((word) => wordNumber(word))]
}

const deniesInEnglish = (sentence: string): boolean =>
  /\b(not|no|never|none|nor|without|cannot|neither|nobody|nothing|except|excluded|prohibited|forbidden)\b|n't\b/.test(
    sentence,
  )

const places = new Set(['iwaki', 'city', 'japan', 'japanese', 'policy'])

/** Names: words with a capital letter that no sentence begins with. */
const namesOf = (sentence: string): string[] =>
  [...sentence.matchAll(/(?<=[a-z,;:)\d]\s)[A-Z][A-Za-z-]+/g)].map(([name]) => name.toLowerCase())

const japaneseIn = (text: string): string[] =>
  [...text.matchAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu)].map(
    ([words]) => words,
  )

const denialHolds = (sentence: string, cited: readonly string[]): boolean => {
  const said = cited.flatMap((quote) => japaneseSentences(quote))
  const denying = said.filter((each) => denies(each)).length
  return deniesInEnglish(sentence) ? denying > 0 : denying < said.length
}

const isSaid = (typed: string, sources: Sources): boolean => {
  const sentence = plain(typed)
  const markers = markersOf(sentence)
  const cited = markers.map((number) => plain(sources.quotes[number - 1] ?? ''))
  if (cited.length === 0 || cited.includes('')) return false
  const body = cited.join('\n')
  const numbers = digitsIn(body)
  if (!numbersOf(sentence).every((number) => numbers.has(number))) return false
  if (!japaneseIn(sentence).every((words) => body.includes(words))) return false
  const asked = plain(sources.question)
  const known = (name: string): boolean =>
    places.has(name) || asked.includes(name) || body.includes(name)
  return namesOf(typed).every(known) && denialHolds(sentence, cited) && asCareful(sentence, body)
}

/**
 * True where every sentence names the quotations it rests on, and brings no number, name, Japanese word,
 * denial or certainty that they lack. Whether it translates well no rule can tell: the quotation stands beside it.
 */
export const isSupportedEnglish = (answer: string, sources: Sources): boolean => {
  const sentences = sentencesOf(answer)
  return sentences.length > 0 && sentences.every((sentence) => isSaid(sentence, sources))
}
