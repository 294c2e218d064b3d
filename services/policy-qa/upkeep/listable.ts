/** What of a question may stand on the list that the personnel division reads: what is asked, never of whom. */
import { isConfided } from '../care/care.ts'
import { ratedLengthMax } from '../form.ts'
import { accuses } from './accusations.ts'
import { type Known, namesPost, namesSomebody } from './names.ts'
import { redacted } from './redact.ts'

const sentences = /(?<=[。！!？?\n])/
/** …が、 …ので、: a story before what is asked. */
const clauses =
  /(?<=(?:が|けど|けれど|けれども|ので|から|(?<!おい|つい|し|関し|対し|とっ|当たっ|よっ|[\p{Script=Han}ァ-ヺー]{2}っ|」っ)て))[、，]/u

const asksInJapanese =
  /[?？]|か[。\s]*$|かな[あぁ]?[。\s]*$|(?:は|とは|って|について|には|の|を)[。\s]*$|教え|教示|願い|知りた|ください|下さい|[何誰]|だれ|いつ|どこ|どの|どん|どう|どれ|どち|いくら|いくつ|なぜ|[\p{Script=Han}ァ-ヺーa-z0-9]$/iu
const asksInEnglish =
  /\?|^\s*(?:what|who|when|where|how|which|why|is|are|do|does|did|can|could|may|should|will|would|tell|please|explain)\b/i
const japanese = /[\p{Script=Han}ぁ-ゖァ-ヺ]/u

const asks = (part: string): boolean =>
  (japanese.test(part) ? asksInJapanese : asksInEnglish).test(part.trim())

/** What one tells of oneself and one's own, or of what has happened. */
const isPrivate =
  /私|わたし|僕|自分|うち|妻|夫|嫁|旦那|子ども|子供|息子|娘|父|母|親|家族|恋人|彼|体|病|うつ|鬱|障害|休職|入院|通院|妊娠|出産|流産|離婚|借金|宗教|国籍|悩|つら|辛|苦し|疲|眠|[らさわかたばま]れ|[ただ](?:の|ん|もの)?(?:です|だ)?(?:が|けど|けれど|けれども|ので|から)[、，]?$/

/** A sentence that asks, without the story in front. */
const askedInSentence = (sentence: string): string => {
  const parts = sentence.split(clauses)
  const last = parts.at(-1) ?? ''
  if (!asks(last)) return ''
  return [...parts.slice(0, -1).filter((part) => !isPrivate.test(part)), last].join('')
}

/** What is asked; what is told beside it is nobody's business. */
const askedIn = (text: string): string => text.split(sentences).map(askedInSentence).join('').trim()

const askedLengthMin = 3

/**
 * The words that may be listed; undefined where none may: a confidence, an accusation, a text that names
 * somebody or a post that one person holds, one that asks nothing, one longer than a question.
 */
export const listable = (question: string, staff: readonly Known[]): string | undefined => {
  const said = question.trim()
  if (said.length > ratedLengthMax || isConfided(said) || accuses(said)) return undefined
  if (namesSomebody(said, staff) || namesPost(said, staff)) return undefined
  const asked = redacted(askedIn(said))
  const own = asked.replace(/〔[^〕]*〕/g, '').replace(/[\s?？。、!！]/g, '')
  return own.length < askedLengthMin ? undefined : asked.slice(0, ratedLengthMax)
}
