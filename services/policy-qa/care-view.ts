/** The view of what comes first when somebody confides. Nothing of what was written is on it. Pure. */
import type { View, Views } from '../vocabulary.ts'
import type { PolicyAnswer } from './answer.ts'
import { isEnglish } from './care-text.ts'
import { linesFor } from './crisis-lines.ts'

type Kind = Views['policy-qa.care']['kind']

const besideMax = 3

/** The fixed words and lines for a text; with `answer`, the document's passages below them. */
export const careView = (kind: Kind, text: string, answer?: PolicyAnswer): View => {
  const where =
    answer?.citations.slice(0, kind === 'harassment' || kind === 'violence' ? 2 : 1) ?? []
  const known = new Set(where.map(({ passageId }) => passageId))
  const beside = (answer?.beside ?? []).filter(({ passageId }) => !known.has(passageId))
  return {
    view: 'policy-qa.care',
    kind,
    english: isEnglish(text),
    lines: linesFor(kind),
    citations: where,
    beside: beside.slice(0, besideMax),
  }
}
