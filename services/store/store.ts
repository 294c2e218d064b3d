/**
 * The store port: single documents, written whole under their ETag. Both drivers (SQLite, Cosmos DB)
 * are accepted by one contract suite (test/contracts/store.contract.ts); nothing here may promise
 * what only one of them can keep.
 */
import type { ContainerName } from './containers.ts'

/** Names one document. The partition and the id are unique together within their container. */
export type Key = {
  readonly container: ContainerName
  readonly partition: string
  readonly id: string
}

/** A document as it was read: its body, and the version (`etag`) a later write must name. */
export type Stored<T> = {
  readonly key: Key
  readonly etag: string
  readonly body: T
}

/** What a document shall hold from now on. From `expiresAt` (epoch ms) on no reader sees it any more. */
export type Write = {
  readonly body: object
  readonly expiresAt?: number
}

/** Turns what was stored back into its type, or throws: any zod schema fits. */
export type Parser<T> = { parse(value: unknown): T }

/**
 * A field of the body by its path (`window.dueOn`), compared with a plain value. It holds only where the
 * field is there and has the value's type: a missing field, null or `"5"` is neither `=` nor `!=` 5.
 */
export type Condition = {
  readonly field: string
  readonly is: '=' | '!=' | '<' | '<=' | '>' | '>='
  readonly value: string | number | boolean
}

/**
 * Documents of one partition: every condition holds; ordered by one field (else by id). Ordered by a
 * field, only documents where it is a number or a string are seen, numbers first; equal ones stand in
 * no promised order. Documents written meanwhile may be missed, never shown twice for that reason alone.
 */
export type Query = {
  readonly container: ContainerName
  readonly partition: string
  readonly where?: readonly Condition[]
  readonly orderBy?: { readonly field: string; readonly descending?: boolean }
  /** At most this many documents a page, 1 to `queryLimitMax`. */
  readonly limit: number
  /** The `next` of the page before. */
  readonly after?: string
}

/** One page of a query; `next` is there as long as there may be more (a last page may be empty). */
export type Page<T> = { readonly items: readonly Stored<T>[]; readonly next?: string }

/**
 * Documents, one write at a time. Every promise rejects with StoreUnavailable when the store is out of
 * reach, and with an AssertionError where a key, body or query breaks a limit of this file; neither
 * repeats what was to be stored. A parser's own error passes through.
 */
export type Store = {
  /** The document, or undefined where there is none or it has expired. */
  load<T>(key: Key, parser: Parser<T>): Promise<Stored<T> | undefined>
  /** Writes a new document; `exists` where one (not expired) is there already. Of many racers one wins. */
  create(key: Key, write: Write): Promise<{ readonly etag: string } | 'exists'>
  /** Writes over the version named; `changed` where it has another version by now, or is gone. */
  replace(key: Key, etag: string, write: Write): Promise<{ readonly etag: string } | 'changed'>
  /** Removes the version named; `changed` where it has another version by now, or is gone. */
  remove(key: Key, etag: string): Promise<'removed' | 'changed'>
  /** One page. Rejects with PageTokenRefused where `after` is damaged or another query's. */
  query<T>(query: Query, parser: Parser<T>): Promise<Page<T>>
  /** Rejects where the store can't be read now. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** The most documents one page of a query may hold. */
export const queryLimitMax = 1_000

/** The largest body a document may have, as JSON in UTF-8 (Cosmos DB refuses items over 2 MB). */
export const bodyBytesMax = 1_500_000

/** The longest id or partition, in UTF-8 bytes (Cosmos DB allows 1,023 and 2,048). */
export const keyBytesMax = 1_000

/** The store is out of reach, or too busy after every retry. Nothing of the call is promised to have happened. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}
