/** Local mode: the synthetic city in the embedded store, and beside the product a Teams stage and a Slack workspace to try it in. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Config } from '../config.ts'
import { startProduct } from '../product.ts'
import { stopOnSignal } from '../run.ts'
import { cast } from './city/cast.ts'
import { generateCity } from './city/generate.ts'
import { fillStore } from './city-in-store.ts'
import { startPlayground, startSlack, startStage } from './clients.ts'
import { newSlackSecrets, slackApiUrl, slackClientInstalled } from './slack-client.ts'
import { welcome } from './welcome.ts'

/** How local mode is started. */
export type LocalOptions = {
  /** True: Microsoft's Agents Playground instead of the Teams stage. */
  readonly playground: boolean
  readonly writeLog: (line: string) => void
}

/** Starts the product with its local clients, and returns when their pages can be opened. */
export const runLocally = async (config: Config, options: LocalOptions): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'hitozukuri-'))
  const botUrl = `http://${config.host}:${config.port}`
  const people = cast(generateCity())
  const open: { stop(): Promise<void> }[] = []
  stopOnSignal(() => stop(open, folder))
  try {
    const at = { botUrl, folder, people }
    const slack = slackClientInstalled() ? newSlackSecrets() : undefined
    const workspace = slack ? await startSlack({ ...at, secrets: slack }) : undefined
    if (workspace) open.unshift(workspace)
    const product = await startProduct(
      { ...config, ...(slack ? { slack: { ...slack, apiUrl: slackApiUrl } } : {}) },
      { dialogs: !options.playground, writeLog: withoutInfo(options) },
    )
    open.unshift(product)
    await fillStore(product)
    const teams = await (options.playground ? startPlayground(at) : startStage(at))
    open.unshift(teams)
    const clients = workspace ? [teams, workspace] : [teams]
    process.stdout.write(welcome(clients, { people, slackMissing: slack === undefined }))
  } catch (error) {
    await stop(open, folder)
    throw error
  }
}

/** The welcome shall stay in sight: only what went wrong is printed below it. */
const withoutInfo =
  ({ writeLog }: LocalOptions) =>
  (line: string): void => {
    if (!line.includes('"level":"info"')) writeLog(line)
  }

const stop = async (open: readonly { stop(): Promise<void> }[], folder: string): Promise<void> => {
  for (const each of open) await each.stop()
  await rm(folder, { recursive: true, force: true })
}
