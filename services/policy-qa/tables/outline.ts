import { citationsMax, cite, clip, type PolicyAnswer } from '../answer/answer.ts'
import { isList, isPlace } from '../asked/asked.ts'
import type { Heading, Passage, PolicyDocument } from '../document.ts'
import { fold, headingKey } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Term } from '../question/reading.ts'

type OutlineAnswer = Pick<PolicyAnswer, 'answer' | 'citations' | 'table'> | undefined

const placeScoreMin = 0.4
const listLengthMax = 560
const rowsLengthMax = 470

const titleOf = (heading: Heading): string => headingKey(heading.title)

const match = (heading: Heading, question: Question): number => {
  const key = titleOf(heading)
  const covered = question.terms.reduce((sum, { names }) => {
    const lengths = names.filter((name) => key.includes(name)).map((name) => name.length)
    return sum + Math.max(0, ...lengths)
  }, 0)
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

const measures =
  /取組|取り組|施策|項目|行動計画|対策|区分|体系|種類|分類|役割|measure|initiative|action/
const measureWords =
  /^(?:取組|取り組|取組内容|取組項目|施策|対策|工夫|項目|行動計画|方策|内容|挙げ|具体|区分|種類|分類)/

/** What the question is about, without the words for measures and lists. */
const topicsOf = (question: Question): Term[] =>
  question.terms.filter((term) => !term.everyday && !measureWords.test(term.text))

type Group = { title: string; rows: Passage[]; bullets: Passage[]; isLabel: boolean }

const nameMin = 4

/** By the whole of a heading, or by what it has in brackets where nothing else is spoken of. */
const isNamed = (title: string, question: Question): boolean => {
  const bare = headingKey(title)
  const inner = /[(（]([^)）]{4,})[)）]$/.exec(bare)?.[1]
  const asked = fold(question.text)
  if (bare.length >= nameMin && asked.includes(bare)) return true
  if (inner === undefined || !asked.includes(inner)) return false
  return topicsOf(question).every(({ text }) => bare.includes(text))
}

/** 研修の区分は: the label of a table that sets them out. */
const asksKinds = (title: string, { text }: Question): boolean =>
  /(?:体系|区分|種類|一覧)[】]?$/.test(title) && /区分|体系|種類|分類|大きく|いくつに/.test(text)

const meets = ({ title, isLabel }: Group, topics: Term[], question: Question): boolean => {
  const key = fold(title)
  const namesItems = /項目|行動計画/.test(question.text)
  const metOf = ({ names, text }: Term): number =>
    Math.max(
      0,
      ...(namesItems ? names : [text]).map((name) => (key.includes(name) ? name.length : 0)),
    )
  const within = topics.length > 0 && topics.every((term) => metOf(term) > 0)
  // A label names one table: a question that speaks of more is about a part of it.
  if (isLabel) return within && (isNamed(title, question) || asksKinds(title, question))
  const letters = topics.reduce((sum, term) => sum + metOf(term), 0)
  const bare = headingKey(title).replace(namesItems ? ending : '', '')
  return isNamed(title, question) || (within && letters >= bare.length * 0.6)
}

/** OJTの着実な推進: what is done with a thing says little of which thing. */
const ending =
  /(?:の|への?)?(?:着実な|適正|一層の)?(?:推進|充実|活用|運用|支援|確保|整備|促進|取組み?)+$/

const titlesOver = ({ kind, heads, labels }: Passage): { title: string; isLabel: boolean }[] => {
  const rowTitles = kind === 'row' ? labels.filter((label) => /^(?:[(（]\d|【)/.test(label)) : []
  return [
    { title: heads.at(-1) ?? '', isLabel: false },
    ...rowTitles.map((label) => ({
      title: label.replace(/[【】]/g, ''),
      isLabel: label.startsWith('【'),
    })),
  ]
}

/** The measures that stand under one heading, label or group line. */
const groupsOf = (document: PolicyDocument): Group[] => {
  const groups = new Map<string, Group>()
  for (const passage of document.passages) {
    const listed = passage.kind === 'row' || (passage.kind === 'item' && passage.labels.length > 0)
    if (!listed || passage.facets.job !== undefined) continue
    for (const { title, isLabel } of titlesOver(passage)) {
      const group = groups.get(title) ?? { title, rows: [], bullets: [], isLabel }
      if (passage.kind === 'row') group.rows.push(passage)
      else group.bullets.push(passage)
      groups.set(title, group)
    }
  }
  return [...groups.values()]
}

/** The rows in full where they fit, else their names. */
const rowsTold = (rows: Passage[]): string[] => {
  const whole = rows.map(({ text }) => `・${text}`)
  if (whole.join('').length <= rowsLengthMax) return whole
  const items = [...new Set(rows.map(({ facets }) => facets.item ?? ''))].filter(
    (item) => item !== '',
  )
  return items.length === 0 ? [] : [`項目: ${items.join('、')}`]
}

const told = ({ title, rows, bullets }: Group, lengthMax: number): string => {
  const lines = [...rowsTold(rows), ...bullets.map(({ text }) => `・${text}`)]
  const bare = title.replace(/^[(（]\d+[)）]/, '')
  return clip(`「${bare}」には次のように書かれています。\n${lines.join('\n')}`, lengthMax)
}

/** The measures under a heading, when the question names the heading and asks for them. */
const measuresOf = (document: PolicyDocument, question: Question): OutlineAnswer => {
  const { text } = question
  if (!measures.test(text) || !(isList(text) || /内容|教え|は$|何|つ|どんな|どのよう/.test(text)))
    return undefined
  const topics = topicsOf(question)
  const named = groupsOf(document).filter((group) => meets(group, topics, question))
  const tables = /項目/.test(text) ? named.filter(({ rows }) => rows.length > 0) : []
  const found = tables.length > 0 ? tables : named
  if (found.length === 0 || question.unknown.length > 0) return undefined
  const cited = new Set(found.flatMap(({ bullets, rows }) => [...bullets, ...rows]))
  return {
    answer: clip(found.map((group) => told(group, listLengthMax / found.length)).join('\n')),
    citations: [...cited].slice(0, citationsMax).map(cite),
  }
}

/** Answers from the headings: on which page something stands, or what stands under a heading. */
export const answerFromOutline = (document: PolicyDocument, question: Question): OutlineAnswer =>
  isPlace(question.text.toLowerCase())
    ? placeOf(document, question)
    : measuresOf(document, question)
