/** What Slack would refuse in what is shown: the judge that every message and view of a test goes through. */
import { blockKitProblems, modalProblems } from '../../cards/block-kit-rules.ts'
import type { Json } from './shown.ts'

/** Where something is shown; each place has limits of its own. */
type ShownOn = 'message' | 'modal' | 'home'

/** Says in words what Slack would refuse; no lines are no objections. */
export type Rules = (shown: Json, surface: ShownOn) => string[]

const blocksIn = (shown: Json): unknown[] => (Array.isArray(shown['blocks']) ? shown['blocks'] : [])

/** Block Kit's own rules. */
export const blockKitRules: Rules = (shown, surface) =>
  surface === 'modal' ? modalProblems(shown) : blockKitProblems(blocksIn(shown), surface)
