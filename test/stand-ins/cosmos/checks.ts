/** What a real account would refuse, or what the product has promised never to ask of it. */

/** A request as it came in: the body is parsed JSON, or undefined where there was none. */
export type Asked = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Record<string, unknown> | undefined
  readonly bytes: number
}

const itemBytesMax = 2 * 1024 * 1024
const idBytesMax = 1_023

const partitionOf = (asked: Asked): unknown => {
  const header = asked.headers['x-ms-documentdb-partitionkey']
  const values: unknown = header === undefined ? [] : JSON.parse(String(header))
  return Array.isArray(values) && values.length === 1 ? values[0] : undefined
}

const isTrue = (value: unknown): boolean => String(value).toLowerCase() === 'true'

/** Whether a request asks the gateway how a query would be run, which the SDK does beside every query. */
export const isQueryPlan = (asked: Asked): boolean =>
  isTrue(asked.headers['x-ms-cosmos-is-query-plan-request'])

/** Whether a request is a query for documents. */
export const isQuery = (asked: Asked): boolean =>
  asked.path.endsWith('/docs') && isTrue(asked.headers['x-ms-documentdb-isquery'])

const unsupported =
  /\b(OFFSET|GROUP BY|DISTINCT|LIKE|JOIN|TOP|EXISTS|COUNT|SUM|VALUE|UDF|ST_\w+|CONTAINS|RegexMatch)\b/i

const checkQueryText = (text: string): string[] => {
  const faults: string[] = []
  const unquoted = text.replaceAll(/"[^"]*"/g, '""')
  if (!/ WHERE c\.partition = @partition( AND | ORDER )/.test(text))
    faults.push('no partition in WHERE')
  if (unsupported.test(unquoted)) faults.push(`it uses ${unsupported.exec(unquoted)?.[0]}`)
  if (/'/.test(unquoted)) faults.push('it carries a value in its text')
  if (unquoted.split('ORDER BY').length !== 2) faults.push('not exactly one ORDER BY')
  if (/ORDER BY.*,/.test(unquoted)) faults.push('a second order needs a composite index')
  return faults
}

const checkQuery = (asked: Asked): string[] => {
  const faults = checkQueryText(String(asked.body?.['query']))
  const parameters: unknown = asked.body?.['parameters']
  const named = Array.isArray(parameters) ? parameters : []
  const partition = named.find((one) => one.name === '@partition')?.value
  if (typeof partition !== 'string') faults.push('@partition is no text')
  if (partitionOf(asked) !== partition) faults.push('the options name another partition than WHERE')
  const limit = Number(asked.headers['x-ms-max-item-count'])
  if (!(limit >= 1 && limit <= 1_000)) faults.push('no sensible page size')
  return faults
}

const checkExpiry = (item: Record<string, unknown>): string[] => {
  const { ttl, expiresAt } = item
  if (expiresAt === undefined) return ttl === undefined ? [] : ['a ttl without an expiry']
  const fits = Number.isInteger(ttl) && Number(ttl) >= 1 && Number(ttl) <= 2_147_483_647
  return fits ? [] : ['an expiring item needs a ttl of whole seconds']
}

const checkItem = (asked: Asked): string[] => {
  const item = asked.body ?? {}
  const id = String(item['id'])
  const faults = checkExpiry(item)
  if (asked.bytes > itemBytesMax) faults.push('an item over 2 MB')
  if (!/^[\x21-\x7e]+$/.test(id) || /[/\\?#]/.test(id)) faults.push('an id Cosmos DB cannot hold')
  if (Buffer.byteLength(id) > idBytesMax) faults.push('too long an id')
  if (partitionOf(asked) !== item['partition']) faults.push('another partition in the header')
  if (isTrue(asked.headers['x-ms-documentdb-is-upsert'])) faults.push('an upsert overwrites unseen')
  return faults
}

const checkCollection = ({ body }: Asked): string[] => {
  const keyed = JSON.stringify(body?.['partitionKey'] ?? '').includes('"paths":["/partition"]')
  const faults = keyed ? [] : ['a container not partitioned by /partition']
  return body?.['defaultTtl'] === -1 ? faults : [...faults, 'a container without default ttl -1']
}

const checkVersioned = (asked: Asked): string[] =>
  asked.headers['if-match'] ? [] : ['a write over a document names no version']

const onItem = (asked: Asked): string[] | undefined => {
  if (asked.method === 'GET')
    return partitionOf(asked) === undefined ? ['a read names no partition'] : []
  if (asked.method === 'DELETE') return checkVersioned(asked)
  if (asked.method === 'PUT') return [...checkVersioned(asked), ...checkItem(asked)]
  return undefined
}

/** What is wrong with a request; empty where nothing is. */
export const faultsOf = (asked: Asked): string[] => {
  const { method, path } = asked
  const steps = path.split('/').filter(Boolean)
  const shape = steps.filter((_, index) => index % 2 === 0).join('/')
  if (shape === 'dbs/colls/docs' && steps.length === 6)
    return onItem(asked) ?? [`${method} of an item`]
  if (method === 'GET') return shape === 'dbs/colls/docs' ? ['a read of a whole container'] : []
  if (method !== 'POST') return [`${method} ${path} is never needed`]
  if (shape === 'dbs') return []
  if (shape === 'dbs/colls') return checkCollection(asked)
  if (isQueryPlan(asked)) return []
  return isQuery(asked) ? checkQuery(asked) : checkItem(asked)
}
