/** The part of the store contract about queries of one partition. */
import { describe, expect, it } from 'vitest'
import { PageTokenRefused } from '../../services/store/page-token.ts'
import type { Condition } from '../../services/store/store.ts'
import { allPages, anything, idsOf, key, type Setup } from './store-stage.ts'

/** Conditions, order and pages. */
export const describeQueries = (setup: Setup): void => {
  describe('conditions', () => {
    const bodies = {
      low: { v: 1, s: 'a', flag: false, deep: { due: '2026-04-01' } },
      middle: { v: 5, s: 'm', flag: true, deep: { due: '2026-11-22' } },
      high: { v: 9.5, s: 'z', flag: true, deep: { due: '2027-03-31' } },
      text: { v: '5', s: 5, flag: 'true', deep: 'x' },
      nothing: { v: null, s: null, flag: null, deep: null },
      absent: {},
    }

    const cases: [Condition, string[]][] = [
      [{ field: 'v', is: '=', value: 5 }, ['middle']],
      [{ field: 'v', is: '!=', value: 5 }, ['high', 'low']],
      [{ field: 'v', is: '<', value: 5 }, ['low']],
      [{ field: 'v', is: '<=', value: 5 }, ['low', 'middle']],
      [{ field: 'v', is: '>', value: 5 }, ['high']],
      [{ field: 'v', is: '>=', value: 5 }, ['high', 'middle']],
      [{ field: 'v', is: '=', value: '5' }, ['text']],
      [{ field: 's', is: '=', value: 'm' }, ['middle']],
      [{ field: 's', is: '!=', value: 'm' }, ['high', 'low']],
      [{ field: 's', is: '<', value: 'm' }, ['low']],
      [{ field: 's', is: '<=', value: 'm' }, ['low', 'middle']],
      [{ field: 's', is: '>', value: 'm' }, ['high']],
      [{ field: 's', is: '>=', value: 'm' }, ['high', 'middle']],
      [{ field: 'flag', is: '=', value: true }, ['high', 'middle']],
      [{ field: 'flag', is: '=', value: false }, ['low']],
      [{ field: 'flag', is: '!=', value: true }, ['low']],
      [{ field: 'deep.due', is: '<=', value: '2026-11-22' }, ['low', 'middle']],
      [{ field: 'deep.due', is: '=', value: "' OR '1'='1" }, []],
      [{ field: 's', is: '=', value: '") OR (true' }, []],
      [{ field: 'missing', is: '!=', value: 'x' }, []],
    ]

    it.each(cases)('finds by %j', async (condition, expected) => {
      const { store, put } = await setup()
      for (const [id, body] of Object.entries(bodies)) await put(key(id), body)
      const query = {
        container: 'windows',
        partition: 'p',
        where: [condition],
        limit: 10,
      } as const
      expect(await idsOf(store, query)).toEqual(expected)
    })

    it('asks that every condition holds', async () => {
      const { store, put } = await setup()
      for (const [id, body] of Object.entries(bodies)) await put(key(id), body)
      const where = [
        { field: 'flag', is: '=', value: true },
        { field: 'v', is: '<', value: 9 },
      ] as const
      const query = { container: 'windows', partition: 'p', where, limit: 10 } as const
      expect(await idsOf(store, query)).toEqual(['middle'])
    })

    it('finds a value that looks like an attack, and fields named like keywords', async () => {
      const { store, put } = await setup()
      const value = `'; DROP TABLE documents; -- "] @v0 \u0000 日本`
      await put(key('a'), { order: { select: value } })
      const where = [{ field: 'order.select', is: '=', value }] as const
      const query = { container: 'windows', partition: 'p', where, limit: 10 } as const
      expect(await idsOf(store, query)).toEqual(['a'])
    })
  })

  describe('order and pages', () => {
    it('orders by id where nothing else is said', async () => {
      const { store, put } = await setup()
      for (const id of ['b', 'a/2', 'い', 'a/10', 'あ', 'B']) await put(key(id), {})
      const query = { container: 'windows', partition: 'p', limit: 4 } as const
      expect(await allPages(store, query)).toEqual(['B', 'a/10', 'a/2', 'b', 'あ', 'い'])
    })

    it('orders by a field both ways, numbers before strings, others left out', async () => {
      const { store, put } = await setup()
      const values = { ten: 10, nine: 9, minus: -1, word: 'a', kana: 'あ', none: null, yes: true }
      for (const [id, n] of Object.entries(values)) await put(key(id), { n })
      await put(key('absent'), {})
      const query = { container: 'windows', partition: 'p', limit: 2 } as const
      const up = await allPages(store, { ...query, orderBy: { field: 'n' } })
      expect(up).toEqual(['minus', 'nine', 'ten', 'word', 'kana'])
      const down = await allPages(store, { ...query, orderBy: { field: 'n', descending: true } })
      expect(down).toEqual(up.toReversed())
    })

    it.each([false, true])(
      'shows each of many equals once (descending: %j)',
      async (descending) => {
        const { store, put } = await setup()
        for (let n = 0; n < 50; n += 1) await put(key(`k${n}`), { due: `2026-0${(n % 3) + 1}` })
        const orderBy = { field: 'due', descending }
        const query = { container: 'windows', partition: 'p', orderBy, limit: 7 } as const
        const ids = await allPages(store, query)
        expect(new Set(ids).size).toBe(50)
        expect(ids).toHaveLength(50)
      },
    )

    it('pages through hundreds while others are written and removed', async () => {
      const { store, put } = await setup()
      const before = Array.from({ length: 300 }, (_, n) => `k${String(n).padStart(3, '0')}`)
      const etags = new Map<string, string>()
      for (const id of before) etags.set(id, await put(key(id), { n: etags.size }))
      const orderBy = { field: 'n' } as const
      const query = { container: 'windows', partition: 'p', orderBy, limit: 40 } as const
      const ids = await allPages(store, query, async (page) => {
        await put(key(`new-${page}-first`), { n: -1 })
        await put(key(`new-${page}-within`), { n: page * 40 + 0.5 })
        const shown = before[page * 40] ?? ''
        await store.remove(key(shown), etags.get(shown) ?? '')
      })
      expect(ids.filter((id) => !id.startsWith('new-'))).toEqual(before)
      expect(new Set(ids).size).toBe(ids.length)
    })

    it('goes on from a page with another limit, and ends without a next', async () => {
      const { store, put } = await setup()
      for (const id of ['a', 'b', 'c']) await put(key(id), {})
      const query = { container: 'windows', partition: 'p', limit: 1 } as const
      const first = await store.query(query, anything)
      const rest = await store.query({ ...query, limit: 10, after: first.next ?? '' }, anything)
      expect(rest.items.map((item) => item.key.id)).toEqual(['b', 'c'])
      expect(rest.next).toBeUndefined()
    })

    it('refuses a continuation that is damaged or another query’s', async () => {
      const { store, put } = await setup()
      for (const id of ['a', 'b', 'c']) await put(key(id), { n: 1 })
      const query = { container: 'windows', partition: 'p', limit: 1 } as const
      const { next = '' } = await store.query(query, anything)
      const where = [{ field: 'n', is: '=', value: 1 }] as const
      const decoded = Buffer.from(next, 'base64url').toString()
      const bent = Buffer.from(decoded.replace(/"at":\{"([a-zA-Z]+)"/, '"at":{"x$1"')).toString(
        'base64url',
      )
      const refused = [
        { ...query, after: 'nonsense' },
        { ...query, after: '' },
        { ...query, after: bent },
        { ...query, after: next, partition: 'q' },
        { ...query, after: next, where },
        { ...query, after: next, orderBy: { field: 'n' } },
      ]
      expect(bent).not.toBe(next)
      for (const one of refused) {
        await expect(store.query(one, anything)).rejects.toThrow(PageTokenRefused)
      }
    })
  })
}
