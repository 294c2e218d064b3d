/** The local Slack workspace as a process of its own: `node test/stand-ins/slack/main.ts --port 56260 --bot URL --people FILE --secrets FILE`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Person, SlackWorkspace } from './acting.ts'
import { localSlackBinary } from './local-slack.ts'
import { freshSecrets, type Secrets } from './secrets.ts'
import { startSlackStandIn } from './web-api.ts'
import { startSlackWorkspace } from './workspace.ts'

/** Both sides' secrets: read from the file where it exists, else made and left there for the product. */
const secretsFrom = (file: string): Secrets => {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const made = freshSecrets()
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  return made
}

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '56260' },
    bot: { type: 'string', default: 'http://127.0.0.1:3978/slack/events' },
    people: { type: 'string' },
    secrets: { type: 'string' },
    engine: { type: 'string', default: localSlackBinary() ? 'local-slack' : 'stand-in' },
  },
})

const start = (): Promise<SlackWorkspace> => {
  if (!values.people || !values.secrets)
    throw new Error('--people FILE and --secrets FILE are needed')
  const people: readonly Person[] = JSON.parse(readFileSync(values.people, 'utf8'))
  const secrets = secretsFrom(values.secrets)
  const options = { botUrl: values.bot, people, port: Number(values.port), secrets }
  return values.engine === 'local-slack' ? startSlackWorkspace(options) : startSlackStandIn(options)
}

try {
  const workspace = await start()
  const end = () => void workspace.close().then(() => process.exit(0))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  // Whoever started this is gone: so is the reason to run.
  process.stdin.once('end', end).once('close', end).resume()
  console.log(JSON.stringify({ ready: true, url: workspace.url, apiUrl: workspace.apiUrl }))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
