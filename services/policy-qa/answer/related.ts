import type { Passage, PolicyDocument } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import type { TextIndex } from '../question/text-index.ts'
import { type Citation, type PolicyAnswer, relatedMax } from './answer.ts'

/** Questions near an answer that the document answers too, from another place. */
export type Related = (answer: PolicyAnswer) => string[]

/** What they are made from. `answerTo` answers a question without anything related to it. */
export type RelatedSources = {
  document: PolicyDocument
  index: TextIndex
  answerTo: (question: string) => PolicyAnswer
}

const alikeMin = 0.22
const alikeShown = 3
const neighboursShown = 3
/** Only the passages an answer rests on most; the others are there for completeness. */
const citedMax = 2

const ownMin = 0.8
const commonShare = 0.05

/** A topic that stands all over the document tells nobody what comes. */
const telling = (topic: string, { index }: RelatedSources): string[] => {
  const strong = [...index.find(fold(topic)).values()].filter((weight) => weight >= ownMin)
  return strong.length > index.size * commonShare ? [] : [`「${topic}」について教えてください`]
}

const withoutNumber = (title: string): string => title.replace(/^[^\s]+[.．]?\s+/, '')
const withoutMark = (item: string): string => item.replace(/\s*[(（][^)）]*[)）]$/, '')
const bareLabel = (label: string): string => label.replace(/[【】]|例$/g, '')

/** What stands next to a thing in a list, the following ones first. */
const around = <T>(all: T[], at: number): T[] =>
  at < 0 ? [] : [...all.slice(at + 1), ...all.slice(0, at).toReversed()].slice(0, neighboursShown)

/** A role leads to the abilities of the position and to the next position; an ability to who else needs it. */
const ofPositions = (passage: Passage, { positions, matrix }: PolicyDocument): string[] => {
  const { position, ability } = passage.facets
  const names = positions.map(({ name }) => name)
  const row = matrix.find(({ passageId }) => passageId === passage.id)
  const first = row && names[row.marks.indexOf(true)]
  if (first !== undefined) return [`${first}の${ability ?? row?.ability}とはどのような能力ですか`]
  if (position === undefined) return []
  const next = around(names, names.indexOf(position))
  return ability === undefined
    ? [`${position}に求められる能力は何ですか`, ...next.map((name) => `${name}の役割は何ですか`)]
    : [`${position}の役割は何ですか`, `${ability}が求められる職位はどれですか`]
}

const unique = (all: string[]): string[] => [...new Set(all)]

/** The other tables of the same kind of work, then the same table of the next kinds. */
const ofJob = (passage: Passage, { passages }: PolicyDocument): string[] => {
  const { job } = passage.facets
  if (job === undefined) return []
  const own = passages.filter(({ facets }) => facets.job === job)
  const labels = unique(own.map(({ labels: [label = ''] }) => bareLabel(label)))
  const ownLabel = bareLabel(passage.labels[0] ?? '')
  const jobs = unique(passages.flatMap(({ facets }) => facets.job ?? []))
  const others = labels.filter((label) => label !== '' && label !== ownLabel)
  const next = ownLabel === '' ? [] : around(jobs, jobs.indexOf(job))
  return [
    ...others.map((label) => `${job}の${label}を教えてください`),
    ...next.map((other) => `${other}の${ownLabel}を教えてください`),
  ]
}

const isMeasure = ({ kind, facets }: Passage): boolean =>
  kind === 'row' && facets.item !== undefined && facets.job === undefined

const item = ({ facets }: Passage): string => withoutMark(facets.item ?? '')

/** The measures beside this one in its list. */
const ofList = (passage: Passage, sources: RelatedSources): string[] => {
  if (!isMeasure(passage)) return []
  const list = sources.document.passages.filter(
    (other) => isMeasure(other) && other.section === passage.section,
  )
  return around(list, list.indexOf(passage)).flatMap((other) => telling(item(other), sources))
}

/** The measures that speak of the same, in the letters of the passage. */
const ofLikeness = (passage: Passage, sources: RelatedSources): string[] => {
  const { document, index } = sources
  const alike = index.alike(fold(passage.text))
  return document.passages
    .map((other, at) => ({ other, likeness: alike[at] ?? 0 }))
    .filter(({ other, likeness }) => isMeasure(other) && likeness >= alikeMin && other !== passage)
    .toSorted((one, two) => two.likeness - one.likeness)
    .slice(0, alikeShown)
    .flatMap(({ other }) => telling(item(other), sources))
}

/** The headings beside the one it stands under. */
const ofHeadings = (passage: Passage, sources: RelatedSources): string[] => {
  const { headings } = sources.document
  const own = headings.findLast(({ title }) => passage.heads.includes(title))
  if (own === undefined) return []
  const beside = headings.filter(({ level }) => level === own.level)
  return around(beside, beside.indexOf(own)).flatMap(({ title }) =>
    telling(withoutNumber(title), sources),
  )
}

/** What may be asked next beside a passage, nearest first. */
const besides = (passage: Passage, sources: RelatedSources): string[] => {
  const { document } = sources
  return [
    ...ofPositions(passage, document),
    ...ofJob(passage, document),
    ...ofList(passage, sources),
    ...ofLikeness(passage, sources),
    ...ofHeadings(passage, sources),
  ]
}

/** One of each list by turns. */
const inTurn = (lists: string[][]): string[] => {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat()
}

/** Offers only what is answered, and by a passage that is not in sight yet. Each is tried once. */
export const createRelated = (sources: RelatedSources): Related => {
  const { document, answerTo } = sources
  const byId = new Map(document.passages.map((passage) => [passage.id, passage]))
  const answered = new Map<string, string | undefined>()
  const leadsTo = (question: string): string | undefined => {
    if (!answered.has(question)) {
      const { refused, citations } = answerTo(question)
      answered.set(question, refused ? undefined : citations[0]?.passageId)
    }
    return answered.get(question)
  }
  const nearby = new Map<string, string[]>()
  const besidesOf = (passage: Passage): string[] => {
    const found = nearby.get(passage.id) ?? besides(passage, sources)
    nearby.set(passage.id, found)
    return found
  }
  return ({ offered = [], citations, care }) => {
    if (care !== undefined) return []
    const shown = new Set(citations.map(({ passageId }: Citation) => passageId))
    const cited = citations.slice(0, citedMax).flatMap(({ passageId }) => byId.get(passageId) ?? [])
    const related = [...offered]
    for (const question of inTurn(cited.map((passage) => besidesOf(passage)))) {
      if (related.length >= relatedMax) break
      const leads = leadsTo(question)
      if (leads === undefined || shown.has(leads)) continue
      shown.add(leads)
      related.push(question)
    }
    return related.slice(0, relatedMax)
  }
}
