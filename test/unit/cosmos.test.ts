import nock from 'nock'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemClock } from '../../services/clock.ts'
import { Secret } from '../../services/secret.ts'
import { containers } from '../../services/store/containers.ts'
import { openCosmos } from '../../services/store/cosmos.ts'
import { ContainersRefused } from '../../services/store/cosmos-account.ts'
import { type Store, StoreUnavailable } from '../../services/store/store.ts'
import { faultsOf } from '../stand-ins/cosmos/checks.ts'
import { type StrictCosmos, startStrictCosmos } from '../stand-ins/cosmos/strict-cosmos.ts'

const secret = Buffer.from('a key of the emulator').toString('base64')
const key = { container: 'seen', partition: 'p', id: 'a/b' } as const
const anything = z.unknown()
const words = '相談の本文'

describe('Cosmos DB when it misbehaves', () => {
  let account: StrictCosmos
  let store: Store

  beforeAll(async () => {
    account = await startStrictCosmos()
  })
  afterAll(() => account.close())

  const setup = async () => {
    const database = `city-${Math.random().toString(36).slice(2)}`
    const options = { endpoint: account.endpoint, key: new Secret(secret), database }
    store = await openCosmos({ ...options, clock: systemClock })
    return { account, store }
  }
  afterEach(() => store.close())

  const refusal = async (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => 'it succeeded',
      (error: unknown) => error,
    )

  it('is unavailable when it stays busy, and says nothing of what was written', async () => {
    const { account, store } = await setup()
    account.throttle(Number.POSITIVE_INFINITY)
    const error = await refusal(store.create(key, { body: { words } }))
    const before = account.throttled()
    account.throttle(0)
    expect(error).toBeInstanceOf(StoreUnavailable)
    expect(before).toBeGreaterThan(5)
    expect(JSON.stringify(error) + String(error)).not.toMatch(/相談|a\/b|a~2F/)
    expect(await store.load(key, anything)).toBeUndefined()
  })

  it('knows its own create again where the answer was lost and it was sent twice', async () => {
    const { account, store } = await setup()
    account.interfere({ answer: { status: 429 }, carriedOut: true })
    const made = await store.create(key, { body: { words } })
    expect(made).toEqual({ etag: (await store.load(key, anything))?.etag })
    expect(await store.create(key, { body: { words } })).toBe('exists')
  })

  it('knows its own replace again where the answer was lost and it was sent twice', async () => {
    const { account, store } = await setup()
    const made = await store.create(key, { body: { n: 1 } })
    account.interfere({ answer: { status: 429 }, carriedOut: true })
    const etag = made === 'exists' ? '' : made.etag
    const next = await store.replace(key, etag, { body: { n: 2 } })
    const now = await store.load(key, anything)
    expect({ etag: now?.etag, body: now?.body }).toEqual({ ...Object(next), body: { n: 2 } })
  })

  it('is unavailable, not contradicted, when the connection breaks after the write', async () => {
    const { account, store } = await setup()
    account.interfere({ answer: 'cut', carriedOut: true })
    expect(await refusal(store.create(key, { body: { n: 1 } }))).toBeInstanceOf(StoreUnavailable)
    expect((await store.load(key, anything))?.body).toEqual({ n: 1 })
  })

  it.each([401, 403, 408, 500, 503])('is unavailable after an answer of %d', async (status) => {
    const { account, store } = await setup()
    account.interfere({ answer: { status }, carriedOut: false })
    const error = await refusal(store.create(key, { body: { words } }))
    expect(error).toEqual(new StoreUnavailable(`store: Cosmos DB cannot answer (${status})`))
  })

  it('tells a container that is gone from a document that is not there', async () => {
    const { account, store } = await setup()
    const gone = { answer: { status: 404, substatus: 1003 }, carriedOut: false } as const
    expect(await store.load(key, anything)).toBeUndefined()
    account.interfere(gone)
    expect(await refusal(store.load(key, anything))).toBeInstanceOf(StoreUnavailable)
    account.interfere(gone)
    expect(await refusal(store.replace(key, ';"e"', { body: {} }))).toBeInstanceOf(StoreUnavailable)
    account.interfere(gone)
    expect(await refusal(store.ping())).toBeInstanceOf(StoreUnavailable)
  })

  it('is unavailable where nobody listens', async () => {
    await setup()
    const options = { endpoint: 'http://127.0.0.1:9', key: new Secret(secret), database: 'city' }
    expect(await refusal(openCosmos({ ...options, clock: systemClock }))).toBeInstanceOf(
      StoreUnavailable,
    )
  })
})

describe('Cosmos DB asked by an identity', () => {
  const endpoint = 'https://city.documents.azure.com:443'
  const made = { partitionKey: { paths: ['/partition'], kind: 'Hash' }, defaultTtl: -1 }
  const region = [{ name: 'Japan East', databaseAccountEndpoint: endpoint }]
  const credential = {
    getToken: async () => ({ token: 'a-token', expiresOnTimestamp: Date.now() + 3_600_000 }),
  }
  const options = { endpoint, credential, database: 'city', clock: systemClock }

  const account = (definitionOf: (name: string) => object | undefined) => {
    const seen: string[] = []
    nock(endpoint)
      .persist()
      .get('/')
      .reply(200, { id: 'city', writableLocations: region, readableLocations: region })
      .get(/^\/dbs\/city\/colls\/[a-z-]+$/)
      .reply((request: Request) => {
        seen.push(decodeURIComponent(request.headers.get('authorization') ?? ''))
        const name = request.url.split('/').at(-1) ?? ''
        const definition = definitionOf(name)
        return definition ? [200, { id: name, ...definition }] : [404, { code: 'NotFound' }]
      })
    return seen
  }
  afterEach(() => nock.cleanAll())

  it('makes no container, and opens where all are there', async () => {
    const seen = account(() => made)
    const store = await openCosmos(options)
    await store.close()
    expect(seen).toHaveLength(Object.keys(containers).length)
    expect(new Set(seen)).toEqual(new Set(['type=aad&ver=1.0&sig=a-token']))
  })

  it('names each container that is missing or of another make, and what it should be', async () => {
    const wrong = new Map<string, object | undefined>([
      ['audit', undefined],
      ['people', { ...made, partitionKey: { paths: ['/id'] } }],
      ['seen', { partitionKey: made.partitionKey }],
    ])
    account((name) => (wrong.has(name) ? wrong.get(name) : made))
    const opening = openCosmos(options)
    await expect(opening).rejects.toThrow(ContainersRefused)
    await expect(opening).rejects.toThrow(/audit is missing/)
    await expect(opening).rejects.toThrow(/people is partitioned by \/id, not by \/partition/)
    await expect(opening).rejects.toThrow(/seen has the default time to live off, not -1/)
    await expect(opening).rejects.not.toThrow(/policy/)
  })
})

describe('the door before the emulator', () => {
  const headers = { 'x-ms-documentdb-partitionkey': '["p"]', 'x-ms-documentdb-isquery': 'true' }
  const query = {
    method: 'POST',
    path: '/dbs/city/colls/seen/docs',
    headers: { ...headers, 'x-ms-max-item-count': '10' },
    body: {
      query: 'SELECT * FROM c WHERE c.partition = @partition ORDER BY c.name',
      parameters: [{ name: '@partition', value: 'p' }],
    },
    bytes: 100,
  }
  const write = { ...query, headers: { 'x-ms-documentdb-partitionkey': '["p"]' } }
  const item = { id: 'a', partition: 'p' }

  it('lets good requests through', () => {
    expect(faultsOf(query)).toEqual([])
    expect(faultsOf({ ...write, body: item })).toEqual([])
  })

  it.each([
    [
      'a query of no partition',
      { ...query, body: { ...query.body, query: 'SELECT * FROM c ORDER BY c.name' } },
    ],
    [
      'a query of another partition',
      { ...query, headers: { ...query.headers, 'x-ms-documentdb-partitionkey': '["q"]' } },
    ],
    [
      'a query of a second order',
      { ...query, body: { ...query.body, query: `${query.body.query}, c.id` } },
    ],
    [
      'OFFSET',
      { ...query, body: { ...query.body, query: `${query.body.query} OFFSET 1 LIMIT 1` } },
    ],
    ['an item over 2 MB', { ...write, body: item, bytes: 2_200_000 }],
    ['an id with a slash', { ...write, body: { ...item, id: 'a/b' } }],
    ['an expiry without a ttl', { ...write, body: { ...item, expiresAt: 1 } }],
    ['an item of another partition', { ...write, body: { ...item, partition: 'q' } }],
    [
      'a container of another make',
      {
        ...query,
        path: '/dbs/city/colls',
        body: { partitionKey: { paths: ['/id'] }, defaultTtl: -1 },
      },
    ],
    ['a batch', { ...write, method: 'PATCH', path: `${write.path}/a`, body: {} }],
    ['a replace of any version', { ...write, method: 'PUT', path: `${write.path}/a`, body: item }],
    ['a read of all', { ...query, method: 'GET' }],
  ])('refuses %s', (_, asked) => {
    expect(faultsOf(asked)).not.toEqual([])
  })
})
