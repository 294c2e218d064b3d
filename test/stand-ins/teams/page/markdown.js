/** The little Markdown that cards use, as HTML in which nothing of the text itself is HTML. */

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** `text` with every character that HTML could take for its own written out. */
export const escapeHtml = (text) => text.replace(/[&<>"']/g, (each) => escapes[each])

// What a backslash stands before is kept as it is: it waits where Markdown and HTML do not look for it.
const aside = 0xe000
const setAside = (text) =>
  text.replace(/\\([!-/:-@[-`{-~])/g, (_all, kept) =>
    String.fromCharCode(aside + kept.charCodeAt(0)),
  )
const putBack = (html) =>
  html.replace(/[\ue000-\ue07f]/g, (each) =>
    escapeHtml(String.fromCharCode(each.charCodeAt(0) - aside)),
  )

const inline = (text) =>
  text
    .replace(
      /\[([^\]]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+)\)/g,
      '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>',
    )
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(（])[*_]([^*_\s][^*_]*)[*_](?=$|[\s)）、。.,])/g, '$1<em>$2</em>')

const list = (lines, tag, mark) =>
  `<${tag}>${lines.map((line) => `<li>${inline(line.replace(mark, ''))}</li>`).join('')}</${tag}>`

const bullet = /^\s*[-*]\s+/
const number = /^\s*\d+\.\s+/

const kindOf = (line) => (bullet.test(line) ? 'ul' : number.test(line) ? 'ol' : 'p')

/** The HTML of a text. */
export const markdown = (text) => {
  const runs = []
  for (const line of escapeHtml(setAside(text)).split(/\r?\n/)) {
    const kind = kindOf(line)
    const last = runs.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else runs.push({ kind, lines: [line] })
  }
  const html = runs.map(({ kind, lines }) => {
    if (kind === 'ul') return list(lines, 'ul', bullet)
    return kind === 'ol' ? list(lines, 'ol', number) : lines.map(inline).join('<br>')
  })
  return putBack(html.join(''))
}
