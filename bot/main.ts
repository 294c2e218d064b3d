/** Starts the product; stops it, finishing what is under way, on SIGTERM or SIGINT. */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { keepCompiled, saveCompiled } from './compile-cache.ts'

const flagsOf = () => {
  const options = {
    check: { type: 'boolean', default: false },
    playground: { type: 'boolean', default: false },
  } as const
  try {
    return parseArgs({ options }).values
  } catch {
    throw new Error('It can be started with --check, with --playground, or with neither.')
  }
}

const start = async (): Promise<void> => {
  const flags = flagsOf()
  keepCompiled()
  const { ConfigError, readConfig } = await import('./config.ts')
  const config = readConfig()
  if (flags.playground && config.mode !== 'local') {
    throw new ConfigError(['--playground works in local mode only: leave the platforms unset.'])
  }
  const { run } = await import('./run.ts')
  await run(config, flags)
  saveCompiled()
}

try {
  await start()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The start failed.'}\n`)
  process.exitCode = 1
}
