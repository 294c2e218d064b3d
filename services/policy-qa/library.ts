/** The policy document in force, and the engine on it: made at the first question, kept from then on. */
import { builtInDocument } from './built-in.ts'
import { createEngine } from './engine.ts'
import type { Library } from './policy-qa.ts'

/** Opens the library on the document that the product comes with. */
export const openLibrary = (): (() => Library) => {
  let library: Library | undefined
  return () => {
    if (library) return library
    const document = builtInDocument()
    library = { document, engine: createEngine(document) }
    return library
  }
}
