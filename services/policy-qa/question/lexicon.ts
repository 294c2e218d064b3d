import type { PolicyDocument } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import { abilityKey } from '../ingest/tables.ts'
import { wordsOf } from './english-words.ts'
import type { Posting, TextIndex } from './text-index.ts'
import type { ThesaurusRow } from './thesaurus.ts'

/** Words of one meaning. `posting` says where any of them stands. */
type Concept = { name: string; words: string[]; near: string[]; posting: () => Posting }

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
  /** Every word of the English phrases. */
  englishWords(): Iterable<string>
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

const union = (one: string[], two: string[]): string[] => [...new Set([...one, ...two])]

/** Rows with one head are about one meaning: what is added later means all that the first row does. */
const byHead = (rows: ThesaurusRow[]): ThesaurusRow[] => {
  const heads = new Map<string, ThesaurusRow>()
  for (const row of rows) {
    const head = row.words[0] ?? ''
    const known = heads.get(head)
    heads.set(
      head,
      known === undefined
        ? row
        : {
            words: union(known.words, row.words),
            near: union(known.near, row.near),
            english: union(known.english, row.english),
          },
    )
  }
  return [...heads.values()]
}

type Table = Map<string, Entry>

type Language = 'japanese' | 'english'

/** What fills a table, in one language. */
type Filling = {
  document: PolicyDocument
  sources: LexiconSources
  concepts: { concept: Concept; row: ThesaurusRow }[]
  language: Language
}

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
const abilitySpellings = (name: string): string[] => {
  const key = abilityKey(name)
  const stem = key.replace(/力$/, '')
  const all = [
    fold(name),
    key,
    `${stem}能力`,
    stem,
    stem.replace(/・/g, ''),
    key.replace(/・/g, ''),
  ]
  return [...new Set(all)].filter((spelling) => spelling.length >= 2)
}

const stemmed = (phrase: string): string => wordsOf(phrase).join(' ')

/** The spellings of an alias row in the language at hand. */
const spellings = ({ english, near }: ThesaurusRow, language: Language): string[] =>
  language === 'english' ? english.map(stemmed) : near.map(fold)

const addPositions = (table: Table, { document, sources, language }: Filling): void => {
  for (const position of document.positions) {
    const entity: Entity = { kind: 'position', name: position.name }
    const own = language === 'japanese' ? [position.name, ...position.names].map(fold) : []
    const rows = sources.positions.filter((row) => position.names.includes(row.words[0] ?? ''))
    const also = rows.flatMap((row) => spellings(row, language))
    for (const spelling of [...own, ...also]) addEntity(table, spelling, entity)
  }
}

const addAbilities = (table: Table, { document, sources, language }: Filling): void => {
  for (const row of document.matrix) {
    const entity: Entity = { kind: 'ability', name: abilityKey(row.ability) }
    const rows = sources.abilities.filter(
      (other) => abilityKey(other.words[0] ?? '') === entity.name,
    )
    const own = language === 'japanese' ? abilitySpellings(row.ability) : []
    for (const spelling of [...own, ...rows.flatMap((one) => spellings(one, language))])
      addEntity(table, spelling, entity)
    if (language === 'japanese')
      addEntity(table, fold(row.group), { kind: 'group', name: row.group })
  }
}

const addJobs = (table: Table, { document, sources, language }: Filling): void => {
  const jobs = new Set(document.passages.map((passage) => passage.facets.job))
  for (const job of sources.jobs.filter((job) => jobs.has(job.name))) {
    const own =
      language === 'english' ? job.english.map(stemmed) : [job.name, ...job.aliases].map(fold)
    for (const spelling of own) addEntity(table, spelling, { kind: 'job', name: job.name })
  }
  if (language === 'english') return
  for (const stage of new Set(document.passages.map((passage) => passage.facets.stage ?? ''))) {
    const name = fold(stage.replace(/[(（].*$/, ''))
    if (name === '') continue
    for (const spelling of [name, name.replace(/^能力/, '')])
      addEntity(table, spelling, { kind: 'stage', name })
  }
}

/** A letter or two of kana stand inside too many other words. */
const isTelling = (word: string): boolean =>
  word.length >= (/^[\u3041-\u309f]+$/.test(word) ? 3 : 2)

const addConcepts = (table: Table, { concepts, language }: Filling): void => {
  for (const { concept, row } of concepts) {
    const add = (term: string, weight: number): void => {
      entryIn(table, term).concepts.push({ concept, weight })
    }
    if (language === 'english') {
      for (const word of row.english) add(stemmed(word), 1)
      continue
    }
    for (const word of concept.words.filter(isTelling)) add(word, 1)
    for (const word of concept.near.filter(isTelling)) add(word, nearWeight)
  }
}

const fill = (filling: Filling): Table => {
  const table: Table = new Map()
  addConcepts(table, filling)
  addPositions(table, filling)
  addAbilities(table, filling)
  addJobs(table, filling)
  const { everyday, englishEveryday } = filling.sources
  const words = filling.language === 'english' ? englishEveryday.map(stemmed) : everyday.map(fold)
  for (const word of words) entryIn(table, word).everyday = true
  return table
}

/** How long the terms are that begin alike, the longest first: few lengths to try, however many terms there are. */
const lengthsByStart = (
  table: Table,
  parts: (term: string) => { start: string; length: number },
): Map<string, number[]> => {
  const starts = new Map<string, Set<number>>()
  for (const term of table.keys()) {
    const { start, length } = parts(term)
    starts.set(start, (starts.get(start) ?? new Set()).add(length))
  }
  return new Map(
    [...starts].map(([start, lengths]) => [start, [...lengths].toSorted((one, two) => two - one)]),
  )
}

const inLetters = (term: string): { start: string; length: number } => ({
  start: term.charAt(0),
  length: term.length,
})

const inWords = (term: string): { start: string; length: number } => {
  const words = term.split(' ')
  return { start: words[0] ?? '', length: words.length }
}

/** English waits for an English question. */
type English = { table: Table; lengths: Map<string, number[]> }

/** Puts together every spelling: the document's own names, the thesaurus, and words of asking. */
export const createLexicon = (
  document: PolicyDocument,
  index: TextIndex,
  sources: LexiconSources,
): Lexicon => {
  const concepts = byHead(sources.thesaurus).map((row) => ({ concept: conceptOf(row, index), row }))
  const table = fill({ document, sources, concepts, language: 'japanese' })
  const lengths = lengthsByStart(table, inLetters)
  let english: English | undefined
  const inEnglish = (): English => {
    if (english !== undefined) return english
    const phrases = fill({ document, sources, concepts, language: 'english' })
    english = { table: phrases, lengths: lengthsByStart(phrases, inWords) }
    return english
  }
  return {
    longest: (text, at) => {
      for (const length of lengths.get(text.charAt(at)) ?? []) {
        const entry = at + length > text.length ? undefined : table.get(text.slice(at, at + length))
        if (entry !== undefined) return entry
      }
      return undefined
    },
    phrase: (words, at) => {
      const known = inEnglish()
      for (const length of known.lengths.get(words[at] ?? '') ?? []) {
        const entry = known.table.get(words.slice(at, at + length).join(' '))
        if (entry !== undefined && at + length <= words.length) return { entry, length }
      }
      return undefined
    },
    entries: () => table.values(),
    englishWords: () => [...inEnglish().table.keys()].flatMap((phrase) => phrase.split(' ')),
  }
}
