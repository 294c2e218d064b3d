/** Starts the product; stops it, finishing what is under way, on SIGTERM or SIGINT. */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from './config.ts'
import { nodeProblem } from './node-version.ts'

const { values: flags } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    playground: { type: 'boolean', default: false },
  },
})

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const start = async (): Promise<void> => {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new ConfigError([problem])
  const config = readConfig()
  if (flags.playground && config.mode !== 'local') {
    throw new ConfigError(['--playground works in local mode only: leave the platforms unset.'])
  }
  const { run } = await import('./run.ts')
  await run(config, flags)
}

try {
  await start()
} catch (error) {
  say(error instanceof Error ? error.message : 'The start failed.')
  process.exitCode = 1
}
