import type { CalendarDate } from '../../calendar.ts'
import lines from '../data/crisis-lines.json' with { type: 'json' }

/** A telephone line where somebody listens. `hours` is said as the person reads it. */
export type CrisisLine = { readonly name: string; readonly number: string; readonly hours: string }

/**
 * The lines of a care card of this kind, in the order they are shown; none where no life is in danger. Kept as
 * data with the month of their last check (`verifiedOn`); whoever runs the product checks them every quarter.
 */
export const linesFor = (kind: string): readonly CrisisLine[] =>
  lines.lines
    .filter((line) => line.for.includes(kind))
    .map(({ name, number, hours }) => ({ name, number, hours }))

const monthsMax = 3

const monthsOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

/** Whether the numbers were last checked more than a quarter ago: somebody should look at them again. */
export const crisisLinesAreDue = (today: CalendarDate): boolean =>
  monthsOf(today) - monthsOf(lines.verifiedOn) > monthsMax
