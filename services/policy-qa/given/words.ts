import type { Passage } from '../document.ts'
import { fold, oncePer, sentencesOf } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Term } from '../question/reading.ts'
import type { Ranked } from '../ranking/rank.ts'

/** The words of a question that tell what it is about, the rarest first. */
export const mattersOf = ({ terms }: Question): Term[] =>
  terms.filter(({ everyday }) => !everyday).toSorted((one, two) => two.weight - one.weight)

/** From here on a passage speaks of a thing itself. */
const ownMin = 0.6

/** Whether a passage speaks of a thing, by its words or those over it. */
export const speaksOf = ({ at }: Ranked, { posting }: Term, least = ownMin): boolean =>
  (posting.get(at) ?? 0) >= least

/** Whether any name of a thing stands in a folded text. */
export const isIn = ({ names }: Term, text: string): boolean =>
  names.some((name) => name.length > 1 && text.includes(name))

/** The sentences of a passage, folded. */
export const sentences = oncePer(({ text }: Passage) => sentencesOf(text).map(fold))

/** The words over a passage and its own, folded. */
export const withLabels = oncePer(({ text, labels, heads, facets }: Passage) =>
  fold([...heads, ...labels, ...Object.values(facets), text].join('|')),
)
