/** Wires config → store → services → channels → server: with main.ts, the only file that knows all of them. */
import { calendarDate } from '../services/calendar.ts'
import { type Clock, clockFrom, systemClock } from '../services/clock.ts'
import { createHome } from '../services/home.ts'
import { staffId } from '../services/ids.ts'
import type { Person } from '../services/people/person.ts'
import { openRosterReader } from '../services/people/roster-store.ts'
import { yearsInSection } from '../services/people/tenure.ts'
import { unitsOf } from '../services/people/units.ts'
import { crisisLinesAreDue } from '../services/policy-qa/care/crisis-lines.ts'
import { openLibrary } from '../services/policy-qa/library.ts'
import type { Rephrase } from '../services/policy-qa/model/rephrase.ts'
import { createPolicyQa } from '../services/policy-qa/policy-qa.ts'
import { openFeedback } from '../services/policy-qa/upkeep/feedback.ts'
import { openUnanswered } from '../services/policy-qa/upkeep/unanswered.ts'
import { createUpkeep } from '../services/policy-qa/upkeep/upkeep.ts'
import { createSelfReport } from '../services/self-report/self-report.ts'
import type { Store } from '../services/store/store.ts'
import { answersAnew, onlyReads, opensDialog } from '../services/vocabulary.ts'
import type { Config } from './config.ts'
import { openConversations } from './conversations.ts'
import { createDispatch } from './dispatch.ts'
import { createRecogniser } from './identities.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { openStore, openVault } from './open.ts'
import { createFirstTime } from './seen.ts'
import { type Routes, type Server, startServer } from './server.ts'
import type { ChannelPorts, Handle, Sender } from './turn.ts'
import { within } from './within.ts'

/** How this start differs from another one with the same configuration. */
export type StartOptions = {
  /** False for a Teams client that can't open dialogs (local mode only). */
  readonly dialogs: boolean
  /** What time it is; left out: as configured. */
  readonly clock?: Clock
  readonly writeLog: (line: string) => void
}

/** The product, running. */
export type Product = {
  readonly url: string
  readonly store: Store
  readonly clock: Clock
  /** Resolves when the turns under way are answered. */
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the product. Rejects where the configuration does not hold: a store out of reach, a vault that can't be opened. */
export const startProduct = async (config: Config, options: StartOptions): Promise<Product> => {
  const configured = config.startAt === undefined ? systemClock : clockFrom(config.startAt)
  const clock = options.clock ?? configured
  const log = createLog({ level: config.logLevel, clock, write: options.writeLog })
  const store = await openStore(config, clock)
  const metrics = createMetrics()
  const core = await createCore({ config, store, clock, log, metrics })
  const channels = await createChannels(config, core.ports, options)
  const routes: Routes = { ...channels.routes, ready: core.ready, metrics }
  const server = await startServer(routes, config)
  if (crisisLinesAreDue(calendarDate(clock.now()))) log('warn', 'crisis-lines-due')
  log('info', 'started', { mode: config.mode, url: server.url })
  return {
    url: server.url,
    store,
    clock,
    settled: channels.settled,
    stop: () => stop({ server, channels, store, log }),
  }
}

type CoreOptions = {
  readonly config: Config
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
}

type Core = { readonly ports: ChannelPorts; readonly ready: () => Promise<void> }

const createCore = async ({ config, store, clock, log, metrics }: CoreOptions): Promise<Core> => {
  const roster = openRosterReader({ store, clock })
  const recognise = createRecogniser(() => roster.current(), clock)
  const units = async (): Promise<readonly string[]> =>
    unitsOf(await roster.current(), calendarDate(clock.now()))
  const yearsOf = async (id: string): Promise<number | undefined> =>
    yearsInSection(await roster.current(), staffId(id), calendarDate(clock.now()))
  const vault = await openVault(config, clock)
  const library = openLibrary({ store, clock })
  const selfReport = createSelfReport({ store, vault, clock, units, yearsInSection: yearsOf })
  const staff = async (): Promise<readonly Person[]> => (await roster.current()).rows
  const unanswered = openUnanswered({ store, clock, staff })
  const feedback = openFeedback({ store, clock })
  const rephrase = await openRephrase(config, clock)
  const policyQa = createPolicyQa({
    library,
    unanswered,
    feedback,
    ...(rephrase ? { rephrase } : {}),
  })
  const upkeep = createUpkeep({ store, clock, unanswered })
  const home = createHome([selfReport.task], [upkeep.door])
  const handle = createDispatch(
    { home, selfReport, policyQa, upkeep },
    { recognise, log, count: metrics.countTurn },
  )
  const ports = channelPorts({ handle, recognise, store, clock, log })
  const ready = async (): Promise<void> => {
    await store.ping()
    await library()
  }
  return { ports, ready }
}

/** A language model, where one is configured. */
const openRephrase = async (
  { policyModel }: Config,
  clock: Clock,
): Promise<Rephrase | undefined> => {
  if (!policyModel) return undefined
  const { createRephrase } = await import('../services/policy-qa/model/rephrase.ts')
  return createRephrase({ endpoint: policyModel, clock })
}

/** No answer waits longer than this for its conversation to be kept. */
const rememberMsMax = 2_000

const channelPorts = (parts: {
  readonly handle: Handle
  readonly recognise: (who: Sender) => Promise<Person | undefined>
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
}): ChannelPorts => {
  const { handle, recognise, store, clock, log } = parts
  const notKept = (): void => log('warn', 'conversation-not-kept')
  const conversations = openConversations({ store, recognise, notKept })
  return {
    handle,
    firstTime: createFirstTime(store, clock),
    remember: (...seen) => within(conversations.remember(...seen), rememberMsMax).catch(notKept),
    forget: conversations.forget,
    log: (code, facts) => log('warn', code, facts),
    now: () => clock.now(),
  }
}

type Channels = {
  readonly routes: Pick<Routes, 'teams' | 'slack'>
  readonly settled: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Only what is configured is loaded: an SDK takes longer to load than everything else together. */
const createChannels = async (
  config: Config,
  ports: ChannelPorts,
  options: StartOptions,
): Promise<Channels> => {
  const [teams, slack] = await Promise.all([
    teamsChannel(config, ports, options),
    slackChannel(config, ports),
  ])
  const routes = {
    ...(teams ? { teams: teams.listener } : {}),
    ...(slack ? { slack: slack.listener } : {}),
  }
  return { routes, settled: async () => slack?.settled(), stop: async () => slack?.stop() }
}

const teamsChannel = async (config: Config, ports: ChannelPorts, options: StartOptions) => {
  if (!config.teams && config.mode === 'configured') return undefined
  const { createTeamsChannel } = await import('./teams/adapter.ts')
  return createTeamsChannel({
    ports,
    opensDialog,
    answersAnew,
    dialogs: options.dialogs,
    ...(config.teams ? { credentials: config.teams } : {}),
  })
}

const slackChannel = async (config: Config, ports: ChannelPorts) => {
  if (!config.slack) return undefined
  const { createSlackChannel } = await import('./slack/adapter.ts')
  const channel = createSlackChannel({
    ...config.slack,
    ports,
    opensDialog,
    onlyReads,
    answersAnew,
    rate: config.rates.slack,
  })
  await channel.start()
  return channel
}

const stop = async (parts: {
  readonly server: Server
  readonly channels: Channels
  readonly store: Store
  readonly log: Log
}): Promise<void> => {
  await Promise.all([parts.server.stop(), parts.channels.stop()])
  await parts.store.close()
  parts.log('info', 'stopped')
}
