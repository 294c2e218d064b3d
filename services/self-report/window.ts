/** When self-reports are taken: one window a fiscal year, opened by the personnel division. */
import { z } from 'zod'
import { calendarDateSchema } from '../calendar.ts'
import type { Clock, EpochMs } from '../clock.ts'
import { commit } from '../store/commit.ts'
import type { Key, Store, Stored } from '../store/store.ts'

/** A window: from the start of `opensOn` to the end of `dueOn`, both ISO dates in Asia/Tokyo. */
export const windowSchema = z.strictObject({
  fiscalYear: z.number().int(),
  opensOn: calendarDateSchema,
  dueOn: calendarDateSchema,
})

/** A window in which self-reports are taken. */
export type SelfReportWindow = z.output<typeof windowSchema>

const partition = 'self-report'

/** Opens a window, or moves one that is there already. */
export const openWindow = async (store: Store, window: SelfReportWindow): Promise<void> => {
  const key = { container: 'windows', partition, id: String(window.fiscalYear) } as const
  await commit(store, { key, parser: windowSchema }, () => ({ put: window, result: undefined }))
}

const findLatest = async (
  store: Store,
  today: string,
): Promise<Stored<SelfReportWindow> | undefined> => {
  const found = await store.query(
    {
      container: 'windows',
      partition,
      where: [{ field: 'opensOn', is: '<=', value: today }],
      orderBy: { field: 'opensOn', descending: true },
      limit: 1,
    },
    windowSchema,
  )
  return found.items[0]
}

/** The window last opened by `today`, be it over or not; undefined where none was. */
export const latestWindow = async (
  store: Store,
  today: string,
): Promise<SelfReportWindow | undefined> => (await findLatest(store, today))?.body

type Known = { readonly key: Key; readonly today: string; readonly at: EpochMs }

// Another year's window may go unnoticed for so long.
const searchAgainAfterMs: EpochMs = 5_000

/**
 * `latestWindow` for a running server, which every turn asks: which window it is is searched for every
 * five seconds, what it says is read each time, so that a window moved is seen at once.
 */
export const windowReader = (
  store: Store,
  clock: Clock,
): ((today: string) => Promise<SelfReportWindow | undefined>) => {
  let known: Known | undefined
  const readKnown = async (today: string, now: EpochMs): Promise<SelfReportWindow | undefined> => {
    if (known?.today !== today) return undefined
    const age = now - known.at
    if (age < 0 || age >= searchAgainAfterMs) return undefined
    const window = (await store.load(known.key, windowSchema))?.body
    return window && window.opensOn <= today ? window : undefined
  }
  return async (today) => {
    const now = clock.now()
    const same = await readKnown(today, now)
    if (same) return same
    const found = await findLatest(store, today)
    known = found && { key: found.key, today, at: now }
    return found?.body
  }
}

/** True from the first to the last day of the window. */
export const isOpen = (window: SelfReportWindow, today: string): boolean =>
  window.opensOn <= today && today <= window.dueOn
