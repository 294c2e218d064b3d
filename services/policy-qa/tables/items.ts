import type { Passage } from '../document.ts'

const asked = /(?:どの|何の|何という|どんな)(?:取組)?項目|項目は(?:何|どれ|どこ)/
const ofPlan = /取組項目|行動計画/
const word = /^(?:取組項目|取組み項目|項目|行動計画)$/

/** どの取組項目: whether it is asked which row of a plan says something. */
export const isItemAsked = (text: string): boolean => asked.test(text)

/** Words that ask for a row: a row is one, and need not say so. */
export const isItemWord = (text: string): boolean => word.test(text)

/** Where a row of the plan is asked for, only one can be the answer. */
export const mayBeItem = ({ facets, text }: Passage, question: string): boolean =>
  !asked.test(question) || !ofPlan.test(question) || facets.item !== undefined || ofPlan.test(text)
