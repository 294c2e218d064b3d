import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { auditMonth } from '../../services/audit.ts'
import { staffId } from '../../services/ids.ts'
import { importPeople, previewImport } from '../../services/people/import-people.ts'
import type { Person } from '../../services/people/person.ts'
import {
  generationsKeptMax,
  openRosterReader,
  readLiveRoster,
  replaceRoster,
} from '../../services/people/roster-store.ts'
import { openSqlite } from '../../services/store/sqlite.ts'
import { type Store, StoreUnavailable } from '../../services/store/store.ts'
import { personRow } from '../fakes/people.ts'

const today = '2026-11-22'
const who = 'os:tester'
const opened: Store[] = []

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})

const setup = async () => {
  const time = { now: 1_795_000_000_000 }
  const clock = { now: () => time.now }
  const store = await openSqlite({ path: ':memory:', clock })
  opened.push(store)
  const pass = (ms: number) => {
    time.now += ms
  }
  return { store, clock, pass }
}

const people = (count: number, rest: Partial<Person> = {}) =>
  Array.from({ length: count }, (_, index) =>
    personRow({ staffId: staffId(`E${index + 1}`), ...rest }),
  )

const generationsOf = async (store: Store) => {
  const query = { container: 'people', partition: 'generations', limit: 100 } as const
  return (await store.query(query, z.unknown())).items.map(({ key }) => key.id)
}

const documentsOf = async (store: Store, generation: string) => {
  const query = { container: 'people', partition: generation, limit: 100 } as const
  return (await store.query(query, z.unknown())).items.length
}

const auditOf = async (store: Store, at: number) => {
  const query = { container: 'audit', partition: auditMonth(at), limit: 100 } as const
  return (await store.query(query, z.object({ what: z.string() }))).items.map(
    ({ body }) => body.what,
  )
}

/** The store, failing at the n-th write of the kind named and from then on. */
const failingFrom = (store: Store, write: 'create' | 'replace', nth: number): Store => {
  let writes = 0
  return new Proxy(store, {
    get: (target, name: keyof Store) => {
      if (name !== write) return target[name].bind(target)
      return (...args: never[]) => {
        writes += 1
        if (writes >= nth) return Promise.reject(new StoreUnavailable('the plug was pulled'))
        return Reflect.apply(target[name], target, args)
      }
    },
  })
}

test('before the first import the roster is empty', async () => {
  const { store, clock } = await setup()
  expect((await openRosterReader({ store, clock }).current()).rowCount).toBe(0)
  expect(await readLiveRoster(store)).toBeUndefined()
})

test('an import of many chunks comes back whole and in order', async () => {
  const { store, clock } = await setup()
  const rows = people(1_001)
  expect(await importPeople({ store, clock, who, rows })).toMatchObject({ outcome: 'imported' })
  expect((await openRosterReader({ store, clock }).current()).rows).toEqual(rows)
})

test('a preview writes nothing', async () => {
  const { store } = await setup()
  expect((await previewImport({ store }, people(3))).added).toHaveLength(3)
  expect(await readLiveRoster(store)).toBeUndefined()
  expect(await generationsOf(store)).toEqual([])
})

test('the same import again writes nothing', async () => {
  const { store, clock } = await setup()
  await importPeople({ store, clock, who, rows: people(3) })
  const before = await readLiveRoster(store)
  expect(await importPeople({ store, clock, who, rows: people(3) })).toMatchObject({
    outcome: 'unchanged',
  })
  expect((await readLiveRoster(store))?.pointer).toEqual(before?.pointer)
})

test.each([1, 2, 3, 4, 5])(
  'an import cut off at its write number %i leaves the roster as it was',
  async (nth) => {
    const { store, clock } = await setup()
    await importPeople({ store, clock, who, rows: people(450) })
    const broken = failingFrom(store, nth === 5 ? 'replace' : 'create', nth === 5 ? 1 : nth)
    const cut = importPeople({
      store: broken,
      clock,
      who,
      rows: people(450, { section: '契約課' }),
    })
    await expect(cut).rejects.toThrow(StoreUnavailable)
    expect((await openRosterReader({ store, clock }).current()).rows).toEqual(people(450))
  },
)

test('of two imports at once one is told that the other came between', async () => {
  const { store, clock } = await setup()
  await importPeople({ store, clock, who, rows: people(2) })
  const live = await readLiveRoster(store)
  const mine = await replaceRoster({ store, clock }, people(3), live)
  const yours = await replaceRoster({ store, clock }, people(4), live)
  expect(yours).toBe('changed')
  expect((await readLiveRoster(store))?.pointer.body).toEqual(mine)
  expect(await generationsOf(store)).toHaveLength(2)
})

test('an import is in the audit trail even where it was cut off', async () => {
  const { store, clock } = await setup()
  // Its first write is the trail's, the second lists the generation.
  const broken = failingFrom(store, 'create', 2)
  await expect(importPeople({ store: broken, clock, who, rows: people(2) })).rejects.toThrow()
  expect(await auditOf(store, clock.now())).toEqual(['people.import'])
})

test('of two first imports at once one wins, and the trail says so', async () => {
  const { store, clock } = await setup()
  const both = await Promise.all(
    [2, 3].map((count) => importPeople({ store, clock, who, rows: people(count) })),
  )
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['changed', 'imported'])
  expect((await auditOf(store, clock.now())).toSorted()).toEqual([
    'people.import',
    'people.import',
    'people.import.withdrawn',
  ])
})

test('old generations are cleared away, their people with them', async () => {
  const { store, clock, pass } = await setup()
  const seen: string[] = []
  for (let count = 1; count <= 6; count += 1) {
    pass(60_000)
    await importPeople({ store, clock, who, rows: people(count) })
    const live = await readLiveRoster(store)
    seen.push(live?.pointer.body.generation ?? '')
  }
  expect(await generationsOf(store)).toEqual(seen.slice(-generationsKeptMax))
  const documents = await Promise.all(seen.map((generation) => documentsOf(store, generation)))
  expect(documents).toEqual([0, 0, 0, 1, 1, 1])
})

test('what a crashed import left behind is cleared away by later ones', async () => {
  const { store, clock, pass } = await setup()
  await importPeople({ store, clock, who, rows: people(1) })
  pass(1_000)
  const broken = failingFrom(store, 'create', 4)
  await importPeople({ store: broken, clock, who, rows: people(450) }).catch(() => undefined)
  const [, orphan = ''] = await generationsOf(store)
  expect(await documentsOf(store, orphan)).toBe(1)
  for (const count of [2, 3, 4, 5]) {
    pass(1_000)
    await importPeople({ store, clock, who, rows: people(count) })
  }
  expect(await generationsOf(store)).not.toContain(orphan)
  expect(await documentsOf(store, orphan)).toBe(0)
})

test('a running server sees an import through another one within five seconds', async () => {
  const { store, clock, pass } = await setup()
  await importPeople({ store, clock, who, rows: people(1) })
  const reader = openRosterReader({ store, clock })
  const first = await reader.current()
  await importPeople({ store, clock, who, rows: people(2) })
  pass(4_999)
  expect(await reader.current()).toBe(first)
  pass(1)
  expect((await reader.current()).all(today)).toHaveLength(2)
})

test('a running server reads the roster again only when there is a newer one', async () => {
  const { store, clock, pass } = await setup()
  await importPeople({ store, clock, who, rows: people(3) })
  const reader = openRosterReader({ store, clock })
  const first = await reader.current()
  for (let minute = 0; minute < 3; minute += 1) {
    pass(60_000)
    expect(await reader.current()).toBe(first)
  }
})

test('many who ask at once wait for one reading', async () => {
  const { store, clock } = await setup()
  await importPeople({ store, clock, who, rows: people(3) })
  const reader = openRosterReader({ store, clock })
  const rosters = await Promise.all(Array.from({ length: 20 }, () => reader.current()))
  expect(new Set(rosters).size).toBe(1)
})

test('a reading that failed is tried again', async () => {
  const { store, clock } = await setup()
  await importPeople({ store, clock, who, rows: people(3) })
  let broken = true
  const flaky = new Proxy(store, {
    get: (target, name: keyof Store) =>
      name === 'load' && broken
        ? () => Promise.reject(new StoreUnavailable('gone'))
        : target[name].bind(target),
  })
  const reader = openRosterReader({ store: flaky, clock })
  await expect(reader.current()).rejects.toThrow(StoreUnavailable)
  broken = false
  expect((await reader.current()).rowCount).toBe(3)
})
