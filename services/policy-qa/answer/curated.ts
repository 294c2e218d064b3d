import type { PolicyAnswer } from './answer.ts'
import { clip } from './answer.ts'
import { type Compared, compared, likeness, sameQuestion } from './same-question.ts'

/** An answer the personnel division wrote itself; it goes before what the document says, with its own source line. */
export type Curated = { questions: string[]; answer: string; source: string }

/** What the shelf holds for a question: the answer written for it, or questions near it that have one. */
export type OnShelf = { answer?: PolicyAnswer; near: string[] }

/** From here on a question is worth offering, though its answer is not this one's. */
const nearMin = 0.6
const nearMax = 1

type Known = { entry: Curated; question: string; read: Compared }

const answerOf = ({ entry: { answer, source } }: Known): PolicyAnswer => ({
  refused: false,
  answer: clip(answer),
  citations: [],
  curated: source,
})

/**
 * Looks a question up among the curated ones. Only one that asks the very same is answered so: of another
 * position, year or thing the division has said nothing; then the nearest question is only offered.
 */
export const createCuratedShelf = (entries: Curated[]): ((question: string) => OnShelf) => {
  const known = entries.flatMap((entry) =>
    entry.questions.map((question) => ({ entry, question, read: compared(question) })),
  )
  return (question) => {
    if (known.length === 0) return { near: [] }
    const asked = compared(question)
    const closest = known
      .map((each) => ({ ...each, score: likeness(asked, each.read) }))
      .filter(({ score }) => score >= nearMin)
      .toSorted((one, two) => two.score - one.score)
    const same = closest.find(({ read }) => sameQuestion(asked, read))
    if (same) return { answer: answerOf(same), near: [] }
    return { near: closest.slice(0, nearMax).map((each) => each.question) }
  }
}
