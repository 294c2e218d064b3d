/** Which file imports what: read from the syntax, so that no spelling of an import is missed. */
import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import type { Source } from './sources.ts'

/** One import: from a path of the repository, to another one or to a package. */
export type Import = {
  readonly from: string
  /** A path of the repository (`cards/card.ts`), or the package or module of Node, whatever file of it is meant (`zod`, `node:fs`). */
  readonly to: string
  /** As the file spells it. */
  readonly written: string
  /** True where nothing of it is left when the program runs. */
  readonly typeOnly: boolean
}

const packageOf = (written: string): string =>
  /^(node:.*|@[^/]+\/[^/]+|[^/]+)/.exec(written)?.[0] ?? written

const resolve = (from: string, written: string): string =>
  written.startsWith('.') ? posix.join(posix.dirname(from), written) : packageOf(written)

// What an `import()` with a computed name could reach is unknown: no rule allows this name.
const computed = '(computed)'

/** Every import of a file: static, type-only, `export … from`, `import()` and `import('…').Type`. */
export const importsOf = ({ path, text }: Source): Import[] => {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message}`)
  const found: Import[] = []
  const add = (written: string, typeOnly: boolean): void => {
    found.push({ from: path, to: resolve(path, written), written, typeOnly })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node.source.value, node.exportKind === 'type')
    },
    ImportExpression: ({ source }) => {
      const known = source.type === 'Literal' && typeof source.value === 'string'
      add(known ? String(source.value) : computed, false)
    },
    TSImportType: (node) => add(node.source.value, true),
  }).visit(program)
  return found
}
