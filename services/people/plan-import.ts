/** What an import would change, before anything is written. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { CalendarDate } from '../calendar.ts'
import type { StaffId } from '../ids.ts'
import { columnNames, fields } from './columns.ts'
import type { Person } from './person.ts'
import type { Roster } from './roster.ts'

// One field before and after, by the name of its column.
type FieldChange = { readonly column: string; readonly from: string; readonly to: string }

/** What is different for somebody from a day on. */
export type RowChange = {
  readonly staffId: StaffId
  readonly name: string
  readonly validFrom: CalendarDate
  readonly fields: readonly FieldChange[]
}

/**
 * The difference between the roster and a file. The file is the whole roster: who isn't in it is gone.
 * What was true of somebody before that person's first row in the file stays: it is history.
 */
export type ImportPlan = {
  /** The roster as it would be: the rows of the file, and the history kept before them. */
  readonly rows: readonly Person[]
  readonly added: readonly Person[]
  readonly gone: readonly Person[]
  readonly changed: readonly RowChange[]
  /** How many people stay as they are. */
  readonly unchangedCount: number
}

const shown = (value: Person[keyof Person]): string =>
  value === null ? '' : typeof value === 'string' ? value : value.join(';')

const fieldChanges = (before: Person, after: Person): FieldChange[] =>
  fields
    .filter((field) => field !== 'validFrom' && !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({
      column: columnNames[field],
      from: shown(before[field]),
      to: shown(after[field]),
    }))

const rowChanges = (row: Person, history: readonly Person[]): RowChange[] => {
  const held = history.findLast(({ validFrom }) => validFrom <= row.validFrom)
  const before = held ?? history[0]
  if (before === undefined) return []
  const { staffId, name, validFrom } = row
  const earlier =
    held === undefined ? [{ column: 'valid_from', from: before.validFrom, to: validFrom }] : []
  const changes = [...earlier, ...fieldChanges(before, row)]
  return changes.length === 0 ? [] : [{ staffId, name, validFrom, fields: changes }]
}

const byStaffId = (rows: readonly Person[]): ReadonlyMap<StaffId, readonly Person[]> =>
  new Map(
    [...Map.groupBy(rows, (row) => row.staffId)].map(([id, group]) => [
      id,
      group.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    ]),
  )

// Rows the file no longer has, on or after its first: what they said is taken back.
const takenBack = (rows: readonly Person[], history: readonly Person[]): RowChange[] => {
  const days = new Set(rows.map(({ validFrom }) => validFrom))
  const [first] = rows
  return history
    .filter(({ validFrom }) => first !== undefined && validFrom > first.validFrom)
    .filter(({ validFrom }) => !days.has(validFrom))
    .flatMap((row) => {
      const instead = rows.findLast(({ validFrom }) => validFrom <= row.validFrom)
      const changes = instead === undefined ? [] : fieldChanges(row, instead)
      const { staffId, name, validFrom } = row
      return changes.length === 0 ? [] : [{ staffId, name, validFrom, fields: changes }]
    })
}

/** Compares a file's rows with the roster there is (undefined: none yet). */
export const planImport = (current: Roster | undefined, rows: readonly Person[]): ImportPlan => {
  const before = byStaffId(current?.rows ?? [])
  const after = byStaffId(rows)
  const kept = [...after].flatMap(([id, own]) => {
    const first = own[0]
    return (before.get(id) ?? []).filter(
      (row) => first !== undefined && row.validFrom < first.validFrom,
    )
  })
  const changed = [...after].flatMap(([id, own]) => {
    const history = before.get(id) ?? []
    return [...own.flatMap((row) => rowChanges(row, history)), ...takenBack(own, history)]
  })
  const added = [...after].flatMap(([id, own]) => (before.has(id) ? [] : own.slice(0, 1)))
  const gone = [...before].flatMap(([id, own]) => (after.has(id) ? [] : own.slice(-1)))
  const changedCount = new Set(changed.map(({ staffId }) => staffId)).size
  return {
    rows: [...rows, ...kept],
    added,
    gone,
    changed,
    unchangedCount: after.size - added.length - changedCount,
  }
}
