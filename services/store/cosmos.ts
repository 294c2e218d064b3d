/**
 * The store in Azure: Cosmos DB, one item a document. It uses single-item reads and writes under an
 * ETag and queries of one partition, nothing else: no batch, no cross-partition query, no OFFSET.
 * Session consistency is enough, for every write names the version it goes over.
 */
import type { CosmosClient, Database, Item as ItemHandle } from '@azure/cosmos'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { checkKey, checkQuery } from './checks.ts'
import { bounded, ContainersRefused, type CosmosAccount, reachAccount } from './cosmos-account.ts'
import {
  hasExpired,
  type Item,
  type ItemToWrite,
  itemId,
  itemOf,
  itemSchema,
} from './cosmos-item.ts'
import { querySpec } from './cosmos-query.ts'
import { pageToken, positionOf } from './page-token.ts'
import {
  type Key,
  type Page,
  type Parser,
  type Query,
  type Store,
  type Stored,
  StoreUnavailable,
  type Write,
} from './store.ts'

/** What Cosmos DB may answer besides success; anything else is StoreUnavailable. */
type Refusal = 'absent' | 'conflict' | 'mismatch'

const refusals: ReadonlyMap<unknown, Refusal> = new Map([
  [404, 'absent'],
  [409, 'conflict'],
  [412, 'mismatch'],
] as const)

/** A 404 whose reason is that the container itself is gone. */
const containerGone = 1003

const faultSchema = z.object({
  code: z.union([z.number(), z.string()]).optional(),
  substatus: z.number().optional(),
  name: z.string().optional(),
})

/** The reason by its number alone: the sentences of Cosmos DB repeat queries and keys. */
const unavailable = (reason = 'no reason given'): StoreUnavailable =>
  new StoreUnavailable(`store: Cosmos DB cannot answer (${reason})`)

const asUnavailable = (error: unknown): StoreUnavailable => {
  const fault = faultSchema.safeParse(error).data
  return unavailable(String(fault?.code ?? fault?.name))
}

const ask = async <R>(work: () => Promise<R>): Promise<R | Refusal> => {
  try {
    return await work()
  } catch (error) {
    const fault = faultSchema.safeParse(error).data
    const refusal = refusals.get(fault?.code)
    if (refusal && fault?.substatus !== containerGone) return refusal
    throw asUnavailable(error)
  }
}

const isRefusal = (answer: unknown): answer is Refusal => typeof answer === 'string'

/** A version as callers hold it: the item's ETag, and when it expires, so that a write over an expired one needs no read. */
const versionOf = (etag: string, expiresAt: number | undefined): string =>
  `${expiresAt ?? ''};${etag}`

const ifMatch = (etag: string) => ({ accessCondition: { type: 'IfMatch', condition: etag } })

/**
 * The condition of a write over a version, or undefined where no write can succeed: the version has
 * expired, or is none of ours. (An empty condition would be left out by the SDK, and overwrite anything.)
 */
const onlyOver = (version: string, now: number) => {
  const [, expiresAt = '', etag] = /^(\d*);(.+)$/.exec(version) ?? []
  if (!etag || (expiresAt !== '' && Number(expiresAt) <= now)) return undefined
  return ifMatch(etag)
}

const positionSchema = z.strictObject({ asOf: z.number(), token: z.string() })

class CosmosStore implements Store {
  readonly #client: CosmosClient
  readonly #database: Database
  readonly #clock: Clock
  #closed = false

  constructor(client: CosmosClient, database: Database, clock: Clock) {
    this.#client = client
    this.#database = database
    this.#clock = clock
  }

  async load<T>(key: Key, parser: Parser<T>): Promise<Stored<T> | undefined> {
    const item = await this.#read(key)
    if (!item || hasExpired(item, this.#clock.now())) return undefined
    return { key, etag: versionOf(item._etag, item.expiresAt), body: parser.parse(item.body) }
  }

  async create(key: Key, write: Write): Promise<{ readonly etag: string } | 'exists'> {
    const item = itemOf(key, write, this.#clock.now())
    return (await this.#create(key, item)) ?? (await this.#createAgain(key, item)) ?? 'exists'
  }

  async replace(
    key: Key,
    etag: string,
    write: Write,
  ): Promise<{ readonly etag: string } | 'changed'> {
    const now = this.#clock.now()
    const item = itemOf(key, write, now)
    const condition = onlyOver(etag, now)
    this.#refuseClosed()
    return (condition && (await this.#replace(key, item, condition))) ?? 'changed'
  }

  async remove(key: Key, etag: string): Promise<'removed' | 'changed'> {
    const handle = this.#handle(key)
    const condition = onlyOver(etag, this.#clock.now())
    if (!condition) return 'changed'
    const answer = await ask(() => handle.delete({ ...bounded(), ...condition }))
    return isRefusal(answer) ? 'changed' : 'removed'
  }

  async query<T>(query: Query, parser: Parser<T>): Promise<Page<T>> {
    checkQuery(query)
    const position = positionOf(query, positionSchema)
    const asOf = position?.asOf ?? this.#clock.now()
    const { items, token } = await this.#page(query, asOf, position?.token)
    const { container, partition } = query
    const shown = items.map((item) => ({
      key: { container, partition, id: item.name },
      etag: versionOf(item._etag, item.expiresAt),
      body: parser.parse(item.body),
    }))
    return token ? { items: shown, next: pageToken(query, { asOf, token }) } : { items: shown }
  }

  async ping(): Promise<void> {
    await this.#read({ container: 'seen', partition: 'ping', id: 'ping' })
  }

  async close(): Promise<void> {
    if (!this.#closed) this.#client.dispose()
    this.#closed = true
  }

  #handle(key: Key): ItemHandle {
    checkKey(key)
    return this.#container(key.container).item(itemId(key.id), key.partition)
  }

  #refuseClosed(): void {
    if (this.#closed) throw new StoreUnavailable('store: Cosmos DB cannot answer: it is closed')
  }

  #container(name: string) {
    this.#refuseClosed()
    return this.#database.container(name)
  }

  /** The SDK answers an absent item and an absent container alike; only the second is a fault. */
  async #read(key: Key): Promise<Item | undefined> {
    const handle = this.#handle(key)
    const answer = await ask(() => handle.read<Item>(bounded()))
    if (isRefusal(answer)) throw unavailable(answer)
    if (answer.substatus === containerGone) throw unavailable('the container is gone')
    return answer.resource && itemSchema.parse(answer.resource)
  }

  async #create(key: Key, item: ItemToWrite): Promise<{ readonly etag: string } | undefined> {
    const { items } = this.#container(key.container)
    const answer = await ask(() => items.create(item, bounded()))
    if (answer === 'conflict') return undefined
    if (isRefusal(answer)) throw unavailable(answer)
    return { etag: versionOf(answer.etag, item.expiresAt) }
  }

  /**
   * What is in the way may be our own write (sent twice by the SDK after a lost answer), expired and
   * not yet purged, or purged since.
   */
  async #createAgain(key: Key, item: ItemToWrite): Promise<{ readonly etag: string } | undefined> {
    const found = await this.#read(key)
    if (!found) return this.#create(key, item)
    if (found.write === item.write) return { etag: versionOf(found._etag, found.expiresAt) }
    if (!hasExpired(found, this.#clock.now())) return undefined
    return this.#replace(key, item, ifMatch(found._etag))
  }

  async #replace(
    key: Key,
    item: ItemToWrite,
    condition: ReturnType<typeof ifMatch>,
  ): Promise<{ readonly etag: string } | undefined> {
    const handle = this.#handle(key)
    const answer = await ask(() => handle.replace(item, { ...bounded(), ...condition }))
    if (!isRefusal(answer)) return { etag: versionOf(answer.etag, item.expiresAt) }
    const found = await this.#read(key)
    if (found?.write !== item.write) return undefined
    return { etag: versionOf(found._etag, found.expiresAt) }
  }

  /** The next page with anything to show: Cosmos DB may answer with nothing and a continuation. */
  async #page(query: Query, asOf: number, after: string | undefined) {
    const pages = this.#container(query.container).items.query(querySpec(query, asOf), {
      partitionKey: query.partition,
      maxItemCount: query.limit,
      ...bounded(),
      ...(after === undefined ? {} : { continuationToken: after }),
    })
    for (;;) {
      const answer = await ask(() => pages.fetchNext())
      if (isRefusal(answer)) throw unavailable(answer)
      const now = this.#clock.now()
      const items = z.array(itemSchema).parse(answer.resources ?? [])
      const shown = items.filter((item) => !hasExpired(item, now))
      const token = answer.continuationToken
      if (shown.length > 0 || !token) return { items: shown, token }
    }
  }
}

/**
 * Opens the documents of one database. Containers are made where they are missing and a key was given.
 * Rejects with ContainersRefused where they do not fit, StoreUnavailable where the account can't be reached.
 */
export const openCosmos = async (options: CosmosAccount & { clock: Clock }): Promise<Store> => {
  try {
    const { client, database } = await reachAccount(options)
    return new CosmosStore(client, database, options.clock)
  } catch (error) {
    if (error instanceof ContainersRefused) throw error
    throw asUnavailable(error)
  }
}
