/** Who is who on a given day: the effective-dated rows of all staff, indexed. Pure; nothing here is loaded or saved. */
import type { CalendarDate } from '../calendar.ts'
import type { StaffId } from '../ids.ts'
import type { Person, Role } from './person.ts'
import { isEmployed } from './person.ts'

// A part of the city: a department, one of its sections, or a subsection of that.
type Unit = {
  readonly department: string
  readonly section?: string
  readonly subsection?: string
}

// Undefined where nobody is named, or who is named isn't on the staff that day.
type Evaluators = {
  readonly primary: Person | undefined
  readonly secondary: Person | undefined
}

type Evaluatees = {
  readonly primary: readonly Person[]
  readonly secondary: readonly Person[]
}

/**
 * The roster. Of a person's rows the one with the latest `validFrom` up to the day asked about holds.
 * Before the first row, and once the status is `left` or `retired`, nobody is found.
 */
export type Roster = {
  /** How many rows there are, of all days. */
  readonly rowCount: number
  /** Every row of every day, in the order given. */
  readonly rows: readonly Person[]
  byStaffId(id: StaffId, date: CalendarDate): Person | undefined
  byAadObjectId(id: string, date: CalendarDate): Person | undefined
  bySlackUserId(id: string, date: CalendarDate): Person | undefined
  /** Upper and lower case are the same. */
  byEmail(email: string, date: CalendarDate): Person | undefined
  /** The row that holds that day whatever its status: for the name of somebody who has left. */
  recordOf(id: StaffId, date: CalendarDate): Person | undefined
  /** Everybody on the staff that day, in the order of the roster. */
  all(date: CalendarDate): readonly Person[]
  withRole(role: Role, date: CalendarDate): readonly Person[]
  membersOf(unit: Unit, date: CalendarDate): readonly Person[]
  /** The departments that have somebody that day, in the order of the roster. */
  departments(date: CalendarDate): readonly string[]
  sections(department: string, date: CalendarDate): readonly string[]
  /** The two who evaluate somebody that day. */
  evaluatorsOf(id: StaffId, date: CalendarDate): Evaluators
  /** Whom this person evaluates first, and whom second. */
  evaluateesOf(id: StaffId, date: CalendarDate): Evaluatees
}

// Days somebody asks about cluster (today, a due date); a few are remembered whole.
const daysRememberedMax = 8

type Day = {
  readonly people: readonly Person[]
  readonly members: () => ReadonlyMap<string, readonly Person[]>
  readonly sections: () => ReadonlyMap<string, readonly string[]>
  readonly primary: () => ReadonlyMap<string, readonly Person[]>
  readonly secondary: () => ReadonlyMap<string, readonly Person[]>
}

/** An index is made when it is first asked for: a start needs few of them. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const groupBy = <T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  }
  return groups
}

const orNone = (id: string | null | undefined): readonly string[] => (id ? [id] : [])

const unitKey = ({ department, section = '', subsection = '' }: Unit): string =>
  JSON.stringify([department, section, subsection])

// A set: somebody without a section is a member of the department alone, and is listed once.
const unitsOf = ({ department, section, subsection }: Person): readonly string[] => [
  ...new Set([
    unitKey({ department }),
    unitKey({ department, section }),
    unitKey({ department, section, subsection }),
  ]),
]

const sectionNames = (people: readonly Person[]): readonly string[] => [
  ...new Set(people.map((person) => person.section).filter((section) => section !== '')),
]

const sectionsOf = (people: readonly Person[]): ReadonlyMap<string, readonly string[]> => {
  const byDepartment = groupBy(people, (person) => [person.department])
  return new Map([...byDepartment].map(([name, members]) => [name, sectionNames(members)]))
}

const dayOf = (people: readonly Person[]): Day => ({
  people,
  members: once(() => groupBy(people, unitsOf)),
  sections: once(() => sectionsOf(people)),
  primary: once(() => groupBy(people, (person) => orNone(person.primaryEvaluator))),
  secondary: once(() => groupBy(people, (person) => orNone(person.secondaryEvaluator))),
})

const earliestFirst = (a: Person, b: Person): number =>
  a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0

const historiesOf = (rows: readonly Person[]): ReadonlyMap<string, readonly Person[]> =>
  new Map(
    [...groupBy(rows, (row) => [row.staffId])].map(([id, history]) => [
      id,
      history.toSorted(earliestFirst),
    ]),
  )

const heldOn = (history: readonly Person[], date: CalendarDate): Person | undefined =>
  history.findLast((row) => row.validFrom <= date)

const employed = (person: Person | undefined): Person | undefined =>
  person !== undefined && isEmployed(person) ? person : undefined

const remembering = (make: (date: CalendarDate) => Day): ((date: CalendarDate) => Day) => {
  const days = new Map<CalendarDate, Day>()
  return (date) => {
    const known = days.get(date)
    if (known !== undefined) return known
    const day = make(date)
    const [oldest] = days.keys()
    if (days.size >= daysRememberedMax && oldest !== undefined) days.delete(oldest)
    days.set(date, day)
    return day
  }
}

type ById = (id: StaffId, date: CalendarDate) => Person | undefined
type ByAddress = (address: string, date: CalendarDate) => Person | undefined

// An address may pass from one person to another: whoever holds it on the day asked about is meant.
const byAddress = (
  rows: readonly Person[],
  byStaffId: ById,
  addressOf: (row: Person) => string | null,
): ByAddress => {
  const keyOf = (row: Person): string | undefined => addressOf(row)?.toLowerCase()
  const owners = once(() => groupBy(rows, (row) => orNone(keyOf(row))))
  return (address, date) => {
    const key = address.toLowerCase()
    return owners()
      .get(key)
      ?.map((owner) => byStaffId(owner.staffId, date))
      .find((person) => person !== undefined && keyOf(person) === key)
  }
}

const evaluatorsIn = (person: Person | undefined, find: (id: StaffId) => Person | undefined) => {
  const of = (id: StaffId | null | undefined): Person | undefined => (id ? find(id) : undefined)
  return { primary: of(person?.primaryEvaluator), secondary: of(person?.secondaryEvaluator) }
}

/** Indexes rows as a roster. Two rows of one person and one day are a fault of the caller: the later one wins. */
export const rosterOf = (rows: readonly Person[]): Roster => {
  const histories = historiesOf(rows)
  const recordOf: ById = (id, date) => heldOn(histories.get(id) ?? [], date)
  const byStaffId: ById = (id, date) => employed(recordOf(id, date))
  const dayFor = remembering((date) =>
    dayOf([...histories.values()].flatMap((history) => employed(heldOn(history, date)) ?? [])),
  )
  return {
    rowCount: rows.length,
    rows,
    byStaffId,
    recordOf,
    byAadObjectId: byAddress(rows, byStaffId, (row) => row.aadObjectId),
    bySlackUserId: byAddress(rows, byStaffId, (row) => row.slackUserId),
    byEmail: byAddress(rows, byStaffId, (row) => row.email),
    all: (date) => dayFor(date).people,
    withRole: (role, date) => dayFor(date).people.filter((person) => person.roles.includes(role)),
    membersOf: (unit, date) => dayFor(date).members().get(unitKey(unit)) ?? [],
    departments: (date) => [...dayFor(date).sections().keys()],
    sections: (department, date) => dayFor(date).sections().get(department) ?? [],
    evaluatorsOf: (id, date) => evaluatorsIn(byStaffId(id, date), (who) => byStaffId(who, date)),
    evaluateesOf: (id, date) => ({
      primary: dayFor(date).primary().get(id) ?? [],
      secondary: dayFor(date).secondary().get(id) ?? [],
    }),
  }
}
