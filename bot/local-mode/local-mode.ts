/** Local mode: the synthetic city in the embedded store, and beside the product a Teams stage and a Slack workspace to try it in. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Config } from '../config.ts'
import { type Product, startProduct } from '../product.ts'
import { stopOnSignal } from '../run.ts'
import { castOf } from './city-in-store.ts'
import { type Client, startPlayground, startSlack, startStage } from './clients.ts'
import { newSlackSecrets, slackClientInstalled, slackPort } from './slack-client.ts'
import { welcome } from './welcome.ts'

/** How local mode is started. */
export type LocalOptions = {
  /** True: Microsoft's Agents Playground instead of the Teams stage. */
  readonly playground: boolean
  writeLog(line: string): void
}

/** Starts the product with its local clients, and returns when their pages can be opened. */
export const runLocally = async (config: Config, options: LocalOptions): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'hitozukuri-'))
  const slack = (await slackClientInstalled()) ? newSlackSecrets() : undefined
  const local: Config = slack
    ? { ...config, slack: { ...slack, apiUrl: `http://127.0.0.1:${slackPort}/api/` } }
    : config
  const dialogs = !options.playground
  const product = await startProduct(local, { dialogs, writeLog: quiet(options) })
  const clients: Client[] = []
  stopOnSignal(() => stop(product, clients, folder))
  try {
    const people = await castOf(product)
    const at = { botUrl: product.url, folder, people }
    const teams = await (options.playground ? startPlayground(at) : startStage(at))
    clients.push(teams)
    if (slack) clients.push(await startSlack({ ...at, secrets: slack }))
    process.stdout.write(welcome(clients, { people, slackMissing: slack === undefined }))
  } catch (error) {
    await stop(product, clients, folder)
    throw error
  }
}

const quiet =
  ({ writeLog }: LocalOptions) =>
  (line: string) => {
    if (!line.includes('"level":"info"')) writeLog(line)
  }

const stop = async (
  product: Product,
  clients: readonly Client[],
  folder: string,
): Promise<void> => {
  await Promise.all(clients.map((client) => client.stop()))
  await product.stop()
  await rm(folder, { recursive: true, force: true })
}
