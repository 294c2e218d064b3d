import { flagOf, type JsonObject, listOf, objectOf, textOf, wordOf } from '../adaptive-card.ts'
import type { Block, TableBlock } from './blocks.ts'
import type { Draft } from './draft.ts'
import { limits } from './limits.ts'
import { bare, type Run, readMarkdown, seenText } from './markdown.ts'
import { richText, textBlocks } from './text.ts'
import { fieldBlocks, named, richRuns } from './text-elements.ts'

type Cell = { runs: Run[] | undefined; node: JsonObject; path: string }

const itemRuns = (draft: Draft, node: JsonObject, path: string): Run[] | undefined => {
  if (objectOf(node, 'selectAction')) return undefined
  if (flagOf(node, 'isVisible') === false && !draft.toggled.has(textOf(node, 'id'))) return []
  switch (wordOf(node, 'type')) {
    case 'textblock': {
      const bold = wordOf(node, 'weight') === 'bolder'
      return readMarkdown(textOf(node, 'text').trim(), bold ? { bold: true } : {}, draft.lang)
    }
    case 'richtextblock':
      return richRuns(draft, node, path)
    default:
      return undefined
  }
}

const cellRuns = (draft: Draft, node: JsonObject, path: string): Run[] | undefined => {
  if (objectOf(node, 'selectAction')) return undefined
  const parts = listOf(node, 'items').map((item, index) =>
    itemRuns(draft, item, `${path}.items[${index}]`),
  )
  if (parts.includes(undefined)) return undefined
  return parts
    .map((part) => part ?? [])
    .filter((part) => seenText(part).trim() !== '')
    .flatMap((part, index) => (index > 0 ? [bare('\n'), ...part] : part))
}

const rowCells = (draft: Draft, row: JsonObject, path: string): Cell[] =>
  listOf(row, 'cells').map((node, index) => {
    const here = `${path}.cells[${index}]`
    return { node, path: here, runs: cellRuns(draft, node, here) }
  })

const bold = (runs: readonly Run[]): Run[] =>
  runs.map((run) => ({ ...run, style: { ...run.style, bold: true } }))

const hasHeads = (node: JsonObject): boolean => flagOf(node, 'firstRowAsHeaders') !== false

const widthOf = (rows: readonly Cell[][]): number => Math.max(0, ...rows.map((row) => row.length))

const aligned = (node: JsonObject): NonNullable<TableBlock['column_settings']> =>
  listOf(node, 'columns')
    .slice(0, limits.tableColumnsMax)
    .map((column) => {
      const align = wordOf(column, 'horizontalCellContentAlignment')
      return {
        is_wrapped: true,
        ...(align === 'center' || align === 'right' ? { align } : {}),
      }
    })

/** A table's JSON has to leave room on its page of a message. */
const tableJsonMax = 9_000

const fits = (draft: Draft, rows: readonly Cell[][]): boolean => {
  const width = widthOf(rows)
  const simple = rows.every((row) => row.every((cell) => cell.runs !== undefined))
  const small = rows.length <= limits.tableRowsMax && width <= limits.tableColumnsMax
  return (
    draft.surface === 'message' && draft.rich && draft.tableOpen && simple && small && width > 0
  )
}

const native = (
  draft: Draft,
  node: JsonObject,
  rows: readonly Cell[][],
): TableBlock | undefined => {
  if (!fits(draft, rows)) return undefined
  const heads = hasHeads(node)
  const cells = rows.map((row, at) =>
    Array.from({ length: widthOf(rows) }, (_, index) => {
      const runs = row[index]?.runs ?? []
      const shown = seenText(runs).trim() === '' ? [bare(' ')] : runs
      return richText(heads && at === 0 ? bold(shown) : shown)
    }),
  )
  const settings = aligned(node)
  const drawn: TableBlock = {
    type: 'table',
    rows: cells,
    ...(settings.length > 0 ? { column_settings: settings } : {}),
  }
  return JSON.stringify(drawn).length <= tableJsonMax ? drawn : undefined
}

/** A named column with nothing in it says so, so that the fields stay in line. */
const nothing = '—'

const plainRow = (draft: Draft, cells: readonly Cell[], heads: readonly string[]): Block[] => {
  const width = Math.max(cells.length, heads.length)
  const fields = Array.from({ length: width }, (_, index) => {
    const head = heads[index] ?? ''
    const runs = cells[index]?.runs ?? []
    const empty = seenText(runs).trim() === ''
    return named(head, empty && head ? [bare(nothing)] : runs)
  }).filter((runs) => seenText(runs).trim() !== '')
  return fieldBlocks(draft, fields, cells[0]?.path ?? '')
}

const stackedRow = (draft: Draft, cells: readonly Cell[], heads: readonly string[]): Block[] => {
  if (heads.length === 0) {
    const columns = cells.map((cell) => ({ ...cell.node, type: 'Column' }))
    return draft.element({ type: 'ColumnSet', columns }, cells[0]?.path ?? '')
  }
  return cells.flatMap((cell, index) => {
    const head = heads[index] ?? ''
    const blocks = draft.element({ ...cell.node, type: 'Container' }, cell.path)
    if (head === '') return blocks
    return [...textBlocks(draft, [{ text: head, style: { bold: true } }], cell.path), ...blocks]
  })
}

const headsOf = (node: JsonObject, rows: readonly Cell[][]): string[] | undefined => {
  const [first, ...others] = rows
  const named = first?.every((cell) => cell.runs !== undefined) === true
  if (!hasHeads(node) || !first || !named || others.length === 0) return undefined
  return first.map((cell) => seenText(cell.runs ?? []).replaceAll('\n', ' '))
}

const rowByRow = (draft: Draft, rows: readonly Cell[][], heads: readonly string[]): Block[] =>
  rows.flatMap((cells) =>
    cells.every((cell) => cell.runs !== undefined)
      ? plainRow(draft, cells, heads)
      : stackedRow(draft, cells, heads),
  )

/**
 * Table: a table block where a message can have one; otherwise each row as named fields, or, with
 * more than text in its cells, as its cells below each other.
 */
export const table = (draft: Draft, node: JsonObject, path: string): Block[] => {
  const rows = listOf(node, 'rows')
    .map((row, index) => rowCells(draft, row, `${path}.rows[${index}]`))
    .filter((row) => row.length > 0)
  for (const cell of rows.flat()) if (cell.runs) draft.said.push(seenText(cell.runs))
  const drawn = native(draft, node, rows)
  if (drawn) {
    draft.tableOpen = false
    return [drawn]
  }
  draft.warn(path, 'the table is shown row by row, each cell under the name of its column')
  const heads = headsOf(node, rows)
  return rowByRow(draft, heads ? rows.slice(1) : rows, heads ?? [])
}
