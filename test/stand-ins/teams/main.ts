/**
 * The stage as a process of its own, for local mode:
 * node test/stand-ins/teams/main.ts --port 56250 --bot http://127.0.0.1:3978/api/messages --people FILE.json
 * Prints one line {"ready":true,"url":…} and ends on SIGTERM or when its standard input closes.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { reachable } from './bot-status.ts'
import { type Stage, startStage } from './stage.ts'

const people = z.array(
  z.object({
    aadObjectId: z.string().min(1),
    name: z.string().min(1),
    email: z.string(),
    note: z.string().default(''),
  }),
)

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '56250' },
    bot: { type: 'string', default: 'http://127.0.0.1:3978/api/messages' },
    people: { type: 'string' },
  },
})
if (!values.people) throw new Error('--people FILE.json is missing: who may act on the stage?')

const stage = await startStage({
  botUrl: values.bot,
  people: people.parse(JSON.parse(readFileSync(values.people, 'utf8'))),
  port: Number(values.port),
})

/** Gives everybody the app as soon as the bot is there, as an administrator would. */
const installForAll = async ({ people: all }: Stage): Promise<void> => {
  while (!(await reachable(values.bot))) await pause(500, undefined, { ref: false })
  for (const person of all) if (!person.installed) await person.install()
}

const end = () => void stage.close().then(() => process.exit(0))
process.once('SIGTERM', end)
process.once('SIGINT', end)
process.stdin.once('end', end).once('close', end).resume()
process.stdout.write(`${JSON.stringify({ ready: true, url: stage.url })}\n`)
await installForAll(stage)
