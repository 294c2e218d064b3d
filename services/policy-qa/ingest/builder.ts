import type {
  Career,
  Facets,
  Heading,
  IngestReport,
  MatrixRow,
  Passage,
  Position,
} from '../document.ts'
import type { Block } from './blocks.ts'
import { type ContentsEntry, pageOf } from './contents.ts'
import { fold, headingKey, isNumbered, tidy } from './normal.ts'

const passageLengthMax = 800

/** Words that name a kind of work, and the words by which a table shows that it is about it. */
export type JobType = { name: string; aliases: string[]; english: string[]; signs: string[] }

/** The document as it grows: where the reader stands (headings, labels, facets) and what was found so far. */
export type Builder = {
  passages: Passage[]
  headings: Heading[]
  positions: Position[]
  matrix: MatrixRow[]
  careers: Career[]
  tables: IngestReport['tables']
  notes: string[]
  place: { entry: number; sub: string; label: string; facets: Facets; roles: boolean }
  add(raw: string, more?: Partial<Pick<Passage, 'kind' | 'labels' | 'facets'>>): Passage
  heading(block: Block): boolean
  /** Moves on to the entry of the contents, as if its heading stood here. */
  enter(entry: number): void
}

const sectionOf = (entries: ContentsEntry[], at: number, sub: string): string => {
  const entry = entries[at]
  const titles = entry === undefined ? [] : [...entry.above, entry.title]
  return [...titles, ...(sub === '' ? [] : [sub])].join(' ')
}

const findEntry = (entries: ContentsEntry[], key: string, from: number): number => {
  const ahead = entries.findIndex((entry, at) => at >= from && entry.key === key)
  return ahead >= 0 ? ahead : entries.findLastIndex((entry) => entry.key === key)
}

/** A builder that follows the contents it is given. */
export const createBuilder = (entries: ContentsEntry[]): Builder => {
  const builder: Builder = {
    passages: [],
    headings: [],
    positions: [],
    matrix: [],
    careers: [],
    tables: [],
    notes: [],
    place: { entry: -1, sub: '', label: '', facets: {}, roles: false },
    add: (raw, more = {}) => {
      const { place } = builder
      const entry = entries[place.entry]
      const text = tidy(raw).slice(0, passageLengthMax)
      const heads = entry === undefined ? [] : [...entry.above, entry.title]
      const passage: Passage = {
        id: `p${builder.passages.length + 1}`,
        text,
        kind: more.kind ?? 'paragraph',
        section: sectionOf(entries, place.entry, place.sub),
        page: place.entry < 0 ? null : pageOf(entries, place.entry),
        heads: [...heads, place.sub].filter((head) => head !== ''),
        labels: [place.label, ...(more.labels ?? [])].filter((label) => label !== ''),
        facets: { ...place.facets, ...more.facets },
      }
      builder.passages.push(passage)
      return passage
    },
    enter: (entry) => {
      builder.place = { entry, sub: '', label: '', facets: {}, roles: false }
      const found = entries[entry]
      if (found === undefined) return
      const section = sectionOf(entries, entry, '')
      builder.headings.push({
        title: found.title,
        level: found.level,
        section,
        page: pageOf(entries, entry),
      })
    },
    heading: (block) => {
      const line = tidy(block.lines[0] ?? '')
      const key = headingKey(line)
      const found =
        isNumbered(line) || block.make === 'label'
          ? findEntry(entries, key, builder.place.entry)
          : -1
      if (found < 0) return subHeading(builder, block, line)
      const passed = builder.headings.some(
        (heading) => fold(heading.title) === fold(entries[found]?.title ?? ''),
      )
      if (found !== builder.place.entry && !(passed && found < builder.place.entry))
        builder.enter(found)
      else builder.place = { ...builder.place, label: '', facets: {}, roles: false }
      return true
    },
  }
  return builder
}

const subHeading = (builder: Builder, block: Block, line: string): boolean => {
  if (block.make !== 'heading') return false
  builder.place = { ...builder.place, sub: line, label: '', facets: {}, roles: false }
  const { place } = builder
  const before = builder.headings.findLast((heading) => heading.level < 4)
  const section = `${before?.section ?? ''} ${line}`.trim()
  builder.headings.push({ title: line, level: 4, section, page: before?.page ?? null })
  return place.sub !== ''
}
