/** 役に立った and 違う, as counts a passage and revision; of who pressed nothing is kept. */
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { CommitContended, commit } from '../../store/commit.ts'
import { type Key, type Store, StoreUnavailable } from '../../store/store.ts'

const countsSchema = z.strictObject({
  revision: z.string(),
  passageId: z.string(),
  useful: z.int().min(0),
  wrong: z.int().min(0),
})

/** How often the answers that show a passage were of use, and how often not. */
export type PassageCounts = z.infer<typeof countsSchema>

/** One rating: of an answer (its id is random), with the passages it showed. */
export type Rating = {
  readonly answerId: string
  readonly revision: string
  readonly passageIds: readonly string[]
  readonly useful: boolean
}

/** The counts. */
export type Feedback = {
  /** Counts a rating; false where it was counted before, or the store is away. */
  rate(rating: Rating): Promise<boolean>
  /** The passages of a revision found wrong most often, worst first. */
  worst(revision: string): Promise<PassageCounts[]>
}

const ratedKeptMs = 90 * 24 * 60 * 60 * 1_000
const worstMax = 1_000

const keyOf = (revision: string, passageId: string): Key => ({
  container: 'policy',
  partition: 'feedback',
  id: `${revision}.${passageId}`,
})

const countOne = (store: Store, rating: Rating, passageId: string): Promise<void> => {
  const { revision } = rating
  const name = rating.useful ? 'useful' : 'wrong'
  const none = { revision, passageId, useful: 0, wrong: 0 }
  return commit(
    store,
    { key: keyOf(revision, passageId), parser: countsSchema },
    (current = none) => ({ put: { ...current, [name]: current[name] + 1 }, result: undefined }),
  )
}

const rate = async (store: Store, clock: Clock, rating: Rating): Promise<boolean> => {
  const id = `rating-${rating.answerId}`
  const first = await store.create(
    { container: 'seen', partition: id, id },
    { body: {}, expiresAt: clock.now() + ratedKeptMs },
  )
  if (first === 'exists') return false
  for (const passageId of rating.passageIds) await countOne(store, rating, passageId)
  return true
}

/** Opens the counts in this store. */
export const openFeedback = ({
  store,
  clock,
}: {
  readonly store: Store
  readonly clock: Clock
}): Feedback => ({
  async rate(rating) {
    try {
      return await rate(store, clock, rating)
    } catch (fault) {
      if (fault instanceof StoreUnavailable || fault instanceof CommitContended) return false
      throw fault
    }
  },
  async worst(revision) {
    const { items } = await store.query(
      {
        container: 'policy',
        partition: 'feedback',
        where: [
          { field: 'revision', is: '=', value: revision },
          { field: 'wrong', is: '>', value: 0 },
        ],
        orderBy: { field: 'wrong', descending: true },
        limit: worstMax,
      },
      countsSchema,
    )
    return items.map(({ body }) => body)
  },
})
