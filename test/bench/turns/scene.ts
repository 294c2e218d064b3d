/** What a run needs: the city in a store, its people's stimuli, and both bots' starts. */
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { generateCity } from '../../../bot/local-mode/city/generate.ts'
import { fillStore } from '../../../bot/local-mode/city-in-store.ts'
import { calendarDate } from '../../../services/calendar.ts'
import { systemClock } from '../../../services/clock.ts'
import type { Person } from '../../../services/people/person.ts'
import { latestWindow } from '../../../services/self-report/window.ts'
import { openSqlite } from '../../../services/store/sqlite.ts'
import { freshSecrets } from '../../stand-ins/slack/secrets.ts'
import type { Start } from './bots.ts'
import type { Stimulus } from './request.ts'
import { type SlackApi, startSlackApi } from './slack-api.ts'
import { type Channel, type Kind, stimulusOf } from './stimulus.ts'

/** Bots that can be started. `bare-cached` is the bare one with Node's compile cache, which the product turns on itself. */
export type BotName = 'bare' | 'bare-cached' | 'product'

/** One channel, ready for its runs. */
export type Scene = {
  readonly channel: Channel
  /** Stimuli of the people the load is sent for; another person takes the first turn, which saves a page. */
  stimuli(kind: Kind): readonly Stimulus[]
  /** A start of a bot; the product gets a fresh copy of the city. */
  start(bot: BotName): Promise<Start>
  /** How many turns of a kind lie in the product's store after a run. */
  kept(kind: Kind): number
  close(): Promise<void>
}

const peopleCount = 500

const fillCity = async (folder: string) => {
  await mkdir(folder, { recursive: true })
  const store = await openSqlite({ path: join(folder, 'store.db'), clock: systemClock })
  await fillStore({ store, clock: systemClock })
  const window = await latestWindow(store, calendarDate(systemClock.now()))
  await store.close()
  if (!window) throw new Error('the city has no window open')
  return window
}

const isReached = (channel: Channel) => (person: Person) =>
  person.status === 'active' &&
  Boolean(channel === 'teams' ? person.aadObjectId : person.slackUserId)

const files: Readonly<Record<Channel, Readonly<Record<'bare' | 'product', string>>>> = {
  teams: {
    bare: 'test/bench/turns/bare-teams.ts',
    product: 'test/bench/turns/product-process.ts',
  },
  slack: { bare: 'test/bench/turns/bare-slack.ts', product: 'bot/start.js' },
}

const paths: Readonly<Record<Channel, string>> = { teams: '/api/messages', slack: '/slack/events' }

const secrets = freshSecrets()
const productCache = fileURLToPath(
  new URL('../../../node_modules/.cache/hitozukuri', import.meta.url),
)

const slackEnv = (api: SlackApi | undefined): Record<string, string> =>
  api
    ? {
        SLACK_BOT_TOKEN: secrets.botToken,
        SLACK_SIGNING_SECRET: secrets.signingSecret,
        SLACK_API_URL: api.url,
        // Slack takes a few calls a second; here the bot is measured, not its patience.
        SLACK_RATE: '1000',
      }
    : {}

/** Each save counts its report up by one; each rating is a document of its own. */
const countKept: Readonly<Record<Kind, string>> = {
  page: `SELECT sum(json_extract(body, '$.revision')) AS kept FROM documents WHERE container = 'self-reports'`,
  button: `SELECT count(*) AS kept FROM documents WHERE container = 'policy' AND partition = 'ratings'`,
}

/** Sets a channel's scene in a folder of its own. */
export const setScene = async (channel: Channel, folder: string): Promise<Scene> => {
  const window = await fillCity(join(folder, 'city'))
  const api = channel === 'slack' ? await startSlackApi() : undefined
  const [first, ...others] = generateCity().filter(isReached(channel)).slice(0, peopleCount)
  if (!first) throw new Error('the city has nobody to act')
  const live = join(folder, 'live')
  const cache = join(folder, 'cache')
  const productEnv = {
    HOST: '127.0.0.1',
    PORT: '0',
    STORE: `sqlite:${join(live, 'store.db')}`,
    VAULT: `file:${join(folder, 'vault.key')}`,
  }
  return {
    channel,
    stimuli: (kind) => others.map((each) => stimulusOf({ channel, kind }, each, window)),
    async start(bot) {
      await rm(live, { recursive: true, force: true })
      await cp(join(folder, 'city'), live, { recursive: true })
      const product = bot === 'product'
      return {
        file: files[channel][product ? 'product' : 'bare'],
        env: {
          ...slackEnv(api),
          ...(product ? productEnv : {}),
          // Where the product's compile cache goes; a cache of the machine's own would not be ours to fill.
          TMPDIR: folder,
          ...(bot === 'bare-cached' ? { NODE_COMPILE_CACHE: cache } : {}),
          // As bot/start.js does it.
          ...(product ? { NODE_COMPILE_CACHE: productCache } : {}),
        },
        path: paths[channel],
        ...(api ? { secret: secrets.signingSecret, changed: (ts: string) => api.changed(ts) } : {}),
        firstTurn: stimulusOf({ channel, kind: 'page' }, first, window),
      }
    },
    kept(kind) {
      const db = new DatabaseSync(join(live, 'store.db'), { readOnly: true })
      const row = db.prepare(countKept[kind]).get()
      db.close()
      return Number(row?.['kept'] ?? 0)
    },
    close: async () => api?.close(),
  }
}
