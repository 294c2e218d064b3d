/** The key-encryption key of production: a key in Azure Key Vault, which never leaves it. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { TokenCredential } from '@azure/identity'
import type { CryptographyClient } from '@azure/keyvault-keys'
import { z } from 'zod'
import type { Clock, EpochMs } from '../clock.ts'
import { type KeyEncryption, VaultUnavailable, type WrappedKey } from './key-encryption.ts'

/** Which key, and who asks. */
export type KeyVaultOptions = {
  /** `https://NAME.vault.azure.net/keys/KEY`: an RSA key; its newest version wraps, older ones still open. */
  readonly keyUrl: string
  /** Left out: the managed identity. It may `get` the key, `wrapKey` and `unwrapKey`. */
  readonly credential?: TokenCredential
  readonly clock: Clock
}

const algorithm = 'RSA-OAEP-256'
const callTimeoutMs = 10_000
const retriesMax = 2
const retryDelayMs = 200

/** Data keys stay in memory this briefly: long enough for one person's work, short enough to forget. */
const rememberedMs = 300_000
const rememberedKeysMax = 500

/** A new version of the key wraps within this time. */
const newestMs = 3_600_000

/** One for each version of the key in use. */
const clientsMax = 20

const keyUrlShape = /^(https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?)\/keys\/([A-Za-z0-9-]+)$/

/** Answers that asking again never betters: the key is gone, or the wrapping is none of it. */
const hopeless = z.object({ statusCode: z.union([z.literal(400), z.literal(404)]) })

const bounded = () => ({ abortSignal: AbortSignal.timeout(callTimeoutMs) })

class RememberedKeys {
  readonly #clock: Clock
  readonly #keys = new Map<string, { readonly dataKey: Uint8Array; readonly until: EpochMs }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get(name: string): Uint8Array | undefined {
    const found = this.#keys.get(name)
    if (found && this.#clock.now() < found.until) return found.dataKey
    this.#forget(name)
    return undefined
  }

  /** The oldest goes first; a map keeps the order in which its entries came. */
  set(name: string, dataKey: Uint8Array): void {
    const [oldest] = this.#keys.keys()
    if (oldest !== undefined && this.#keys.size >= rememberedKeysMax) this.#forget(oldest)
    this.#keys.set(name, { dataKey, until: this.#clock.now() + rememberedMs })
  }

  #forget(name: string): void {
    this.#keys.get(name)?.dataKey.fill(0)
    this.#keys.delete(name)
  }
}

const nameOf = ({ keyId, wrapped }: WrappedKey): string =>
  createHash('sha256').update(keyId).update('\0').update(wrapped).digest('base64url')

/** How the vault is reached: one client for a version of the key, and which version is the newest. */
type Reach = {
  readonly clientFor: (keyUrl: string) => CryptographyClient
  readonly newestVersion: () => Promise<string | undefined>
}

class KeyVaultKeys implements KeyEncryption {
  readonly #keyUrl: string
  readonly #reach: Reach
  readonly #clock: Clock
  readonly #clients = new Map<string, CryptographyClient>()
  readonly #remembered: RememberedKeys
  #newest: { readonly version: string; readonly until: EpochMs } | undefined

  constructor({ keyUrl, clock }: KeyVaultOptions, reach: Reach) {
    this.#keyUrl = keyUrl
    this.#reach = reach
    this.#clock = clock
    this.#remembered = new RememberedKeys(clock)
  }

  async wrap(dataKey: Uint8Array): Promise<WrappedKey> {
    try {
      const keyId = await this.#newestVersion()
      const { result } = await this.#clientOf(keyId).wrapKey(algorithm, dataKey, bounded())
      return { keyId, wrapped: result }
    } catch {
      this.#newest = undefined
      throw new VaultUnavailable('vault: the key vault cannot wrap a key now')
    }
  }

  async unwrap(key: WrappedKey): Promise<Uint8Array> {
    const client = this.#clientOf(checkedVersion(key.keyId))
    const known = this.#remembered.get(nameOf(key))
    if (known) return Uint8Array.from(known)
    const dataKey = await this.#ask(client, key.wrapped)
    this.#remembered.set(nameOf(key), Uint8Array.from(dataKey))
    return dataKey
  }

  async #ask(client: CryptographyClient, wrapped: Uint8Array): Promise<Uint8Array> {
    try {
      return (await client.unwrapKey(algorithm, wrapped, bounded())).result
    } catch (error) {
      if (hopeless.safeParse(error).success) throw new Error('vault: the key is gone')
      throw new VaultUnavailable('vault: the key vault cannot unwrap a key now')
    }
  }

  /**
   * Asked for by name and then used by version: a client without one wraps under the newest but reports
   * the version it saw first, and after a rotation the record would name the wrong one.
   */
  async #newestVersion(): Promise<string> {
    const now = this.#clock.now()
    if (this.#newest && now < this.#newest.until) return this.#newest.version
    const version = checkedVersion((await this.#reach.newestVersion()) ?? '')
    this.#newest = { version, until: now + newestMs }
    return version
  }

  /** The address is the configured one; a record decides on nothing but the version. */
  #clientOf(version: string): CryptographyClient {
    const known = this.#clients.get(version)
    if (known) return known
    if (this.#clients.size >= clientsMax) this.#clients.clear()
    const client = this.#reach.clientFor(`${this.#keyUrl}/${version}`)
    this.#clients.set(version, client)
    return client
  }
}

const checkedVersion = (version: string): string => {
  assert(/^[A-Za-z0-9]{1,64}$/.test(version), 'vault: not a version of a key')
  return version
}

/** A key of Azure Key Vault. Rejects where the address is none; whether the key is there shows at the first use. */
export const openKeyVault = async (options: KeyVaultOptions): Promise<KeyEncryption> => {
  const [, vaultUrl = '', name = ''] = keyUrlShape.exec(options.keyUrl) ?? []
  assert(name, 'vault: the key is https://NAME.vault.azure.net/keys/KEY')
  const { CryptographyClient: Client, KeyClient } = await import('@azure/keyvault-keys')
  const { ManagedIdentityCredential } = await import('@azure/identity')
  const credential = options.credential ?? new ManagedIdentityCredential()
  const retry = { retryOptions: { maxRetries: retriesMax, retryDelayInMs: retryDelayMs } }
  const keys = new KeyClient(vaultUrl, credential, retry)
  return new KeyVaultKeys(options, {
    clientFor: (keyUrl) => new Client(keyUrl, credential, retry),
    newestVersion: async () => (await keys.getKey(name, bounded())).properties.version,
  })
}
