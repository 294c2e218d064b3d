/** Holds imports against the table, and looks for cycles. */
import { matchesGlob } from 'node:path'
import { type Kept, kept, type Row, rows } from './import-table.ts'
import type { Import } from './imports.ts'

const fits = (name: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => matchesGlob(name, pattern))

const allowedBy = (row: Row, { to, typeOnly }: Import): boolean =>
  fits(to, row.may) || (typeOnly && fits(to, row.types ?? []))

const keptFrom = (each: Kept, { from, to, typeOnly }: Import): boolean =>
  fits(to, each.what) && !fits(from, each.for) && !(typeOnly && fits(from, each.types ?? []))

const complaint = (each: Import): string | undefined => {
  const { from, to, typeOnly } = each
  const what = `${from} imports ${typeOnly ? 'a type of ' : ''}${to}`
  const row = rows.find((candidate) => matchesGlob(from, candidate.from))
  if (!row) return `${what}, and no row of the table speaks of ${from}`
  if (!allowedBy(row, each)) return `${what}: not among what ${row.from} may import`
  const keeper = kept.find((candidate) => keptFrom(candidate, each))
  return keeper && `${what}: kept for ${keeper.for.join(', ') || 'nobody'}`
}

/** A sentence for each import of product code that the table does not allow. */
export const forbiddenAmong = (imports: readonly Import[]): string[] =>
  imports.map(complaint).filter((sentence) => sentence !== undefined)

/** A sentence for each import whose spelling Node can't follow: a relative name without its real ending. */
export const misspeltAmong = (imports: readonly Import[]): string[] =>
  imports
    .filter(({ written }) => written.startsWith('.') && !/\.(ts|json)$/.test(written))
    .map(({ from, written }) => `${from} imports '${written}': name the real file, .ts or .json`)

/**
 * Cycles, as `a → b → a`: at least one of every knot there is. Type-only imports count, for files that
 * need each other can only be read together.
 */
export const cyclesAmong = (imports: readonly Import[]): string[] => {
  const next = Map.groupBy(imports, ({ from }) => from)
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path)
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), path].join(' → '))
    if (seenAt >= 0 || done.has(path)) return
    for (const to of new Set(next.get(path)?.map((each) => each.to))) visit(to, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) visit(path, [])
  return cycles
}
