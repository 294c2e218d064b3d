/** What both languages' checks of a model's answer share. Pure. */

/** What an answer must be supported by. */
export type Sources = { readonly question: string; readonly quotes: readonly string[] }

/** A text as it is compared: one width, small letters, no marks between digits. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, '')

/** The sentences of a Japanese text; a line ends one as well. */
export const japaneseSentences = (text: string): string[] =>
  text
    .split(/(?<=[。！？!?])|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

const not =
  /ない|ません|なかった|なく(?!と)|なけれ|せず|れず|禁止|不要|不可|対象外|いいえ|除[くきい]/

/** Whether a Japanese sentence denies something. */
export const denies = (sentence: string): boolean => not.test(sentence)

/** Words that make a plan or a rule less than certain: left out, a sentence claims too much. */
const hedges: readonly (readonly [RegExp, RegExp])[] = [
  [/検討/, /検討|consider|stud(y|ied)|examin|explor|review/],
  [/予定/, /予定|plan/],
  [/原則/, /原則|in principle|as a rule/],
  [/一部/, /一部|部分|part of|partly|some of|partial/],
  [/努め/, /努め|try|tries|strive|endeavou?r|effort|aim|seek/],
  [/目指|目標/, /目指|目標|aim|goal|target|seek|strive/],
  [/場合/, /場合|とき|if|when|where|in case|in the event/],
]

/** Whether a sentence is as careful as what it is drawn from. */
export const asCareful = (sentence: string, source: string): boolean =>
  hedges.every(([there, here]) => !there.test(source) || here.test(sentence))
