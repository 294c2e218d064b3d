/** 方針Q&A: a question, answered with the document's own words, or an honest "it does not say". */
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { RefusalCode } from '../errors.ts'
import type { Outcome } from '../vocabulary.ts'
import type { PolicyAnswer } from './answer.ts'
import { viewOf } from './answer-view.ts'
import type { Passage } from './document.ts'
import type { aroundInput, askInput, rateInput } from './form.ts'
import type { Library, OpenLibrary } from './library.ts'
import type { Rephrase } from './model/rephrase.ts'
import type { Citation } from './shown.ts'
import type { Feedback } from './upkeep/feedback.ts'
import type { Unanswered } from './upkeep/unanswered.ts'

/** Every action of the job that everybody has. */
export type PolicyQa = {
  readonly open: () => Promise<Outcome>
  readonly ask: (who: unknown, input: z.output<typeof askInput>) => Promise<Outcome>
  readonly around: (who: unknown, input: z.output<typeof aroundInput>) => Promise<Outcome>
  readonly rate: (who: unknown, input: z.output<typeof rateInput>) => Promise<Outcome>
}

/** What the job needs: the document in force, and where it learns what was of use and what was not answered. */
export type PolicyQaPorts = {
  readonly library: OpenLibrary
  readonly unanswered: Unanswered
  readonly feedback: Feedback
  /** The answer in a language model's words, where one is configured and every sentence is supported. */
  readonly rephrase?: Rephrase
}

/** The job, on whatever document is in force when a question comes. */
export const createPolicyQa = (ports: PolicyQaPorts): PolicyQa => ({
  open: async () => ({ show: { view: 'policy-qa.form', question: '' } }),
  ask: (_who, input) => ask(ports, input.question),
  around: async (_who, input) => around(await ports.library(), input),
  rate: (_who, input) => rate(ports, input),
})

const refuse = (code: RefusalCode): Outcome => ({ show: { view: 'refusal', code, typed: [] } })

/** Random, so that it tells of nobody; an answer is rated once by it. */
const newAnswerId = (): string => randomBytes(9).toString('base64url')

/** A model is asked only where it can help: never of a confidence, a refusal or the division's own words. */
const rephrased = async (
  { rephrase }: PolicyQaPorts,
  question: string,
  answer: PolicyAnswer,
): Promise<{ rephrased?: string }> => {
  if (!rephrase || answer.care || answer.refused) return {}
  if (answer.curated !== undefined || answer.table) return {}
  const words = await rephrase(question, answer)
  return words === undefined ? {} : { rephrased: words }
}

const ask = async (ports: PolicyQaPorts, question: string): Promise<Outcome> => {
  if (question.trim() === '') return refuse('QUESTION_EMPTY')
  const { engine, revision } = await ports.library()
  const answer = engine.answer(question)
  const listed =
    answer.refused && !answer.care ? await ports.unanswered.add(question, 'refused') : false
  const words = await rephrased(ports, question, answer)
  const shown = { question, revision, answerId: newAnswerId(), rating: 'open', listed } as const
  return { show: viewOf(answer, { ...shown, ...words }) }
}

/** The same answer again, with a word of thanks in place of the buttons. */
const rate = async (
  ports: PolicyQaPorts,
  { question, answerId, useful }: z.output<typeof rateInput>,
): Promise<Outcome> => {
  const { engine, revision } = await ports.library()
  const answer = engine.answer(question)
  const words = await rephrased(ports, question, answer)
  const rating = useful === 'yes' ? 'useful' : 'not-useful'
  const shown = { question, revision, answerId, rating, listed: false, ...words } as const
  const view = viewOf(answer, shown)
  if (view.view !== 'policy-qa.answer') return { show: view }
  const passageIds = view.curated === undefined ? view.citations.map((one) => one.passageId) : []
  const counted = await ports.feedback.rate({
    answerId,
    revision,
    passageIds,
    useful: useful === 'yes',
  })
  const listed = counted && useful === 'no' ? await ports.unanswered.add(question, 'wrong') : false
  return { show: { ...view, listed } }
}

const quoted = (passage: Passage): Citation => ({
  quote: passage.text,
  section: passage.section,
  page: passage.page,
  passageId: passage.id,
})

const around = (
  { document, engine, revision }: Library,
  { passageId, revision: quotedFrom }: z.output<typeof aroundInput>,
): Outcome => {
  if (quotedFrom !== undefined && quotedFrom !== revision) return refuse('POLICY_RENEWED')
  const found = engine.around(passageId)
  const current = document.passages.find((passage) => passage.id === passageId)
  if (!current) return refuse('NOT_FOUND')
  const passages = [...found.before, current, ...found.after].map(quoted)
  return { show: { view: 'policy-qa.around', passages, current: passageId } }
}
