/** Load, decide, write: the one way a service changes a document. */
import type { Key, Parser, Store, Write } from './store.ts'

/**
 * What a decision comes to: the document as it shall be from now on, or nothing to write; and what to
 * say. Without `expiresAt` the document stays until it is removed, even where it was to expire before.
 */
export type Decision<T, R> =
  | { readonly put: T; readonly result: R; readonly expiresAt?: number }
  | { readonly keep: true; readonly result: R }

/** The document a commit is about, and how to read it. */
export type Subject<T> = { readonly key: Key; readonly parser: Parser<T> }

/** How often a commit decides anew because somebody else was first. */
export const commitTriesMax = 3

/** Others were first at every try; nothing was written. Asking again a moment later is safe. */
export class CommitContended extends Error {
  override readonly name = 'CommitContended'
}

/**
 * Loads a document, has `decide` say what becomes of it, and writes that under the version it was read
 * at. Where somebody else was first, `decide` is asked again with what they wrote: so it must be pure.
 * Rejects with CommitContended after `commitTriesMax` tries, and as the store does.
 */
export const commit = async <T extends object, R>(
  store: Store,
  { key, parser }: Subject<T>,
  decide: (current: T | undefined) => Decision<T, R>,
): Promise<R> => {
  for (let tries = 0; tries < commitTriesMax; tries += 1) {
    const current = await store.load(key, parser)
    const decision = decide(current?.body)
    if ('keep' in decision) return decision.result
    const { put: body, expiresAt, result } = decision
    const write: Write = expiresAt === undefined ? { body } : { body, expiresAt }
    const written = current
      ? await store.replace(key, current.etag, write)
      : await store.create(key, write)
    if (written !== 'exists' && written !== 'changed') return result
  }
  throw new CommitContended(`store: a commit to ${key.container} met others at every try`)
}
