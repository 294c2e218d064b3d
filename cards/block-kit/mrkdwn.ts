import { type RunStyle, shortcode } from './blocks.ts'
import type { Run } from './markdown.ts'
import { escaped } from './strings.ts'

const markers = [
  ['bold', '*'],
  ['italic', '_'],
  ['strike', '~'],
  ['code', '`'],
] as const

const markersOf = (style: RunStyle): string => {
  let found = ''
  for (const [name, marker] of markers) if (style[name]) found += marker
  return found
}

const shown = (run: Run): string => {
  if (run.date) {
    const { timestamp, format, fallback } = run.date
    return `<!date^${timestamp}^${format}|${escaped(fallback)}>`
  }
  return run.url ? `<${escaped(run.url)}|${escaped(run.text)}>` : escaped(run.text)
}

type Group = { style: RunStyle; runs: Run[] }

const groupsOf = (line: readonly Run[]): Group[] => {
  const groups: Group[] = []
  for (const run of line) {
    const last = groups.at(-1)
    const same = last && markersOf(last.style) === markersOf(run.style)
    if (same) last.runs.push(run)
    else groups.push({ style: run.style, runs: [run] })
  }
  return groups
}

const edge = (run: Run | undefined, blank: RegExp): string =>
  run === undefined || run.url || run.date ? '' : (blank.exec(run.text)?.[0] ?? '')

const trimmed = (runs: readonly Run[]): { before: string; core: Run[]; after: string } => {
  const before = edge(runs[0], /^\s*/)
  const begun = runs.map((run, at) =>
    at === 0 ? { ...run, text: run.text.slice(before.length) } : run,
  )
  const after = edge(begun.at(-1), /\s*$/)
  const core = begun.map((run, at) =>
    at === begun.length - 1
      ? { ...run, text: run.text.slice(0, run.text.length - after.length) }
      : run,
  )
  return { before, core, after }
}

const opensAfter = /(?:^|[\s("'])$/
const closesBefore = /^(?:$|[\s)"'.,!?:;])/

const group = (parts: Group, left: string, right: string): string | undefined => {
  const marks = markersOf(parts.style)
  const bare = parts.runs.map(shown).join('')
  if (marks === '') return bare
  const { before, core, after } = trimmed(parts.runs)
  const inside = core.map(shown).join('')
  if (inside === '') return bare
  const holds = opensAfter.test(left + before) && closesBefore.test(after + right)
  return holds
    ? `${before}${marks}${inside}${marks.split('').toReversed().join('')}${after}`
    : undefined
}

/** The underscore of snake_case, which Slack leaves alone. */
const insideName = /(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])/g

const ambiguous = (line: readonly Run[]): boolean => {
  const literal = line.map((run) => (run.date ? '' : run.text)).join('')
  // Nearly every line: nothing in it could mean anything to Slack.
  if (!/[*_~`>:]/.test(literal)) return false
  if (/^\s*>/.test(literal) || shortcode.test(literal)) return true
  const used = line.map((run) => markersOf(run.style)).join('')
  const telling = literal.replaceAll(insideName, '')
  return ['*', '_', '~', '`'].some((marker) => {
    const count = telling.split(marker).length - 1
    return count > 1 || (count === 1 && used.includes(marker))
  })
}

const lineOf = (line: readonly Run[]): string | undefined => {
  if (ambiguous(line) || line.some((run) => run.style.underline)) return undefined
  const groups = groupsOf(line)
  const text = groups.map((one) => one.runs.map((run) => run.text).join(''))
  const pieces = groups.map((one, index) =>
    group(one, text[index - 1] ?? '', text[index + 1] ?? ''),
  )
  return pieces.includes(undefined) ? undefined : pieces.join('')
}

/** Runs cut into lines; the line breaks themselves are gone. */
const linesOf = (runs: readonly Run[]): Run[][] => {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    const parts = run.url || run.date ? [run.text.replaceAll('\n', ' ')] : run.text.split('\n')
    parts.forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    })
  }
  return lines
}

/**
 * Runs in Slack's markup; undefined when the markup cannot say it. It knows no escape for its
 * markers, and no style may begin or end inside a word, which is everywhere in Japanese.
 */
export const mrkdwnOf = (runs: readonly Run[]): string | undefined => {
  const lines = linesOf(runs).map(lineOf)
  return lines.includes(undefined) ? undefined : lines.join('\n')
}
