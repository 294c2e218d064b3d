/** The page of refusals that people are shown, as its table should be. */
import { refusals } from '../../services/errors.ts'

/** The first row of the table. */
export const refusalHeader = '| Code | What the person reads |'

/** A row for each code. */
export const refusalRows: readonly string[] = Object.entries(refusals).map(
  ([code, sentence]) => `| \`${code}\` | ${sentence.replaceAll('|', '\\|')} |`,
)

// How far apart the cells stand is the formatter's to say.
const tight = (row: string): string =>
  row
    .trim()
    .replace(/ *(?<!\\)\| */g, ' | ')
    .trim()

/** The rows of the table that a page holds, without padding; none where it has no such table. */
export const rowsIn = (page: string): string[] => {
  const lines = page.split('\n').map(tight)
  const header = lines.indexOf(refusalHeader)
  if (header < 0) return []
  const after = lines.slice(header + 2)
  const end = after.findIndex((line) => !line.startsWith('|'))
  return end < 0 ? after : after.slice(0, end)
}
