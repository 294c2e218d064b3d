/** The local clients, each a process of its own: they can be closed and forgotten, the product imports nothing of them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { CastMember } from './city/cast.ts'
import { playgroundFiles, playgroundPort } from './playground.ts'
import { type SlackSecrets, slackPort } from './slack-client.ts'

/** A client that runs: its name for people, and where its page is. */
export type Client = {
  readonly name: string
  readonly url: string
  stop(): Promise<void>
}

/** What a client is started with. `folder` is a private one that goes when the product stops. */
export type ClientOptions = {
  readonly botUrl: string
  readonly folder: string
  readonly people: readonly CastMember[]
}

const stagePort = 56_250
const readySecondsMax = 30
const root = fileURLToPath(new URL('../../', import.meta.url))
const readyLine = z.object({ ready: z.literal(true), url: z.string() })

/** Starts our own Teams stage. */
export const startStage = async (options: ClientOptions): Promise<Client> => {
  const people = options.people.map(({ person, note }) => ({
    aadObjectId: person.aadObjectId,
    name: person.name,
    email: person.email,
    note,
  }))
  const file = await saved(options.folder, 'stage-people.json', people)
  const bot = `${options.botUrl}/api/messages`
  const args = ['--port', String(stagePort), '--bot', bot, '--people', file]
  return startProcess('Teams（舞台）', ['test/stand-ins/teams/main.ts', ...args])
}

/** Starts the local Slack workspace. */
export const startSlack = async (
  options: ClientOptions & { readonly secrets: SlackSecrets },
): Promise<Client> => {
  const people = options.people.map(({ person, note }) => ({
    slackUserId: person.slackUserId,
    name: `${person.name} ${note}`,
    email: person.email,
  }))
  const file = await saved(options.folder, 'slack-people.json', people)
  const secrets = await saved(options.folder, 'slack-secrets.json', {
    botToken: options.secrets.botToken.reveal(),
    signingSecret: options.secrets.signingSecret.reveal(),
  })
  const bot = `${options.botUrl}/slack/events`
  const args = ['--port', String(slackPort), '--bot', bot, '--people', file, '--secrets', secrets]
  return startProcess('Slack（ローカル）', ['test/stand-ins/slack/main.ts', ...args])
}

/** Starts Microsoft's Agents Playground, a client that can't open dialogs. */
export const startPlayground = async (options: ClientOptions): Promise<Client> => {
  await playgroundFiles(options.folder, options.people)
  const bot = `${options.botUrl}/api/messages`
  const bin = join(root, 'node_modules/@microsoft/m365agentsplayground/cli.js')
  const args = ['start', '-e', bot, '-c', 'msteams', '-p', String(playgroundPort)]
  const child = spawn(process.execPath, [bin, ...args, '--disable-telemetry'], {
    cwd: options.folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.execPath.replace(/[^/\\]+$/, ''),
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
    },
  })
  const url = `http://127.0.0.1:${playgroundPort}`
  await answering(url)
  return { name: 'Microsoft 365 Agents Playground', url, stop: () => end(child) }
}

const saved = async (folder: string, name: string, content: object): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, JSON.stringify(content), { mode: 0o600 })
  return path
}

const startProcess = async (name: string, args: readonly string[]): Promise<Client> => {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const ready = once(lines, 'line', { signal: AbortSignal.timeout(readySecondsMax * 1_000) })
  const failed = once(child, 'exit').then(() => {
    throw new Error(`${name} did not start: see the lines above.`)
  })
  const [line] = await Promise.race([ready, failed])
  const { url } = readyLine.parse(JSON.parse(String(line)))
  return { name, url, stop: () => end(child) }
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

const answering = async (url: string): Promise<void> => {
  const limit = AbortSignal.timeout(readySecondsMax * 1_000)
  while (!limit.aborted) {
    const up = await fetch(url, { signal: limit }).then(
      () => true,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The Playground did not start: see the lines above.')
}
