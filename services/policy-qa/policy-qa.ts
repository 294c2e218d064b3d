/** 方針Q&A: a question, answered with the document's own words, or an honest "it does not say". */
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { RefusalCode } from '../errors.ts'
import type { Outcome, View } from '../vocabulary.ts'
import type { PolicyAnswer } from './answer/answer.ts'
import { digestOf, shownCitations, viewOf } from './answer/answer-view.ts'
import { careView } from './answer/care-view.ts'
import { contactOf } from './answer/contact.ts'
import { careFor, isConfided } from './care/care.ts'
import type { Passage } from './document.ts'
import type { aroundInput, askInput, backInput, rateInput } from './form.ts'
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
  readonly back: (who: unknown, input: z.output<typeof backInput>) => Promise<Outcome>
  readonly rate: (who: unknown, input: z.output<typeof rateInput>) => Promise<Outcome>
  /**
   * The fixed words and lines for a text that confides; undefined for a question. Needs nothing: no store, no
   * document, nobody on the roster.
   */
  readonly care: (text: string) => Outcome | undefined
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
  open: async () => {
    const { document } = await ports.library()
    return { show: { view: 'policy-qa.form', question: '', policy: document.title } }
  },
  ask: (_who, input) => ask(ports, input.question),
  around: async (_who, input) => around(await ports.library(), input),
  back: (_who, input) => back(ports, input),
  rate: (_who, input) => rate(ports, input),
  care: (text) => {
    const kind = careFor(text)
    return kind && { show: careView(kind, text) }
  },
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
  if (!rephrase || answer.refused || isConfided(question)) return {}
  if (answer.curated !== undefined || answer.table) return {}
  const words = await rephrase(question, answer)
  return words === undefined ? {} : { rephrased: words }
}

const ask = async (ports: PolicyQaPorts, question: string): Promise<Outcome> => {
  if (question.trim() === '') return refuse('QUESTION_EMPTY')
  const library = await ports.library()
  const { document, engine, revision } = library
  const answer = engine.answer(question)
  if (isConfided(question)) return { show: confided(library, answer, question) }
  const listed = answer.gap ? await ports.unanswered.add(question, 'refused') : undefined
  const words = await rephrased(ports, question, answer)
  const contact = contactOf(document)
  const related = engine.related(answer)
  const about = { question, revision, contact, related, answerId: newAnswerId() }
  const shown = { ...about, rating: 'open', listed } as const
  return { show: viewOf(answer, { ...shown, ...words }) }
}

/** 育休を取りたいです: a wish asks what there is. What else is told asks nothing. */
const wishes =
  /(?:たい(?:です|んです|のです|と思\S{1,6})?|ほしい(?:です)?|希望しています)[。.!！]?$|\bwould like to\b|\bwant to\b/u

/**
 * Nobody who tells something is turned away, listed or asked to rate what they were shown. What no rule knows for a
 * confidence may be one all the same, so it is met with where to turn, and not with whatever passage shares its words.
 */
const confided = (library: Library, answer: PolicyAnswer, question: string): View => {
  const { document, engine, revision } = library
  const contact = contactOf(document)
  if (answer.care === undefined && (answer.refused || !wishes.test(question.trim()))) {
    return careView('unsure', question, { answer: engine.whereToTurn('worry'), contact })
  }
  const related = engine.related(answer)
  const shown = { question, revision, contact, related, answerId: '', listed: undefined } as const
  return viewOf(answer, { ...shown, rating: 'closed' })
}

type RateInput = z.output<typeof rateInput>

/** The answer that the card shows, where it is still to be had: of its own revision, and the same. */
const answerRated = async (ports: PolicyQaPorts, input: RateInput) => {
  const { document, engine, revision } = await ports.library(input.revision)
  const answer = engine.answer(input.question)
  const same =
    !answer.refused &&
    (input.revision ?? revision) === revision &&
    (input.digest ?? digestOf(answer)) === digestOf(answer)
  return { answer, same, revision, contact: contactOf(document), related: engine.related(answer) }
}

/** Counts against the revision that answered; a second press of the same answer counts nothing. */
const count = async (
  ports: PolicyQaPorts,
  input: RateInput,
  { answer, same, revision }: Awaited<ReturnType<typeof answerRated>>,
): Promise<boolean | undefined> => {
  const own = same && answer.curated === undefined
  const useful = input.useful === 'yes'
  const shown = own ? shownCitations(answer).map((one) => one.passageId) : []
  const rating = { answerId: input.answerId, revision, passageIds: shown, useful }
  const counted = await ports.feedback.rate(rating)
  return counted && !useful ? await ports.unanswered.add(input.question, 'wrong') : undefined
}

/** The same answer again, with a word of thanks in place of the buttons; of another answer the thanks alone. */
const rate = async (ports: PolicyQaPorts, input: RateInput): Promise<Outcome> => {
  const { question, answerId } = input
  if (isConfided(question)) {
    const library = await ports.library()
    return { show: confided(library, library.engine.answer(question), question) }
  }
  const found = await answerRated(ports, input)
  const { answer, same, revision, contact, related } = found
  const rating = input.useful === 'yes' ? 'useful' : 'not-useful'
  const about = {
    question,
    revision,
    contact,
    related,
    answerId,
    rating,
    listed: undefined,
  } as const
  const listed = await count(ports, input, found)
  if (!same) return { show: { view: 'policy-qa.rated', question, rating, listed, contact } }
  const words = await rephrased(ports, question, answer)
  return { show: viewOf(answer, { ...about, listed, ...words }) }
}

const quoted = (passage: Passage): Citation => ({
  quote: passage.text,
  section: passage.section,
  page: passage.page,
  passageId: passage.id,
})

/** The same answer again: nothing is listed or counted a second time. */
const back = async (
  ports: PolicyQaPorts,
  { question, answerId = newAnswerId(), ...from }: z.output<typeof backInput>,
): Promise<Outcome> => {
  const library = await ports.library(from.revision)
  const { document, engine, revision } = library
  const answer = engine.answer(question)
  if (isConfided(question)) return { show: confided(library, answer, question) }
  const related = engine.related(answer)
  const about = { question, revision, contact: contactOf(document), related, answerId }
  const words = await rephrased(ports, question, answer)
  return { show: viewOf(answer, { ...about, rating: 'open', listed: undefined, ...words }) }
}

const backFrom = ({ question, answerId, revision }: z.output<typeof aroundInput>) =>
  question === undefined
    ? {}
    : { back: { question, ...(answerId ? { answerId } : {}), ...(revision ? { revision } : {}) } }

const around = (
  { document, engine, revision }: Library,
  input: z.output<typeof aroundInput>,
): Outcome => {
  const { passageId, revision: quotedFrom } = input
  if (quotedFrom !== undefined && quotedFrom !== revision) return refuse('POLICY_RENEWED')
  const found = engine.around(passageId)
  const current = document.passages.find((passage) => passage.id === passageId)
  if (!current) return refuse('NOT_FOUND')
  const passages = [...found.before, current, ...found.after].map(quoted)
  return { show: { view: 'policy-qa.around', passages, current: passageId, ...backFrom(input) } }
}
