import { foldedText } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Term } from '../question/reading.ts'
import type { Ranked } from './rank.ts'

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

const isHead = /^[\u30a1-\u30fa\u30fc\u3400-\u9fff]{2,}$/

/** 昇任試験: the term before this one in the same compound, which says what kind of 試験 is meant. */
export const kindBefore = (term: Term, { terms, text }: Question): Term | undefined =>
  isHead.test(term.text)
    ? terms.find(
        (other) =>
          other !== term &&
          !other.everyday &&
          isHead.test(other.text) &&
          text.includes(other.text + term.text),
      )
    : undefined

/** 異動の基準: of what the 基準 is. It is not met by the 基準 of anything else. */
export const whoseIn = (term: Term, { terms, text }: Question): Term[] =>
  measure.test(term.text)
    ? terms.filter((other) => !other.everyday && text.includes(`${other.text}の${term.text}`))
    : []

const measure = /^(?:基準|規準|条件|要件|手続き?|手順|規則|規定|規程|上限|下限|順番|割合|内訳)$/
