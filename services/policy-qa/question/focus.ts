import { type Question, type Reader, readQuestion } from './question.ts'
import type { Term } from './reading.ts'
import { dataFile, readWords } from './thesaurus.ts'

/** A term this rare tells what is spoken of. */
const tellingMin = 2.5
/** What the asking part alone must hold before the rest may be left aside. */
const enoughWeight = 4.5
/** Below this the question alone does not say what it is about. */
const namedWeight = 4
const clausesMax = 12

let courtesies: RegExp | undefined
let storyWords: Set<string> | undefined

const withoutCourtesy = (text: string): string => {
  courtesies ??= new RegExp(
    readWords(dataFile('courtesy.txt'))
      .toSorted((one, two) => two.length - one.length)
      .join('|'),
    'gu',
  )
  const bare = text.replace(courtesies, ' ').trim()
  return bare === '' ? text : bare
}

const asks = /[?？]|か$|教え|知りた|ください|下さい|何|誰|どこ|いつ|どの|どん|どう|は$/

/** The clauses of a text: sentences, and what follows …が、 …けど、 …ので、. */
const clausesOf = (text: string): string[] =>
  text
    .split(
      /(?<=[。？?！!\n])|(?<=(?:が|けど|けれど|けれども|ので|(?<!こと)から|(?<!おい|つい|し|関し|対し|とっ|当たっ|よっ|(?:[力度修員針画価標の性率数職期]|こと|とき)っ)て))[、，]/,
    )
    .map((clause) => clause.replace(/[。\s]+$/g, '').trim())
    .filter((clause) => clause !== '')

const weightOf = (terms: Term[]): number =>
  terms.reduce((sum, term) => sum + (term.everyday ? 0 : term.weight), 0)

const tells = ({ terms, entities }: Question): boolean =>
  entities.length > 0 || terms.some((term) => !term.everyday && term.weight > tellingMin)

/** Whether the story before the question speaks of anything but the usual: a meeting, a colleague, a paper to write. */
const tellsMore = (story: Question): boolean => {
  storyWords ??= new Set(readWords(dataFile('story.txt')))
  const usual = storyWords
  return story.terms.some(
    (term) => !term.everyday && term.weight > tellingMin && !usual.has(term.text),
  )
}

/** 来月から係長なのですが、どんな立場ですか: the position that the story names is what is asked about. */
const names = (story: Question, asked: Question): boolean =>
  story.entities.length > 0 && weightOf(asked.terms) < namedWeight

/** もうすぐ定年の課長補佐です: who asks, and not of whom. */
const introduces =
  /(?:長|補佐|員|主[査任事]|技[査師]|担当|歳|代|目|職|者)(?:です|なのですが|なんですが|ですが|をしています|をしております)$/

/** The text without who asks, where that leaves more than the asking clause. */
const withoutAsker = (clauses: string[], asking: number, reader: Reader): Question[] => {
  const rest = clauses.filter((clause, at) => at === asking || !introduces.test(clause))
  return rest.length > 1 && rest.length < clauses.length
    ? [readQuestion(rest.join(' '), reader)]
    : []
}

/**
 * The ways to read a text, in the order to try them: without courtesies; without the story before what is asked,
 * where that story speaks of nothing the document knows; and the asking clause alone where it says enough by itself.
 */
export const focusesOf = (text: string, reader: Reader): Question[] => {
  const whole = readQuestion(withoutCourtesy(text), reader)
  if (whole.english) return [whole]
  const clauses = clausesOf(withoutCourtesy(text))
  const asking = clauses.findLastIndex((clause) => asks.test(clause))
  const last = asking < 0 ? clauses.length - 1 : asking
  if (clauses.length < 2 || clauses.length > clausesMax) return [whole]
  const asked = readQuestion(clauses[last] ?? '', reader)
  const story = readQuestion(clauses.filter((_, at) => at !== last).join(' '), reader)
  if (tells(asked) && !tellsMore(story) && !names(story, asked)) return [asked]
  const others = weightOf(asked.terms) >= enoughWeight ? [asked] : []
  return [whole, ...others, ...withoutAsker(clauses, last, reader)]
}
