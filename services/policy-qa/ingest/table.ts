import { fold, tidy } from './normal.ts'

/** One row of a table as it stands: its cells with markup, and its line. */
export type Row = { cells: string[]; raw: string }

/** A piece of a cell that can be quoted by itself, and the short words standing over it. */
export type Fragment = { text: string; over: string[] }

const cellsOf = (line: string): string[] => {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim())
  if (!line.includes('|')) return [line.trim()]
  const bars = line.replace(/^\s*-?\s*\|/, '').replace(/\|\s*$/, '')
  return bars.split('|').map((cell) => cell.trim())
}

const isRule = (line: string): boolean => /^[\s|\-:]*$/.test(line)

/** The rows of a table. A line without a cell boundary that is no group line goes on the row before it. */
export const readRows = (lines: string[]): Row[] => {
  const rows: Row[] = []
  for (const line of lines.filter((line) => !isRule(line))) {
    const cells = cellsOf(line)
    const before = rows.at(-1)
    const goesOn =
      cells.length === 1 && before !== undefined && !isGroupLine(line) && before.cells.length > 1
    if (!goesOn) {
      rows.push({ cells, raw: line })
      continue
    }
    before.cells.push(`${before.cells.pop() ?? ''} ${cells[0] ?? ''}`)
    before.raw = `${before.raw}\n${line}`
  }
  return rows
}

/** (1)良好な職場環境づくり: a line over the rows that follow it. */
export const isGroupLine = (line: string): boolean => /^\s*[(（]\d+[)）]\S/.test(line)

const marks = (row: Row): number => row.cells.filter((cell) => /^[○◯〇●◎]$/.test(cell)).length

/** A table of circles: who is expected to have what. */
export const isMatrix = (rows: Row[]): boolean => rows.filter((row) => marks(row) > 0).length >= 3

/** Rows under column heads: the first row has an empty corner and heads to the right. */
export const isStaged = (rows: Row[]): boolean => {
  const [head] = rows
  return (
    rows.length > 1 &&
    head !== undefined &&
    head.cells[0] === '' &&
    head.cells.filter((cell) => cell !== '').length >= 2
  )
}

const pieces = (cell: string): string[] =>
  cell
    .split(/<\/?(?:p|li|ul|br)[^>]*>/)
    .flatMap((piece) => piece.split(/(?=[◆❖])|(?<=\S)\s+(?=・)/))
    .map(tidy)
    .filter((piece) => piece !== '' && !/^[↓→↑\s]+$/.test(piece))

const isHead = (piece: string): boolean =>
  /^[◆〈【]/.test(piece)
    ? piece.length <= 24
    : piece.length <= 16 && !/[→。]/.test(piece) && !/^[・◎]/.test(piece)
const isEntry = (piece: string): boolean => /^[・◎]/.test(piece)

/**
 * Cuts a cell where its markup does. Short heads are joined to what follows them and list entries to one
 * another, so that every fragment still stands in the document word for word.
 */
export const fragmentsOf = (cell: string): Fragment[] => {
  const out: Fragment[] = []
  let over: string[] = []
  let open: string[] = []
  const close = (): void => {
    if (open.length > 0) out.push({ text: open.join(' '), over })
    open = []
  }
  for (const piece of pieces(cell)) {
    const headed = open.length === 1 && isHead(open[0] ?? '')
    if (isHead(piece)) {
      close()
      over = [piece.replace(/[◆〈〉【】]/g, '')]
    } else if (!isEntry(piece) && !headed) {
      close()
      over = []
    }
    open.push(piece)
  }
  close()
  return out
}

/** A fragment that is nothing but a head: a box of a diagram. */
export const isBare = (text: string): boolean =>
  (isHead(text) && !/\s[・◎]/.test(text)) || /^[^\s、。]{2,12} or [^\s、。]{2,12}$/.test(text)

/** The head row of a matrix: the one with the most filled cells before the first circle. */
export const matrixHeads = (rows: Row[]): string[] => {
  const first = rows.findIndex((row) => marks(row) > 0)
  const filled = (row: Row): number => row.cells.filter((cell) => cell !== '').length
  const heads = rows.slice(0, first).sort((one, two) => filled(two) - filled(one))
  return heads[0]?.cells ?? []
}

/** 主査 技査 are two names, 技能 労務職 is one broken by a line end: the text itself tells which. */
export const namesIn = (head: string, text: string): string[] => {
  const parts = head.split(/[\s・／/]+/).filter((part) => part !== '')
  const joined = fold(head)
  return parts.length > 1 && !head.includes('・') && text.includes(joined) ? [joined] : parts
}
