/** Local mode: the synthetic city in the embedded store, and beside the product a Teams stage and a Slack workspace to try it in. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Config } from '../config.ts'
import { startProduct } from '../product.ts'
import { stopOnSignal } from '../stop-on-signal.ts'
import { cast } from './city/cast.ts'
import { generateCity } from './city/generate.ts'
import { fillStore } from './city-in-store.ts'
import { type Client, startPlayground, startSlack, startStage } from './clients.ts'
import { choosePorts } from './ports.ts'
import { newSlackSecrets } from './slack-client.ts'
import { welcome } from './welcome.ts'

/** How local mode is started. */
export type LocalOptions = {
  /** True: Microsoft's Agents Playground instead of the Teams stage. */
  readonly playground: boolean
  readonly writeLog: (line: string) => void
}

/** Starts the product with its local clients, and returns when their pages can be opened (or when it was told to stop). */
export const runLocally = async (config: Config, options: LocalOptions): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'hitozukuri-'))
  const run = createRun(folder)
  stopOnSignal(() => run.stop())
  process.stdout.write('ひとづくり窓口を始めています。少しお待ちください。\n')
  try {
    const people = cast(generateCity())
    const clients = await startAll({ config, options, run, folder, people })
    process.stdout.write(welcome(clients, people))
  } catch (error) {
    const told = run.stopping()
    await run.stop()
    if (!told) throw error
  }
}

/** What is running, and how it all ends. */
type Run = {
  /** Starts a part and remembers to stop it; rejects once the run has ended. */
  keep<T extends Part>(start: () => Promise<T>): Promise<T>
  stopping(): boolean
  /** Stops everything, the newest first: nobody writes to what is gone. */
  stop(): Promise<void>
}

type Part = { stop(): Promise<void> }

const createRun = (folder: string): Run => {
  const parts: Part[] = []
  let starting: Promise<unknown> = Promise.resolve()
  let stopping = false
  return {
    async keep(start) {
      if (stopping) throw new Error('Stopped while starting.')
      const part = start()
      starting = part.then((started) => parts.unshift(started))
      await starting
      return part
    },
    stopping: () => stopping,
    async stop() {
      stopping = true
      // A part that is half there can't be stopped, and may still need the folder.
      await Promise.allSettled([starting])
      for (const part of parts.splice(0)) await part.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Start = {
  readonly config: Config
  readonly options: LocalOptions
  readonly run: Run
  readonly folder: string
  readonly people: ReturnType<typeof cast>
}

const startAll = async ({ config, options, run, folder, people }: Start): Promise<Client[]> => {
  const ports = await choosePorts(config.port, options)
  const at = { botUrl: `http://${config.host}:${ports.product}`, folder, people }
  const secrets = newSlackSecrets()
  const slack = await run.keep(() => startSlack({ ...at, secrets, port: ports.slack }))
  const product = await run.keep(() =>
    startProduct(
      { ...config, port: ports.product, slack: { ...secrets, apiUrl: slack.apiUrl } },
      { dialogs: !options.playground, writeLog: forTerminal(options, run) },
    ),
  )
  await fillStore(product)
  const teams = () =>
    options.playground
      ? startPlayground({ ...at, port: ports.playground })
      : startStage({ ...at, port: ports.stage })
  return [await run.keep(teams), slack]
}

/** The welcome shall stay in sight: only what went wrong is printed below it, and nothing once all is coming down. */
const forTerminal =
  (options: LocalOptions, run: Run) =>
  (line: string): void => {
    if (!line.includes('"level":"info"') && !run.stopping()) options.writeLog(line)
  }
