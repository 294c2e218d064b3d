/** Puts the synthetic city and an open self-report window into an embedded store that has none yet. */
import { addDays, calendarDate, fiscalYear, nextOpenDay } from '../../services/calendar.ts'
import { importPeople } from '../../services/people/import-people.ts'
import { openRosterReader } from '../../services/people/roster-store.ts'
import { isOpen, latestWindow, openWindow } from '../../services/self-report/window.ts'
import type { Product } from '../product.ts'
import { generateCity } from './city/generate.ts'

const windowDays = 28

/** Puts the city and a window in place; what is there already stays. */
export const fillStore = async (product: Pick<Product, 'store' | 'clock'>): Promise<void> => {
  const { store, clock } = product
  const today = calendarDate(clock.now())
  const reader = openRosterReader({ store, clock })
  if ((await reader.current()).rowCount === 0) {
    await importPeople({ store, clock, rows: generateCity(), who: 'local-mode' })
  }
  const window = await latestWindow(store, today)
  if (!window || !isOpen(window, today)) {
    const dueOn = nextOpenDay(addDays(today, windowDays))
    await openWindow(store, { fiscalYear: fiscalYear(today), opensOn: today, dueOn })
  }
}
