/** HTML as a word processor's file becomes, as the text that ingestion reads: rows by tabs, items by dashes. Pure. */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const plain = (html: string): string =>
  html
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)))

const oneLine = (html: string): string =>
  plain(html.replace(/<\/(p|li)>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

const rows = (table: string): string =>
  [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => oneLine(cell)),
    )
    .map((cells) => (cells.length === 1 ? (cells[0] ?? '') : cells.join('\t')))
    .join('\n')

const blocks =
  /<table[^>]*>.*?<\/table>|<h[1-6][^>]*>.*?<\/h[1-6]>|<li[^>]*>.*?(?=<\/?[uo]l|<\/?li)|<p[^>]*>.*?<\/p>/gs

/** The text of some HTML, a blank line between paragraphs. */
export const textOfHtml = (html: string): string =>
  [...html.matchAll(blocks)]
    .map(([block]) => {
      if (block.startsWith('<table')) return `\n${rows(block)}\n`
      if (block.startsWith('<li')) return `- ${oneLine(block)}`
      return `\n${plain(block).trim()}\n`
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
