/** The local clients, each a process of its own: they can be closed and forgotten, the product imports nothing of them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { CastMember } from './city/cast.ts'
import { startProgram } from './client-process.ts'
import { playgroundProgram } from './playground.ts'
import type { SlackSecrets } from './slack-client.ts'

/** A client that runs: its name for people, and where its page is. */
export type Client = {
  readonly name: string
  readonly url: string
  stop(): Promise<void>
}

/** What a client is started with. `folder` is a private one that goes when the product stops; port 0 is any free one. */
export type ClientOptions = {
  readonly botUrl: string
  readonly folder: string
  readonly people: readonly CastMember[]
  readonly port: number
}

const root = fileURLToPath(new URL('../../', import.meta.url))

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
  const args = ['--port', String(options.port), '--bot', bot, '--people', file]
  const stage = z.object({ ready: z.literal(true), url: z.string() })
  const name = 'Teams の舞台'
  const running = await startOwn(name, ['test/stand-ins/teams/main.ts', ...args], stage)
  return { name, url: running.said.url, stop: () => running.stop() }
}

/** Starts the local Slack workspace; `apiUrl` is the root of its Web API. */
export const startSlack = async (
  options: ClientOptions & { readonly secrets: SlackSecrets },
): Promise<Client & { readonly apiUrl: string }> => {
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
  // The page of local-slack forgets what is typed into a form when any button but its submit is pressed.
  const where = ['--port', String(options.port), '--bot', bot, '--engine', 'stand-in']
  const args = [...where, '--people', file, '--secrets', secrets]
  const workspace = z.object({ ready: z.literal(true), url: z.string(), apiUrl: z.string() })
  const name = 'ローカルの Slack'
  const running = await startOwn(name, ['test/stand-ins/slack/main.ts', ...args], workspace)
  return { name, ...running.said, stop: () => running.stop() }
}

/** Starts Microsoft's Agents Playground, a client that can't open dialogs. */
export const startPlayground = async (options: ClientOptions): Promise<Client> => {
  const running = await startProgram(await playgroundProgram(options, root))
  return { name: 'Microsoft 365 Agents Playground', url: running.said, stop: () => running.stop() }
}

const saved = async (folder: string, name: string, content: object): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, JSON.stringify(content), { mode: 0o600 })
  return path
}

const startOwn = <S extends z.ZodType>(name: string, args: readonly string[], told: S) =>
  startProgram<z.output<S>>({
    name,
    args,
    cwd: root,
    read: (line) => told.parse(JSON.parse(line)),
  })
