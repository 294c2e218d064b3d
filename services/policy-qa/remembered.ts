import { hash, randomBytes } from 'node:crypto'
import type { PolicyAnswer } from './answer/answer.ts'
import { isConfided } from './care/care.ts'
import type { Engine } from './engine.ts'

/** How many answers are remembered; the oldest goes first. */
export const answersRememberedMax = 500

/**
 * The engine, remembering the answers it gave last: a rating shows its answer again, and many people ask
 * the same. Only the document's own words are held, under a digest that nobody else can make; no question
 * is, and nothing of a confidence or of a question that found no answer.
 */
export const remembering = (engine: Engine): Engine => {
  const salt = randomBytes(32).toString('base64')
  const digest = (question: string): string => hash('sha256', salt + question, 'base64')
  const known = new Map<string, PolicyAnswer>()

  const remember = (name: string, answer: PolicyAnswer): void => {
    const [oldest] = known.keys()
    if (known.size >= answersRememberedMax && oldest !== undefined) known.delete(oldest)
    known.set(name, answer)
  }

  return {
    ...engine,
    answer(question) {
      const name = digest(question)
      const before = known.get(name)
      if (before) return before
      const answer = engine.answer(question)
      if (!answer.refused && !answer.care && !isConfided(question)) remember(name, answer)
      return answer
    },
  }
}
