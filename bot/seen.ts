/** Events already handled: the store refuses the second, whichever replica gets it. */
import type { Clock } from '../services/clock.ts'
import type { Store } from '../services/store/store.ts'

const keptMs = 24 * 60 * 60 * 1_000

/** True the first time an id is seen, false ever after, for a day. */
export const createFirstTime =
  (store: Store, clock: Clock): ((id: string) => Promise<boolean>) =>
  async (id) => {
    const key = { container: 'seen', partition: id, id } as const
    const created = await store.create(key, { body: {}, expiresAt: clock.now() + keptMs })
    return created !== 'exists'
  }
