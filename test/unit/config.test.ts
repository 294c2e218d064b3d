/** The environment: what each variable means, what is refused, and that no secret is ever printed. */
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../bot/config.ts'

const id = '8f6a1c1e-0b1d-4a52-9d0e-6a4f3c2b1a01'
const secretValue = 'never-print-this'

const teams = {
  MICROSOFT_APP_ID: id,
  MICROSOFT_APP_TENANT_ID: id,
  MICROSOFT_APP_PASSWORD: `teams-${secretValue}`,
}
const slack = {
  SLACK_BOT_TOKEN: `xoxb-${secretValue}`,
  SLACK_SIGNING_SECRET: `signing-${secretValue}`,
}
const cosmos = { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://city.documents.azure.com:443/' }

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
  return []
}

const namesIn = (faults: readonly string[]): Set<string | undefined> =>
  new Set(faults.map((fault) => fault.split(' ')[0]))

describe('an empty environment', () => {
  it('is local mode, with every default', () => {
    expect(readConfig({})).toEqual({
      mode: 'local',
      host: '127.0.0.1',
      port: 3978,
      store: { kind: 'sqlite', path: 'data/hitozukuri.db' },
      vault: { kind: 'file', path: 'data/vault.key' },
      rates: { teams: 25, slack: 10 },
      logLevel: 'info',
    })
  })

  it('may be spelt out as empty values', () => {
    expect(readConfig({ PORT: '', SLACK_BOT_TOKEN: '', MICROSOFT_APP_ID: '', NOW: '' })).toEqual(
      readConfig({}),
    )
  })

  it('is not disturbed by what other programs set', () => {
    expect(readConfig({ PATH: '/bin', SHELL: '/bin/sh' })).toEqual(readConfig({}))
  })
})

describe('each variable', () => {
  it.each([
    [{ PORT: '80' }, { port: 80 }],
    [{ PORT: '0' }, { port: 0 }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: 'localhost' }, { host: 'localhost' }],
    [{ STORE: 'sqlite:/var/a.db' }, { store: { kind: 'sqlite', path: '/var/a.db' } }],
    [
      cosmos,
      { store: { kind: 'cosmos', endpoint: cosmos.COSMOS_ENDPOINT, database: 'hitozukuri' } },
    ],
    [
      { ...cosmos, COSMOS_DATABASE: 'hr' },
      { store: { kind: 'cosmos', endpoint: cosmos.COSMOS_ENDPOINT, database: 'hr' } },
    ],
    [{ VAULT: 'file:/var/key' }, { vault: { kind: 'file', path: '/var/key' } }],
    [
      { VAULT: 'keyvault:https://city.vault.azure.net/keys/hr' },
      { vault: { kind: 'keyvault', keyUrl: 'https://city.vault.azure.net/keys/hr' } },
    ],
    [{ TEAMS_RATE: '0.5', SLACK_RATE: '50' }, { rates: { teams: 0.5, slack: 50 } }],
    [{ NOW: '1970-01-01T09:00:01+09:00' }, { startAt: 1_000 }],
    [{ NOW: '1970-01-01T00:00:01Z' }, { startAt: 1_000 }],
    [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
  ])('%j is read', (env, read) => {
    expect(readConfig(env)).toMatchObject(read)
  })

  it('of Teams is read, and the product is no longer local', () => {
    const config = readConfig(teams)
    expect(config).toMatchObject({
      mode: 'configured',
      host: '0.0.0.0',
      teams: { appId: id, appType: 'SingleTenant', tenantId: id },
    })
    expect(config.slack).toBeUndefined()
    expect(config.teams?.password?.reveal()).toBe(teams.MICROSOFT_APP_PASSWORD)
  })

  it('of Teams is enough without a password where the identity is managed', () => {
    const { MICROSOFT_APP_PASSWORD: _none, ...managed } = teams
    const config = readConfig({ ...managed, MICROSOFT_APP_TYPE: 'UserAssignedMSI' })
    expect(config.teams).toEqual({ appId: id, appType: 'UserAssignedMSI', tenantId: id })
  })

  it('of Slack is read, and the product is no longer local', () => {
    const config = readConfig({
      ...slack,
      SLACK_APP_TOKEN: `xapp-${secretValue}`,
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
    })
    expect(config).toMatchObject({ mode: 'configured', host: '0.0.0.0' })
    expect(config.teams).toBeUndefined()
    expect(config.slack?.botToken.reveal()).toBe(slack.SLACK_BOT_TOKEN)
    expect(config.slack?.signingSecret.reveal()).toBe(slack.SLACK_SIGNING_SECRET)
    expect(config.slack?.appToken?.reveal()).toBe(`xapp-${secretValue}`)
    expect(config.slack?.apiUrl).toBe('http://127.0.0.1:1/api/')
  })

  it('of Cosmos DB may hold a key', () => {
    const { store } = readConfig({ ...cosmos, COSMOS_KEY: secretValue })
    expect(store.kind === 'cosmos' && store.key?.reveal()).toBe(secretValue)
  })
})

describe('what is wrong', () => {
  it.each([
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '80.5' }],
    ['PORT', { PORT: ' ' }],
    ['PORT', { PORT: '0x50' }],
    ['STORE', { STORE: 'sqlite:' }],
    ['STORE', { COSMOS_KEY: secretValue }],
    ['STORE', { COSMOS_ENDPOINT: cosmos.COSMOS_ENDPOINT }],
    ['COSMOS_ENDPOINT', { ...cosmos, COSMOS_ENDPOINT: 'file:///etc' }],
    ['SLACK_API_URL', { ...slack, SLACK_API_URL: 'ftp://slack' }],
    ['VAULT', { VAULT: 'file:' }],
    ['VAULT', { VAULT: 'keyvault:https://' }],
    ['HOST', { HOST: '0.0.0.0' }],
    ['STORE', { STORE: 'postgres' }],
    ['COSMOS_ENDPOINT', { STORE: 'cosmos' }],
    ['COSMOS_ENDPOINT', { ...cosmos, COSMOS_ENDPOINT: 'city' }],
    ['MICROSOFT_APP_ID', { ...teams, MICROSOFT_APP_ID: 'city' }],
    ['MICROSOFT_APP_ID', { ...teams, MICROSOFT_APP_ID: '' }],
    ['MICROSOFT_APP_TYPE', { ...teams, MICROSOFT_APP_TYPE: 'MultiTenant' }],
    ['MICROSOFT_APP_TENANT_ID', { ...teams, MICROSOFT_APP_TENANT_ID: '' }],
    ['MICROSOFT_APP_PASSWORD', { ...teams, MICROSOFT_APP_PASSWORD: '' }],
    ['SLACK_BOT_TOKEN', { ...slack, SLACK_BOT_TOKEN: 'xoxp-1' }],
    ['SLACK_BOT_TOKEN', { ...slack, SLACK_BOT_TOKEN: '' }],
    ['SLACK_SIGNING_SECRET', { ...slack, SLACK_SIGNING_SECRET: '' }],
    ['SLACK_APP_TOKEN', { ...slack, SLACK_APP_TOKEN: 'xoxb-1' }],
    ['SLACK_API_URL', { ...slack, SLACK_API_URL: 'slack' }],
    ['TEAMS_RATE', { TEAMS_RATE: '0' }],
    ['SLACK_RATE', { SLACK_RATE: 'fast' }],
    ['VAULT', { VAULT: 'data/vault.key' }],
    ['VAULT', { VAULT: 'keyvault:http://city.vault.azure.net/keys/hr' }],
    ['NOW', { NOW: 'tomorrow' }],
    ['NOW', { NOW: '2026-10-20T09:00:00' }],
    ['NOW', { ...slack, NOW: '2026-10-20T09:00:00+09:00' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('is %s alone in %j, and the sentence says what it should be', (name, env) => {
    const faults = faultsOf(env)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(new RegExp(`^${name} (should be|is missing: it should be) .{8,}\\.$`))
  })

  it('of the language model is read whole, or refused', () => {
    const model = {
      POLICY_MODEL_URL: 'https://model.example/v1',
      POLICY_MODEL_KEY: secretValue,
      POLICY_MODEL_NAME: 'some-model',
    }
    const { policyModel } = readConfig(model)
    expect(policyModel).toMatchObject({ url: model.POLICY_MODEL_URL, name: 'some-model' })
    expect(policyModel?.key.reveal()).toBe(secretValue)
    for (const name of Object.keys(model)) {
      expect(namesIn(faultsOf({ ...model, [name]: '' }))).toEqual(new Set([name]))
    }
    const open = { ...model, POLICY_MODEL_URL: 'http://model.example/v1' }
    expect(namesIn(faultsOf(open))).toEqual(new Set(['POLICY_MODEL_URL']))
    const near = { ...model, POLICY_MODEL_URL: 'http://127.0.0.1:9000/v1' }
    expect(faultsOf(near)).toEqual([])
  })

  it('is told all at once, one sentence for each variable', () => {
    const names = ['PORT', 'TEAMS_RATE', 'NOW', 'LOG_LEVEL', 'SLACK_API_URL']
    const faults = faultsOf(Object.fromEntries(names.map((name) => [name, 'x'])))
    expect(namesIn(faults)).toEqual(new Set(names))

    const half = faultsOf({
      MICROSOFT_APP_ID: id,
      SLACK_BOT_TOKEN: 'xoxb-1',
      VAULT: 'file:a',
      COSMOS_KEY: secretValue,
    })
    expect(namesIn(half)).toEqual(
      new Set([
        'MICROSOFT_APP_PASSWORD',
        'MICROSOFT_APP_TENANT_ID',
        'SLACK_SIGNING_SECRET',
        'STORE',
      ]),
    )
  })

  it.each(Object.keys({ ...teams, ...slack, SLACK_APP_TOKEN: 0, MICROSOFT_APP_TYPE: 0 }))(
    'is a platform that is half there: %s alone never means local mode',
    (name) => {
      const values: Record<string, string> = {
        ...teams,
        ...slack,
        SLACK_APP_TOKEN: 'xapp-1',
        MICROSOFT_APP_TYPE: 'SingleTenant',
      }
      expect(faultsOf({ [name]: values[name] ?? '' }).length).toBeGreaterThan(0)
    },
  )
})

describe('what has been read', () => {
  it('can not be changed', () => {
    const config = readConfig({ ...teams, ...slack, ...cosmos })
    const parts = [config, config.store, config.vault, config.rates, config.teams, config.slack]
    expect(parts.map((part) => Object.isFrozen(part))).not.toContain(false)
  })

  it('does not print its secrets, whichever way it is printed', () => {
    const config = readConfig({
      ...teams,
      ...slack,
      ...cosmos,
      COSMOS_KEY: secretValue,
      SLACK_APP_TOKEN: `xapp-${secretValue}`,
    })
    const printed = [
      JSON.stringify(config),
      inspect(config, { depth: 9, showHidden: true }),
      String(config.slack?.botToken),
      String(config.teams?.password),
      String(config.slack?.signingSecret),
    ].join('\n')
    expect(printed).toContain('[secret]')
    expect(printed).not.toContain(secretValue)
  })

  it('does not repeat a secret that is wrong', () => {
    const env = { ...teams, SLACK_BOT_TOKEN: secretValue, SLACK_APP_TOKEN: secretValue }
    expect(() => readConfig(env)).toThrow('SLACK_BOT_TOKEN should be')
    expect(faultsOf(env).join('\n')).not.toContain(secretValue)
    expect(faultsOf({ MICROSOFT_APP_ID: secretValue, PORT: secretValue }).join()).not.toContain(
      secretValue,
    )
  })
})
