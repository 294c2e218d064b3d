const plain = /^[\u3041-\u309f\u30a1-\u30fa\u30fc\u3400-\u9fff]*$/

/** One spelling for comparing: NFKC, lower case, no white space, one kind of dash and wave. */
export const fold = (text: string): string => (plain.test(text) ? text : foldAny(text))

const foldAny = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[〜～]/g, '~')
    .replace(/\s+/g, '')

/** What is made of a passage alone is made once: every question looks at it. */
export const oncePer = <P extends object, T>(make: (passage: P) => T): ((passage: P) => T) => {
  const known = new WeakMap<P, { made: T }>()
  return (passage) => {
    const before = known.get(passage)
    if (before !== undefined) return before.made
    const made = make(passage)
    known.set(passage, { made })
    return made
  }
}

/** The folded text of a passage. */
export const foldedText = oncePer(({ text }: { text: string }) => fold(text))

/** The letters of a passage without table bars, HTML tags and doubled white space. Nothing else changes. */
export const tidy = (raw: string): string =>
  raw
    .replace(/<[^>]*>/g, ' ')
    .replace(/^\s*[-–]\s+(?=\S)/, '')
    .replace(/\|/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const numbering =
  /^(?:第[0-9一二三四五六七八九十]+[章節編]|[ivx]+(?=[.．\s])|[0-9]+(?:[.．]|(?=\s))|[(（][0-9]+[)）])[.．\s]*/i

/** A heading without its number, folded: how a line of the text and a line of the contents are compared. */
export const headingKey = (line: string): string =>
  fold(line.normalize('NFKC').trim().replace(numbering, ''))

/** Whether the line begins the way numbered headings do (第1章, Ⅱ, 3., (1)). */
export const isNumbered = (line: string): boolean => numbering.test(line.normalize('NFKC').trim())

/** The sentences of a passage, each with its full stop. Brackets keep what they enclose together. */
export const sentencesOf = (text: string): string[] => {
  const sentences: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if ('「『（('.includes(letter)) depth++
    if ('」』）)'.includes(letter)) depth = Math.max(0, depth - 1)
    if (letter !== '。' || depth > 0) continue
    sentences.push(text.slice(start, at + 1).trim())
    start = at + 1
  }
  const rest = text.slice(start).trim()
  return rest === '' ? sentences : [...sentences, rest]
}
