/** Whether a model's Japanese answer says only what the quotations say. Errs on the side of no. Pure. */
import { asCareful, denies, japaneseSentences, plain, type Sources } from './support.ts'

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** Words that carry grammar and no matter. */
const grammar = new Set(
  (
    'です ます でし まし ませ した して する され さ れ られ いる いま ある あり なる なり なっ なら ない なく ' +
    'こと もの ため よう など また この その これ それ ここ そこ どの とき ところ ほか うち ' +
    'ついて よって より から まで ので のに では には とは にも でも とも への との ても けれど おいて として とおり ' +
    'および または ならび あるいは かつ ただし なお さらに そして できる でき おり おける ごと ください くださ ' +
    'について により によって において に対し に対して に関し に関する ため ために ように ような という といっ いう はい'
  ).split(' '),
)

const isMatter = (word: string): boolean =>
  !grammar.has(word) &&
  (/[\p{Script=Han}々a-z\d]|[ァ-ヶー]{2}/u.test(word) || /^[ぁ-ん]{2,}$/.test(word))

/** Words that bear the matter of a sentence. */
const matterOf = (sentence: string): string[] =>
  [...segmenter.segment(sentence)].map(({ segment }) => segment).filter((word) => isMatter(word))

const numbersOf = (text: string): string[] =>
  [...text.matchAll(/\d+(?:\.\d+)?\s*[%\p{Script=Han}]?/gu)].map(([number]) =>
    number.replace(/\s/g, ''),
  )

const bigrams = (text: string): Set<string> => {
  const letters = text.replace(/[\s。、「」・]/g, '')
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)))
}

/** The sentence of the quotations that says most of this one, and how much of it. */
const nearest = (sentence: string, quotes: readonly string[]): { said: string; share: number } => {
  const own = bigrams(sentence)
  const all = quotes.flatMap((quote) => japaneseSentences(quote))
  const judged = all.map((said) => {
    const there = bigrams(said)
    const shared = [...own].filter((pair) => there.has(pair)).length
    return { said, share: own.size === 0 ? 0 : shared / own.size }
  })
  return judged.reduce((best, one) => (one.share > best.share ? one : best), {
    said: '',
    share: 0,
  })
}

/** At least this much of a sentence's pairs of letters stands in one sentence of the quotations. */
const shareMin = 0.4
/** At least this share of its words comes from the quotations; the rest may be the question's. */
const quotedMin = 0.7

const isSaid = (sentence: string, question: string, quotes: readonly string[]): boolean => {
  const body = quotes.join('\n')
  const words = matterOf(sentence)
  const quoted = words.filter((word) => body.includes(word))
  if (words.some((word) => !body.includes(word) && !question.includes(word))) return false
  if (words.length === 0 || quoted.length / words.length < quotedMin) return false
  const { said, share } = nearest(sentence, quotes)
  if (share < shareMin || denies(sentence) !== denies(said)) return false
  return asCareful(sentence, said) && numbersOf(sentence).every((number) => said.includes(number))
}

/** True where every sentence is supported: its words, its numbers with their units, its yes or no, its care. */
export const isSupportedJapanese = (answer: string, sources: Sources): boolean => {
  const sentences = japaneseSentences(plain(answer))
  const quotes = sources.quotes.map(plain)
  const question = plain(sources.question)
  return sentences.length > 0 && sentences.every((each) => isSaid(each, question, quotes))
}
