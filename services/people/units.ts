import type { CalendarDate } from '../calendar.ts'
import type { Roster } from './roster.ts'

/** The city's units as a person picks one: each department, then its sections (`総務部`, `総務部 職員課`), in the order of the roster. */
export const unitsOf = (roster: Roster, date: CalendarDate): readonly string[] =>
  roster
    .departments(date)
    .flatMap((department) => [
      department,
      ...roster.sections(department, date).map((section) => `${department} ${section}`),
    ])
