/** What a tidy file looks like. Each check returns a sentence for every place that is not. */
import { type Node, parseSync } from 'oxc-parser'
import type { Source } from './sources.ts'

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const exportTypes: readonly Node['type'][] = [
  'ExportNamedDeclaration',
  'ExportDefaultDeclaration',
  'ExportAllDeclaration',
]

/** The offsets of a file's exports, and the ends of its doc comments. */
const shapeOf = ({ path, text }: Source): { exports: number[]; docs: readonly number[] } => {
  const { program, comments } = parseSync(path, text)
  const exports = program.body.filter((node) => exportTypes.includes(node.type))
  const docs = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
  return { exports: exports.map(({ start }) => start), docs: docs.map(({ end }) => end) }
}

/** How many exports some files have. */
export const exportCount = (sources: readonly Source[]): number =>
  sources.reduce((sum, source) => sum + shapeOf(source).exports.length, 0)

/** Exports without a doc comment directly before them. A file's header serves its only export. */
export const undocumentedIn = (source: Source): string[] => {
  const { exports, docs } = shapeOf(source)
  const { path, text } = source
  if (exports.length === 1 && text.startsWith('/**')) return []
  return exports
    .filter((start) => !docs.some((end) => end <= start && text.slice(end, start).trim() === ''))
    .map((start) => `${path}:${lineAt(text, start)} exports something without a doc comment`)
}

/** Files longer than can be read in one sitting. */
export const tooLongIn = ({ path, text }: Source, linesMax: number): string[] => {
  const lines = text.trimEnd().split('\n').length
  return lines > linesMax ? [`${path} has ${lines} lines, ${linesMax} are the most`] : []
}

/** Every place where one of the patterns matches, each with its line. */
export const matchesIn = ({ path, text }: Source, patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(
      (match) => `${path}:${lineAt(text, match.index)} says “${match[0]}”`,
    ),
  )
