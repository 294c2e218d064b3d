/** Bytes of a CSV file as records of text, each with the line it begins on. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Problem } from './problem.ts'

/** The largest file read, in bytes; a city of 4,000 with ten years of history has about 8 MB. */
export const fileBytesMax = 32_000_000

/** One record of the file: the line it begins on, counted from 1, and its cells as they were written. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }

/** The character set a file was read as. */
export type Encoding = 'UTF-8' | 'Shift_JIS'

const decode = (bytes: Uint8Array, label: 'utf-8' | 'shift_jis'): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

type Text = { readonly text: string; readonly encoding: Encoding }

// What is valid UTF-8 is UTF-8: Japanese in Shift_JIS hardly ever is by chance. The platform's shift_jis
// is Microsoft's code page 932, with ①, ㈱, 髙 and 﨑.
const textOf = (bytes: Uint8Array): Text | undefined => {
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8' }
  const shiftJis = decode(bytes, 'shift_jis')
  return shiftJis === undefined ? undefined : { text: shiftJis, encoding: 'Shift_JIS' }
}

const saveAgain = 'Excelなら「CSV UTF-8（コンマ区切り）」で保存し直してください。'

const bytesProblem = (bytes: Uint8Array): Problem | undefined => {
  if (bytes.length === 0) return { message: 'ファイルが空です。' }
  if (bytes.length > fileBytesMax) {
    return { message: `ファイルが大きすぎます（上限は${fileBytesMax / 1_000_000}MBです）。` }
  }
  if (bytes.includes(0)) {
    return { message: `文字ではないデータ（NUL）が入っていて、CSVとして読めません。${saveAgain}` }
  }
  return undefined
}

const quoteProblem = (line: number): Problem => ({
  line,
  message:
    'この行から先の引用符「"」が正しく閉じていません。値に「"」を入れるときは「""」と重ねてください。',
})

type Read = { readonly records: readonly CsvRecord[]; readonly problem?: Problem }

const readRecords = (text: string): Read => {
  const records: CsvRecord[] = []
  let nextLine = 1
  try {
    parse(text, {
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        records.push({ line: nextLine, cells })
        nextLine = lines + 1
        return null
      },
    })
    return { records }
  } catch (error) {
    if (error instanceof CsvError) return { records, problem: quoteProblem(nextLine) }
    throw error
  }
}

/** What a file's bytes hold, or the one thing that keeps them from being read. */
export type CsvText =
  | { readonly records: readonly CsvRecord[]; readonly encoding: Encoding }
  | { readonly problem: Problem }

/** Reads UTF-8 (with or without BOM) and Shift_JIS (code page 932), with any line ends. Blank lines are left out. */
export const readCsv = (bytes: Uint8Array): CsvText => {
  const unreadable = bytesProblem(bytes)
  if (unreadable !== undefined) return { problem: unreadable }
  const decoded = textOf(bytes)
  if (decoded === undefined) {
    return { problem: { message: `文字コードがUTF-8でもShift_JISでもありません。${saveAgain}` } }
  }
  // One kind of line end, for the parser counts a CR LF inside quotes as two lines.
  const { records, problem } = readRecords(decoded.text.replace(/\r\n?/g, '\n'))
  if (problem !== undefined) return { problem }
  const filled = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return { records: filled, encoding: decoded.encoding }
}
