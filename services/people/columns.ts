/** The columns of a file of people, and how a record of text becomes a row of the roster. */

import type { CsvRecord } from './csv-text.ts'
import { type Person, personSchema } from './person.ts'
import { type Column, type Problem, quoted } from './problem.ts'

/** Each field of a row and its column, in the order the columns are documented. */
export const columnNames = {
  staffId: 'staff_id',
  name: 'name',
  kana: 'kana',
  email: 'email',
  authority: 'authority',
  department: 'department',
  section: 'section',
  subsection: 'subsection',
  position: 'position',
  status: 'status',
  primaryEvaluator: 'primary_evaluator',
  secondaryEvaluator: 'secondary_evaluator',
  roles: 'roles',
  aadObjectId: 'aad_object_id',
  slackUserId: 'slack_user_id',
  validFrom: 'valid_from',
} as const satisfies Record<keyof Person, string>

/** A field of a row. */
export type Field = keyof typeof columnNames

/** Every field, in the order of the columns. */
export const fields: readonly Field[] = Object.keys(columnNames).filter(
  (key): key is Field => key in columnNames,
)

/** Where each field stands in the file at hand, counted from 0. */
export type Header = ReadonlyMap<Field, number>

const fieldOf = (name: string): Field | undefined =>
  fields.find((field) => columnNames[field] === name)

const headerNames = (cells: readonly string[]): string[] => {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const last = names.findLastIndex((name) => name !== '')
  return names.slice(0, last + 1)
}

const strangerProblem = (names: readonly string[], name: string, index: number): Problem[] => {
  const column = { name: name === '' ? '（名前なし）' : quoted(name), number: index + 1 }
  if (fieldOf(name) === undefined) {
    return [
      { line: 1, column, message: 'この名前の列は使いません。列を消すか、名前を直してください。' },
    ]
  }
  return names.indexOf(name) === index
    ? []
    : [{ line: 1, column, message: '同じ名前の列が2つあります。' }]
}

/** The header, or what is wrong with it: columns may stand in any order, but all must be there, and no other. */
export const readHeader = (record: CsvRecord): { header: Header } | { problems: Problem[] } => {
  const names = headerNames(record.cells)
  if (names.length === 1) {
    const message =
      '見出しの行が「,」で区切られていません。コンマ区切りのCSVで保存し直してください。'
    return { problems: [{ line: record.line, message }] }
  }
  const missing = fields.filter((field) => !names.includes(columnNames[field]))
  const problems = [
    ...missing.map((field) => ({
      line: record.line,
      message: `${columnNames[field]}列がありません。`,
    })),
    ...names.flatMap((name, index) => strangerProblem(names, name, index)),
  ]
  if (problems.length > 0) return { problems }
  return { header: new Map(fields.map((field) => [field, names.indexOf(columnNames[field])])) }
}

const orNull = (value: string): string | null => (value === '' ? null : value)

// `dispatched_out` is meant as `dispatchedOut`.
const camelCase = (value: string): string =>
  value.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const list = (value: string): string[] => [
  ...new Set(
    value
      .split(';')
      .map((role) => role.trim())
      .filter((role) => role !== ''),
  ),
]

// Spreadsheets rewrite 2026-04-01 as 2026/4/1 when they save.
const isoDate = (value: string): string =>
  /^\d{4}\/\d{1,2}\/\d{1,2}$/.test(value)
    ? value
        .split('/')
        .map((part) => part.padStart(2, '0'))
        .join('-')
    : value

const asText = (value: string): string => value

const readers: Readonly<Partial<Record<Field, (value: string) => unknown>>> = {
  email: orNull,
  primaryEvaluator: orNull,
  secondaryEvaluator: orNull,
  aadObjectId: (value) => orNull(value.toLowerCase()),
  slackUserId: orNull,
  status: camelCase,
  roles: list,
  validFrom: isoDate,
}

// A line break inside a cell is read as a space: names of units are often broken to fit a column.
const cellOf = (record: CsvRecord, index: number | undefined): string =>
  (record.cells[index ?? -1] ?? '').replace(/[\r\n\t]+/g, ' ').trim()

/** The column a field stands in, for a problem to name. */
export const columnOf = (header: Header, field: Field): Column => ({
  name: columnNames[field],
  number: (header.get(field) ?? 0) + 1,
})

const widthProblem = ({ line, cells }: CsvRecord, width: number): Problem[] => {
  const isWide = cells.slice(width).some((cell) => cell.trim() !== '')
  if (!isWide && cells.length >= width) return []
  const message = `列の数が合いません（${width}列のはずが${cells.length}列です）。「,」や「"」の書き方を確かめてください。`
  return [{ line, message }]
}

/** A record as a row of the roster, or everything that is wrong with it. */
export const readRow = (
  record: CsvRecord,
  header: Header,
): { person: Person } | { problems: Problem[] } => {
  const problems = widthProblem(record, header.size)
  if (problems.length > 0) return { problems }
  const cells = new Map(fields.map((field) => [field, cellOf(record, header.get(field))]))
  const raw = fields.map((field) => [field, (readers[field] ?? asText)(cells.get(field) ?? '')])
  const parsed = personSchema.safeParse(Object.fromEntries(raw))
  if (parsed.success) return { person: parsed.data }
  return {
    problems: parsed.error.issues.map((issue) => {
      const field = fields.find((name) => name === issue.path[0]) ?? 'staffId'
      const cell = cells.get(field) ?? ''
      const message =
        cell === '' ? '何か書いてください。' : `${quoted(cell)}は使えません。${issue.message}`
      return { line: record.line, column: columnOf(header, field), message }
    }),
  }
}
