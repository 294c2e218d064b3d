import { citationsMax, cite } from '../answer/answer.ts'
import type { Passage, PolicyDocument } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { TableAnswer } from './look-up.ts'

const goal = /目標[：:].*$/s
const asksGoals =
  /(?:数値目標|目標値|目標の(?:数値|数字|値)|目標(?:が|を|の)?(?:決|定|設|掲|置|あ)).*(?:一覧|すべて|全て|全部|まとめ|挙げ|どれ|どんな|どのような|何|なに|いくつ|教え|項目)|(?:一覧|すべて|全て|全部)の?(?:数値目標|目標値)|(?:numeric|numerical|quantitative) (?:targets?|goals?)/
const asksWhose =
  /目標(?:が|は|を)?[^。]{0,8}?(\d[\d.]*)\s*(%|日|時間).{0,14}(?:どれ|何|なに|もの|取組|項目|どの)/
/** Words that ask for goals, and not for the goal of something. */
const isMeant =
  /^(?:数値|目標|取組|取り組|項目|一覧|行動計画|具体|達成|設定|数字|挙げ|numeri|quantit|target|goal|action|plan|policy)/
const tellingMin = 2.2

const goalOf = ({ text }: Passage): string => goal.exec(text)?.[0] ?? ''

const asksMore = ({ terms, unknown, entities }: Question): boolean =>
  unknown.length > 0 ||
  entities.length > 0 ||
  terms.some(
    ({ text, everyday, weight }) =>
      !everyday && weight > tellingMin && !isMeant.test(text) && !/\d/.test(text),
  )

/** The rows of the plan that set a goal in figures: all of them, or those that set the figure asked about. */
export const answerFromGoals = (document: PolicyDocument, question: Question): TableAnswer => {
  const [, figure, unit] = asksWhose.exec(question.text) ?? []
  if (figure === undefined && !asksGoals.test(question.text.toLowerCase())) return undefined
  if (asksMore(question)) return undefined
  const rows = document.passages.filter(
    (passage) =>
      passage.kind === 'row' &&
      /\d/.test(goalOf(passage)) &&
      (figure === undefined || fold(goalOf(passage)).includes(`${figure}${unit}`)),
  )
  if (rows.length === 0) return undefined
  const lines = rows.map((row) => `・${row.facets.item ?? ''}: 「${goalOf(row)}」`)
  return {
    answer: [`数値の目標があるのは、次の${rows.length}つです。`, ...lines].join('\n'),
    citations: rows.slice(0, citationsMax).map(cite),
  }
}
