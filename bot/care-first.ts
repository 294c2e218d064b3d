/** A confidence is met before anything that can fail: no store, no roster and no document stands before its card. */
import type { PolicyQa } from '../services/policy-qa/policy-qa.ts'
import { actions, type Outcome } from '../services/vocabulary.ts'
import type { Turn } from './turn.ts'
import { within } from './within.ts'

/** How long what else the card could show may take. */
const waitMsMax = 1_000

const textOf = ({ action, input }: Turn): string | undefined => {
  if (action !== 'policy-qa.ask' && action !== 'policy-qa.rate') return undefined
  const parsed = actions[action].input.safeParse(input)
  return parsed.success ? parsed.data.question : undefined
}

const orUndefined = async (work: Promise<Outcome>): Promise<Outcome | undefined> => {
  try {
    return await within(work, waitMsMax)
  } catch {
    return undefined
  }
}

/**
 * The answer to a turn that confides, or undefined for any other turn. `full` answers it as usual, with the
 * document's passage; where that fails, takes long or refuses (a stranger), the fixed words and lines stand alone.
 */
export const careFirst = (
  policyQa: PolicyQa,
  turn: Turn,
  full: () => Promise<Outcome>,
): Promise<Outcome> | undefined => {
  const text = textOf(turn)
  const fixed = text === undefined ? undefined : policyQa.care(text)
  if (!fixed) return undefined
  return orUndefined(full()).then((outcome) =>
    outcome?.show.view === 'policy-qa.care' ? outcome : fixed,
  )
}
