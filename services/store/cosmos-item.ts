/** How a document lies in Cosmos DB: one item, its body under `body`, beside what the driver needs. */
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bodyText, checkKey, expiryOf } from './checks.ts'
import type { Key, Write } from './store.ts'

/** The longest id Cosmos DB takes is 1,023 bytes. */
const itemIdBytesMax = 1_000
const digestLength = 43

/**
 * The id of the item. Cosmos DB refuses `/ \ ? #` in ids, advises ASCII, and an address swallows `..`:
 * so every byte but letters, digits, `_` and `-` is written as `~2F`. One that grows too long by it ends in its digest instead; the item's `name` keeps
 * the id as it was given either way.
 */
export const itemId = (id: string): string => {
  const plain = [...Buffer.from(id)].map((byte) => {
    const character = String.fromCharCode(byte)
    const hex = byte.toString(16).toUpperCase().padStart(2, '0')
    return /[A-Za-z0-9_-]/.test(character) ? character : `~${hex}`
  })
  const text = plain.join('')
  if (text.length <= itemIdBytesMax) return text
  const digest = createHash('sha256').update(id).digest('base64url')
  return `${text.slice(0, itemIdBytesMax - digestLength - 2)}~~${digest}`
}

/** An item as it comes back. `write` is the mark of the write that made this version. */
export const itemSchema = z.object({
  name: z.string(),
  body: z.unknown(),
  write: z.string(),
  expiresAt: z.number().optional(),
  _etag: z.string(),
})

/** An item as it comes back from Cosmos DB. */
export type Item = z.infer<typeof itemSchema>

/** Seconds Cosmos DB counts a time to live in, as a 32-bit number. */
const ttlSecondsMax = 2_147_483_647

/** The clocks differ: Cosmos DB may only purge what the reader's own check already hides. */
const ttlMarginSeconds = 60

const ttlOf = (expiresAt: number, now: number): number => {
  const seconds = Math.ceil(Math.max(expiresAt - now, 0) / 1_000) + ttlMarginSeconds
  return Math.min(seconds, ttlSecondsMax)
}

/** An item on its way out. Every write carries a mark of its own, to know it again. */
export type ItemToWrite = {
  readonly id: string
  readonly partition: string
  readonly name: string
  readonly body: unknown
  readonly write: string
  readonly expiresAt?: number
  readonly ttl?: number
}

/** The item for a document. Throws where key or body breaks a limit of the port. */
export const itemOf = (key: Key, write: Write, now: number): ItemToWrite => {
  checkKey(key)
  const expiresAt = expiryOf(write)
  const body: unknown = JSON.parse(bodyText(write))
  const item = { id: itemId(key.id), partition: key.partition, name: key.id, write: randomUUID() }
  if (expiresAt === undefined) return { ...item, body }
  return { ...item, body, expiresAt, ttl: ttlOf(expiresAt, now) }
}

/** Whether the document is over: readers count it as absent, purged or not. */
export const hasExpired = (item: Item, now: number): boolean =>
  item.expiresAt !== undefined && item.expiresAt <= now
