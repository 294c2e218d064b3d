/**
 * The roster in the store, in generations. A generation is written whole beside the one in use, and one
 * write of the pointer puts it to use: so no store can ever show half an import.
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Clock, EpochMs } from '../clock.ts'
import type { Key, Store, Stored } from '../store/store.ts'
import type { Person } from './person.ts'
import { type Roster, rosterOf } from './roster.ts'

/** What reading and writing the roster needs. */
export type RosterContext = { readonly store: Store; readonly clock: Clock }

// A row has at most about 2 kB, a document at most 1,500 kB.
const rowsPerChunk = 200

/** How many generations are kept: the one in use and those before it. */
export const generationsKeptMax = 3

// A reader looks whether there is a newer generation at most this often.
const recheckAfterMs: EpochMs = 5_000
// One import clears away so many old generations at most; the next one goes on.
const generationsRemovedMax = 5
// A reader meets a generation that is just being removed only if it slept through three imports.
const readAttemptsMax = 3

const pointerKey: Key = { container: 'people', partition: 'pointer', id: 'current' }

const pointerSchema = z.strictObject({
  generation: z.string(),
  chunkCount: z.int().min(0),
  rowCount: z.int().min(0),
  importedAt: z.int(),
})

/** Which generation is in use. */
export type Pointer = z.infer<typeof pointerSchema>

/** Changes with the shape of a row: rows of another format are not taken for rows of this one. */
const rowFormat = 1

// Every row was checked when it was written; checking 3,657 of them again takes longer than the rest of a start.
const checkedRow = z.custom<Person>((row) => typeof row === 'object' && row !== null)
const chunkSchema = z.strictObject({
  format: z.literal(rowFormat),
  rows: z.array(checkedRow),
})
const listedSchema = z.strictObject({ chunkCount: z.int().min(0), startedAt: z.int() })

const chunkKey = (generation: string, index: number): Key => ({
  container: 'people',
  partition: generation,
  id: String(index).padStart(4, '0'),
})

const listedKey = (generation: string): Key => ({
  container: 'people',
  partition: 'generations',
  id: generation,
})

// In the order of time, and never the same for two imports of one moment.
const generationId = (now: EpochMs): string =>
  `${String(now).padStart(15, '0')}-${randomBytes(6).toString('hex')}`

const chunksOf = (rows: readonly Person[]): Person[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsPerChunk) }, (_, index) =>
    rows.slice(index * rowsPerChunk, (index + 1) * rowsPerChunk),
  )

const loadPointer = (store: Store): Promise<Stored<Pointer> | undefined> =>
  store.load(pointerKey, pointerSchema)

const loadRows = async (store: Store, pointer: Pointer): Promise<Person[] | undefined> => {
  const rows: Person[] = []
  for (let index = 0; index < pointer.chunkCount; index += 1) {
    const chunk = await store.load(chunkKey(pointer.generation, index), chunkSchema)
    if (chunk === undefined) return undefined
    rows.push(...chunk.body.rows)
  }
  return rows
}

/** The roster in use and the version of the pointer that named it; undefined where nothing was imported yet. */
export type LiveRoster = { readonly roster: Roster; readonly pointer: Stored<Pointer> }

/** Reads the roster in use. Throws where its documents are missing, which no import can bring about. */
export const readLiveRoster = async (store: Store): Promise<LiveRoster | undefined> => {
  for (let attempt = 0; attempt < readAttemptsMax; attempt += 1) {
    const pointer = await loadPointer(store)
    if (pointer === undefined) return undefined
    const rows = await loadRows(store, pointer.body)
    if (rows !== undefined) return { roster: rosterOf(rows), pointer }
  }
  throw new Error('people: the roster in use has documents missing; import the file again')
}

const writeChunks = async (
  { store, clock }: RosterContext,
  rows: readonly Person[],
): Promise<Pointer> => {
  const startedAt = clock.now()
  const generation = generationId(startedAt)
  const chunks = chunksOf(rows)
  // Listed before its first chunk: what a crash leaves behind is found and cleared away by a later import.
  await store.create(listedKey(generation), { body: { chunkCount: chunks.length, startedAt } })
  for (const [index, chunk] of chunks.entries()) {
    await store.create(chunkKey(generation, index), { body: { format: rowFormat, rows: chunk } })
  }
  return {
    generation,
    chunkCount: chunks.length,
    rowCount: rows.length,
    importedAt: clock.now(),
  }
}

const switchTo = async (
  store: Store,
  next: Pointer,
  from: Stored<Pointer> | undefined,
): Promise<'switched' | 'changed'> => {
  const outcome =
    from === undefined
      ? await store.create(pointerKey, { body: next })
      : await store.replace(pointerKey, from.etag, { body: next })
  return typeof outcome === 'string' ? 'changed' : 'switched'
}

const removeKey = async (store: Store, key: Key): Promise<void> => {
  const found = await store.load(key, z.unknown())
  if (found !== undefined) await store.remove(key, found.etag)
}

const removeGeneration = async (
  store: Store,
  generation: string,
  chunkCount: number,
): Promise<void> => {
  for (let index = 0; index < chunkCount; index += 1) {
    await removeKey(store, chunkKey(generation, index))
  }
  await removeKey(store, listedKey(generation))
}

const clearOld = async (store: Store, inUse: string): Promise<void> => {
  const { items } = await store.query(
    { container: 'people', partition: 'generations', limit: 50 },
    listedSchema,
  )
  const old = items
    .filter(({ key }) => key.id !== inUse)
    .toSorted((a, b) => (a.key.id < b.key.id ? -1 : 1))
    .slice(0, -(generationsKeptMax - 1))
  for (const { key, body } of old.slice(0, generationsRemovedMax)) {
    await removeGeneration(store, key.id, body.chunkCount)
  }
}

/**
 * Puts these rows to use in place of the roster read as `live`. `changed` where somebody else's import
 * came between; nothing is different then. Old generations are cleared away.
 */
export const replaceRoster = async (
  context: RosterContext,
  rows: readonly Person[],
  live: LiveRoster | undefined,
): Promise<Pointer | 'changed'> => {
  const next = await writeChunks(context, rows)
  const outcome = await switchTo(context.store, next, live?.pointer)
  if (outcome === 'changed') {
    await removeGeneration(context.store, next.generation, next.chunkCount)
    return 'changed'
  }
  await clearOld(context.store, next.generation)
  return next
}

/** Gives the roster in use, from memory as long as nothing newer can have been noticed. */
export type RosterReader = { current(): Promise<Roster> }

const empty = rosterOf([])

/**
 * A reader for a running server. An import through another replica is seen within five seconds; until
 * the first import the roster is empty. Rejects with StoreUnavailable when the store is out of reach.
 */
export const openRosterReader = ({ store, clock }: RosterContext): RosterReader => {
  let known: { readonly etag: string | undefined; readonly roster: Roster; readonly at: EpochMs }
  let reading: Promise<Roster> | undefined
  known = { etag: undefined, roster: empty, at: -Infinity }

  const refresh = async (): Promise<Roster> => {
    const at = clock.now()
    const pointer = await loadPointer(store)
    if (pointer?.etag === known.etag) {
      known = { ...known, at }
      return known.roster
    }
    const live = await readLiveRoster(store)
    known = { etag: live?.pointer.etag, roster: live?.roster ?? empty, at }
    return known.roster
  }

  return {
    current: () => {
      const age = clock.now() - known.at
      if (age >= 0 && age < recheckAfterMs) return Promise.resolve(known.roster)
      // Everybody who asks meanwhile waits for the same reading.
      reading ??= refresh().finally(() => {
        reading = undefined
      })
      return reading
    },
  }
}
