/** Runs the product until it is told to stop: as configured, in local mode with its clients, or just to prove the configuration. */
import process from 'node:process'
import type { Config } from './config.ts'
import { type Product, startProduct } from './product.ts'
import { stopOnSignal } from './stop-on-signal.ts'

/** The flags of the start: `check` proves the configuration and stops; `playground` opens Microsoft's test client. */
export type Flags = { readonly check: boolean; readonly playground: boolean }

const writeLog = (line: string): void => {
  process.stdout.write(line)
}

/** Starts, and returns when everything is up (or, to check, when it was and is stopped again). */
export const run = async (config: Config, flags: Flags): Promise<void> => {
  if (flags.check) return await check(config)
  if (config.mode === 'local') {
    const { runLocally } = await import('./local-mode/local-mode.ts')
    return await runLocally(config, { playground: flags.playground, writeLog })
  }
  const product = await startProduct(config, { dialogs: true, writeLog })
  stopOnSignal(() => product.stop())
}

const check = async (config: Config): Promise<void> => {
  const product: Product = await startProduct({ ...config, port: 0 }, { dialogs: true, writeLog })
  try {
    const answer = await fetch(`${product.url}/readyz`)
    if (!answer.ok)
      throw new Error('It starts, but it is not ready: the store or the policy can not be read.')
    process.stdout.write('The configuration holds: started, ready, stopped.\n')
  } finally {
    await product.stop()
  }
}
