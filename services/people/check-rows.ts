/** What can only be seen from all rows of a file together: doubles, unknown evaluators, evaluators in a circle. */
import type { CalendarDate } from '../calendar.ts'
import { columnOf, type Field, type Header } from './columns.ts'
import type { Person } from './person.ts'
import { type Problem, quoted } from './problem.ts'
import { type Roster, rosterOf } from './roster.ts'

/** A row, and the line of the file it begins on. */
export type Row = { readonly line: number; readonly person: Person }

const problemAt = (row: Row, column: Problem['column'], message: string): Problem => ({
  line: row.line,
  message,
  ...(column === undefined ? {} : { column }),
})

const sameDayProblems = (rows: readonly Row[], header: Header): Problem[] => {
  const first = new Map<string, Row>()
  return rows.flatMap((row) => {
    const { staffId, validFrom } = row.person
    const earlier = first.get(`${staffId} ${validFrom}`)
    if (earlier === undefined) {
      first.set(`${staffId} ${validFrom}`, row)
      return []
    }
    const message = `${staffId}の${validFrom}からの行が、${earlier.line}行目にもあります。どちらか1つにしてください。`
    return [problemAt(row, columnOf(header, 'validFrom'), message)]
  })
}

const addresses = {
  email: 'メールアドレス',
  aadObjectId: 'Entra IDのオブジェクトID',
  slackUserId: 'SlackのユーザーID',
} as const satisfies Partial<Record<Field, string>>

const holds = (person: Person | undefined, field: keyof typeof addresses, key: string): boolean =>
  person?.[field]?.toLowerCase() === key

/** Rows by what they hold in that field, where more than one person ever held it. */
const sharedBy = (rows: readonly Row[], field: keyof typeof addresses): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.person[field]?.toLowerCase()
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  for (const [key, group] of groups) {
    if (new Set(group.map(({ person }) => person.staffId)).size < 2) groups.delete(key)
  }
  return groups
}

/** An address may be handed on when its owner has left; on any one day it is one person's. */
const sharedProblems = (
  rows: readonly Row[],
  header: Header,
  field: keyof typeof addresses,
): Problem[] => {
  const shared = sharedBy(rows, field)
  if (shared.size === 0) return []
  const roster = rosterOf(rows.map(({ person }) => person))
  return [...shared].flatMap(([key, group]) =>
    group.flatMap((row, at) => {
      const owner = group.slice(0, at).find((earlier) => {
        const { staffId } = earlier.person
        if (staffId === row.person.staffId) return false
        const days = group.map(({ person }) => person.validFrom)
        return days.some((day) =>
          [staffId, row.person.staffId].every((id) => holds(roster.byStaffId(id, day), field, key)),
        )
      })
      if (owner === undefined) return []
      const message = `この${addresses[field]}は、${owner.line}行目の${owner.person.staffId}も使っています。1人に1つにしてください。`
      return [problemAt(row, columnOf(header, field), message)]
    }),
  )
}

const evaluatorFields = ['primaryEvaluator', 'secondaryEvaluator'] as const

const evaluatorProblems = (rows: readonly Row[], header: Header): Problem[] => {
  const known = new Set(rows.map(({ person }) => person.staffId))
  return rows.flatMap((row) =>
    evaluatorFields.flatMap((field) => {
      const evaluator = row.person[field]
      const column = columnOf(header, field)
      if (evaluator === null) return []
      if (evaluator === row.person.staffId) {
        return [problemAt(row, column, '本人が本人の評価者になっています。')]
      }
      if (known.has(evaluator)) return []
      const message = `${quoted(evaluator)}という職員番号の人は、このファイルにいません。`
      return [problemAt(row, column, message)]
    }),
  )
}

// Circles are looked for on the days on which something changes; of a long history, on the latest.
const circleDaysMax = 36

type Graph = ReadonlyMap<string, readonly string[]>

const graphOn = (roster: Roster, date: CalendarDate): Graph =>
  new Map(
    roster.all(date).map((person) => [
      person.staffId,
      evaluatorFields.flatMap((field) => {
        const evaluator = person[field]
        return evaluator === null || evaluator === person.staffId ? [] : [evaluator]
      }),
    ]),
  )

// Takes away, again and again, whoever has no evaluator left: what stays leads into circles.
const withoutEnds = (graph: Graph): Graph => {
  const evaluated = new Map<string, string[]>()
  const open = new Map<string, number>()
  for (const [id, evaluators] of graph) {
    const inGraph = evaluators.filter((evaluator) => graph.has(evaluator))
    open.set(id, inGraph.length)
    for (const evaluator of inGraph) {
      const group = evaluated.get(evaluator)
      if (group === undefined) evaluated.set(evaluator, [id])
      else group.push(id)
    }
  }
  const ends = [...graph.keys()].filter((id) => open.get(id) === 0)
  for (const end of ends) {
    for (const id of evaluated.get(end) ?? []) {
      const left = (open.get(id) ?? 0) - 1
      open.set(id, left)
      if (left === 0) ends.push(id)
    }
  }
  const gone = new Set(ends)
  return new Map([...graph].filter(([id]) => !gone.has(id)))
}

/** The circles of a graph: of those that share somebody, one. */
const circlesOf = (graph: Graph): string[][] => {
  const left = withoutEnds(graph)
  const seen = new Set<string>()
  return [...left.keys()].flatMap((start) => {
    const path: string[] = []
    let id: string | undefined = start
    while (id !== undefined && !seen.has(id)) {
      seen.add(id)
      path.push(id)
      id = left.get(id)?.find((evaluator) => left.has(evaluator))
    }
    const from = id === undefined ? -1 : path.indexOf(id)
    return from === -1 ? [] : [path.slice(from)]
  })
}

const circleText = (circle: readonly string[]): string => {
  const shown = circle.length > 6 ? [...circle.slice(0, 6), '…'] : circle
  return [...shown, circle[0]].join('→')
}

const circleProblems = (rows: readonly Row[], header: Header): Problem[] => {
  const roster = rosterOf(rows.map(({ person }) => person))
  const days = [...new Set(rows.map(({ person }) => person.validFrom))].toSorted()
  const found = new Map<string, Problem>()
  for (const day of days.slice(-circleDaysMax)) {
    for (const circle of circlesOf(graphOn(roster, day))) {
      const key = circle.toSorted().join()
      const row = rows.find(({ person }) => person.staffId === circle[0])
      if (found.has(key) || row === undefined) continue
      const message = `評価者が輪になっています（${day}時点、${circleText(circle)}）。`
      found.set(key, problemAt(row, columnOf(header, 'primaryEvaluator'), message))
    }
  }
  return [...found.values()]
}

/** Everything that is wrong between the rows of one file. */
export const checkRows = (rows: readonly Row[], header: Header): Problem[] => [
  ...sameDayProblems(rows, header),
  ...sharedProblems(rows, header, 'email'),
  ...sharedProblems(rows, header, 'aadObjectId'),
  ...sharedProblems(rows, header, 'slackUserId'),
  ...evaluatorProblems(rows, header),
  ...circleProblems(rows, header),
]
