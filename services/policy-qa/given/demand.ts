import type { Question } from '../question/question.ts'
import type { Ranked } from '../ranking/rank.ts'

/** Whether a passage gives what the question asks for, beside having its words. */
export type Gives = (one: Ranked) => boolean

/** What a question demands of a passage among those found; undefined where it asks for nothing of that kind. */
export type Demand = (question: Question, ranked: Ranked[]) => Gives | undefined
