import { type CalendarDate, daysBetween } from '../calendar.ts'
import type { StaffId } from '../ids.ts'
import type { Roster } from './roster.ts'

const daysInYear = 365.25

/** For how many whole years somebody has been in the section of that day, as far back as the roster tells; undefined for nobody. */
export const yearsInSection = (
  roster: Roster,
  staffId: StaffId,
  date: CalendarDate,
): number | undefined => {
  const rows = roster.rows
    .filter((row) => row.staffId === staffId && row.validFrom <= date)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
  const [now] = rows
  if (!now) return undefined
  const elsewhere = rows.findIndex(
    (row) => row.department !== now.department || row.section !== now.section,
  )
  const since = rows.at(elsewhere === -1 ? -1 : elsewhere - 1) ?? now
  return Math.floor(daysBetween(since.validFrom, date) / daysInYear)
}
