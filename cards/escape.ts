/** Texts of people in a TextBlock: a TextBlock reads Markdown, and nobody's words shall become a link or a heading by accident. */

const special = /[\\*_[\]()#~>|]/g
const listStart = /^(\s*)([-+]|\d+\.)(\s)/gm

/** The text so that a TextBlock or a fact shows it as typed, its line breaks kept. */
export const escapeText = (text: string): string =>
  text
    .replace(special, (character) => `\\${character}`)
    .replace(listStart, (_all, space: string, mark: string, after: string) =>
      mark.endsWith('.') ? `${space}${mark.slice(0, -1)}\\.${after}` : `${space}\\${mark}${after}`,
    )
    .replaceAll('\n', '\n\n')
