import { fold, headingKey } from './normal.ts'

/** One line of the table of contents. `page` is null where the contents give none (chapters). */
export type ContentsEntry = {
  level: 1 | 2 | 3
  title: string
  key: string
  page: number | null
  /** The entries above it, outermost first, as printed. */
  above: string[]
}

const entryLine = /^(?<title>.+?)(?:[\t.…・‥ ]+(?<page>\d{1,4}))?\s*$/
const chapter = /^第[0-9一二三四五六七八九十]+章/

const levelOf = (title: string): 1 | 2 | 3 => {
  if (chapter.test(title)) return 1
  return /^[IVX]+[.．\s]/.test(title.normalize('NFKC')) ? 2 : 3
}

const readEntry = (line: string): { title: string; page: number | null } => {
  const groups = entryLine.exec(line)?.groups
  const page = groups?.['page']
  return {
    title: (groups?.['title'] ?? line).trim(),
    page: page === undefined ? null : Number(page),
  }
}

/**
 * Reads the table of contents: from the line 目次 to the first chapter heading that repeats an entry.
 * `endLine` is the line where the body begins; without contents it is 0 and there are no entries.
 */
export const readContents = (lines: string[]): { entries: ContentsEntry[]; endLine: number } => {
  const start = lines.findIndex((line) => /^(目次|もくじ)$/.test(fold(line)))
  if (start < 0) return { entries: [], endLine: 0 }
  const entries: ContentsEntry[] = []
  const above: string[] = []
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    const { title, page } = readEntry(line)
    const key = headingKey(title)
    const level = levelOf(title)
    if (page === null && entries.some((entry) => entry.level === level && entry.key === key)) {
      return { entries, endLine: at }
    }
    above.length = level - 1
    entries.push({ level, title, key, page, above: above.filter((title) => title !== undefined) })
    above[level - 1] = title
  }
  return { entries: [], endLine: 0 }
}

/** The page on which an entry begins: its own, else that of the next entry that has one. */
export const pageOf = (entries: ContentsEntry[], at: number): number | null =>
  entries.slice(at).find((entry) => entry.page !== null)?.page ?? null
