/** The whole product for a journey: its real server, store and vault in a folder of its own, the city in it. */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../bot/config.ts'
import { type CastMember, cast } from '../../bot/local-mode/city/cast.ts'
import { generateCity } from '../../bot/local-mode/city/generate.ts'
import { fillStore } from '../../bot/local-mode/city-in-store.ts'
import { type Product, type StartOptions, startProduct } from '../../bot/product.ts'
import { type Store, StoreUnavailable } from '../../services/store/store.ts'
import type { Client } from './client.ts'
import { slackClient } from './slack-client.ts'
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
  /** Lets the store fail, its writes or its reads, until the function it gives is called. */
  failStore(what: 'writes' | 'reads', fault?: Error): () => void
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
  const options = {
    dialogs: true,
    clock: { now: () => time },
    writeLog: (line: string) => logged.push(line),
  }
  const people = cast(generateCity())
  const env = {
    STORE: `sqlite:${join(folder, 'store.db')}`,
    VAULT: `file:${join(folder, 'vault.key')}`,
    LOG_LEVEL: 'debug',
  }
  const started = await connected[channel]({ env, options, people })
  const [clerk, manager] = people
  return {
    ...started,
    folder,
    people,
    clerk: clerk!,
    manager: manager!,
    logged,
    failStore: (what, fault) => failing(started.product.store, what, fault),
    setTime(later) {
      time = Date.parse(later)
    },
    async close() {
      await started.client.close()
      await started.product.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const failing = (store: Store, what: 'writes' | 'reads', fault?: Error): (() => void) => {
  const fails = () => Promise.reject(fault ?? new StoreUnavailable('away'))
  const names = what === 'writes' ? ['create', 'replace'] : ['load', 'query']
  for (const name of names) Reflect.set(store, name, fails)
  // The store's own methods stand in its class, and come to light again.
  return () => names.forEach((name) => Reflect.deleteProperty(store, name))
}

type Start = {
  readonly env: Readonly<Record<string, string>>
  readonly options: StartOptions
  readonly people: readonly CastMember[]
}

type Started = Pick<World, 'product' | 'client'>

/** Each platform has its own order: Teams calls the bot's address, Slack's root must be known to the bot first. */
const connected: Readonly<Record<Channel, (start: Start) => Promise<Started>>> = {
  async teams({ env, options, people }) {
    const product = await startProduct(readConfig({ ...env, PORT: '0' }), options)
    await fillStore(product)
    return { product, client: await teamsClient(product, people) }
  },
  async slack({ env, options, people }) {
    const port = await freePort()
    const { standIn, client } = await slackClient({ botUrl: `http://127.0.0.1:${port}`, people })
    const config = readConfig({
      ...env,
      HOST: '127.0.0.1',
      PORT: String(port),
      SLACK_BOT_TOKEN: standIn.botToken,
      SLACK_SIGNING_SECRET: standIn.signingSecret,
      SLACK_API_URL: standIn.apiUrl,
    })
    const product = await startProduct(config, options)
    await fillStore(product)
    return { product, client: client(product) }
  },
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
