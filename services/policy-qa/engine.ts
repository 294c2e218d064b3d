import type { Passage, PolicyDocument } from './document.ts'
import { fold, sentencesOf } from './ingest/normal.ts'

/** One passage shown under an answer. `quote` stands in the document word for word, markup and white space apart. */
export type Citation = { quote: string; section: string; page: number | null; passageId: string }

/** What a question is answered with. A refusal says what stands nearby and whom to ask. */
export type PolicyAnswer = {
  refused: boolean
  /** At most 600 characters, the short sentence first. */
  answer: string
  /** At most ten. */
  citations: Citation[]
  /** Two questions that the document answers too. */
  related: string[]
  care?: 'crisis' | 'harassment' | 'health'
  table?: { columns: string[]; rows: string[][] }
  /** Of a refusal: the nearest passage, if any is near. */
  nearest?: Citation
}

/** Answers questions about one document. Holds no state between questions. */
export type Engine = {
  answer(question: string): PolicyAnswer
  /** The passages just before and after one, for reading on. */
  around(passageId: string): { before: Passage[]; after: Passage[] }
}

const answerLengthMax = 600

const bigrams = (text: string): string[] => {
  const folded = fold(text)
  return Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2))
}

const cite = (passage: Passage): Citation => ({
  quote: passage.text,
  section: passage.section,
  page: passage.page,
  passageId: passage.id,
})

/** Builds what is needed to answer questions about `document`. */
export const createEngine = (document: PolicyDocument): Engine => {
  const asked = document.passages.filter((passage) => passage.kind !== 'head')
  const grams = asked.map(
    (passage) => new Set(bigrams([...passage.labels, passage.text].join(' '))),
  )
  const found = new Map<string, number>()
  for (const set of grams) for (const gram of set) found.set(gram, (found.get(gram) ?? 0) + 1)
  const weight = (gram: string): number => Math.log(1 + asked.length / (1 + (found.get(gram) ?? 0)))
  return {
    answer: (question) => {
      const query = [...new Set(bigrams(question.slice(0, 500)))]
      const total = query.reduce((sum, gram) => sum + weight(gram), 0)
      const scored = asked
        .map((passage, at) => ({
          passage,
          score: query.reduce((sum, gram) => sum + (grams[at]?.has(gram) ? weight(gram) : 0), 0),
        }))
        .toSorted((one, two) => two.score - one.score)
      const [best] = scored
      const refused = best === undefined || best.score < total * 0.3
      const citations = scored.slice(0, 5).map(({ passage }) => cite(passage))
      const text = best === undefined ? '' : (sentencesOf(best.passage.text)[0] ?? '')
      if (!refused)
        return { refused, answer: text.slice(0, answerLengthMax), citations, related: [] }
      const nearest = citations.slice(0, 1)
      const answer = '方針の本文に、お尋ねの内容は見つかりませんでした。'
      return {
        refused: true,
        answer,
        citations: nearest,
        related: [],
        ...(nearest[0] && { nearest: nearest[0] }),
      }
    },
    around: (passageId) => {
      const at = document.passages.findIndex((passage) => passage.id === passageId)
      if (at < 0) return { before: [], after: [] }
      const { passages } = document
      return {
        before: passages.slice(Math.max(0, at - 2), at),
        after: passages.slice(at + 1, at + 3),
      }
    },
  }
}
