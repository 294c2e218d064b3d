/** Reaches the Cosmos DB account and makes sure its containers are what the store needs. */
import {
  type ContainerDefinition,
  CosmosClient,
  type CosmosClientOptions,
  type Database,
} from '@azure/cosmos'
import type { TokenCredential } from '@azure/identity'
import { z } from 'zod'
import type { Secret } from '../secret.ts'
import { type ContainerName, containers } from './containers.ts'

/** Where the documents are, and who asks for them. */
export type CosmosAccount = {
  /** `https://NAME.documents.azure.com`; plain `http://` for an emulator. */
  readonly endpoint: string
  /** The account's key. Left out: Microsoft Entra ID, as `credential` or else the managed identity. */
  readonly key?: Secret<string>
  readonly credential?: TokenCredential
  readonly database: string
}

/** The database lacks a container, or has one of another make. The message names each and what it should be. */
export class ContainersRefused extends Error {
  override readonly name = 'ContainersRefused'
}

const requestTimeoutMs = 10_000
const callTimeoutMs = 20_000
const throttleRetriesMax = 9
const throttleWaitSecondsMax = 10

/** Ends a call with all its retries: the SDK alone would try for minutes, and a person is waiting. */
export const bounded = (): { readonly abortSignal: AbortSignal } => ({
  abortSignal: AbortSignal.timeout(callTimeoutMs),
})

/** Every container is made alike: one partition key, and expiry only for items that name their own. */
const partitionKeyPath = '/partition'
const ttlOnItemsOnly = -1

const credentialsOf = async (account: CosmosAccount): Promise<CosmosClientOptions> => {
  if (account.key) return { key: account.key.reveal() }
  if (account.credential) return { aadCredentials: account.credential }
  const { ManagedIdentityCredential } = await import('@azure/identity')
  return { aadCredentials: new ManagedIdentityCredential() }
}

/** An emulator names regions nobody can reach: over plain HTTP only the address given is asked. */
const clientFor = async (account: CosmosAccount): Promise<CosmosClient> => {
  const discovery = !account.endpoint.startsWith('http://')
  return new CosmosClient({
    endpoint: account.endpoint,
    ...(await credentialsOf(account)),
    connectionPolicy: {
      requestTimeout: requestTimeoutMs,
      enableEndpointDiscovery: discovery,
      enableBackgroundEndpointRefreshing: discovery,
      enablePartitionLevelFailover: discovery,
      retryOptions: {
        maxRetryAttemptCount: throttleRetriesMax,
        maxWaitTimeInSeconds: throttleWaitSecondsMax,
      },
    },
  })
}

const faultsOf = (name: string, definition: ContainerDefinition | undefined): readonly string[] => {
  if (!definition) return [`${name} is missing`]
  const paths = definition.partitionKey?.paths ?? []
  const faults: string[] = []
  if (paths.join() !== partitionKeyPath) {
    faults.push(`${name} is partitioned by ${paths.join()}, not by ${partitionKeyPath}`)
  }
  if (definition.defaultTtl !== ttlOnItemsOnly) {
    faults.push(`${name} has the default time to live ${definition.defaultTtl ?? 'off'}, not -1`)
  }
  return faults
}

const notFound = z.object({ code: z.literal(404) })

const read = async (database: Database, name: string): Promise<ContainerDefinition | undefined> => {
  try {
    return (await database.container(name).read(bounded())).resource
  } catch (error) {
    if (notFound.safeParse(error).success) return undefined
    throw error
  }
}

const make = async (
  database: Database,
  name: ContainerName,
): Promise<ContainerDefinition | undefined> => {
  const partitionKey = { paths: [partitionKeyPath] }
  const wanted = { id: name, partitionKey, defaultTtl: ttlOnItemsOnly }
  return (await database.containers.createIfNotExists(wanted, bounded())).resource
}

/** A managed identity may read and write items but make no container: then they are only looked at. */
const ensureContainers = async (
  client: CosmosClient,
  account: CosmosAccount,
): Promise<Database> => {
  const mayMake = account.key !== undefined
  if (mayMake) await client.databases.createIfNotExists({ id: account.database }, bounded())
  const database = client.database(account.database)
  const faults: string[] = []
  for (const name of Object.keys(containers).filter(isContainer)) {
    const found = mayMake ? await make(database, name) : await read(database, name)
    faults.push(...faultsOf(name, found))
  }
  if (faults.length === 0) return database
  throw new ContainersRefused(
    `Cosmos DB database ${account.database}: ${faults.join('; ')}. Each container needs the partition ` +
      `key ${partitionKeyPath} and the default time to live -1; infra/ makes them so.`,
  )
}

const isContainer = (name: string): name is ContainerName => name in containers

/**
 * The account's client (to be disposed of) and its database, checked. With a key, what is missing is
 * made; with an identity it is only checked. Rejects with ContainersRefused, or the SDK's own error.
 */
export const reachAccount = async (
  account: CosmosAccount,
): Promise<{ readonly client: CosmosClient; readonly database: Database }> => {
  const client = await clientFor(account)
  try {
    return { client, database: await ensureContainers(client, account) }
  } catch (error) {
    client.dispose()
    throw error
  }
}
