/**
 * Questions that the document did not answer, for the personnel division: one document a month and group
 * of like questions. No askers, no times finer than the month, nothing that names or accuses somebody.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { auditMonth } from '../../audit.ts'
import type { Clock } from '../../clock.ts'
import { CommitContended, commit } from '../../store/commit.ts'
import { type Key, type Store, StoreUnavailable } from '../../store/store.ts'
import { bareQuestion, compared, likeness, sameQuestion } from '../answer/same-question.ts'
import { forgottenAt } from './forgetting.ts'
import { listable } from './listable.ts'
import type { Known } from './names.ts'

/** Why a question is on the list: the document did not say, or a person found the answer wrong. */
export type Why = 'refused' | 'wrong'

const groupSchema = z.strictObject({
  month: z.string(),
  /** The first wording, blotted; further ones beside it. */
  question: z.string(),
  wordings: z.array(z.string()),
  refused: z.int().min(0),
  wrong: z.int().min(0),
  state: z.enum(['open', 'dismissed', 'answered']),
})

/** A group of like questions of one month. */
export type Group = z.infer<typeof groupSchema> & { readonly id: string }

/** The most groups of one month; what comes beyond them is not listed. */
const groupsMax = 300
const wordingsMax = 5
const monthsListed = 3

/** The list. */
export type Unanswered = {
  /**
   * Adds what `listable` leaves of a question. True where it stands on the list then; false where that is
   * nothing, where its group was taken off by hand, where there is no room, or while the store is away.
   */
  add(question: string, why: Why): Promise<boolean>
  /** The open groups of this month and the two before it, those asked most often first. */
  open(): Promise<Group[]>
  find(id: string): Promise<Group | undefined>
  /** Takes a group off the list; false where there is none. */
  settle(id: string, state: 'dismissed' | 'answered'): Promise<boolean>
}

const keyOf = (id: string): Key => ({ container: 'policy', partition: 'unanswered', id })

const idFor = (month: string, key: string): string =>
  `${month}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`

const monthsBefore = (month: string, back: number): string => {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const count = year * 12 + at - 1 - back
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** What the list needs: `staff` are those whose names, readings and posts must not stand on it. */
export type UnansweredPorts = {
  readonly store: Store
  readonly clock: Clock
  readonly staff: () => Promise<readonly Known[]>
}

const groupsOf = async (store: Store, month: string): Promise<Group[]> => {
  const { items } = await store.query(
    {
      container: 'policy',
      partition: 'unanswered',
      where: [{ field: 'month', is: '=', value: month }],
      limit: groupsMax,
    },
    groupSchema,
  )
  return items.map(({ key, body }) => ({ ...body, id: key.id }))
}

/** The open group that asks the same, the most alike one of several. */
const sameAmong = (groups: readonly Group[], question: string): string | undefined => {
  const asked = compared(question)
  const [best] = groups
    .filter(({ state }) => state === 'open')
    .map(({ id, question: other }) => ({ id, other: compared(other) }))
    .filter(({ other }) => sameQuestion(asked, other))
    .toSorted((one, two) => likeness(asked, two.other) - likeness(asked, one.other))
  return best?.id
}

/** The group a question belongs to: its own wording's, else an open one that asks the same, else a new one. */
const placeFor = async (store: Store, month: string, question: string): Promise<string | null> => {
  const own = idFor(month, bareQuestion(question))
  if (await store.load(keyOf(own), groupSchema)) return own
  const groups = await groupsOf(store, month)
  return sameAmong(groups, question) ?? (groups.length < groupsMax ? own : null)
}

const added = (current: z.infer<typeof groupSchema>, question: string, why: Why) => {
  const known = current.question === question || current.wordings.includes(question)
  const room = !known && current.wordings.length < wordingsMax
  return {
    ...current,
    state: 'open' as const,
    wordings: room ? [...current.wordings, question] : current.wordings,
    [why]: current[why] + 1,
  }
}

const add = async (
  { store, clock }: UnansweredPorts,
  question: string,
  why: Why,
): Promise<boolean> => {
  const month = auditMonth(clock.now())
  const id = await placeFor(store, month, question)
  if (id === null) return false
  const empty = { month, question, wordings: [], refused: 0, wrong: 0, state: 'open' as const }
  return commit(store, { key: keyOf(id), parser: groupSchema }, (current) => {
    // Taken off by hand, the same wording stays off; one answered by hand and asked again is open again.
    if (current?.state === 'dismissed') return { keep: true, result: false }
    const put = added(current ?? empty, question, why)
    return { put, result: true, expiresAt: forgottenAt(clock.now()) }
  })
}

const addListable = async (ports: UnansweredPorts, question: string, why: Why) => {
  const text = listable(question, await ports.staff())
  return text !== undefined && (await add(ports, text, why))
}

/** Who asks is never kept waiting or turned away for the list's sake. */
const orFalse = async (work: Promise<boolean>): Promise<boolean> => {
  try {
    return await work
  } catch (fault) {
    if (fault instanceof StoreUnavailable || fault instanceof CommitContended) return false
    throw fault
  }
}

/** Opens the list in this store. */
export const openUnanswered = (ports: UnansweredPorts): Unanswered => ({
  add: (question, why) => orFalse(addListable(ports, question, why)),
  async open() {
    const now = auditMonth(ports.clock.now())
    const months = Array.from({ length: monthsListed }, (_, back) => monthsBefore(now, back))
    const groups = await Promise.all(months.map((month) => groupsOf(ports.store, month)))
    return groups
      .flat()
      .filter(({ state }) => state === 'open')
      .toSorted((one, two) => two.refused + two.wrong - (one.refused + one.wrong))
  },
  async find(id) {
    const found = await ports.store.load(keyOf(id), groupSchema)
    return found && { ...found.body, id }
  },
  settle: (id, state) =>
    commit(ports.store, { key: keyOf(id), parser: groupSchema }, (current) =>
      current
        ? { put: { ...current, state }, result: true, expiresAt: forgottenAt(ports.clock.now()) }
        : { keep: true, result: false },
    ),
})
