import { isYesNo } from './asked.ts'
import { foldedText } from './ingest/normal.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank.ts'
import { dataFile, readWords } from './thesaurus.ts'

const thereMin = 0.2
const lettersMin = 2
/** Who tells a story may end it with any word. */
const storyLength = 55

const asksTail =
  /(?:を?(?:お?教え|ご?教示|聞かせ|お?示し|知り|知ら|見せ|見た|挙げ|お?聞き).*|(?:は|って|とは|が|を|の)?(?:何|どこ|いくら|いつ|誰|だれ|どれ|どなた|なに|どう)?(?:なの|なん)?(?:でしょうか|ですか|なのか|だっけ|です|か)?) *$/
const lastRun = /[\u30a1-\u30fa\u30fc\u3400-\u9fff々]{2,}$/

/** どの部署: any will do. 何人いる計算: behind a verb such a noun adds nothing. */
const ofWhich =
  /(?:どの|どんな|どういう|どのような)[\u30a1-\u30fa\u30fc\u3400-\u9fff々]+$|[いうくすつぬむるた](?:計算|勘定|感じ|話|具合|様子)$/

let silent: RegExp | undefined

/** Nouns that ask and name no detail by themselves: 内容, 目的. */
const onlyAsks = (noun: string): boolean => {
  silent ??= new RegExp(`(?:${readWords(dataFile('asking-nouns.txt')).join('|')})$`)
  return silent.test(noun)
}

/** 勤勉手当の計算式は: the noun that the question ends with; undefined where it only asks. */
const nounAsked = ({ text, english, unknown }: Question): string | undefined => {
  if (english || text.length > storyLength || isYesNo(text, english)) return undefined
  const told = text.replace(asksTail, '')
  const [noun = '何'] = ofWhich.test(told) ? [] : (lastRun.exec(told) ?? [])
  // What nothing knows counts as missing anyway, and may be a typing error.
  const isElsewhere =
    noun.includes('何') || unknown.some((word) => word.length >= lettersMin && noun.endsWith(word))
  return isElsewhere || onlyAsks(noun) ? undefined : noun
}

/** Whether a passage has the noun that is asked for, its end, or a word that means it. */
export const meetsNoun = (chosen: Ranked[], question: Question): boolean => {
  const noun = nounAsked(question)
  if (noun === undefined) return true
  const ends = Array.from({ length: noun.length - lettersMin + 1 }, (_, at) => noun.slice(at))
  const own = question.terms.filter(({ text }) =>
    ends.some((end) => text.endsWith(end) || (noun.endsWith(text) && text.length >= lettersMin)),
  )
  return chosen.some(
    ({ at, passage }) =>
      own.some(({ posting }) => (posting.get(at) ?? 0) > thereMin) ||
      ends.some((end) => foldedText(passage).includes(end)),
  )
}
