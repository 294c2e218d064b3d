/** The policy document in force, and the engine on it: made at the first question, kept from then on. */
import { builtInDocument } from './built-in.ts'
import type { PolicyDocument } from './document.ts'
import { createEngine, type Engine } from './engine.ts'

/** The document in force, the engine that answers from it, and which revision it is. */
export type Library = {
  readonly document: PolicyDocument
  readonly engine: Engine
  readonly revision: string
}

/** Gives the library as it is now. */
export type OpenLibrary = () => Promise<Library>

/** The name of the revision that the product comes with. */
export const builtInRevision = 'built-in'

/** Opens the library on the document that the product comes with. */
export const openLibrary = (): OpenLibrary => {
  let library: Library | undefined
  return async () => {
    if (library) return library
    const document = builtInDocument()
    library = { document, engine: createEngine(document), revision: builtInRevision }
    return library
  }
}
