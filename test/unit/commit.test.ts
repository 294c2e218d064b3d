import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Clock, systemClock } from '../../services/clock.ts'
import { CommitContended, commit, commitTriesMax } from '../../services/store/commit.ts'
import { openSqlite } from '../../services/store/sqlite.ts'
import { type Store, StoreUnavailable } from '../../services/store/store.ts'

const key = { container: 'windows', partition: 'p', id: 'counter' } as const
const parser = z.object({ n: z.number() })
const subject = { key, parser }

describe('a commit', () => {
  let store: Store
  afterEach(() => store.close())

  const setup = async (clock: Clock = systemClock) => {
    store = await openSqlite({ path: ':memory:', clock })
    const count = async () => (await store.load(key, parser))?.body.n
    /** Somebody else who writes the next number just before us. */
    const meddle = () =>
      commit(store, subject, (current) => ({
        put: { n: (current?.n ?? 0) + 100 },
        result: 'theirs',
      }))
    return { store, count, meddle }
  }

  it('creates what was not there and goes on from what is', async () => {
    const { store, count } = await setup()
    const next = (current?: { n: number }) => {
      const n = (current?.n ?? 0) + 1
      return { put: { n }, result: `now ${n}` }
    }
    expect(await commit(store, subject, next)).toBe('now 1')
    expect(await commit(store, subject, next)).toBe('now 2')
    expect(await count()).toBe(2)
  })

  it('writes nothing where the decision is to keep', async () => {
    const { store } = await setup()
    expect(await commit(store, subject, () => ({ keep: true, result: 'no' }))).toBe('no')
    expect(await store.load(key, parser)).toBeUndefined()
    await commit(store, subject, () => ({ put: { n: 1 }, result: 0 }))
    const before = await store.load(key, parser)
    await commit(store, subject, () => ({ keep: true, result: 0 }))
    expect(await store.load(key, parser)).toEqual(before)
  })

  it.each([undefined, { n: 1 }])(
    'decides again where somebody was first (at %j)',
    async (start) => {
      const { store, count, meddle } = await setup()
      if (start) await store.create(key, { body: start })
      const seen: (number | undefined)[] = []
      const meddling: Store = {
        ...storeOf(store),
        load: async (at, how) => {
          const found = await store.load(at, how)
          if (seen.length === 0) await meddle()
          return found
        },
      }
      const result = await commit(meddling, subject, (current) => {
        seen.push(current?.n)
        return { put: { n: (current?.n ?? 0) + 1 }, result: 'ours' }
      })
      const theirs = (start?.n ?? 0) + 100
      expect(result).toBe('ours')
      expect(seen).toEqual([start?.n, theirs])
      expect(await count()).toBe(theirs + 1)
    },
  )

  it('gives up when others are first at every try, having written nothing', async () => {
    const { store, count, meddle } = await setup()
    let decided = 0
    const meddling: Store = {
      ...storeOf(store),
      load: async (at, how) => {
        const found = await store.load(at, how)
        await meddle()
        return found
      },
    }
    const attempt = commit(meddling, subject, () => {
      decided += 1
      return { put: { n: -1 }, result: 'ours' }
    })
    await expect(attempt).rejects.toThrow(CommitContended)
    expect(decided).toBe(commitTriesMax)
    expect(await count()).toBe(100 * commitTriesMax)
  })

  it('sets an end, and forgets it where none is named', async () => {
    let now = 1_000
    const { store, count } = await setup({ now: () => now })
    await commit(store, subject, () => ({ put: { n: 1 }, result: 0, expiresAt: 2_000 }))
    await commit(store, subject, () => ({ put: { n: 2 }, result: 0 }))
    now = 2_000
    expect(await count()).toBe(2)
    await commit(store, subject, () => ({ put: { n: 3 }, result: 0, expiresAt: 3_000 }))
    now = 3_000
    expect(await count()).toBeUndefined()
  })

  it('passes on what a decision or the store throws', async () => {
    const { store } = await setup()
    const fault = new Error('cannot happen')
    const faulty = commit(store, subject, () => {
      throw fault
    })
    await expect(faulty).rejects.toBe(fault)
    await store.close()
    const late = commit(store, subject, () => ({ keep: true, result: 0 }))
    await expect(late).rejects.toThrow(StoreUnavailable)
  })
})

/** The store's calls as plain functions, to replace one of them. */
const storeOf = (store: Store): Store => ({
  load: (key, parser) => store.load(key, parser),
  create: (key, write) => store.create(key, write),
  replace: (key, etag, write) => store.replace(key, etag, write),
  remove: (key, etag) => store.remove(key, etag),
  query: (query, parser) => store.query(query, parser),
  ping: () => store.ping(),
  close: () => store.close(),
})
