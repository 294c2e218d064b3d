/** Opens the store and the vault that the configuration names; loads no driver that is not used. */
import type { Clock } from '../services/clock.ts'
import type { Store } from '../services/store/store.ts'
import type { Vault } from '../services/vault/vault.ts'
import type { Config } from './config.ts'

/** The store that the configuration names. */
export const openStore = async ({ store }: Config, clock: Clock): Promise<Store> => {
  if (store.kind === 'sqlite') {
    const { openSqlite } = await import('../services/store/sqlite.ts')
    return openSqlite({ path: store.path, clock })
  }
  const { openCosmos } = await import('../services/store/cosmos.ts')
  const { endpoint, key, database } = store
  return openCosmos({ endpoint, database, clock, ...(key ? { key } : {}) })
}

/** The vault that the configuration names. */
export const openVault = async ({ vault }: Config, clock: Clock): Promise<Vault> => {
  const { openVault: open } = await import('../services/vault/vault.ts')
  if (vault.kind === 'file') {
    const { openKeyFile } = await import('../services/vault/key-file.ts')
    return open(openKeyFile({ path: vault.path }))
  }
  const { openKeyVault } = await import('../services/vault/key-vault.ts')
  return open(await openKeyVault({ keyUrl: vault.keyUrl, clock }))
}
