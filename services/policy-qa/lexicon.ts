import type { PolicyDocument } from './document.ts'
import { fold } from './ingest/normal.ts'
import { abilityKey } from './ingest/tables.ts'
import type { Posting, TextIndex } from './text-index.ts'
import type { ThesaurusRow } from './thesaurus.ts'

/** Words of one meaning. `posting` says where any of them stands. */
export type Concept = { name: string; words: string[]; near: string[]; posting: () => Posting }

/** Something the document knows by name: a position, an ability, a group of abilities, a kind of work, a stage. */
export type Entity = {
  kind: 'position' | 'ability' | 'group' | 'job' | 'stage'
  name: string
}

/** What a spelling stands for. `weight` is below 1 for words that are only near. */
export type Entry = {
  term: string
  concepts: { concept: Concept; weight: number }[]
  entities: Entity[]
  everyday: boolean
}

/** All spellings that a question may use, found by how they begin. */
export type Lexicon = {
  /** The longest entry that begins at `at`, or undefined. */
  longest(text: string, at: number): Entry | undefined
  /** The longest English phrase that begins with word `at`, and its length in words. */
  phrase(words: string[], at: number): { entry: Entry; length: number } | undefined
  entries(): Iterable<Entry>
}

/** What the lexicon is made of beside the document. */
export type LexiconSources = {
  thesaurus: ThesaurusRow[]
  positions: ThesaurusRow[]
  abilities: ThesaurusRow[]
  jobs: { name: string; aliases: string[]; english: string[] }[]
  everyday: string[]
  englishEveryday: string[]
}

const nearWeight = 0.6

const conceptOf = (row: ThesaurusRow, index: TextIndex): Concept => {
  const words = row.words.map(fold)
  const near = row.near.map(fold)
  let posting: Posting | undefined
  const merge = (term: string, weight: number, into: Posting): void => {
    if (term.length < 2) return
    for (const [passage, found] of index.find(term)) {
      into.set(passage, Math.max(into.get(passage) ?? 0, found * weight))
    }
  }
  const build = (): Posting => {
    const into: Posting = new Map()
    for (const word of words) merge(word, 1, into)
    for (const word of near) merge(word, 0.4, into)
    return into
  }
  return {
    name: words[0] ?? '',
    words,
    near,
    posting: () => {
      posting ??= build()
      return posting
    },
  }
}

type Table = Map<string, Entry>

const entryIn = (table: Table, term: string): Entry => {
  const known = table.get(term)
  if (known !== undefined) return known
  const entry: Entry = { term, concepts: [], entities: [], everyday: false }
  table.set(term, entry)
  return entry
}

const addEntity = (table: Table, term: string, entity: Entity): void => {
  const { entities } = entryIn(table, term)
  if (!entities.some((known) => known.kind === entity.kind && known.name === entity.name)) {
    entities.push(entity)
  }
}

/** 危機管理能力 is also asked for as 危機管理力 and 危機管理. */
export const abilitySpellings = (name: string): string[] => {
  const key = abilityKey(name)
  const stem = key.replace(/力$/, '')
  return [
    ...new Set([
      fold(name),
      key,
      `${stem}能力`,
      stem,
      stem.replace(/・/g, ''),
      key.replace(/・/g, ''),
    ]),
  ].filter((spelling) => spelling.length >= 2)
}

const addPositions = (tables: Tables, document: PolicyDocument, rows: ThesaurusRow[]): void => {
  for (const position of document.positions) {
    const entity: Entity = { kind: 'position', name: position.name }
    for (const name of [position.name, ...position.names])
      addEntity(tables.japanese, fold(name), entity)
    for (const row of rows.filter((row) => position.names.includes(row.words[0] ?? ''))) {
      for (const word of row.words.slice(1)) addEntity(tables.japanese, fold(word), entity)
      for (const word of row.english) addEntity(tables.english, word, entity)
    }
  }
}

const addNames = (tables: Tables, document: PolicyDocument, sources: LexiconSources): void => {
  for (const row of document.matrix) {
    const entity: Entity = { kind: 'ability', name: abilityKey(row.ability) }
    const also = sources.abilities.find((other) => abilityKey(other.words[0] ?? '') === entity.name)
    const spellings = [...abilitySpellings(row.ability), ...(also?.words.slice(1) ?? []).map(fold)]
    for (const spelling of spellings) addEntity(tables.japanese, spelling, entity)
    for (const word of also?.english ?? []) addEntity(tables.english, word, entity)
    addEntity(tables.japanese, fold(row.group), { kind: 'group', name: row.group })
  }
  const jobs = new Set(document.passages.map((passage) => passage.facets.job))
  for (const job of sources.jobs.filter((job) => jobs.has(job.name))) {
    const entity: Entity = { kind: 'job', name: job.name }
    for (const word of [job.name, ...job.aliases]) addEntity(tables.japanese, fold(word), entity)
    for (const word of job.english) addEntity(tables.english, word, entity)
  }
  for (const stage of new Set(document.passages.map((passage) => passage.facets.stage ?? ''))) {
    const name = fold(stage.replace(/[(（].*$/, ''))
    if (name !== '') addEntity(tables.japanese, name, { kind: 'stage', name })
  }
}

type Tables = { japanese: Table; english: Table }

/** A letter or two of kana stand inside too many other words. */
const isTelling = (word: string): boolean =>
  word.length >= (/^[\u3041-\u309f]+$/.test(word) ? 3 : 2)

const addConcepts = (tables: Tables, rows: ThesaurusRow[], index: TextIndex): void => {
  for (const row of rows) {
    const concept = conceptOf(row, index)
    const add = (table: Table, term: string, weight: number): void => {
      entryIn(table, term).concepts.push({ concept, weight })
    }
    for (const word of concept.words.filter(isTelling)) add(tables.japanese, word, 1)
    for (const word of concept.near.filter(isTelling)) add(tables.japanese, word, nearWeight)
    for (const word of row.english) add(tables.english, word.toLowerCase(), 1)
  }
}

const byStart = (table: Table, start: (term: string) => string): Map<string, Entry[]> => {
  const starts = new Map<string, Entry[]>()
  for (const entry of table.values()) {
    const key = start(entry.term)
    const known = starts.get(key)
    if (known === undefined) starts.set(key, [entry])
    else known.push(entry)
  }
  for (const entries of starts.values())
    entries.sort((one, two) => two.term.length - one.term.length)
  return starts
}

const firstWord = (term: string): string => term.split(' ')[0] ?? ''

/** Puts together every spelling: the document's own names, the thesaurus, and words of asking. */
export const createLexicon = (
  document: PolicyDocument,
  index: TextIndex,
  sources: LexiconSources,
): Lexicon => {
  const tables: Tables = { japanese: new Map(), english: new Map() }
  addConcepts(tables, sources.thesaurus, index)
  addPositions(tables, document, sources.positions)
  addNames(tables, document, sources)
  for (const word of sources.everyday) entryIn(tables.japanese, fold(word)).everyday = true
  for (const word of sources.englishEveryday) entryIn(tables.english, word).everyday = true
  const japanese = byStart(tables.japanese, (term) => term.slice(0, 1))
  const english = byStart(tables.english, firstWord)
  return {
    longest: (text, at) =>
      japanese.get(text.charAt(at))?.find((entry) => text.startsWith(entry.term, at)),
    phrase: (words, at) => {
      for (const entry of english.get(words[at] ?? '') ?? []) {
        const parts = entry.term.split(' ')
        if (parts.every((part, offset) => words[at + offset] === part)) {
          return { entry, length: parts.length }
        }
      }
      return undefined
    },
    entries: () => tables.japanese.values(),
  }
}
