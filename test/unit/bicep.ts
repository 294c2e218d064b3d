/** Reads Bicep by its grammar. There is no compiler without a network: what one would refuse first is checked here. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Language, type Node, Parser } from 'web-tree-sitter'

/** A Bicep file: its tree, and what it declares. */
export type Bicep = { readonly path: string; readonly root: Node }

const require = createRequire(import.meta.url)
const grammar = require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')

/** A reader of Bicep files; the grammar is loaded once. */
export const bicepReader = async (): Promise<(path: string, text?: string) => Bicep> => {
  await Parser.init()
  const parser = new Parser()
  parser.setLanguage(await Language.load(grammar))
  return (path, text = readFileSync(path, 'utf8')) => {
    const tree = parser.parse(text)
    if (!tree) throw new Error(`${path} could not be read`)
    return { path, root: tree.rootNode }
  }
}

/** Every node of a type, in the order of the text. */
export const nodesOf = ({ root }: { readonly root: Node }, type: string): readonly Node[] =>
  root.descendantsOfType(type).filter((node) => node !== null)

/** Where the grammar does not fit: `path:line text`. */
export const syntaxFaults = (file: Bicep): readonly string[] => {
  if (!file.root.hasError) return []
  const faults = nodesOf(file, 'ERROR').map(
    (node) => `${file.path}:${node.startPosition.row + 1} ${node.text.slice(0, 60)}`,
  )
  return faults.length > 0 ? faults : [`${file.path}: something is missing`]
}

/** What a string says; undefined for a node that is none, or one with something filled in. */
export const textOf = (node: Node | undefined): string | undefined =>
  node?.type === 'string' && nodesOf({ root: node }, 'interpolation').length === 0
    ? node.text.slice(1, -1)
    : undefined

/** The properties of an object literal, by their names. */
export const propertiesOf = (object: Node | undefined): ReadonlyMap<string, Node> => {
  const entries = (object?.namedChildren ?? []).flatMap((property) => {
    const [name, value] = property?.namedChildren ?? []
    return property?.type === 'object_property' && name && value
      ? [[name.text.replaceAll("'", ''), value] as const]
      : []
  })
  return new Map(entries)
}

const firstObject = (node: Node): Node | undefined => nodesOf({ root: node }, 'object')[0]

/** The declarations of a kind (`parameter`, `variable`, `output`, `resource`, `module`) by their names. */
export const declared = (file: Bicep, kind: string): ReadonlyMap<string, Node> =>
  new Map(
    nodesOf(file, `${kind}_declaration`).map((node) => [node.namedChildren[0]?.text ?? '', node]),
  )

/** The parameters that a module's caller has to give: those without a default. */
export const requiredParameters = (file: Bicep): readonly string[] =>
  [...declared(file, 'parameter')]
    .filter(([, node]) => node.namedChildCount < 3)
    .map(([name]) => name)

/** One call of a module: the file it names, and the parameters it gives. */
export type ModuleCall = { readonly path: string; readonly given: readonly string[] }

/** The modules that a file calls, by their names there. */
export const moduleCalls = (file: Bicep): ReadonlyMap<string, ModuleCall> =>
  new Map(
    [...declared(file, 'module')].map(([name, node]) => {
      const params = propertiesOf(firstObject(node)).get('params')
      const path = textOf(node.namedChildren[1] ?? undefined) ?? ''
      return [name, { path, given: [...propertiesOf(params).keys()] }]
    }),
  )

/** One resource: its type without the version, the version, and its properties. */
export type Resource = {
  readonly type: string
  readonly version: string
  readonly properties: ReadonlyMap<string, Node>
}

/** The resources with a type and version of their own (not those nested in another). */
export const resourcesOf = (file: Bicep): readonly Resource[] =>
  nodesOf(file, 'resource_declaration').flatMap((node) => {
    const [type = '', version] = (textOf(node.namedChildren[1] ?? undefined) ?? '').split('@')
    const object = firstObject(node)
    if (!version || !object) return []
    return [{ type, version, properties: propertiesOf(object) }]
  })

/** Every setting for the environment that the file writes down: NAME → its value's text. */
export const settingsOf = (file: Bicep): ReadonlyMap<string, string> =>
  new Map(
    nodesOf(file, 'object_property').flatMap((property) => {
      const [name, value] = property.namedChildren
      return name && value && /^[A-Z][A-Z0-9_]+$/.test(name.text) ? [[name.text, value.text]] : []
    }),
  )

/** Nodes whose first child is a new name, not the use of one. */
const namesItsFirst = /^object_property$|_declaration$/

/** Names that are used and declared nowhere in the file; functions of Bicep itself are left out. */
export const undeclared = (file: Bicep): readonly string[] => {
  const kinds = ['parameter', 'variable', 'resource', 'module']
  const known = new Set(kinds.flatMap((kind) => [...declared(file, kind).keys()]))
  for (const loop of nodesOf(file, 'for_statement')) {
    const [head = ''] = loop.text.split(' in ')
    for (const [word] of head.matchAll(/\w+/g)) known.add(word)
  }
  const isName = ({ parent, id }: Node): boolean =>
    parent?.type !== 'call_expression' &&
    !(namesItsFirst.test(parent?.type ?? '') && parent?.namedChildren[0]?.id === id)
  const used = nodesOf(file, 'identifier').filter(isName)
  return [...new Set(used.map(({ text }) => text))].filter((name) => !known.has(name))
}
