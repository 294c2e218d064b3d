import { afterEach, describe, expect, it } from 'vitest'
import { openWindow, windowReader } from '../../services/self-report/window.ts'
import { openSqlite } from '../../services/store/sqlite.ts'
import type { Store } from '../../services/store/store.ts'

const window2026 = { fiscalYear: 2026, opensOn: '2026-10-01', dueOn: '2026-10-30' } as const
const window2027 = { fiscalYear: 2027, opensOn: '2027-04-01', dueOn: '2027-04-30' } as const

describe('the window that a running server reads', () => {
  let store: Store
  afterEach(() => store.close())

  const setup = async () => {
    let now = 0
    const clock = { now: () => now }
    store = await openSqlite({ path: ':memory:', clock })
    const wait = (ms: number) => {
      now += ms
    }
    return { read: windowReader(store, clock), wait }
  }

  it('is seen as soon as the first one is there', async () => {
    const { read } = await setup()
    expect(await read('2026-10-20')).toBeUndefined()
    await openWindow(store, window2026)
    expect(await read('2026-10-20')).toEqual(window2026)
  })

  it('is seen at once where it was moved, even beyond today', async () => {
    const { read } = await setup()
    await openWindow(store, window2026)
    await read('2026-10-20')
    await openWindow(store, { ...window2026, dueOn: '2026-11-06' })
    expect((await read('2026-10-20'))?.dueOn).toBe('2026-11-06')
    await openWindow(store, { ...window2026, opensOn: '2026-11-01' })
    expect(await read('2026-10-20')).toBeUndefined()
  })

  it('gives way to the next year’s within five seconds, and at once on another day', async () => {
    const { read, wait } = await setup()
    await openWindow(store, window2026)
    await openWindow(store, window2027)
    expect(await read('2027-03-31')).toEqual(window2026)
    expect(await read('2027-04-01')).toEqual(window2027)
    const later = { fiscalYear: 2028, opensOn: '2027-04-01', dueOn: '2027-05-31' } as const
    await openWindow(store, { ...window2027, opensOn: '2027-03-01' })
    await openWindow(store, later)
    wait(5_000)
    expect(await read('2027-04-01')).toEqual(later)
  })
})
