/** The `next` of a page: a position in one query's answer, opaque to whoever holds it. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Parser, Query } from './store.ts'

/** A continuation that is damaged, or belongs to another query. Ask for the first page again. */
export class PageTokenRefused extends Error {
  override readonly name = 'PageTokenRefused'
}

const envelope = z.strictObject({ v: z.literal(1), of: z.string(), at: z.unknown() })

/** Marks which query a position belongs to. The limit is left out: it may change from page to page. */
const fingerprint = ({ container, partition, where, orderBy }: Query): string => {
  const conditions = (where ?? []).map(({ field, is, value }) => [field, is, value])
  const order = orderBy ? [orderBy.field, orderBy.descending ?? false] : []
  const text = JSON.stringify([container, partition, conditions, order])
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

/** Wraps a driver's own position (plain JSON) for the caller to hand back as `after`. */
export const pageToken = (query: Query, at: object): string =>
  Buffer.from(JSON.stringify({ v: 1, of: fingerprint(query), at })).toString('base64url')

/** The position a query goes on from; undefined for the first page. Throws PageTokenRefused. */
export const positionOf = <T>(query: Query, parser: Parser<T>): T | undefined => {
  if (query.after === undefined) return undefined
  try {
    const token = envelope.parse(JSON.parse(Buffer.from(query.after, 'base64url').toString()))
    if (token.of === fingerprint(query)) return parser.parse(token.at)
  } catch {
    throw new PageTokenRefused('store: this continuation is damaged; ask for the first page again')
  }
  throw new PageTokenRefused('store: this continuation belongs to another query')
}
