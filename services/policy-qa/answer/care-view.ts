/** The view of what comes first when somebody confides. Nothing of what was written is on it. Pure. */
import type { View, Views } from '../../vocabulary.ts'
import { isEnglish } from '../care/care-text.ts'
import { linesFor } from '../care/crisis-lines.ts'
import type { ContactShown } from '../shown.ts'
import type { PolicyAnswer } from './answer.ts'

type Kind = Views['policy-qa.care']['kind']

const besideMax = 3

/** What the document in force says, and whom it names to ask. */
type Found = { readonly answer: PolicyAnswer; readonly contact: ContactShown }

/** The fixed words and lines for a text; with what was found, the document's passages below them. */
export const careView = (kind: Kind, text: string, found?: Found): View => {
  const answer = found?.answer
  const where =
    answer?.citations.slice(0, kind === 'harassment' || kind === 'violence' ? 2 : 1) ?? []
  const known = new Set(where.map(({ passageId }) => passageId))
  const beside = (answer?.beside ?? []).filter(({ passageId }) => !known.has(passageId))
  return {
    view: 'policy-qa.care',
    kind,
    english: isEnglish(text),
    ...(found ? { contact: found.contact } : {}),
    lines: linesFor(kind),
    citations: where,
    beside: beside.slice(0, besideMax),
  }
}
