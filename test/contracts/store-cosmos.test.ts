import { afterAll, beforeAll, expect } from 'vitest'
import { Secret } from '../../services/secret.ts'
import { openCosmos } from '../../services/store/cosmos.ts'
import { type StrictCosmos, startStrictCosmos } from '../stand-ins/cosmos/strict-cosmos.ts'
import { storeContract } from './store.contract.ts'

const key = new Secret(Buffer.from('a key of the emulator').toString('base64'))
let account: StrictCosmos
let databases = 0

beforeAll(async () => {
  account = await startStrictCosmos()
})

afterAll(async () => {
  await account.close()
  expect(account.throttled()).toBeGreaterThan(10)
})

storeContract('Cosmos DB', async (clock) => {
  databases += 1
  const options = { endpoint: account.endpoint, key, database: `city-${databases}`, clock }
  const store = await openCosmos(options)
  return {
    store,
    reopen: async () => {
      await store.close()
      return openCosmos(options)
    },
    close: async () => {
      await store.close()
      expect(account.takeViolations()).toEqual([])
    },
  }
})
