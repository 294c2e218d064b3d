import { foldedText } from './ingest/normal.ts'
import type { Question } from './question.ts'
import type { Ranked } from './rank.ts'
import type { Term } from './reading.ts'

const isNoun = /^[\u30a1-\u30fa\u30fc\u3400-\u9fff]{2,}$/

/** Whether a term is half of what a passage writes as one word: 予防 and 段階 of 予防の段階, where it has 予防段階. */
export const isInCompound = (
  { text }: Term,
  question: Pick<Question, 'text' | 'terms'>,
  chosen: Ranked[],
): boolean =>
  isNoun.test(text) &&
  question.terms.some(({ text: other }) =>
    [
      [text, other],
      [other, text],
    ].some(
      ([one = '', two = '']) =>
        question.text.includes(`${one}の${two}`) &&
        chosen.some(({ passage }) => foldedText(passage).includes(one + two)),
    ),
  )
