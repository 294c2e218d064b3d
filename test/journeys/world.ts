/** The whole product for a journey: its real server, store and vault in a folder of its own, the city in it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../bot/config.ts'
import type { CastMember } from '../../bot/local-mode/city/cast.ts'
import { castOf } from '../../bot/local-mode/city-in-store.ts'
import { type Product, startProduct } from '../../bot/product.ts'
import type { Client } from './client.ts'
import { teamsClient } from './teams-client.ts'

/** A running product and a client in front of it. */
export type World = {
  readonly product: Product
  readonly client: Client
  readonly folder: string
  /** A clerk, the clerk's section manager, a personnel officer, two counselors, a nurse. */
  readonly people: readonly CastMember[]
  readonly clerk: CastMember
  readonly manager: CastMember
  /** Every line logged so far. */
  readonly logged: readonly string[]
  /** Ends and starts the product again, on the same store, at another time. */
  restartAt(now: string): Promise<World>
  close(): Promise<void>
}

/** The channels a journey runs on. */
export type Channel = Client['channel']

/** A world at this time (`2026-10-20T09:00:00+09:00`) on this channel. */
export const startWorld = async (
  channel: Channel,
  now = '2026-10-20T10:00:00+09:00',
  at?: string,
): Promise<World> => {
  const folder = at ?? (await mkdtemp(join(tmpdir(), 'hitozukuri-journey-')))
  const logged: string[] = []
  const config = readConfig({
    PORT: '0',
    STORE: `sqlite:${join(folder, 'store.db')}`,
    VAULT: `file:${join(folder, 'vault.key')}`,
    NOW: now,
    LOG_LEVEL: 'debug',
  })
  const product = await startProduct(config, {
    dialogs: true,
    writeLog: (line) => logged.push(line),
  })
  const people = await castOf(product)
  const client = await clientFor(channel, product.url, people)
  const [clerk, manager] = people
  const stop = async (): Promise<void> => {
    await client.close()
    await product.stop()
  }
  return {
    product,
    client,
    folder,
    people,
    clerk: clerk!,
    manager: manager!,
    logged,
    async restartAt(later) {
      await stop()
      return startWorld(channel, later, folder)
    },
    async close() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const clientFor = (
  channel: Channel,
  url: string,
  people: readonly CastMember[],
): Promise<Client> => {
  if (channel === 'teams') return teamsClient(url, people)
  throw new Error('slack: not yet')
}
