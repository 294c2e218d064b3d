/** Pieces of print with their places on a page, as lines of text. Pure. */

/** A piece of print: points from the left and from the bottom of its page. */
export type Piece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Cell = { readonly text: string; readonly x: number; readonly right: number }

type Line = {
  readonly cells: readonly Cell[]
  readonly text: string
  readonly y: number
  readonly right: number
  readonly height: number
}

/** From this gap on (in letter heights) two pieces of a line are two cells of a row. */
const cellGap = 1.5
/** From this gap on (in letter heights) a line begins a new paragraph. */
const paragraphGap = 1.2
/** A line that ends this near to the right edge goes on in the next one. */
const fullShare = 0.93
/** Cells that begin this near to each other (in letter heights) stand in one column. */
const columnShare = 1.5

/** Signs of radicals that some fonts give back for the letters they look like. */
const radicals: Readonly<Record<string, string>> = {
  '⻑': '長',
  '⻄': '西',
  '⻘': '青',
  '⻝': '食',
  '⻩': '黄',
  '⻫': '斉',
  '⻭': '歯',
  '⻯': '竜',
  '⻲': '亀',
}

const lettersOf = (text: string): string =>
  text.replace(/[\u2E80-\u2FDF]/g, (sign) => radicals[sign] ?? sign.normalize('NFKC'))

const isBlank = (text: string): boolean => text.trim() === ''

/** The cells of one line, from its pieces from left to right. */
const cellsOf = (pieces: readonly Piece[]): Cell[] => {
  const cells: Cell[] = []
  let spaced = false
  for (const piece of pieces.toSorted((one, two) => one.x - two.x)) {
    if (isBlank(piece.text)) {
      spaced = true
      continue
    }
    const right = piece.x + piece.width
    const text = lettersOf(piece.text)
    const last = cells.at(-1)
    const gap = last ? (piece.x - last.right) / (piece.height || 1) : 0
    if (!last || gap > cellGap) cells.push({ text, x: piece.x, right })
    else
      cells[cells.length - 1] = { ...last, text: `${last.text}${spaced ? ' ' : ''}${text}`, right }
    spaced = false
  }
  return cells.map((cell) => ({ ...cell, text: cell.text.trim() }))
}

const lineOf = (pieces: readonly Piece[]): Line => {
  const cells = cellsOf(pieces)
  return {
    cells,
    text: cells.map(({ text }) => text).join('\t'),
    y: pieces[0]?.y ?? 0,
    right: Math.max(...cells.map(({ right }) => right)),
    height: Math.max(...pieces.map(({ height }) => height)),
  }
}

const linesOf = (pieces: readonly Piece[]): Line[] => {
  const rows: Piece[][] = []
  for (const piece of pieces.toSorted((one, two) => two.y - one.y)) {
    const row = rows.at(-1)
    const near = row?.[0] && Math.abs(row[0].y - piece.y) < Math.max(piece.height, 1) * 0.5
    if (row && near) row.push(piece)
    else rows.push([piece])
  }
  return rows.filter((row) => row.some(({ text }) => !isBlank(text))).map(lineOf)
}

const columnsOf = (lines: readonly Line[]): number[] => {
  const columns: number[] = []
  for (const line of lines) {
    for (const { x } of line.cells) {
      const known = columns.some((column) => Math.abs(column - x) < line.height * columnShare)
      if (!known) columns.push(x)
    }
  }
  return columns.toSorted((one, two) => one - two)
}

/** A row with its empty cells, as the rows around it show that there are some. */
const inColumns = (line: Line, columns: readonly number[]): Line => {
  const places = columns.map((column) =>
    line.cells.find(({ x }) => Math.abs(column - x) < line.height * columnShare),
  )
  const all = places.filter((cell) => cell !== undefined).length === line.cells.length
  return all ? { ...line, text: places.map((cell) => cell?.text ?? '').join('\t') } : line
}

const isRow = (line: Line | undefined): boolean => (line?.cells.length ?? 0) > 1

const isClose = (one: Line, two: Line): boolean =>
  (one.y - two.y) / Math.max(one.height, two.height, 1) - 1 <= paragraphGap

/** Puts empty cells back into the rows of tables: a run of close lines that begins with a row. */
const withColumns = (lines: readonly Line[]): Line[] => {
  const done: Line[] = []
  let run: Line[] = []
  const end = (): void => {
    const columns = columnsOf(run)
    done.push(...(run.length > 1 ? run.map((line) => inColumns(line, columns)) : run))
    run = []
  }
  for (const line of lines) {
    const before = run.at(-1)
    if (before && !isClose(before, line)) end()
    if (run.length > 0 || isRow(line)) run.push(line)
    else done.push(line)
  }
  end()
  return done
}

const pageNumber = /^[-–—ー\s]*\d{1,4}[-–—ー\s]*$/

/** What stands at the same end of most pages belongs to the page, not to the text. */
const runningHeads = (pages: readonly (readonly Line[])[]): ReadonlySet<string> => {
  const seen = new Map<string, number>()
  for (const lines of pages) {
    const ends = new Set([lines[0]?.text ?? '', lines.at(-1)?.text ?? ''])
    for (const text of ends) seen.set(text, (seen.get(text) ?? 0) + 1)
  }
  const often = [...seen].filter(([, count]) => count >= 2 && count > pages.length / 2)
  return new Set(often.map(([text]) => text))
}

const closed = /[。．.」）)】]$/

const pageText = (lines: readonly Line[], edge: number): string => {
  let text = ''
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    text += before ? between(before, line, edge) : ''
    text += line.text
  }
  return text
}

const between = (before: Line, line: Line, edge: number): string => {
  if (!isClose(before, line)) return '\n\n'
  const row = before.text.includes('\t') || line.text.includes('\t')
  const goesOn = before.right >= edge * fullShare && !closed.test(before.text)
  return goesOn && !row ? '' : '\n'
}

/** The text of some pages, without page numbers and running heads. */
export const textOfPages = (pages: readonly (readonly Piece[])[]): string => {
  const read = pages.map(linesOf)
  const heads = runningHeads(read)
  const kept = read.map((lines) =>
    withColumns(lines.filter(({ text }) => !heads.has(text) && !pageNumber.test(text))),
  )
  const edge = Math.max(0, ...kept.flat().map(({ right }) => right))
  return kept.map((lines) => pageText(lines, edge)).join('\n\n')
}
