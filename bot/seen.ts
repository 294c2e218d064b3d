/** Events already handled: the store refuses the second, whichever replica gets it. */
import type { Clock } from '../services/clock.ts'
import { type Store, StoreUnavailable } from '../services/store/store.ts'
import { within } from './within.ts'

const keptMs = 24 * 60 * 60 * 1_000
const rememberedMax = 10_000
const waitMsMax = 2_000

/** For when the store is away: what this replica has seen, so that nobody is left without an answer. */
const createMemory = (): ((id: string) => boolean) => {
  const seen = new Set<string>()
  return (id) => {
    const first = !seen.has(id)
    if (seen.size >= rememberedMax) seen.clear()
    seen.add(id)
    return first
  }
}

/**
 * True the first time an id is seen, false ever after, for a day. While the store is away this replica's memory
 * decides: rather answered twice than not at all.
 */
export const createFirstTime = (store: Store, clock: Clock): ((id: string) => Promise<boolean>) => {
  const firstHere = createMemory()
  return async (id) => {
    const first = firstHere(id)
    const key = { container: 'seen', partition: id, id } as const
    try {
      const writing = store.create(key, { body: {}, expiresAt: clock.now() + keptMs })
      const created = await within(writing, waitMsMax)
      return created === undefined ? first : created !== 'exists'
    } catch (fault) {
      if (!(fault instanceof StoreUnavailable)) throw fault
      return first
    }
  }
}
