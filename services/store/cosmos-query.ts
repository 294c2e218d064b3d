/** Turns a query of the port into Cosmos DB's SQL. Values are parameters, paths are checked names. */
import type { SqlQuerySpec } from '@azure/cosmos'
import { fieldSteps } from './checks.ts'
import type { Condition, Query } from './store.ts'

/** In brackets, so that a field may have the name of a keyword. */
const path = (field: string): string =>
  `c.body${fieldSteps(field)
    .map((step) => `["${step}"]`)
    .join('')}`

const typeCheck = (value: Condition['value']): string => {
  if (typeof value === 'boolean') return 'IS_BOOL'
  return typeof value === 'string' ? 'IS_STRING' : 'IS_NUMBER'
}

const condition = ({ field, is, value }: Condition, index: number): string =>
  `${typeCheck(value)}(${path(field)}) AND ${path(field)} ${is} @v${index}`

/** One order only: a second would need a composite index for every field ever ordered by. */
const order = (query: Query): { readonly where: string[]; readonly by: string } => {
  if (!query.orderBy) return { where: [], by: 'c.name' }
  const field = path(query.orderBy.field)
  const by = `${field} ${query.orderBy.descending ? 'DESC' : 'ASC'}`
  return { where: [`(IS_NUMBER(${field}) OR IS_STRING(${field}))`], by }
}

/**
 * The same text and parameters for every page: a continuation belongs to both, so the moment up to
 * which documents have expired must not move from page to page. The partition is named in the text as
 * well as in the options, so that no query can ever wander over the whole container.
 */
export const querySpec = (query: Query, asOf: number): SqlQuerySpec => {
  const { where: ordered, by } = order(query)
  const where = [
    'c.partition = @partition',
    '(NOT IS_DEFINED(c.expiresAt) OR c.expiresAt > @asOf)',
    ...(query.where ?? []).map(condition),
    ...ordered,
  ]
  return {
    query: `SELECT * FROM c WHERE ${where.join(' AND ')} ORDER BY ${by}`,
    parameters: [
      { name: '@partition', value: query.partition },
      { name: '@asOf', value: asOf },
      ...(query.where ?? []).map(({ value }, index) => ({ name: `@v${index}`, value })),
    ],
  }
}
