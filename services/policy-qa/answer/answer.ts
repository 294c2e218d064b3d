import type { Care } from '../care/care.ts'
import type { Passage } from '../document.ts'

/** One passage shown under an answer. `quote` stands in the document word for word, markup and white space apart. */
export type Citation = { quote: string; section: string; page: number | null; passageId: string }

/** What a question is answered with. A refusal says what stands nearby and whom to ask. */
export type PolicyAnswer = {
  refused: boolean
  /** At most 600 characters, the short sentence first. */
  answer: string
  /** At most ten. */
  citations: Citation[]
  /** Questions near this one that the personnel division has answered. */
  offered?: string[]
  /** The question is really a confidence: its door comes first, and nothing of it may be kept. */
  care?: Care
  /** Of a confidence with a question in it: the passages that answer the question. */
  beside?: Citation[]
  table?: { columns: string[]; rows: string[][] }
  /** Of a refusal: the document could have said it, but does not; else it was never a question for the document. */
  gap?: boolean
  /** Of a refusal: the nearest passage, if any is near. */
  nearest?: Citation
  /** Of an answer the personnel division wrote: the source it named. */
  curated?: string
}

/** The most letters of an answer. */
export const answerLengthMax = 600
/** The most citations under an answer. */
export const citationsMax = 10
/** The most questions offered after an answer. */
export const relatedMax = 2

/** The passage as it is quoted. */
export const cite = (passage: Passage): Citation => ({
  quote: passage.text,
  section: passage.section,
  page: passage.page,
  passageId: passage.id,
})

/** Cuts at the last full stop or space that leaves room, so that no answer is longer than it may be. */
export const clip = (text: string, lengthMax = answerLengthMax): string => {
  if (text.length <= lengthMax) return text
  const head = text.slice(0, lengthMax - 1)
  const end = Math.max(head.lastIndexOf('。'), head.lastIndexOf('\n'))
  return end > lengthMax / 2 ? head.slice(0, end + 1) : `${head}…`
}
