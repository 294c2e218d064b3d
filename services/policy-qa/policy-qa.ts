/** 方針Q&A: a question, answered with the document's own words, or an honest "it does not say". */
import type { z } from 'zod'
import type { Citation, Outcome } from '../vocabulary.ts'
import type { Passage, PolicyDocument } from './document.ts'
import type { Engine } from './engine.ts'
import type { aroundInput, askInput } from './form.ts'

/** Every action of the job. */
export type PolicyQa = {
  readonly open: () => Promise<Outcome>
  readonly ask: (who: unknown, input: z.output<typeof askInput>) => Promise<Outcome>
  readonly around: (who: unknown, input: z.output<typeof aroundInput>) => Promise<Outcome>
}

/** The document in force, and the engine that answers from it. */
export type Library = { readonly document: PolicyDocument; readonly engine: Engine }

/** The job, on whatever document is in force when a question comes. */
export const createPolicyQa = (library: () => Library): PolicyQa => ({
  open: async () => ({ show: { view: 'policy-qa.form', question: '' } }),
  ask: async (_who, input) => ask(library().engine, input.question),
  around: async (_who, input) => around(library(), input.passageId),
})

const citationsShownMax = 3

const ask = (engine: Engine, question: string): Outcome => {
  if (question.trim() === '')
    return { show: { view: 'refusal', code: 'QUESTION_EMPTY', typed: [] } }
  const found = engine.answer(question)
  const citations = found.citations.slice(0, citationsShownMax)
  if (found.refused) {
    return { show: { view: 'policy-qa.not-found', question, answer: found.answer, citations } }
  }
  const { answer, related, care } = found
  const view = { view: 'policy-qa.answer', question, answer, citations, related } as const
  return { show: care ? { ...view, care } : view }
}

const quoted = (passage: Passage): Citation => ({
  quote: passage.text,
  section: passage.section,
  page: passage.page,
  passageId: passage.id,
})

const around = ({ document, engine }: Library, passageId: string): Outcome => {
  const found = engine.around(passageId)
  const current = document.passages.find((passage) => passage.id === passageId)
  if (!current) return { show: { view: 'refusal', code: 'NOT_FOUND', typed: [] } }
  const passages = [...found.before, current, ...found.after].map(quoted)
  return { show: { view: 'policy-qa.around', passages, current: passageId } }
}
