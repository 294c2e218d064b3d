/**
 * Questions that the document did not answer, for the personnel division: one document a month and group
 * of like questions. No askers, no times finer than the month, nothing that names somebody.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { auditMonth } from '../../audit.ts'
import type { Clock } from '../../clock.ts'
import { CommitContended, commit } from '../../store/commit.ts'
import { type Key, type Store, StoreUnavailable } from '../../store/store.ts'
import { careFor } from '../care.ts'
import { forgottenAt } from './forgetting.ts'
import { redacted } from './redact.ts'

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

/** The longest question that is listed: a pasted text is no question, and may hold what is nobody's business. */
export const listedLengthMax = 200
/** The most groups of one month; what comes beyond them is not listed. */
const groupsMax = 300
const wordingsMax = 5
const likenessMin = 0.6
const monthsListed = 3

/** The list. */
export type Unanswered = {
  /** Adds a question; false where it is not listed: a confidence, too long, no room, or the store away. */
  add(question: string, why: Why): Promise<boolean>
  /** The open groups of this month and the two before it, those asked most often first. */
  open(): Promise<Group[]>
  find(id: string): Promise<Group | undefined>
  /** Takes a group off the list; false where there is none. */
  settle(id: string, state: 'dismissed' | 'answered'): Promise<boolean>
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/〔[^〕]*〕/g, '')
    .replace(
      /(?:を?教えて(?:ください|下さい)?|ですか|でしょうか|ますか|とは|は)?[?？。、!！\s]*$/g,
      '',
    )
    .replace(/[\s?？。、!！「」]/g, '')

const pairs = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)))

const likeness = (one: Set<string>, two: Set<string>): number =>
  (2 * [...one].filter((pair) => two.has(pair)).length) / (one.size + two.size)

const keyOf = (id: string): Key => ({ container: 'policy', partition: 'unanswered', id })

const idFor = (month: string, key: string): string =>
  `${month}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`

const monthsBefore = (month: string, back: number): string => {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const count = year * 12 + at - 1 - back
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

type Ports = { readonly store: Store; readonly clock: Clock }

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

/** The group a question belongs to: its own wording's, else the most alike one's, else a new one. */
const placeFor = async (store: Store, month: string, question: string): Promise<string | null> => {
  const own = idFor(month, bare(question))
  if (await store.load(keyOf(own), groupSchema)) return own
  const groups = await groupsOf(store, month)
  const asked = pairs(bare(question))
  const [best] = groups
    .map(({ id, ...group }) => ({ id, score: likeness(asked, pairs(bare(group.question))) }))
    .toSorted((one, two) => two.score - one.score)
  if (best && best.score >= likenessMin) return best.id
  return groups.length < groupsMax ? own : null
}

const added = (current: z.infer<typeof groupSchema>, question: string, why: Why) => {
  const known = current.question === question || current.wordings.includes(question)
  const room = !known && current.wordings.length < wordingsMax
  return {
    ...current,
    wordings: room ? [...current.wordings, question] : current.wordings,
    [why]: current[why] + 1,
  }
}

const add = async ({ store, clock }: Ports, question: string, why: Why): Promise<boolean> => {
  const month = auditMonth(clock.now())
  const id = await placeFor(store, month, question)
  if (id === null) return false
  const empty = { month, question, wordings: [], refused: 0, wrong: 0, state: 'open' as const }
  await commit(store, { key: keyOf(id), parser: groupSchema }, (current) => ({
    put: added(current ?? empty, question, why),
    result: true,
    expiresAt: forgottenAt(clock.now()),
  }))
  return true
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
export const openUnanswered = (ports: Ports): Unanswered => ({
  add: async (question, why) => {
    if (question.trim().length > listedLengthMax || careFor(question) !== undefined) return false
    const text = redacted(question)
    if (bare(text).length < 2) return false
    return orFalse(add(ports, text.slice(0, listedLengthMax), why))
  },
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
