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
  /** Puts the clock forward (or back) to this time, where it stands still. */
  setTime(now: string): void
  close(): Promise<void>
}

/** The channels a journey runs on. */
export type Channel = Client['channel']

/** A world at this time (`2026-10-20T09:00:00+09:00`) on this channel. */
export const startWorld = async (
  channel: Channel,
  now = '2026-10-20T10:00:00+09:00',
): Promise<World> => {
  const folder = await mkdtemp(join(tmpdir(), 'hitozukuri-journey-'))
  const logged: string[] = []
  let time = Date.parse(now)
  const clock = { now: () => time }
  const config = readConfig({
    PORT: '0',
    STORE: `sqlite:${join(folder, 'store.db')}`,
    VAULT: `file:${join(folder, 'vault.key')}`,
    LOG_LEVEL: 'debug',
  })
  const writeLog = (line: string) => logged.push(line)
  const product = await startProduct(config, { dialogs: true, clock, writeLog })
  const people = await castOf(product)
  const client = await clientFor(channel, product.url, people)
  const [clerk, manager] = people
  return {
    product,
    client,
    folder,
    people,
    clerk: clerk!,
    manager: manager!,
    logged,
    setTime(later) {
      time = Date.parse(later)
    },
    async close() {
      await client.close()
      await product.stop()
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
