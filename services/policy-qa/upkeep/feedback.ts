/** 役に立った and 違う: a document for each rating, of who pressed nothing is kept. Counted when somebody looks. */
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { type Store, StoreUnavailable } from '../../store/store.ts'
import { forgottenAt } from './forgetting.ts'

const ratingSchema = z.strictObject({
  revision: z.string(),
  passageIds: z.array(z.string()),
  useful: z.boolean(),
})

/** One rating: of an answer (its id is random), with the passages it showed. */
export type Rating = z.infer<typeof ratingSchema> & { readonly answerId: string }

/** How often the answers that show a passage were of use, and how often not. */
export type PassageCounts = {
  readonly passageId: string
  readonly useful: number
  readonly wrong: number
}

/** The ratings. */
export type Feedback = {
  /** Keeps a rating; false where the answer was rated before, or the store is away. */
  rate(rating: Rating): Promise<boolean>
  /** The passages of a revision that were found wrong, those found so most often first. */
  worst(revision: string): Promise<PassageCounts[]>
}

const place = { container: 'policy', partition: 'ratings' } as const
const pageMax = 1_000
/** The pages of ratings looked at: years of them, at a city's pace. */
const pagesMax = 100

/** One write, under an id that an answer has only once: people who rate at the same moment do not meet. */
const rate = async (store: Store, clock: Clock, rating: Rating): Promise<boolean> => {
  const { answerId, ...body } = rating
  const key = { ...place, id: answerId }
  return (await store.create(key, { body, expiresAt: forgottenAt(clock.now()) })) !== 'exists'
}

const ratingsOf = async (
  store: Store,
  revision: string,
): Promise<z.infer<typeof ratingSchema>[]> => {
  const found: z.infer<typeof ratingSchema>[] = []
  const where = [{ field: 'revision', is: '=', value: revision }] as const
  let after: { after?: string } = {}
  for (let page = 0; page < pagesMax; page += 1) {
    const query = { ...place, where, limit: pageMax, ...after }
    const { items, next } = await store.query(query, ratingSchema)
    found.push(...items.map(({ body }) => body))
    if (next === undefined) break
    after = { after: next }
  }
  return found
}

const counted = (ratings: readonly z.infer<typeof ratingSchema>[]): PassageCounts[] => {
  const counts = new Map<string, PassageCounts>()
  for (const { passageIds, useful } of ratings) {
    for (const passageId of passageIds) {
      const count = counts.get(passageId) ?? { passageId, useful: 0, wrong: 0 }
      const name = useful ? 'useful' : 'wrong'
      counts.set(passageId, { ...count, [name]: count[name] + 1 })
    }
  }
  return [...counts.values()]
}

/** Opens the ratings in this store. */
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
      if (fault instanceof StoreUnavailable) return false
      throw fault
    }
  },
  async worst(revision) {
    const counts = counted(await ratingsOf(store, revision))
    return counts.filter(({ wrong }) => wrong > 0).toSorted((one, two) => two.wrong - one.wrong)
  },
})
