import type { Passage } from '../document.ts'
import { fold, sentencesOf } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Term } from '../question/reading.ts'
import type { Ranked } from '../ranking/rank.ts'
import { answerLengthMax, type Citation, citationsMax, cite, clip } from './answer.ts'

const wholeLengthMax = 210
const roomForMore = 470

const titleLengthMax = 30

/** The title over an explanation: OJT, 自己啓発, 目指すべき職員像. */
const titleOf = ({ labels, text }: Passage): string => {
  const [label = ''] = labels
  const title = label.replace(/[【】]/g, '')
  const said = title === '' || title.length > titleLengthMax || fold(text).includes(fold(title))
  return said ? '' : `${title}: `
}

/** Whose role or ability it is: the text of the table's cell does not say. */
const positionOver = ({ facets, text }: Passage): string =>
  facets.position === undefined || text.includes(facets.position) ? '' : `${facets.position}: `

/** The words over a row or piece of a table that a reader needs to understand it. */
const over = (passage: Passage, shown = passage.text): string => {
  const { facets, labels } = passage
  if (passage.kind === 'paragraph') return titleOf(passage)
  if (passage.kind === 'roles' || passage.kind === 'skill') return positionOver(passage)
  if (passage.kind !== 'cell' && passage.kind !== 'row') return ''
  const words = [facets.job ?? '', ...labels].filter(
    (word) => word !== '' && !fold(shown).includes(fold(word)) && !word.startsWith('【職員'),
  )
  return words.length === 0 ? '' : `${[...new Set(words)].join('・')}: `
}

const parts = /〈([^〈〉]+)〉[^〈]*/g

/** 〈本庁機関〉… 〈出先機関〉…: the part of a cell that the question names, where it names one of several. */
const partNamed = ({ text }: Passage, { terms, text: asked }: Question): string | undefined => {
  const names = terms
    .filter(
      ({ everyday, text: word }) =>
        !everyday && !['の外', '以外'].some((outside) => asked.includes(word + outside)),
    )
    .flatMap((term) => term.names)
  const all = [...text.matchAll(parts)]
  const named = all.filter(([, head = '']) => names.some((name) => fold(head).includes(name)))
  return all.length > 1 && named.length === 1 ? named[0]?.[0].trim() : undefined
}

/** The sentences of a passage that say what was asked; all of it when it is short. */
const told = (passage: Passage, question: Question): string => {
  const { text } = passage
  const part = partNamed(passage, question)
  if (part !== undefined) return `${over(passage, part)}「${part}」`
  if (text.length <= wholeLengthMax) return `${over(passage)}「${text}」`
  const sentences = sentencesOf(text)
  const weighed = sentences.map((sentence, at) => {
    const folded = fold(sentence)
    const score = question.terms.reduce((sum, term) => sum + weightIn(folded, term), 0)
    return { sentence, at, score }
  })
  const best = weighed.toSorted((one, two) => two.score - one.score)[0]
  if (best === undefined || best.score === 0)
    return `${over(passage)}「${clip(text, wholeLengthMax)}」`
  const next = weighed[best.at + 1]
  const more = next !== undefined && best.sentence.length + next.sentence.length <= wholeLengthMax
  return `${over(passage)}「${best.sentence}${more ? next.sentence : ''}」`
}

/** What a sentence says of a thing: most in the question's own word, nearly as much in another of that meaning. */
const weightIn = (folded: string, { text, names, weight }: Term): number => {
  if (folded.includes(text)) return weight
  return names.some((name) => name.length > 1 && folded.includes(name)) ? weight * otherShare : 0
}

const otherShare = 0.9

/** The short answer: the passages' own words, as many as belong to the answer and fit. */
export const tell = (chosen: Ranked[], question: Question, lead: string): string => {
  const lines = lead === '' ? [] : [lead]
  let length = lead.length
  for (const [at, { passage }] of chosen.entries()) {
    const line = told(passage, question)
    if (at > 0 && length + line.length > roomForMore) continue
    if (lines.includes(line)) continue
    lines.push(line)
    length += line.length + 1
  }
  return clip(lines.join('\n'), answerLengthMax)
}

/** Citations: what the answer says first, then the next best passages. */
export const citations = (chosen: Ranked[], ranked: Ranked[]): Citation[] => {
  const best = ranked[0]?.score ?? 0
  const more = ranked.filter((other) => other.score >= best * 0.55)
  const passages = [...new Set([...chosen, ...more].map(({ passage }) => passage))]
  return passages.slice(0, Math.max(chosen.length, 6)).slice(0, citationsMax).map(cite)
}
