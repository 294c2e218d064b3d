/** Turns a query of the port into one SELECT. Values and paths are bound, never written into the text. */
import type { SQLInputValue } from 'node:sqlite'
import { z } from 'zod'
import { fieldSteps } from './checks.ts'
import type { Condition, Query } from './store.ts'

/** After which document the next page begins: its id, and the value it was ordered by. */
export const positionSchema = z.strictObject({
  id: z.string(),
  sort: z.union([z.string(), z.number()]).optional(),
})

type Position = z.infer<typeof positionSchema>

/** One statement: its text is the same for every query of the same shape, so it can be kept prepared. */
export type Statement = { readonly text: string; readonly values: readonly SQLInputValue[] }

type Part = { readonly text: string; readonly values: readonly SQLInputValue[] }

const path = (field: string): string =>
  `$.${fieldSteps(field)
    .map((step) => `"${step}"`)
    .join('.')}`

const jsonTypes = { string: `'text'`, number: `'integer', 'real'`, boolean: `'true', 'false'` }

const typesOf = (value: Condition['value']): string => {
  if (typeof value === 'boolean') return jsonTypes.boolean
  return typeof value === 'string' ? jsonTypes.string : jsonTypes.number
}

/** JSON keeps its types here as it does in Cosmos DB: "5" is not 5, and a missing field meets no condition. */
const typeGuard = (field: string, types: string): Part => ({
  text: `json_type(body, ?) IN (${types})`,
  values: [path(field)],
})

const bound = (value: string | number | boolean): SQLInputValue =>
  typeof value === 'boolean' ? Number(value) : value

const condition = ({ field, is, value }: Condition): readonly Part[] => [
  typeGuard(field, typesOf(value)),
  { text: `json_extract(body, ?) ${is} ?`, values: [path(field), bound(value)] },
]

const beyond = (query: Query, { id, sort }: Position): Part => {
  const sign = query.orderBy?.descending ? '<' : '>'
  if (!query.orderBy || sort === undefined) return { text: `id ${sign} ?`, values: [id] }
  const at = path(query.orderBy.field)
  return { text: `(json_extract(body, ?), id) ${sign} (?, ?)`, values: [at, sort, id] }
}

const order = (query: Query): Part => {
  if (!query.orderBy) return { text: 'id', values: [] }
  const way = query.orderBy.descending ? 'DESC' : 'ASC'
  return { text: `json_extract(body, ?) ${way}, id ${way}`, values: [path(query.orderBy.field)] }
}

/** The SELECT of one page, and one row more to know whether another page follows. */
export const select = (query: Query, now: number, after: Position | undefined): Statement => {
  const parts: Part[] = [
    { text: 'container = ?', values: [query.container] },
    { text: 'partition = ?', values: [query.partition] },
    { text: '(expires_at IS NULL OR expires_at > ?)', values: [now] },
    ...(query.where ?? []).flatMap(condition),
  ]
  if (query.orderBy) {
    parts.push(typeGuard(query.orderBy.field, `${jsonTypes.string}, ${jsonTypes.number}`))
  }
  if (after) parts.push(beyond(query, after))
  const where = parts.map(({ text }) => text).join(' AND ')
  const by = order(query)
  return {
    text: `SELECT id, etag, body FROM documents WHERE ${where} ORDER BY ${by.text} LIMIT ?`,
    values: [...parts.flatMap(({ values }) => values), ...by.values, query.limit + 1],
  }
}

/** The position behind a document: what the next page's SELECT begins beyond. */
export const positionBehind = (query: Query, id: string, body: unknown): Position => {
  if (!query.orderBy) return { id }
  let value: unknown = body
  for (const step of fieldSteps(query.orderBy.field)) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
  }
  return positionSchema.parse({ id, sort: value })
}
