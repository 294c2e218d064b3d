/** The part of the store contract about what may be stored, and how much of it. */
import { describe, expect, it } from 'vitest'
import { bodyBytesMax, type Key, keyBytesMax, queryLimitMax } from '../../services/store/store.ts'
import { anything, idsOf, key, noted, type Setup, slashed } from './store-stage.ts'

/** Ids, partitions and bodies of every writing and size, and what is refused. */
export const describeLimits = (setup: Setup): void => {
  describe('what it can hold', () => {
    const ids = [
      slashed,
      'a\\b',
      'a?b#c',
      'a b',
      ' a ',
      '~2F',
      '/',
      '%2F',
      '自己申告/令和8年',
      '🙂',
      '..',
      "o'x",
    ]

    it.each(ids)('keeps the id %j, and finds it by query', async (id) => {
      const { store, put } = await setup()
      await put(key(id), { n: 7 })
      expect((await store.load(key(id), noted))?.key.id).toBe(id)
      expect(await idsOf(store, { container: 'windows', partition: 'p', limit: 5 })).toEqual([id])
    })

    it('keeps ids that look alike apart', async () => {
      const { store, put } = await setup()
      for (const id of ids) await put(key(id), { id })
      for (const id of ids) expect((await store.load(key(id), anything))?.body).toEqual({ id })
    })

    it('keeps partitions of any writing apart', async () => {
      const { store, put } = await setup()
      for (const partition of ids) await put(key('a', partition), { partition })
      for (const partition of ids) {
        const query = { container: 'windows', partition, limit: 5 } as const
        const { items } = await store.query(query, anything)
        expect(items.map((item) => item.body)).toEqual([{ partition }])
      }
    })

    it('keeps the longest id and partition in any writing, each for itself', async () => {
      const { store, put } = await setup()
      const long = 'あ'.repeat(keyBytesMax / 3 - 1)
      await put(key(`${long}い`, long), { n: 1 })
      await put(key(`${long}う`, long), { n: 2 })
      expect((await store.load(key(`${long}い`, long), noted))?.body.n).toBe(1)
      const query = { container: 'windows', partition: long, limit: 5 } as const
      expect(await idsOf(store, query)).toEqual([`${long}い`, `${long}う`])
    })

    it('keeps every letter of a body', async () => {
      const { store, put } = await setup()
      const body = {
        kanji: '𠮷野家 髙﨑 葛󠄀城市',
        emoji: '👩‍👩‍👧‍👦🇯🇵',
        quotes: `'"\\ \` \u0000 \u2028 </script>`,
        空: '',
        nothing: null,
        numbers: [0, -1.5, 1e300, 2 ** 53],
      }
      await put(key('a'), body)
      expect((await store.load(key('a'), anything))?.body).toEqual(body)
    })

    it('keeps a body of a megabyte', async () => {
      const { store, put } = await setup()
      const text = '目標'.repeat(180_000)
      await put(key('a'), { text })
      expect((await store.load(key('a'), anything))?.body).toEqual({ text })
    })
  })

  describe('limits', () => {
    const badKeys: [string, Key][] = [
      ['an empty id', key('')],
      ['an empty partition', key('a', '')],
      ['too long an id', key('x'.repeat(keyBytesMax + 1))],
      ['too long a partition', key('a', 'あ'.repeat(keyBytesMax / 2))],
      ['a control character', key('a\nb')],
      ['half a surrogate pair', key('a\ud800')],
    ]

    it.each(badKeys)('refuses %s', async (_, bad) => {
      const { store } = await setup()
      await expect(store.load(bad, anything)).rejects.toThrow(/^store: the (id|partition)/)
      await expect(store.create(bad, { body: {} })).rejects.toThrow(/^store: the (id|partition)/)
      await expect(store.remove(bad, 'e')).rejects.toThrow(/^store: the (id|partition)/)
    })

    it('refuses too large a body without repeating it', async () => {
      const { store } = await setup()
      const text = '秘'.repeat(bodyBytesMax / 3)
      const refused = store.create(key('a'), { body: { text } })
      await expect(refused).rejects.toThrow(/^store: the body has \d+ bytes, at most 1500000$/)
      expect(await store.load(key('a'), anything)).toBeUndefined()
    })

    it.each([0, -1, 1.5, queryLimitMax + 1, Number.NaN])('refuses a page of %d', async (limit) => {
      const { store } = await setup()
      const query = { container: 'windows', partition: 'p', limit } as const
      await expect(store.query(query, anything)).rejects.toThrow('limit')
    })

    it.each(["n') OR 1=1 --", 'a..b', '', 'a[0]', '$.a', 'a"b', '1a', '氏名', 'a.'])(
      'refuses the field %j',
      async (field) => {
        const { store } = await setup()
        const query = { container: 'windows', partition: 'p', limit: 1 } as const
        const where = [{ field, is: '=', value: 1 }] as const
        await expect(store.query({ ...query, where }, anything)).rejects.toThrow('field')
        await expect(store.query({ ...query, orderBy: { field } }, anything)).rejects.toThrow(
          'field',
        )
      },
    )
  })
}
