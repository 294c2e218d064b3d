/** What a person can ask of the policy document, and what the personnel division can tend. A leaf: zod alone. */
import { z } from 'zod'

/** A question in everyday words; far longer than any question, so that a pasted text gets an answer, too. */
export const askInput = z.strictObject({ question: z.string().max(200_000) })

/**
 * The longest question, in characters, that an answer can be rated for (its button carries it) and that is
 * listed where it went unanswered: a longer text is no question, and may hold what is nobody's business.
 */
export const ratedLengthMax = 300

const question = z.string().min(1).max(ratedLengthMax)
const answerId = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/)
const revision = z.string().regex(/^[a-z0-9-]{1,60}$/)

/** The passage whose surroundings a person wants to read, and the revision it was quoted from. */
export const aroundInput = z.strictObject({
  passageId: z.string().min(1).max(100),
  revision: revision.optional(),
  /** The answer to go back to. */
  question: question.optional(),
  answerId: answerId.optional(),
})

/** Going back to an answer that was shown before; `answerId` is left out where there was nothing to rate. */
export const backInput = z.strictObject({
  question,
  answerId: answerId.optional(),
  revision: revision.optional(),
})

/** Whether an answer was of use. `answerId` is random: pressed twice, it counts once. */
export const rateInput = z.strictObject({
  question,
  answerId,
  /** Which revision answered, and what: a card drawn by an older release has neither. */
  revision: revision.optional(),
  digest: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,20}$/)
    .optional(),
  useful: z.enum(['yes', 'no']),
})

/** The limits of an answer of the personnel division's own; lengths in characters. */
export const curatedLimits = {
  questionsMax: 5,
  questionLengthMax: 120,
  answerLengthMax: 600,
  sourceLengthMax: 150,
  approvedByLengthMax: 40,
  answersMax: 250,
} as const

/** The id of a curated answer. */
export const curatedId = z.string().regex(/^a[0-9a-f]{10}$/)
/** The id of a group of unanswered questions: its month and a hash. */
const groupId = z.string().regex(/^\d{4}-\d{2}-[0-9a-f]{16}$/)

const version = z.coerce.number().int().min(0).max(1_000_000)
const typed = z.string().max(20_000)

/** Which page of a list (from 1). */
export const pageInput = z.strictObject({
  page: z.coerce.number().int().min(1).max(100).optional(),
})

/** Opening the form of a curated answer: one that exists, or a new one for a group of questions. */
export const curatedFormInput = z.strictObject({
  id: curatedId.optional(),
  group: groupId.optional(),
})

/** What was typed into the form of a curated answer; `version` 0 is a new one. */
export const curatedSaveInput = z.strictObject({
  id: curatedId,
  version,
  group: groupId.optional(),
  questions: typed,
  answer: typed,
  source: typed,
  approvedBy: typed,
})

/** One version of a curated answer, to be removed. */
export const curatedRemoveInput = z.strictObject({ id: curatedId, version })

/** A group of unanswered questions. */
export const groupInput = z.strictObject({ group: groupId })
