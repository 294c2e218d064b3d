import type { Question } from '../question/question.ts'
import type { Ranked } from '../ranking/rank.ts'
import { givesChange } from './changes.ts'
import { givesClaim } from './claims.ts'
import { givesCondition } from './conditions.ts'
import { asksDefinition, definesIt, standsFor } from './definition.ts'
import type { Demand } from './demand.ts'
import { givesAmount, givesCurrent, givesFigure, givesGoal, givesPeriod } from './figures.ts'
import { speaksOfHead } from './heads.ts'
import { givesMembers } from './members.ts'
import { givesReason } from './reasons.ts'
import { givesSubject } from './subjects.ts'

const demands: readonly Demand[] = [
  definesIt,
  standsFor,
  givesReason,
  givesGoal,
  givesPeriod,
  givesFigure,
  givesAmount,
  givesCurrent,
  ...givesChange,
  ...givesCondition,
  ...givesClaim,
  ...givesMembers,
  ...givesSubject,
  speaksOfHead,
]

/**
 * The passages that give what is asked for. Most of what a document does not carry is asked in its own words, so that
 * the words are met and the thing itself is not there: a reason, a definition, a figure of the very matter, a member of
 * the class asked about.
 */
export const giving = (ranked: Ranked[], question: Question): Ranked[] => {
  if (question.english) return ranked
  const given = demands.flatMap((demand) => demand(question, ranked) ?? [])
  const left = ranked.filter((one) => given.every((gives) => gives(one)))
  return asksDefinition(question) ? definingFirst(left, question) : left
}

/** OJTとは: where something is defined, the passages that merely use the word are no answer. */
const definingFirst = (ranked: Ranked[], question: Question): Ranked[] => {
  const defines = definesIt({ ...question, text: `${question.text}の定義` }, ranked)
  const defining = defines === undefined ? [] : ranked.filter(defines)
  return defining.length > 0 ? defining : ranked
}
