import { cite, clip, type PolicyAnswer } from './answer.ts'
import { isPlace } from './asked.ts'
import type { Heading, PolicyDocument } from './document.ts'
import { fold, headingKey } from './ingest/normal.ts'
import type { Question } from './question.ts'

const titleOf = (heading: Heading): string => headingKey(heading.title)

const match = (heading: Heading, question: Question): number => {
  const key = titleOf(heading)
  const words = question.terms.filter((term) => term.text.length >= 2 && key.includes(term.text))
  const covered = words.reduce((sum, term) => sum + term.text.length, 0)
  const exact = fold(question.text).includes(key) ? 2 : 0
  return exact + covered / key.length
}

/** On which page something stands, when that is asked. */
export const answerFromOutline = (
  document: PolicyDocument,
  question: Question,
): Pick<PolicyAnswer, 'answer' | 'citations'> | undefined => {
  if (!isPlace(question.text.toLowerCase())) return undefined
  const best = document.headings
    .map((heading) => ({ heading, score: match(heading, question) }))
    .toSorted((one, two) => two.score - one.score)[0]
  if (best === undefined || best.score < 0.4 || best.heading.page === null) return undefined
  const { heading } = best
  const passage = document.passages.find(
    ({ section, kind }) => kind !== 'head' && section.startsWith(heading.section),
  )
  return {
    answer: clip(`「${heading.title}」は${heading.page}ページからです（${heading.section}）。`),
    citations: passage === undefined ? [] : [cite(passage)],
  }
}
