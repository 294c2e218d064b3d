import type { PolicyAnswer } from './answer.ts'
import { clip } from './answer.ts'
import { fold } from './ingest/normal.ts'
import { pairsOf } from './text-index.ts'

/** An answer the personnel division wrote itself; it goes before what the document says, with its own source line. */
export type Curated = { questions: string[]; answer: string; source: string }

/** Two questions as alike as this are one question. */
const likenessMin = 0.72
const questionLengthMax = 300

const bare = (question: string): string =>
  fold(question.slice(0, questionLengthMax)).replace(
    /[?？。、!！]|(?:を?教えて(?:ください|下さい)?|ですか|でしょうか|ますか)$/g,
    '',
  )

const alike = (one: Set<number>, two: Set<number>): number => {
  let shared = 0
  for (const pair of one) if (two.has(pair)) shared++
  return one.size + two.size === 0 ? 0 : (2 * shared) / (one.size + two.size)
}

/** Finds the curated answer that was written for this question or one nearly the same; undefined when there is none. */
export const createCuratedShelf = (
  entries: Curated[],
): ((question: string) => PolicyAnswer | undefined) => {
  const known = entries.flatMap((entry) =>
    entry.questions.map((question) => ({ entry, pairs: pairsOf(bare(question)) })),
  )
  return (question) => {
    if (known.length === 0) return undefined
    const asked = pairsOf(bare(question))
    const [best] = known
      .map(({ entry, pairs }) => ({ entry, score: alike(asked, pairs) }))
      .toSorted((one, two) => two.score - one.score)
    if (best === undefined || best.score < likenessMin) return undefined
    const { answer, source } = best.entry
    return { refused: false, answer: clip(answer), citations: [], related: [], curated: source }
  }
}
