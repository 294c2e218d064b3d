/**
 * The policy in force, and the engine on it: made at the first question, made anew when something changed.
 * Its code is loaded then, too: no start waits for it.
 */
import type { Clock, EpochMs } from '../clock.ts'
import { type Store, StoreUnavailable } from '../store/store.ts'
import type { PolicyDocument } from './document.ts'
import type { Engine, EngineOptions } from './engine.ts'
import { remembering } from './remembered.ts'
import { type CuratedAnswer, loadShelf } from './upkeep/curated-answers.ts'
import { loadOwnWords } from './upkeep/own-words.ts'
import { builtInRevision, loadPointer, loadText } from './upkeep/revisions.ts'

/** The document in force, the engine that answers from it, and which revision it is. */
export type Library = {
  readonly document: PolicyDocument
  readonly engine: Engine
  readonly revision: string
}

/**
 * Gives the library as it is now, from memory as long as nothing newer can have been noticed. Asked for a
 * revision that was in force before, it gives that one with today's words, where it is still there.
 */
export type OpenLibrary = (revision?: string) => Promise<Library>

/** What was in the store when the library was made; another version of any makes it anew. */
type Versions = {
  readonly revision: string
  readonly answers: string | undefined
  readonly words: string | undefined
}

type Known = Versions & {
  readonly library: Library
  readonly options: EngineOptions
  readonly at: EpochMs
}

const recheckAfterMs: EpochMs = 5_000

const documentIn = async (store: Store, revision: string): Promise<PolicyDocument | undefined> => {
  if (revision === builtInRevision) {
    const { builtInDocument } = await import('./built-in.ts')
    return builtInDocument()
  }
  const text = await loadText(store, revision)
  if (text === undefined) return undefined
  const { ingestText } = await import('./ingest.ts')
  return ingestText(text).document
}

/** The document of a revision. Throws where the store lacks it, which no publishing can bring about. */
export const documentOf = async (store: Store, revision: string): Promise<PolicyDocument> => {
  const document = await documentIn(store, revision)
  if (!document) throw new Error('policy: the revision in force is not in the store')
  return document
}

const curatedOf = (answers: readonly CuratedAnswer[]) =>
  answers.map(({ questions, answer, source }) => ({ questions, answer, source }))

const readStore = async (store: Store) => {
  const [pointer, shelf, words] = await Promise.all([
    loadPointer(store),
    loadShelf(store),
    loadOwnWords(store),
  ])
  const versions: Versions = {
    revision: pointer?.body.revision ?? builtInRevision,
    answers: shelf?.etag,
    words: words?.etag,
  }
  return { versions, shelf, words }
}

const same = (one: Versions, two: Versions): boolean =>
  one.revision === two.revision && one.answers === two.answers && one.words === two.words

const engineOn = async (document: PolicyDocument, options?: EngineOptions): Promise<Engine> => {
  const { createEngine } = await import('./engine.ts')
  return remembering(createEngine(document, options))
}

const refresh = async (store: Store, at: EpochMs, known: Known | undefined): Promise<Known> => {
  const { versions, shelf, words } = await readStore(store)
  if (known && same(known, versions)) return { ...known, at }
  const { revision } = versions
  const document =
    known?.revision === revision ? known.library.document : await documentOf(store, revision)
  const options: EngineOptions = {
    curated: curatedOf(shelf?.body.answers ?? []),
    thesaurus: (words?.body.rows ?? []).map((row) => ({ ...row, near: [], english: [] })),
  }
  const engine = await engineOn(document, options)
  return { ...versions, at, options, library: { document, engine, revision } }
}

/**
 * Opens the library on this store. What another replica published or wrote is seen within five seconds;
 * while the store is away the policy goes on answering as it last was.
 */
export const openLibrary = ({
  store,
  clock,
}: {
  readonly store: Store
  readonly clock: Clock
}): OpenLibrary => {
  let known: Known | undefined
  let reading: Promise<Library> | undefined

  const read = async (): Promise<Library> => {
    try {
      known = await refresh(store, clock.now(), known)
    } catch (fault) {
      if (!(fault instanceof StoreUnavailable) || !known) throw fault
      known = { ...known, at: clock.now() }
    }
    return known.library
  }

  /** One that was in force before, made for whoever still has a card of it; the last one is kept. */
  let earlier: { readonly of: Library; readonly library: Library } | undefined
  const before = async (revision: string, now: Library): Promise<Library> => {
    if (earlier?.of === now && earlier.library.revision === revision) return earlier.library
    const document = await documentIn(store, revision)
    if (!document) return now
    const library = { document, engine: await engineOn(document, known?.options), revision }
    earlier = { of: now, library }
    return library
  }

  const current = (): Promise<Library> => {
    const age = known ? clock.now() - known.at : Number.POSITIVE_INFINITY
    if (known && age >= 0 && age < recheckAfterMs) return Promise.resolve(known.library)
    // Everybody who asks meanwhile waits for the same reading.
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }
  return async (revision) => {
    const now = await current()
    return revision === undefined || revision === now.revision ? now : await before(revision, now)
  }
}
