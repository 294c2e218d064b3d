/** What the parts of the store contract share: a fresh store for each test, and short words. */
import { expect } from 'vitest'
import { z } from 'zod'
import type { Clock, EpochMs } from '../../services/clock.ts'
import type { ContainerName } from '../../services/store/containers.ts'
import type { Key, Query, Store } from '../../services/store/store.ts'

/** A store to be tried, how to open what it holds once more, and how to put everything away. */
export type Opened = {
  readonly store: Store
  readonly reopen: () => Promise<Store>
  readonly close: () => Promise<void>
}

/** Makes a new, empty store that reads the time from `clock`. */
export type Open = (clock: Clock) => Promise<Opened>

/** A parser that takes whatever was stored. */
export const anything = z.unknown()

/** A parser of documents that carry a number. */
export const noted = z.object({ n: z.number() })

/** An id as the deliveries have them. */
export const slashed = 'reminders/2026/goal-setting/E00042/T-7'

/** A key in short. */
export const key = (id: string, partition = 'p', container: ContainerName = 'windows'): Key => ({
  container,
  partition,
  id,
})

const movableClock = (start: EpochMs) => {
  let now = start
  return { now: () => now, pass: (ms: number) => void (now += ms) }
}

/** A fresh store, its clock, and `put`, a create that must succeed. */
export type Setup = () => ReturnType<typeof setupOn>

const setupOn = async (open: Open, opened: Opened[]) => {
  const clock = movableClock(1_795_305_600_000)
  const one = await open(clock)
  opened.push(one)
  const { store } = one
  const put = async (at: Key, body: object, expiresAt?: number) => {
    const written = await store.create(at, expiresAt === undefined ? { body } : { body, expiresAt })
    if (written === 'exists') throw new Error('it exists')
    return written.etag
  }
  return { ...one, clock, put }
}

/** The setup of one suite, and what must run after each test. */
export const stage = (open: Open) => {
  const opened: Opened[] = []
  const setup: Setup = () => setupOn(open, opened)
  const clear = async () => {
    for (const one of opened.splice(0)) await one.close()
  }
  return { setup, clear }
}

/** The ids on a query's first page. */
export const idsOf = async (store: Store, query: Query): Promise<string[]> =>
  (await store.query(query, anything)).items.map((item) => item.key.id)

/** The ids of all pages, doing something between them if wished. */
export const allPages = async (
  store: Store,
  query: Query,
  between?: (page: number) => unknown,
): Promise<string[]> => {
  const ids: string[] = []
  let after: string | undefined
  for (let page = 0; page < 100; page += 1) {
    const found = await store.query(after ? { ...query, after } : query, anything)
    ids.push(...found.items.map((item) => item.key.id))
    expect(found.items.length).toBeLessThanOrEqual(query.limit)
    if (!found.next) return ids
    after = found.next
    await between?.(page)
  }
  throw new Error('it does not end')
}
