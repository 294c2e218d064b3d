// oxlint-disable-next-line import/extensions -- the package's entry drags in sources that tsc refuses
import { Template } from 'adaptivecards-templating/lib/template-engine.js'
import { mapStrings } from './strings-in.ts'

const expressionEnd = (text: string, from: number): number => {
  let quote = ''
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (quote !== '') {
      if (char === '\\') at += 1
      else if (char === quote) quote = ''
    } else if (char === "'" || char === '"') quote = char
    else if (char === '{') depth += 1
    else if (char === '}' && --depth === 0) return at + 1
  }
  return text.length
}

/** The back-ticks of a template string's own words, not of its expressions, written as `mark`. */
const hidden = (text: string, mark: string): string => {
  let out = ''
  for (let at = 0; at < text.length; ) {
    const start = text.indexOf('${', at)
    const words = start < 0 ? text.slice(at) : text.slice(at, start)
    const end = start < 0 ? text.length : expressionEnd(text, start)
    out += words.replaceAll('`', mark) + (start < 0 ? '' : text.slice(start, end))
    at = end
  }
  return out
}

const privateUseFirst = 0xe000
const privateUseLast = 0xf8ff

const unusedMark = (json: string): string => {
  for (let code = privateUseFirst; code <= privateUseLast; code += 1) {
    const mark = String.fromCharCode(code)
    if (!json.includes(mark)) return mark
  }
  return '\u{10FFFD}'
}

/**
 * Expands an Adaptive Card template with data, which stays data: `${…}` in it is not expanded.
 * The library cannot read back-ticks in a template; here they may stand in its words. Throws an
 * Error when an expression cannot be read.
 */
export const expandTemplate = (template: unknown, data: unknown): unknown => {
  const mark = unusedMark(JSON.stringify([template, data]))
  const readable = mapStrings(template, (text) => hidden(text, mark))
  const expanded: unknown = new Template(readable).expand({ $root: data })
  return mapStrings(expanded, (text) => text.replaceAll(mark, '`'))
}
