/**
 * Revisions of the policy in the store. A revision is written whole beside the one in force, as a candidate;
 * one write of the pointer puts it in force, and the one before is kept.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { calendarDate, calendarDateSchema } from '../../calendar.ts'
import type { Clock } from '../../clock.ts'
import type { Key, Store, Stored } from '../../store/store.ts'

/** The name of the revision that the product comes with. */
export const builtInRevision = 'built-in'

const revisionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  addedOn: calendarDateSchema,
  passages: z.int().min(0),
  chunks: z.int().min(1),
  characters: z.int().min(1),
})

/** A revision as it is listed. */
export type StoredRevision = z.infer<typeof revisionSchema>

const pointerSchema = z.strictObject({
  revision: z.string(),
  /** Those in force before, the last one first. */
  before: z.array(z.string()),
  publishedOn: calendarDateSchema,
})

/** Which revision is in force. */
export type Pointer = z.infer<typeof pointerSchema>

const chunkSchema = z.strictObject({ text: z.string() })

// Three bytes a character at most: a chunk stays under the largest body.
const chunkLength = 400_000

/** The longest text of a policy, in characters: some thirty times the city's own. */
export const policyLengthMax = 2_000_000
const beforeMax = 20
const listedMax = 200

const pointerKey: Key = { container: 'policy', partition: 'live', id: 'current' }
const revisionKey = (id: string): Key => ({ container: 'policy', partition: 'revisions', id })
const chunkKey = (id: string, at: number): Key => ({
  container: 'policy',
  partition: 'texts',
  id: `${id}.${String(at).padStart(3, '0')}`,
})

type Ports = { readonly store: Store; readonly clock: Clock }

/** Which revision is in force; undefined as long as it is the built-in one and was never another. */
export const loadPointer = (store: Store): Promise<Stored<Pointer> | undefined> =>
  store.load(pointerKey, pointerSchema)

/** A file's text and what it is called. */
export type Candidate = {
  readonly text: string
  readonly title: string
  readonly fileName: string
  readonly passages: number
}

/** The id a text has as a revision: the day it was first taken in is beside it, not in it. */
const revisionIdOf = (text: string): string =>
  `r-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`

/** Keeps a text as a candidate. The same text again is the same revision. */
export const addRevision = async (
  { store, clock }: Ports,
  { text, ...about }: Candidate,
): Promise<StoredRevision> => {
  const id = revisionIdOf(text)
  const chunks = Math.ceil(text.length / chunkLength)
  for (let at = 0; at < chunks; at += 1) {
    const part = text.slice(at * chunkLength, (at + 1) * chunkLength)
    await store.create(chunkKey(id, at), { body: { text: part } })
  }
  const addedOn = calendarDate(clock.now())
  const body = { id, ...about, addedOn, chunks, characters: text.length }
  await store.create(revisionKey(id), { body })
  return body
}

/** Every revision there is, newest day first; the built-in one is not among them. */
export const listRevisions = async (store: Store): Promise<StoredRevision[]> => {
  const { items } = await store.query(
    { container: 'policy', partition: 'revisions', limit: listedMax },
    revisionSchema,
  )
  return items.map(({ body }) => body).toSorted((one, two) => (one.addedOn < two.addedOn ? 1 : -1))
}

/** The text of a revision; undefined where there is none of that id. */
export const loadText = async (store: Store, id: string): Promise<string | undefined> => {
  const found = await store.load(revisionKey(id), revisionSchema)
  if (!found) return undefined
  const parts: string[] = []
  for (let at = 0; at < found.body.chunks; at += 1) {
    const chunk = await store.load(chunkKey(id, at), chunkSchema)
    if (!chunk) throw new Error('policy: a revision has chunks missing; take the file in again')
    parts.push(chunk.body.text)
  }
  return parts.join('')
}

const point = async (
  store: Store,
  next: Pointer,
  from: Stored<Pointer> | undefined,
): Promise<boolean> => {
  const written = from
    ? await store.replace(pointerKey, from.etag, { body: next })
    : await store.create(pointerKey, { body: next })
  return typeof written !== 'string'
}

/**
 * Puts a revision in force in place of the one read as `from`. False where somebody else changed what is
 * in force meanwhile; nothing is different then.
 */
export const publish = (
  { store, clock }: Ports,
  id: string,
  from: Stored<Pointer> | undefined,
): Promise<boolean> => {
  const { revision, before } = from?.body ?? { revision: builtInRevision, before: [] }
  const next = {
    revision: id,
    before: [revision, ...before].slice(0, beforeMax),
    publishedOn: calendarDate(clock.now()),
  }
  return point(store, next, from)
}

/** Puts the revision before in force again; undefined where there is none before, false as `publish`. */
export const rollBack = async ({ store, clock }: Ports): Promise<Pointer | undefined | false> => {
  const from = await loadPointer(store)
  const [revision, ...before] = from?.body.before ?? []
  if (!from || revision === undefined) return undefined
  const next = { revision, before, publishedOn: calendarDate(clock.now()) }
  return (await point(store, next, from)) ? next : false
}
