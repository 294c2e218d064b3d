import { citationsMax, cite } from '../answer/answer.ts'
import type { Passage, PolicyDocument } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Term } from '../question/reading.ts'
import { opposites } from '../ranking/opposites.ts'
import type { TableAnswer } from './look-up.ts'

/** 基本研修の充実 (必修): a row of the plan with a mark in brackets after its name. */
type Marked = { at: number; row: Passage; item: string; mark: string }

const markAtEnd = /^(.+?)\s*[(（]([^()（）\d]{1,12})[)）]$/
const asksWhich =
  /どれ|何と何|どの(?!よう)|挙げ|列挙|列記|すべて|全て|全部|一覧|区別|区分|それぞれ|どんな|どのような|何があ|何です|何で?[?？]?$|(?:研修|もの|の)(?:は|って)[?？]?$|教え|示し|いくつ|何種類/
const asksElse =
  /なぜ|理由|目的|ねらい|狙い|内容|中身|対象|効果|いつ|時期|誰|だれ|何の?ため|何を|何に|どう|ではな|じゃな|でな[いく]|以外|違反|罰/
const onlyWords = /だけ(?!ど|で[はも]?な)|のみ|しか|\bonly\b/
const carriedMin = 0.3
const tellingMin = 2.2

const markedIn = ({ passages }: PolicyDocument): Marked[] =>
  passages.flatMap((row, at) => {
    const [, item, mark] = markAtEnd.exec(row.facets.item ?? '') ?? []
    const isOfPlan = row.kind === 'row' && row.facets.job === undefined
    return isOfPlan && item !== undefined && mark !== undefined ? [{ at, row, item, mark }] : []
  })

/** Whether a text names the mark: by one of its words, or by a word for the same (義務 for 必修). */
const names = (text: string, mark: string): boolean =>
  mark.split('・').some((word) => text.includes(fold(word))) ||
  opposites.some(([said]) => said?.test(text) && said.test(mark))

/** What is spoken of beside the marks. */
const thingsIn = ({ terms }: Question, marks: string[]): Term[] =>
  terms.filter(
    ({ text, everyday, weight }) =>
      !everyday && weight > tellingMin && !marks.some((mark) => names(text, mark) || mark === text),
  )

const carries = ({ at }: Marked, { posting }: Term): boolean => (posting.get(at) ?? 0) >= carriedMin

const told = (rows: Marked[]): string[] =>
  [...new Set(rows.map(({ mark }) => mark))].map((mark) => {
    const items = rows.filter((row) => row.mark === mark).map(({ item }) => `「${item}」`)
    return `（${mark}）とあるのは、${items.join('、')}の${items.length}つです。`
  })

const answerWith = (rows: Marked[], lead: string): TableAnswer => ({
  answer: `${lead}${told(rows).join('\n')}`,
  citations: rows.slice(0, citationsMax).map(({ row }) => cite(row)),
})

/** 必修は基本研修だけか: whether all that bear the mark are those that the question names. */
const ofOnly = (rows: Marked[], things: Term[]): TableAnswer => {
  const named = rows.filter((row) => things.every((thing) => carries(row, thing)))
  if (named.length === 0) return undefined
  return answerWith(rows, named.length < rows.length ? 'いいえ。' : 'はい。')
}

/** Whether it asks which rows bear a mark, and nothing else of them. */
const asksMarked = ({ text, unknown, entities }: Question): boolean =>
  unknown.length === 0 &&
  entities.length === 0 &&
  !asksElse.test(text) &&
  (onlyWords.test(text) || asksWhich.test(text))

/** The rows of the plan that bear a mark (必修, 希望制), when it is asked which they are. */
export const answerFromMarks = (document: PolicyDocument, question: Question): TableAnswer => {
  if (!asksMarked(question)) return undefined
  const { text } = question
  const rows = markedIn(document).filter(({ mark }) => names(text, mark))
  const marks = rows.map(({ mark }) => mark)
  const things = thingsIn(question, marks)
  // 手を挙げて就ける仕事: a word for the mark alone may be said of anything.
  const isOfRows = things.length > 0 || marks.some((mark) => text.includes(mark))
  if (rows.length === 0 || !isOfRows) return undefined
  if (onlyWords.test(text) && !/それとも/.test(text))
    return things.length === 0 ? undefined : ofOnly(rows, things)
  const found = rows.filter((row) => things.every((thing) => carries(row, thing)))
  return found.length === 0 ? undefined : answerWith(found, '')
}
