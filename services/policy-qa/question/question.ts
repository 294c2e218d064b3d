import { isYesNo, otherOffered } from '../asked/asked.ts'
import { yearsIn } from '../asked/years.ts'
import { readEnglish } from './read-english.ts'
import { contentRun, readJapanese } from './read-japanese.ts'
import type { Books, Reading, Term } from './reading.ts'
import type { Repair } from './repair.ts'

/** A question taken apart. */
export type Question = Reading & { text: string; english: boolean }

/** What reading a question needs. */
export type Reader = Books & { repair: Repair }

const questionLengthMax = 600
/** 決決: a key pressed twice, unless the document writes so. */
const doubled = /([\u30a1-\u30fa\u3400-\u9fff])\1/g
const japanese = /[\u3040-\u30ff\u3400-\u9fff]/

/** The part of a long text that is read: its beginning and its end, where people put what they ask. */
const cut = (text: string): string =>
  text.length <= questionLengthMax
    ? text
    : `${text.slice(0, questionLengthMax / 2)} ${text.slice(-questionLengthMax / 2)}`

/** Letters folded; a space stays only between Latin words of an English text. */
const foldJapanese = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[a-z-])\s+(?=[a-z-])/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\.{2,}/g, ' ')
    .replace(/[〜～]/g, '~')
    .replace(/(?:どんな|どういう|どのような)(?:職員|人)(?=のため|向け|が対象|を対象)/g, '誰')
    .replace(/(?<=[\u30a1-\u30fa\u30fc])へ(?=[\u30a1-\u30fa\u30fc])/g, 'ヘ')
    .replace(/[\s、。，．!！?？「」『』（）()【】・…]+/g, (marks) => (marks === '・' ? '・' : ' '))
    .trim()

/** スペシャリストとはどんな職員ですか asks for the word before it; 目指すのはどんな職員 for the staff themselves. */
const kindAsked =
  /(?<!の)(とは|って|は)(?:どんな|どういう|どのような)(?:職員|人|人材|人物|組織|もの)(?=(?:です|なの|なん|だ|か|を指|を言|をいう|のこと|$))/

/** Years are compared as years, and a wrong figure in a question is what a passage corrects: neither need be found. */
const isFigure = /^(?:令和|平成|昭和|\d[\d.]*|年度?|月)$/
const isCount = /^\d[\d.]*[%\u3400-\u9fff]{0,2}$/
/** 4月から係長です: when a story begins. */
const isMonth = /^\d{1,2}月$/
const monthTold = /\d月から|\d月に(?:異動|昇|入庁|着任|配属)|\d月付け?で/
/** 8年くらい前, 2回目: a way to say when. */
const isWhile = /^[\d一二三四五六七八九十]+(?:年|か月|回)[弱強目前余]?$/

const countAsked = /何(時間|か月|日|回|割|%|人|年|歳|件|点|週|分)/
const figureOf = /\d[\d.]*(?=(時間|か月|日|回|割|%|人|年|歳|件|点|週|分))/g

/** うちは月40時間, 目標は何時間: the figure somebody brings is not the one that is asked for. */
const figuresBrought = (text: string): string[] => {
  const unit = countAsked.exec(text)?.[1]
  if (unit === undefined) return []
  return [...text.matchAll(figureOf)].flatMap(([figure, own]) =>
    own === unit ? [figure, figure + own] : [],
  )
}

const withoutFigures = (reading: Reading, text: string): Reading => {
  const dated = yearsIn(text).length > 0
  const decided = isYesNo(text, false) || otherOffered(text) !== ''
  const brought = figuresBrought(text)
  const tellsMonth = monthTold.test(text)
  const isSilent = (word: string): boolean =>
    isMonth.test(word) || (dated && isFigure.test(word)) || (decided && isCount.test(word))
  return {
    ...reading,
    terms: reading.terms
      .filter(({ text: word }) => !brought.includes(word) && !(tellsMonth && isMonth.test(word)))
      .map((term) => (isSilent(term.text) ? { ...term, everyday: true } : term)),
    unknown: reading.unknown.filter(
      (word) =>
        !isWhile.test(word) &&
        !(decided && isCount.test(word)) &&
        !brought.includes(word) &&
        !isWhither(word, text),
    ),
  }
}

/** 東京に行って受ける研修: where somebody goes says little of what for. */
const isWhither = (word: string, text: string): boolean => {
  const at = text.indexOf(word)
  return at >= 0 && goesThere.test(text.slice(at + word.length))
}

const goesThere = /^(?:都|府|県|市)?(?:など|とか)?(?:(?:に|へ|まで)(?:行|出張|派遣|出)|で受け)/

const distinct = (terms: Term[]): Term[] => [
  ...new Map(terms.map((term) => [term.text, term])).values(),
]

const wordBefore = 5

/** パパ, 産後パパ: a pair that is a word by itself, or that the document or a known word writes so. */
const isWritten = (text: string, at: number, { index, lexicon }: Reader): boolean => {
  const end = at + 2
  const [before, after] = [text.charAt(at - 1), text.charAt(end)]
  if (isKatakana(text.charAt(at)) && !isKatakana(before) && !isKatakana(after)) return true
  if (index.find(text.slice(at, end)).size > 0) return true
  for (let from = at; from >= 0 && at - from <= wordBefore; from--) {
    const length = lexicon.longest(text, from)?.term.length ?? 0
    if (from + length >= end) return true
  }
  return false
}

const isKatakana = (letter: string): boolean => /[\u30a1-\u30fa\u30fc]/.test(letter)

const readInJapanese = (text: string, reader: Reader): Question => {
  const asked = foldJapanese(text).replace(kindAsked, '$1何')
  const once = asked.replace(doubled, (pair, letter: string, at: number) =>
    isWritten(asked, at, reader) ? pair : letter,
  )
  const spelled = reader.repair.kana(once)
  const first = withoutFigures(readJapanese(spelled, reader), spelled)
  const unknown = [...first.unknown, ...first.acts]
  const repaired =
    unknown.length === 0 ? spelled : reader.repair.typos(spelled, contentRun, unknown)
  const reading =
    repaired === spelled ? first : withoutFigures(readJapanese(repaired, reader), repaired)
  return { ...reading, terms: distinct(reading.terms), text: repaired, english: false }
}

/** Takes a question apart. Reads at most some hundred letters, however long the text is. */
export const readQuestion = (question: string, reader: Reader): Question => {
  const text = cut(question)
  if (japanese.test(text) && !isMostlyLatin(text)) return readInJapanese(text, reader)
  const mended = reader.repair.english(text)
  const reading = withNames(readEnglish(mended, reader), mended, reader)
  return { ...reading, terms: distinct(reading.terms), text: mended.toLowerCase(), english: true }
}

const mostlyLatin = 2

/** An English sentence that names things in Japanese: Does a 課長 need 危機管理能力? */
const isMostlyLatin = (text: string): boolean => {
  const latin = text.match(/[a-z]+/gi) ?? []
  const letters = latin.reduce((sum, word) => sum + word.length, 0)
  if (latin.length > 1 && latin.some((word) => joining.test(word))) return true
  const others = text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0
  return latin.length >= wordsMin && letters > others * mostlyLatin
}

const wordsMin = 3
/** role of 係長: little words that stand in English alone. */
const joining = /^(?:of|the|for|is|are|what|who|how|does|do|to|at|an?)$/i

/** What the Japanese words in an English question name. In brackets they say again what the English said. */
const withNames = (reading: Reading, text: string, reader: Reader): Reading => {
  if (!japanese.test(text)) return reading
  const again = (text.match(/[（(][^()（）]*[)）]/g) ?? []).join(' ')
  const own = text.replace(/[（(][^()（）]*[)）]/g, ' ').replace(/[a-z]/gi, ' ')
  const named = readJapanese(foldJapanese(again), reader)
  const spoken = readJapanese(foldJapanese(own), reader)
  return {
    terms: [...reading.terms, ...spoken.terms],
    acts: reading.acts,
    entities: [...reading.entities, ...named.entities, ...spoken.entities],
    unknown: named.terms.length > 0 ? spoken.unknown : [...reading.unknown, ...spoken.unknown],
  }
}
