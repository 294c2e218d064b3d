/** Texts of people in a TextBlock: a TextBlock reads Markdown, and nobody's words shall become a link or a heading by accident. */

const special = /[\\*_[\]()#~>|]/g
const listMark = /^(\s*)([-+])(?=\s)/gm
const listNumber = /^(\s*\d+)\.(?=\s)/gm

/** The text so that a TextBlock or a fact shows it as typed, its line breaks kept. */
export const escapeText = (text: string): string =>
  text
    .replace(special, '\\$&')
    .replace(listMark, '$1\\$2')
    .replace(listNumber, '$1\\.')
    .replaceAll('\n', '\n\n')
