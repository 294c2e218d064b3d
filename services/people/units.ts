import type { CalendarDate } from '../calendar.ts'
import type { Roster } from './roster.ts'

type Known = { readonly date: CalendarDate; readonly units: readonly string[] }

/** The last day's units of each roster: every turn asks for them, and they change with the roster alone. */
const known = new WeakMap<Roster, Known>()

/** The city's units as a person picks one: each department, then its sections (`総務部`, `総務部 職員課`), in the order of the roster. */
export const unitsOf = (roster: Roster, date: CalendarDate): readonly string[] => {
  const last = known.get(roster)
  if (last?.date === date) return last.units
  const units = roster
    .departments(date)
    .flatMap((department) => [
      department,
      ...roster.sections(department, date).map((section) => `${department} ${section}`),
    ])
  known.set(roster, { date, units })
  return units
}
