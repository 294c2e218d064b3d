/** The files that the gates read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A file of the repository: its path from the root, with `/`, and what stands in it. */
export type Source = { readonly path: string; readonly text: string }

/** The folders whose code runs in production. */
export const productFolders = ['bot', 'cards', 'services'] as const

// What a working copy holds and the repository doesn't: the same as in .gitignore.
const besides = /^(node_modules|\.git|data|coverage|planted-\w+)$|\.log$|^\.env$/

const under = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))

/** Every path of the repository. */
export const allPaths = (): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => !besides.test(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? under(entry.name) : [entry.name]))
    .toSorted()

/** The file at a path from the root. */
export const read = (path: string): Source => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
})

/** The TypeScript of some folders. */
export const codeIn = (folders: readonly string[]): Source[] =>
  folders
    .flatMap(under)
    .filter((path) => path.endsWith('.ts'))
    .toSorted()
    .map(read)
