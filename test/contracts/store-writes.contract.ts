/** The part of the store contract about writing single documents, and their expiry. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { StoreUnavailable } from '../../services/store/store.ts'
import { allPages, anything, idsOf, key, noted, type Setup, slashed } from './store-stage.ts'

/** Documents, one at a time: versions, races, partitions, expiry, closing. */
export const describeWrites = (setup: Setup): void => {
  describe('single documents', () => {
    it('knows nothing of a document never written', async () => {
      const { store } = await setup()
      expect(await store.load(key('a'), anything)).toBeUndefined()
    })

    it('gives back what was created, with its key and version', async () => {
      const { store, put } = await setup()
      const etag = await put(key('a'), { n: 1, deep: { list: [1, 'two', null, true] } })
      expect(await store.load(key('a'), anything)).toEqual({
        key: key('a'),
        etag,
        body: { n: 1, deep: { list: [1, 'two', null, true] } },
      })
    })

    it('hands the body to the parser, and passes its error on', async () => {
      const { store, put } = await setup()
      await put(key('a'), { n: 1, more: true })
      expect((await store.load(key('a'), noted))?.body).toEqual({ n: 1 })
      await put(key('b'), { n: 'one' })
      await expect(store.load(key('b'), noted)).rejects.toThrow(z.ZodError)
    })

    it('refuses a second create and keeps the first', async () => {
      const { store, put } = await setup()
      await put(key('a'), { n: 1 })
      expect(await store.create(key('a'), { body: { n: 2 } })).toBe('exists')
      expect((await store.load(key('a'), noted))?.body.n).toBe(1)
    })

    it('replaces the version named, once', async () => {
      const { store, put } = await setup()
      const first = await put(key('a'), { n: 1, old: true })
      const second = await store.replace(key('a'), first, { body: { n: 2 } })
      expect(await store.replace(key('a'), first, { body: { n: 3 } })).toBe('changed')
      expect(second).not.toBe('changed')
      const now = await store.load(key('a'), anything)
      expect({ etag: now?.etag, body: now?.body }).toEqual({ ...Object(second), body: { n: 2 } })
    })

    it('replaces nothing that is not there, and takes no strange version', async () => {
      const { store, put } = await setup()
      expect(await store.replace(key('a'), 'no-such-version', { body: {} })).toBe('changed')
      const etag = await put(key('b'), { n: 1 })
      expect(await store.replace(key('a'), etag, { body: {} })).toBe('changed')
      expect(await store.load(key('a'), anything)).toBeUndefined()
      expect(await store.replace(key('b'), '', { body: {} })).toBe('changed')
    })

    it('removes the version named, once', async () => {
      const { store, put } = await setup()
      const first = await put(key('a'), { n: 1 })
      const second = await store.replace(key('a'), first, { body: { n: 2 } })
      expect(await store.remove(key('a'), first)).toBe('changed')
      expect(await store.remove(key('a'), second === 'changed' ? '' : second.etag)).toBe('removed')
      expect(await store.load(key('a'), anything)).toBeUndefined()
      expect(await store.remove(key('a'), first)).toBe('changed')
    })

    it('never uses a version again, not even for the same words', async () => {
      const { store, put } = await setup()
      const seen = new Set<string>()
      for (let round = 0; round < 10; round += 1) {
        const made = await put(key('a'), { n: 1 })
        const next = await store.replace(key('a'), made, { body: { n: 1 } })
        if (next === 'changed') throw new Error('nobody else was there')
        seen.add(made).add(next.etag)
        await store.remove(key('a'), next.etag)
      }
      expect(seen.size).toBe(20)
    })
  })

  describe('races', () => {
    it('lets one of ten creators win', async () => {
      const { store } = await setup()
      const racers = Array.from({ length: 10 }, (_, n) =>
        store.create(key(slashed), { body: { n } }),
      )
      const results = await Promise.all(racers)
      const winner = results.findIndex((result) => result !== 'exists')
      expect(results.filter((result) => result !== 'exists')).toHaveLength(1)
      expect((await store.load(key(slashed), noted))?.body.n).toBe(winner)
    })

    it('lets one of ten replacers win', async () => {
      const { store, put } = await setup()
      const etag = await put(key('a'), { n: -1 })
      const racers = Array.from({ length: 10 }, (_, n) =>
        store.replace(key('a'), etag, { body: { n } }),
      )
      const results = await Promise.all(racers)
      const winner = results.findIndex((result) => result !== 'changed')
      expect(results.filter((result) => result !== 'changed')).toHaveLength(1)
      expect((await store.load(key('a'), noted))?.body.n).toBe(winner)
    })

    it('lets one of ten creators win over an expired document', async () => {
      const { store, clock, put } = await setup()
      await put(key('a'), { n: -1 }, clock.now() + 1_000)
      clock.pass(1_000)
      const racers = Array.from({ length: 10 }, (_, n) => store.create(key('a'), { body: { n } }))
      const results = await Promise.all(racers)
      expect(results.filter((result) => result !== 'exists')).toHaveLength(1)
    })

    it('lets a remover or a replacer win, not both', async () => {
      const { store, put } = await setup()
      const etag = await put(key('a'), { n: 1 })
      const [removed, replaced] = await Promise.all([
        store.remove(key('a'), etag),
        store.replace(key('a'), etag, { body: { n: 2 } }),
      ])
      expect([removed, replaced].filter((result) => result !== 'changed')).toHaveLength(1)
    })
  })

  describe('isolation', () => {
    it('tells the same id in two partitions and two containers apart', async () => {
      const { store, put } = await setup()
      const places = [
        key('a', 'p', 'windows'),
        key('a', 'q', 'windows'),
        key('a', 'p', 'audit'),
        key('p', 'a', 'windows'),
      ]
      for (const [n, at] of places.entries()) await put(at, { n })
      for (const [n, at] of places.entries()) {
        expect((await store.load(at, noted))?.body.n).toBe(n)
      }
      const one = await store.load(key('a', 'q'), noted)
      expect(await store.remove(key('a', 'p'), one?.etag ?? '')).toBe('changed')
    })

    it('shows a query the documents of its own partition and container alone', async () => {
      const { store, put } = await setup()
      await put(key('a', 'p'), { n: 1 })
      await put(key('b', 'q'), { n: 1 })
      await put(key('c', 'p', 'audit'), { n: 1 })
      const query = { container: 'windows', partition: 'p', limit: 10 } as const
      expect(await idsOf(store, query)).toEqual(['a'])
      const where = [{ field: 'n', is: '=', value: 1 }] as const
      expect(await idsOf(store, { ...query, where, orderBy: { field: 'n' } })).toEqual(['a'])
    })
  })

  describe('expiry', () => {
    it('shows a document up to its moment and not from it on', async () => {
      const { store, clock, put } = await setup()
      await put(key('a'), { n: 1 }, clock.now() + 60_000)
      clock.pass(59_999)
      expect(await store.load(key('a'), noted)).toBeDefined()
      clock.pass(1)
      expect(await store.load(key('a'), noted)).toBeUndefined()
      expect(await idsOf(store, { container: 'windows', partition: 'p', limit: 5 })).toEqual([])
    })

    it('counts an expired document as gone for every write', async () => {
      const { store, clock, put } = await setup()
      const etag = await put(key('a'), { n: 1 }, clock.now() + 1_000)
      clock.pass(1_000)
      expect(await store.replace(key('a'), etag, { body: { n: 2 } })).toBe('changed')
      expect(await store.remove(key('a'), etag)).toBe('changed')
      const again = await put(key('a'), { n: 3 })
      expect(await store.load(key('a'), noted)).toEqual({
        key: key('a'),
        etag: again,
        body: { n: 3 },
      })
      expect(await store.create(key('a'), { body: { n: 4 } })).toBe('exists')
    })

    it('keeps a document for good once it is replaced without an end', async () => {
      const { store, clock, put } = await setup()
      const etag = await put(key('a'), { n: 1 }, clock.now() + 1_000)
      await store.replace(key('a'), etag, { body: { n: 2 } })
      clock.pass(10 * 365 * 86_400_000)
      expect((await store.load(key('a'), noted))?.body.n).toBe(2)
    })

    it('lets an end be set and moved by a replace', async () => {
      const { store, clock, put } = await setup()
      const etag = await put(key('a'), { n: 1 })
      const next = await store.replace(key('a'), etag, {
        body: { n: 2 },
        expiresAt: clock.now() + 9,
      })
      clock.pass(8)
      expect(await store.load(key('a'), noted)).toBeDefined()
      clock.pass(1)
      expect(await store.load(key('a'), noted)).toBeUndefined()
      expect(next).not.toBe('changed')
    })

    it('leaves what expires between two pages out of the second', async () => {
      const { store, clock, put } = await setup()
      for (const n of [1, 2, 3, 4]) await put(key(`k${n}`), { n }, clock.now() + n * 1_000)
      const query = { container: 'windows', partition: 'p', limit: 2 } as const
      const ids = await allPages(store, query, () => clock.pass(3_000))
      expect(ids).toEqual(['k1', 'k2', 'k4'])
    })
  })

  describe('opening and closing', () => {
    it('answers a ping, and keeps what was written when opened again', async () => {
      const { store, reopen, put } = await setup()
      const etag = await put(key(slashed), { n: 1, text: '記録' })
      await store.ping()
      const again = await reopen()
      await again.ping()
      const found = await again.load(key(slashed), anything)
      expect(found).toEqual({ key: key(slashed), etag, body: { n: 1, text: '記録' } })
      await again.close()
    })

    it('is out of reach once closed, and may be closed twice', async () => {
      const { store } = await setup()
      await store.close()
      await store.close()
      const query = { container: 'windows', partition: 'p', limit: 1 } as const
      const calls = [
        () => store.ping(),
        () => store.load(key('a'), anything),
        () => store.create(key('a'), { body: {} }),
        () => store.replace(key('a'), 'e', { body: {} }),
        () => store.remove(key('a'), 'e'),
        () => store.query(query, anything),
      ]
      for (const call of calls) await expect(call()).rejects.toThrow(StoreUnavailable)
    })
  })
}
