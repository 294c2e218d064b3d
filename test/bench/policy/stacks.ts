import { DatabaseSync } from 'node:sqlite'
import MiniSearch from 'minisearch'
import { builtInDocument } from '../../../services/policy-qa/built-in.ts'
import type { PolicyDocument } from '../../../services/policy-qa/document.ts'
import { createEngine } from '../../../services/policy-qa/engine.ts'
import { fold } from '../../../services/policy-qa/ingest/normal.ts'

/** What a stack says to a question. */
export type Reply = { answer: string; refused: boolean; citations: { quote: string }[] }

/** A way of answering: built once, then asked. */
export type Stack = { name: string; build: () => (question: string) => Reply }

/** The share of the question's letter pairs that the best passage must carry; below it a ready-made stack refuses. */
const sharedMin = 0.18
const passagesShown = 5

const bigrams = (text: string): string[] => {
  const folded = fold(text)
  return Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2))
}

const sharedWith = (question: string, text: string): number => {
  const asked = new Set(bigrams(question))
  const own = new Set(bigrams(text))
  const shared = [...asked].filter((pair) => own.has(pair)).length
  return asked.size === 0 ? 0 : shared / asked.size
}

/** The passages as a ready-made stack would be given them: text with its headings. */
const chunks = (document: PolicyDocument): { id: number; text: string; heads: string }[] =>
  document.passages
    .filter((passage) => passage.kind !== 'head')
    .map((passage, id) => ({
      id,
      text: passage.text,
      heads: [...passage.heads, ...passage.labels].join(' '),
    }))

const reply = (question: string, found: string[]): Reply => {
  const [best] = found
  if (best === undefined || sharedWith(question, best) < sharedMin) {
    return { answer: '', refused: true, citations: [] }
  }
  const answer = found.slice(0, 3).join('\n').slice(0, 600)
  return { answer, refused: false, citations: found.map((quote) => ({ quote })) }
}

const own: Stack = {
  name: 'this product',
  build: () => {
    const engine = createEngine(builtInDocument())
    return (question) => engine.answer(question)
  },
}

const miniSearch: Stack = {
  name: 'minisearch, letter pairs',
  build: () => {
    const all = chunks(builtInDocument())
    const index = new MiniSearch({
      fields: ['text', 'heads'],
      tokenize: bigrams,
      searchOptions: { boost: { text: 2 } },
    })
    index.addAll(all)
    return (question) =>
      reply(
        question,
        index
          .search(question)
          .slice(0, passagesShown)
          .map(({ id }) => all[Number(id)]?.text ?? ''),
      )
  },
}

const fullText: Stack = {
  name: 'SQLite FTS5, trigrams',
  build: () => {
    const all = chunks(builtInDocument())
    const database = new DatabaseSync(':memory:')
    database.exec("CREATE VIRTUAL TABLE passage USING fts5(text, heads, tokenize='trigram')")
    const insert = database.prepare('INSERT INTO passage (rowid, text, heads) VALUES (?, ?, ?)')
    for (const { id, text, heads } of all) insert.run(id + 1, fold(text), fold(heads))
    const select = database.prepare(
      'SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY bm25(passage, 2, 1) LIMIT 5',
    )
    return (question) => {
      const folded = fold(question).replaceAll('"', '')
      const grams = Array.from(
        { length: Math.max(0, folded.length - 2) },
        (_, at) => `"${folded.slice(at, at + 3)}"`,
      )
      if (grams.length === 0) return { answer: '', refused: true, citations: [] }
      const rows = select.all([...new Set(grams)].join(' OR '))
      return reply(
        question,
        rows.map((row) => all[Number(row['rowid']) - 1]?.text ?? ''),
      )
    }
  },
}

/** The product and the ready-made stacks beside it. */
export const stacks: Stack[] = [own, miniSearch, fullText]
