/** The environment, read once, checked whole, frozen. The only reader of process.env. */
import { Temporal } from 'temporal-polyfill'
import { Secret } from '../services/secret.ts'
import {
  type Environment,
  environment,
  faultOf,
  loopback,
  missing,
  unresolvedFault,
} from './environment.ts'

/** Everything that can be set, checked. */
export type Config = {
  /** `local`: neither platform is configured; loopback only, with the synthetic city and the local clients. */
  readonly mode: 'local' | 'configured'
  readonly host: string
  readonly port: number
  readonly store: StoreConfig
  readonly vault: VaultConfig
  readonly teams?: TeamsConfig
  readonly slack?: SlackConfig
  /** A language model that may put the policy's passages into other words: the root of its API, key, name. */
  readonly policyModel?: {
    readonly url: string
    readonly key: Secret<string>
    readonly name: string
  }
  /** Requests a second to each platform. */
  readonly rates: { readonly teams: number; readonly slack: number }
  /** Local mode: where the clock starts, epoch ms. */
  readonly startAt?: number
  readonly logLevel: LogLevel
}

/** Which lines are logged: this one and those more severe. */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug'

/** Where documents are kept. */
export type StoreConfig =
  | { readonly kind: 'sqlite'; readonly path: string }
  | {
      readonly kind: 'cosmos'
      readonly endpoint: string
      readonly key?: Secret<string>
      readonly database: string
    }

/** What wraps the data keys. */
export type VaultConfig =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'keyvault'; readonly keyUrl: string }

/** The bot's registration in Microsoft Entra. */
export type TeamsConfig = {
  readonly appId: string
  readonly appType: 'SingleTenant' | 'UserAssignedMSI'
  readonly tenantId: string
  readonly password?: Secret<string>
}

/** The Slack app's credentials. */
export type SlackConfig = {
  readonly botToken: Secret<string>
  readonly signingSecret: Secret<string>
  readonly appToken?: Secret<string>
  readonly apiUrl?: string
}

/** What is wrong with the environment: one sentence a line, each naming the variable and what it should be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(
      `The environment can't be used as it is:\n${faults.map((each) => `  - ${each}`).join('\n')}`,
    )
    this.faults = faults
  }
}

/** The environment as a Config. Throws ConfigError with every fault there is. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const unresolved = Object.keys(environment.shape).filter((name) =>
    given[name]?.startsWith('@Microsoft.KeyVault('),
  )
  if (unresolved.length > 0) throw new ConfigError(unresolved.map(unresolvedFault))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
    throw new ConfigError([...names].map(faultOf))
  }
  const faults: string[] = []
  const config = assemble(parsed.data, faults)
  if (faults.length > 0) throw new ConfigError(faults)
  for (const part of Object.values(config)) Object.freeze(part)
  return Object.freeze(config)
}

const assemble = (env: Environment, faults: string[]): Config => {
  const teams = teamsOf(env, faults)
  const slack = slackOf(env, faults)
  const mode = teams === undefined && slack === undefined ? 'local' : 'configured'
  return {
    mode,
    host: hostOf(mode, env, faults),
    port: env.PORT,
    store: storeOf(env, faults),
    vault: vaultOf(env.VAULT),
    ...(teams ? { teams } : {}),
    ...(slack ? { slack } : {}),
    ...policyModelOf(env, faults),
    rates: { teams: env.TEAMS_RATE, slack: env.SLACK_RATE },
    ...startOf(mode, env, faults),
    logLevel: env.LOG_LEVEL,
  }
}

const hostOf = (mode: Config['mode'], env: Environment, faults: string[]): string => {
  if (mode === 'configured') return env.HOST ?? '0.0.0.0'
  const host = env.HOST ?? '127.0.0.1'
  if (!loopback.includes(host)) {
    faults.push(
      'HOST should be 127.0.0.1: without a configured platform only this machine is answered.',
    )
  }
  return host
}

const startOf = (
  mode: Config['mode'],
  env: Environment,
  faults: string[],
): Pick<Config, 'startAt'> => {
  if (!env.NOW) return {}
  if (mode === 'configured') {
    faults.push('NOW should be left out: it sets the clock in local mode only.')
  }
  return { startAt: instantOf(env.NOW) }
}

const instantOf = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

/** True where at least one of the variables is set: then none that is needed may be missing. */
const anySet = (env: Environment, names: readonly (keyof Environment)[]): boolean =>
  names.some((name) => env[name] !== undefined)

const teamsOf = (env: Environment, faults: string[]): TeamsConfig | undefined => {
  const names = [
    'MICROSOFT_APP_ID',
    'MICROSOFT_APP_TYPE',
    'MICROSOFT_APP_TENANT_ID',
    'MICROSOFT_APP_PASSWORD',
  ] as const
  if (!anySet(env, names)) return undefined
  const appType = env.MICROSOFT_APP_TYPE ?? 'SingleTenant'
  faults.push(...teamsFaults(env, appType))
  return {
    appId: env.MICROSOFT_APP_ID ?? '',
    appType,
    tenantId: env.MICROSOFT_APP_TENANT_ID ?? '',
    ...(env.MICROSOFT_APP_PASSWORD ? { password: env.MICROSOFT_APP_PASSWORD } : {}),
  }
}

const teamsFaults = (env: Environment, appType: TeamsConfig['appType']): string[] => {
  const faults: string[] = []
  if (!env.MICROSOFT_APP_ID) faults.push(missing('MICROSOFT_APP_ID', ''))
  if (!env.MICROSOFT_APP_TENANT_ID) faults.push(missing('MICROSOFT_APP_TENANT_ID', ''))
  if (appType === 'SingleTenant' && !env.MICROSOFT_APP_PASSWORD) {
    faults.push(missing('MICROSOFT_APP_PASSWORD', "the application's client secret"))
  }
  if (appType === 'UserAssignedMSI' && env.MICROSOFT_APP_PASSWORD) {
    faults.push('MICROSOFT_APP_PASSWORD should be left out: a managed identity has none.')
  }
  return faults
}

const slackOf = (env: Environment, faults: string[]): SlackConfig | undefined => {
  const names = [
    'SLACK_BOT_TOKEN',
    'SLACK_SIGNING_SECRET',
    'SLACK_APP_TOKEN',
    'SLACK_API_URL',
  ] as const
  if (!anySet(env, names)) return undefined
  if (!env.SLACK_BOT_TOKEN) faults.push(missing('SLACK_BOT_TOKEN', ''))
  if (!env.SLACK_SIGNING_SECRET) {
    faults.push(missing('SLACK_SIGNING_SECRET', "the app's signing secret"))
  }
  const none = new Secret('')
  return {
    botToken: env.SLACK_BOT_TOKEN ?? none,
    signingSecret: env.SLACK_SIGNING_SECRET ?? none,
    ...(env.SLACK_APP_TOKEN ? { appToken: env.SLACK_APP_TOKEN } : {}),
    ...(env.SLACK_API_URL ? { apiUrl: env.SLACK_API_URL } : {}),
  }
}

const policyModelOf = (env: Environment, faults: string[]): Pick<Config, 'policyModel'> => {
  const { POLICY_MODEL_URL: url, POLICY_MODEL_KEY: key, POLICY_MODEL_NAME: name } = env
  if (!anySet(env, ['POLICY_MODEL_URL', 'POLICY_MODEL_KEY', 'POLICY_MODEL_NAME'])) return {}
  if (!url) faults.push(missing('POLICY_MODEL_URL', ''))
  if (!key) faults.push(missing('POLICY_MODEL_KEY', 'the key of that API'))
  if (!name) faults.push(missing('POLICY_MODEL_NAME', 'the name of a model of that API'))
  return url && key && name ? { policyModel: { url, key, name } } : {}
}

const storeOf = (env: Environment, faults: string[]): StoreConfig => {
  if (env.STORE.startsWith('sqlite:')) {
    if (anySet(env, ['COSMOS_ENDPOINT', 'COSMOS_KEY', 'COSMOS_DATABASE'])) {
      faults.push('STORE should be cosmos where COSMOS_ENDPOINT and the like are set.')
    }
    return { kind: 'sqlite', path: env.STORE.slice('sqlite:'.length) }
  }
  if (!env.COSMOS_ENDPOINT) faults.push(missing('COSMOS_ENDPOINT', ''))
  return {
    kind: 'cosmos',
    endpoint: env.COSMOS_ENDPOINT ?? '',
    ...(env.COSMOS_KEY ? { key: env.COSMOS_KEY } : {}),
    database: env.COSMOS_DATABASE ?? 'hitozukuri',
  }
}

const vaultOf = (value: string): VaultConfig =>
  value.startsWith('file:')
    ? { kind: 'file', path: value.slice('file:'.length) }
    : { kind: 'keyvault', keyUrl: value.slice('keyvault:'.length) }
