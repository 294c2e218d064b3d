import { fold } from './ingest/normal.ts'

/** Words that exclude one another: when the question says one and the passage another, the answer is no. */
export const opposites: RegExp[][] = [
  [/必修|必須|義務|強制|必ず受け|全員受け|mandatory|compulsory|required/, /希望制|指名制/],
  [/希望制|任意|希望者|希望すれば|optional|voluntary/, /必修/],
  [/毎年|年に1回|年1回|annual|every year/, /2年に1度|2年に1回/],
  [/全額|all of the cost|full cost|entire/, /経費の一部/],
]

/** Whether a passage speaks of the thing by its opposite: asked for 毎年, it says 2年に1度. That is an answer too. */
export const isOpposed = (term: string, text: string): boolean =>
  opposites.some(([said, other]) => said?.test(term) && other?.test(fold(text)))

/** Whether the word has an opposite at all. */
export const mayBeOpposed = (term: string): boolean => opposites.some(([said]) => said?.test(term))
