/** The `next` of a page: a position in one query's answer, opaque to whoever holds it. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Parser, Query } from './store.ts'

/** A continuation that is damaged, or belongs to another query. Ask for the first page again. */
export class PageTokenRefused extends Error {
  override readonly name = 'PageTokenRefused'
}

const envelope = z.strictObject({
  v: z.literal(1),
  of: z.string(),
  at: z.unknown(),
  sum: z.string(),
})

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)

/** Marks which query a position belongs to. The limit is left out: it may change from page to page. */
const fingerprint = ({ container, partition, where, orderBy }: Query): string => {
  const conditions = (where ?? []).map(({ field, is, value }) => [field, is, value])
  const order = orderBy ? [orderBy.field, orderBy.descending ?? false] : []
  return digest([container, partition, conditions, order])
}

/** Wraps a driver's own position (plain JSON) for the caller to hand back as `after`. */
export const pageToken = (query: Query, at: object): string => {
  const token = { v: 1, of: fingerprint(query), at, sum: digest(at) }
  return Buffer.from(JSON.stringify(token)).toString('base64url')
}

const opened = (after: string): z.infer<typeof envelope> => {
  try {
    const token = envelope.parse(JSON.parse(Buffer.from(after, 'base64url').toString()))
    if (token.sum === digest(token.at)) return token
  } catch {
    // What exactly is wrong with it helps nobody: the sentence below says what to do.
  }
  throw new PageTokenRefused('store: this continuation is damaged; ask for the first page again')
}

/** The position a query goes on from; undefined for the first page. Throws PageTokenRefused. */
export const positionOf = <T>(query: Query, parser: Parser<T>): T | undefined => {
  if (query.after === undefined) return undefined
  const token = opened(query.after)
  if (token.of === fingerprint(query)) return parser.parse(token.at)
  throw new PageTokenRefused('store: this continuation belongs to another query')
}
