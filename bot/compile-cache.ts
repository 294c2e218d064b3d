/** Keeps what Node compiled at one start for the next: more than half of a start is compiling. */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Beside the packages, not in the folder for temporary files: what lies there is run, and whoever can
 * write here could as well change the program itself.
 */
const folder = fileURLToPath(new URL('../node_modules/.cache/hitozukuri', import.meta.url))

/** What is imported from now on is kept. Where nothing can be written every start compiles anew; that is all. */
export const keepCompiled = (): void => {
  enableCompileCache(folder)
}

/** Writes down what was compiled so far: a server that is killed one day would never come to it. */
export const saveCompiled = (): void => flushCompileCache()
