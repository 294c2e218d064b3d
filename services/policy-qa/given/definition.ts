import { fold, foldedText } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Demand } from './demand.ts'
import { mattersOf, withLabels } from './words.ts'

const defined = /定義|definition/
const meant =
  /(?:とは|って)(?:何(?:です|でしょう|の(?:こと|意味)|か[?？ ]*$|[?？ ]*$)|どういう(?:こと|意味)|[?？ ]*$)|の意味/

/** Whether a question asks what a word means, so that a passage that says so comes first. */
export const asksDefinition = ({ text }: Question): boolean =>
  meant.test(text) || defined.test(text)

const glossMin = 8

/** How a sentence ends that says what the word over it means. */
const defining = /(?:を指し|[^こ]こと(?:です|を言|をいう)|もの(?:です|を言|をいう)|言葉です|意味し)/

/** Xとは, ※X:, X(組織に貢献する意欲), or a head that is the word itself over a sentence that says what it is. */
const definesWord = (word: string, text: string, labels: string[]): boolean => {
  const bare = labels.map((label) => fold(label).replace(/[「」『』【】※]/g, ''))
  const isOver = bare.some(
    (label) => label === word || /^(?:\(|とは)/.test(afterStart(label, word)),
  )
  if (isOver && defining.test(text)) return true
  const own = text.replace(/[「」『』【】]/g, '')
  if (own.startsWith(`※${word}:`) || own.includes(`${word}とは`)) return true
  // 高い知識や技術を持ったスペシャリスト: the clause before it says what makes one.
  if (/を(?:持つ|持った|有する|備えた)$/.test(own.split(word)[0] ?? '')) return true
  const [, gloss = ''] = own.split(word).length > 1 ? (glossAfter(own, word) ?? []) : []
  return gloss.length >= glossMin
}

const afterStart = (label: string, word: string): string =>
  label.startsWith(word) ? label.slice(word.length) : ''

const glossAfter = (text: string, word: string): RegExpExecArray | null =>
  /^\(([^)]+)\)/.exec(text.slice(text.indexOf(word) + word.length))

const letters =
  /([a-z][a-z-]+)[^ ]{0,4}?(?:の略|の正式|略称|の頭文字)|([a-z][a-z-]+)[^ ]{0,4}何の略/

/** NOMAは何の略: the letters stand beside brackets, or within them. */
export const standsFor: Demand = ({ text }) => {
  const [, one, two] = letters.exec(text) ?? []
  const short = one ?? two
  if (short === undefined) return undefined
  return ({ passage }) => {
    const own = withLabels(passage).replace(/\s/g, '')
    return own.includes(`${short}(`) || own.includes(`(${short})`)
  }
}

/** Xの定義: a passage that merely uses the word does not define it. */
export const definesIt: Demand = (question) => {
  if (!defined.test(question.text)) return undefined
  const words = mattersOf(question)
    .filter(({ text }) => !defined.test(text))
    .flatMap(({ names }) => names)
    .filter((name) => name.length > 1)
  return ({ passage }) =>
    words.some((word) => definesWord(word, foldedText(passage), passage.labels))
}
