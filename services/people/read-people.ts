/** A file of people, read whole and checked whole: either every row is right, or none is taken. */
import { checkRows, type Row } from './check-rows.ts'
import { columnNames, fields, type Header, readHeader, readRow } from './columns.ts'
import { type CsvRecord, type Encoding, readCsv } from './csv-text.ts'
import type { Person } from './person.ts'
import type { Problem } from './problem.ts'

/** The most rows a file may have: a city of 4,000 with ten years of history. */
export const rowsMax = 50_000

/** The most problems worth telling at once; more are counted only. */
export const problemsMax = 100

/** The rows of a good file, or what is wrong with a bad one (the first `problemsMax`, and how many in all). */
export type PeopleFile =
  | { readonly rows: readonly Person[]; readonly encoding: Encoding }
  | { readonly problems: readonly Problem[]; readonly problemCount: number }

const refused = (problems: readonly Problem[]): PeopleFile => ({
  problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, problemsMax),
  problemCount: problems.length,
})

const readRows = (
  records: readonly CsvRecord[],
  header: Header,
): { rows: Row[]; problems: Problem[] } => {
  const rows: Row[] = []
  const problems: Problem[] = []
  for (const record of records) {
    const read = readRow(record, header)
    if ('person' in read) rows.push({ line: record.line, person: read.person })
    else problems.push(...read.problems)
  }
  return { rows, problems }
}

const countProblem = (count: number): string | undefined => {
  if (count === 0) return '見出しの行だけで、職員の行が1つもありません。'
  if (count > rowsMax) return `行が多すぎます（上限は${rowsMax.toLocaleString('ja-JP')}行です）。`
  return undefined
}

/**
 * Reads a CSV file of people: UTF-8 with or without BOM, or Shift_JIS. Cells that look like spreadsheet
 * formulas are text like any other. Relations between rows are checked once every row can be read, for
 * a row left out would make sound ones look wrong.
 */
export const readPeopleCsv = (bytes: Uint8Array): PeopleFile => {
  const csv = readCsv(bytes)
  if ('problem' in csv) return refused([csv.problem])
  const [first, ...records] = csv.records
  if (first === undefined) return refused([{ message: 'ファイルに何も書かれていません。' }])
  const head = readHeader(first)
  if ('problems' in head) return refused(head.problems)
  const message = countProblem(records.length)
  if (message !== undefined) return refused([{ message }])
  const { rows, problems } = readRows(records, head.header)
  const all = problems.length > 0 ? problems : checkRows(rows, head.header)
  return all.length > 0
    ? refused(all)
    : { rows: rows.map(({ person }) => person), encoding: csv.encoding }
}

const cellText = (value: Person[keyof Person]): string =>
  value === null ? '' : typeof value === 'string' ? value : value.join(';')

// A cell that begins like a formula is given a leading apostrophe, which spreadsheets show as text.
const csvCell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as a CSV file (UTF-8, no BOM, CR LF). `readPeopleCsv` reads them back, but for cells that look like formulas. */
export const toCsv = (rows: readonly Person[]): string =>
  [
    fields.map((field) => columnNames[field]),
    ...rows.map((row) => fields.map((field) => csvCell(cellText(row[field])))),
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('')
