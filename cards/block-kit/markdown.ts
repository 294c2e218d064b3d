import type { RunStyle } from './blocks.ts'
import { type DateToken, dateToken } from './dates.ts'
import { isLinkUrl } from './strings.ts'

/** A stretch of text with one look. `text` holds what a reader sees, line breaks included. */
export type Run = { text: string; style: RunStyle; url?: string; date?: DateToken }

/** A run without any look of its own. */
export const bare = (text: string): Run => ({ text, style: {} })

type Rule = {
  pattern: RegExp
  read: (found: RegExpExecArray, style: RunStyle, lang: string) => Run[] | undefined
}

const innerMax = 2_000
const around = (marker: string): RegExp =>
  new RegExp(`${marker}(?=\\S)(.{0,${innerMax}}?[^\\s\\\\])${marker}`, 'y')

const link = (label: string, url: string, inside: { style: RunStyle; lang: string }): Run[] => {
  const runs = inline(label, inside.style, inside.lang)
  if (isLinkUrl(url)) return runs.map((run) => ({ ...run, url }))
  return [...runs, { text: ` (${url})`, style: inside.style }]
}

const rules: Rule[] = [
  {
    pattern: /\\([\\`*_{}[\]()#+\-.!~>|])/y,
    read: ([, kept], style) => [{ text: kept ?? '', style }],
  },
  {
    pattern: /\{\{([^{}]{1,200})\}\}/y,
    read: ([, source], style, lang) => {
      const date = dateToken((source ?? '').trim(), lang)
      return date && [{ text: date.fallback, style, date }]
    },
  },
  {
    pattern:
      /\[([^\]\n]{1,2000})\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+"[^"\n]*")?\s*\)/y,
    read: ([, label, url], style, lang) =>
      url ? link(label ?? '', url, { style, lang }) : inline(label ?? '', style, lang),
  },
  {
    pattern: around('\\*\\*'),
    read: ([, t], s, lang) => inline(t ?? '', { ...s, bold: true }, lang),
  },
  { pattern: around('__'), read: ([, t], s, lang) => inline(t ?? '', { ...s, bold: true }, lang) },
  {
    pattern: around('\\*'),
    read: ([, t], s, lang) => inline(t ?? '', { ...s, italic: true }, lang),
  },
  {
    pattern: /_(?=\S)(.{0,2000}?[^\s\\])_(?![\p{L}\p{N}])/uy,
    read: (found, style, lang) =>
      /[\p{L}\p{N}]/u.test(found.input[found.index - 1] ?? '')
        ? undefined
        : inline(found[1] ?? '', { ...style, italic: true }, lang),
  },
]

const special = /[\\{[*_]/g

const match = (line: string, at: number, look: { style: RunStyle; lang: string }) => {
  for (const rule of rules) {
    rule.pattern.lastIndex = at
    const found = rule.pattern.exec(line)
    const runs = found ? rule.read(found, look.style, look.lang) : undefined
    if (found && runs) return { runs, end: at + found[0].length }
  }
  return undefined
}

const inline = (line: string, style: RunStyle, lang: string): Run[] => {
  const runs: Run[] = []
  let plainFrom = 0
  let at = 0
  const search = new RegExp(special)
  for (;;) {
    search.lastIndex = at
    const next = search.exec(line)
    if (!next) break
    const hit = match(line, next.index, { style, lang })
    at = hit ? hit.end : next.index + 1
    if (!hit) continue
    if (next.index > plainFrom) runs.push({ text: line.slice(plainFrom, next.index), style })
    runs.push(...hit.runs)
    plainFrom = at
  }
  if (plainFrom < line.length) runs.push({ text: line.slice(plainFrom), style })
  return runs
}

/** What a text must hold for any of it to be more than words. */
const telling = /[\\{[*_\r\n]|^\s*[-+]\s/

/**
 * Reads the Markdown of Adaptive Cards: bold, italic, links, lists, and the date functions. All
 * else (headings, code, tables, HTML) is text there, and so it is here.
 */
export const readMarkdown = (source: string, style: RunStyle, lang: string): Run[] => {
  if (!telling.test(source)) return source === '' ? [] : [{ text: source, style }]
  const lines = source.replaceAll(/\r\n?/g, '\n').split('\n')
  return lines.flatMap((line, index) => {
    const bullet = /^(\s*)[-*+]\s+(?=\S)/.exec(line)
    const rest = bullet ? line.slice(bullet[0].length) : line
    const lead = (index > 0 ? '\n' : '') + (bullet ? `${bullet[1] ?? ''}• ` : '')
    return [...(lead ? [{ text: lead, style: {} }] : []), ...inline(rest, style, lang)]
  })
}

/** What a reader sees of runs, without any look. */
export const seenText = (runs: readonly Run[]): string => {
  let seen = ''
  for (const run of runs) seen += run.text
  return seen
}
