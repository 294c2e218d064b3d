import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../services/store/sqlite.ts'
import { storeContract } from './store.contract.ts'

storeContract('SQLite', async (clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  const path = join(folder, 'data', 'hitozukuri.db')
  const store = await openSqlite({ path, clock })
  return {
    store,
    reopen: async () => {
      await store.close()
      return openSqlite({ path, clock })
    },
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
})
