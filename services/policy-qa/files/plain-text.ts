/** A plain or Markdown file as the text that ingestion reads. Pure. */

/** The text of a file in UTF-8 (with or without BOM) or Shift_JIS; undefined where it is neither. */
export const decoded = (bytes: Uint8Array): string | undefined => {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return undefined
}

const plainLine = (line: string): string =>
  line
    .replace(/^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*>\s?/, '')
    .replace(/^\s*[*+]\s+(?=\S)/, '- ')

const isHeading = (line: string): boolean => /^\s{0,3}#{1,6}\s/.test(line)

/** Markdown without its marks; a heading stands by itself, tables stay as they are. */
export const fromMarkdown = (text: string): string =>
  text
    .split(/\r?\n/)
    .flatMap((line) => (isHeading(line) ? ['', plainLine(line), ''] : [plainLine(line)]))
    .join('\n')
