/** What a person can ask of the policy document. A leaf: zod alone. */
import { z } from 'zod'

/** A question in everyday words; far longer than any question, so that a pasted text gets an answer, too. */
export const askInput = z.strictObject({ question: z.string().max(200_000) })

/** The passage whose surroundings a person wants to read. */
export const aroundInput = z.strictObject({ passageId: z.string().min(1).max(100) })
