import { citationsMax, cite, clip, type PolicyAnswer } from './answer.ts'
import { isList, isPlace } from './asked.ts'
import type { Heading, Passage, PolicyDocument } from './document.ts'
import { fold, headingKey } from './ingest/normal.ts'
import type { Question } from './question.ts'
import type { Term } from './reading.ts'

type OutlineAnswer = Pick<PolicyAnswer, 'answer' | 'citations' | 'table'> | undefined

const placeScoreMin = 0.4
const listLengthMax = 520

const titleOf = (heading: Heading): string => headingKey(heading.title)

const match = (heading: Heading, question: Question): number => {
  const key = titleOf(heading)
  const words = question.terms.filter((term) => key.includes(term.text))
  const covered = words.reduce((sum, term) => sum + term.text.length, 0)
  const exact = fold(question.text).includes(key) ? 2 : 0
  return exact + covered / key.length
}

/** On which page something stands, when that is asked. */
const placeOf = (document: PolicyDocument, question: Question): OutlineAnswer => {
  const best = document.headings
    .map((heading) => ({ heading, score: match(heading, question) }))
    .toSorted((one, two) => two.score - one.score)[0]
  if (best === undefined || best.score < placeScoreMin || best.heading.page === null)
    return undefined
  const { heading } = best
  const passage = document.passages.find(
    ({ section, kind }) => kind !== 'head' && section.startsWith(heading.section),
  )
  return {
    answer: clip(`「${heading.title}」は${heading.page}ページからです（${heading.section}）。`),
    citations: passage === undefined ? [] : [cite(passage)],
  }
}

const measures = /取組|取り組|施策|項目|行動計画|対策|measure|initiative|action/
const measureWords =
  /^(?:取組|取り組|取組内容|取組項目|施策|対策|工夫|項目|行動計画|方策|内容|挙げ|具体)/

/** What the question is about, without the words for measures and lists. */
const topicsOf = (question: Question): Term[] =>
  question.terms.filter((term) => !term.everyday && !measureWords.test(term.text))

const meets = (title: string, topics: Term[], question: Question): boolean => {
  const key = fold(title)
  const asked = fold(question.text)
  const bare = headingKey(title)
  const inner = /[(（]([^)）]{4,})[)）]$/.exec(bare)?.[1]
  if (
    [bare, inner].some((name) => name !== undefined && name.length >= 4 && asked.includes(name))
  ) {
    return true
  }
  return (
    topics.length > 0 &&
    topics.every((term) => key.includes(term.text)) &&
    topics.reduce((sum, term) => sum + term.text.length, 0) >= bare.length * 0.6
  )
}

type Group = { title: string; rows: Passage[]; bullets: Passage[] }

/** The measures that stand under one heading, label or group line. */
const groupsOf = (document: PolicyDocument): Group[] => {
  const groups = new Map<string, Group>()
  const put = (title: string, passage: Passage): void => {
    const group = groups.get(title) ?? { title, rows: [], bullets: [] }
    if (passage.kind === 'row') group.rows.push(passage)
    else group.bullets.push(passage)
    groups.set(title, group)
  }
  for (const passage of document.passages) {
    const listed = passage.kind === 'row' || (passage.kind === 'item' && passage.labels.length > 0)
    if (!listed || passage.facets.job !== undefined) continue
    put(passage.heads.at(-1) ?? '', passage)
    const [line] = passage.labels
    if (passage.kind === 'row' && line !== undefined && /^[(（]\d/.test(line)) put(line, passage)
  }
  return [...groups.values()]
}

const listed = (group: Group): { answer: string; cited: Passage[] } => {
  const bullets = group.bullets.map((passage) => passage.text)
  const items = [...new Set(group.rows.map((passage) => passage.facets.item ?? ''))].filter(
    (item) => item !== '',
  )
  const lines = [
    ...bullets.map((text) => `・${text}`),
    ...(items.length > 0 ? [`取組項目: ${items.join('、')}`] : []),
  ]
  return {
    answer: clip(
      `「${group.title.replace(/^[(（]\d+[)）]/, '')}」には次のように書かれています。\n${lines.join('\n')}`,
      listLengthMax,
    ),
    cited: [...group.bullets, ...group.rows],
  }
}

/** The measures under a heading, when the question names the heading and asks for them. */
const measuresOf = (document: PolicyDocument, question: Question): OutlineAnswer => {
  if (
    !measures.test(question.text) ||
    !(isList(question.text) || /内容|教え|は$|何/.test(question.text))
  )
    return undefined
  const topics = topicsOf(question)
  const found = groupsOf(document).filter((group) => meets(group.title, topics, question))
  if (found.length === 0 || question.unknown.length > 0) return undefined
  const all = found.map(listed)
  return {
    answer: clip([...new Set(all.map(({ answer }) => answer))].join('\n')),
    citations: [...new Set(all.flatMap(({ cited }) => cited))].slice(0, citationsMax).map(cite),
  }
}

/** Answers from the headings: on which page something stands, or what stands under a heading. */
export const answerFromOutline = (document: PolicyDocument, question: Question): OutlineAnswer =>
  isPlace(question.text.toLowerCase())
    ? placeOf(document, question)
    : measuresOf(document, question)
