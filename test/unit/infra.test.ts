/** What is deployed is what the product needs: the same containers, the same settings, and no secret in a file. */
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../bot/config.ts'
import { containers } from '../../services/store/containers.ts'
import {
  type Bicep,
  bicepReader,
  declared,
  moduleCalls,
  nodesOf,
  propertiesOf,
  requiredParameters,
  resourcesOf,
  settingsOf,
  syntaxFaults,
  textOf,
  undeclared,
} from './bicep.ts'

const read = await bicepReader()
const files = globSync('infra/**/*.bicep')
  .sort()
  .map((path) => read(path))
const fileAt = (path: string): Bicep => {
  const found = files.find((file) => file.path === path)
  if (!found) throw new Error(`${path} is not there`)
  return found
}
const main = fileAt('infra/main.bicep')
const everyText = files.map(({ root }) => root.text).join('\n')

describe('the Bicep files', () => {
  it('are there to be checked', () => expect(files.length).toBeGreaterThanOrEqual(9))

  it.each(files.map((file) => [file.path, file] as const))('%s can be read', (_path, file) => {
    expect(syntaxFaults(file)).toEqual([])
  })

  it('would be refused with a bracket too few', () => {
    expect(
      syntaxFaults(read('broken.bicep', "resource a 'B/c@2024-01-01' = { name: 'x'")),
    ).not.toEqual([])
  })

  it.each(files.map((file) => [file.path, file] as const))(
    '%s uses only names it has',
    (_p, file) => {
      expect(undeclared(file)).toEqual([])
    },
  )

  it('would be refused with a name that is nowhere', () => {
    expect(undeclared(read('broken.bicep', 'param a string\nvar b = c'))).toEqual(['c'])
  })

  it('name one version for each type of resource', () => {
    const versions = new Map<string, Set<string>>()
    for (const { type, version } of files.flatMap(resourcesOf)) {
      expect(version).toMatch(/^20\d\d-\d\d-\d\d(-preview)?$/)
      versions.set(type, (versions.get(type) ?? new Set()).add(version))
    }
    expect(versions.size).toBeGreaterThan(15)
    expect([...versions].filter(([, found]) => found.size > 1)).toEqual([])
  })
})

describe('the modules', () => {
  const calls = [...moduleCalls(main)].map(([name, call]) => {
    return { name, given: call.given, file: fileAt(join('infra', call.path)) }
  })

  it('are all called', () => {
    expect(calls.map(({ file }) => file.path).sort()).toEqual(
      files.map(({ path }) => path).filter((path) => dirname(path) === 'infra/modules'),
    )
  })

  it.each(calls)('$name is given what it takes, all of it and nothing else', ({ given, file }) => {
    const known = [...declared(file, 'parameter').keys()]
    expect(given.filter((name) => !known.includes(name))).toEqual([])
    expect(requiredParameters(file).filter((name) => !given.includes(name))).toEqual([])
  })

  it('give out what is asked of them', () => {
    const asked = [...main.root.text.matchAll(/(\w+)!?\.outputs\.(\w+)/g)]
    expect(asked.length).toBeGreaterThan(10)
    for (const [whole, module, output = ''] of asked) {
      const file = calls.find(({ name }) => name === module)?.file
      expect(file && declared(file, 'output').has(output), whole).toBe(true)
    }
  })

  it.each(files.map((file) => [file.path, file] as const))(
    '%s uses every parameter and variable it declares',
    (_path, file) => {
      const names = [...declared(file, 'parameter').keys(), ...declared(file, 'variable').keys()]
      const words = nodesOf(file, 'identifier').map(({ text }) => text)
      const unused = names.filter((name) => words.filter((word) => word === name).length < 2)
      expect(unused).toEqual([])
    },
  )

  it('are given only parameters that main.bicep has by the example', () => {
    const example = readFileSync('infra/main.example.bicepparam', 'utf8')
    const given = [...example.matchAll(/^param (\w+) =/gm)].map(([, name = '']) => name)
    expect(given.length).toBeGreaterThan(5)
    expect(given.filter((name) => !declared(main, 'parameter').has(name))).toEqual([])
  })
})

describe('the store', () => {
  const store = fileAt('infra/modules/store.bicep')

  it('has a container for every kind of document, and no other', () => {
    const list = declared(main, 'variable').get('containerNames')?.namedChildren[1]
    const names = nodesOf({ root: list ?? main.root }, 'string').map((node) => textOf(node) ?? '')
    expect(names.sort()).toEqual(Object.keys(containers).sort())
  })

  it('has containers as the product wants them, and no key that opens it', () => {
    const [container] = resourcesOf(store).filter(({ type }) => type.endsWith('/containers'))
    const resource = propertiesOf(
      propertiesOf(container?.properties.get('properties')).get('resource'),
    )
    expect(resource.get('partitionKey')?.text).toContain("paths: ['/partition']")
    expect(resource.get('defaultTtl')?.text).toBe('-1')
    const [account] = resourcesOf(store).filter(({ type }) => type.endsWith('/databaseAccounts'))
    expect(propertiesOf(account?.properties.get('properties')).get('disableLocalAuth')?.text).toBe(
      'true',
    )
  })
})

describe('the environment', () => {
  const settings = new Map(files.flatMap((file) => [...settingsOf(file)]))

  /** Read by App Service, not by the product. */
  const ofThePlatform = ['WEBSITES_CONTAINER_STOP_TIME_LIMIT']

  it('sets nothing that the product does not read', () => {
    const source = readFileSync('bot/environment.ts', 'utf8')
    const known = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name = '']) => name)
    expect(known.length).toBeGreaterThan(15)
    const strange = [...settings.keys()].filter((name) => !known.includes(name))
    expect(strange).toEqual(ofThePlatform)
  })

  const keysOf = (variable: string): readonly string[] => {
    const found = declared(main, 'variable').get(variable)
    const objects = found ? nodesOf({ root: found }, 'object') : []
    return objects.flatMap((object) => [...propertiesOf(object).keys()])
  }

  /** What a setting is once deployed. */
  const deployed: Readonly<Record<string, string>> = {
    STORE: 'cosmos',
    COSMOS_ENDPOINT: 'https://hitozukuri-abc.documents.azure.com:443/',
    COSMOS_DATABASE: 'hitozukuri',
    VAULT: 'keyvault:https://hitozukuri-abc.vault.azure.net/keys/records',
    LOG_LEVEL: 'info',
    MICROSOFT_APP_ID: '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    MICROSOFT_APP_TENANT_ID: '3f2504e0-4f89-11d3-9a0c-0305e82c3302',
    MICROSOFT_APP_PASSWORD: 'as the vault has it',
    SLACK_BOT_TOKEN: 'xoxb-as-the-vault-has-it',
    SLACK_SIGNING_SECRET: 'as the vault has it',
  }

  const start = (variables: readonly string[], appType: string) => {
    const names = variables.flatMap(keysOf)
    expect(names.length).toBeGreaterThan(4)
    const given = { ...deployed, MICROSOFT_APP_TYPE: appType }
    const all: Readonly<Record<string, string>> = given
    return readConfig(Object.fromEntries(names.map((name) => [name, all[name]])))
  }

  it.each([
    ['Teams without a secret', ['settings', 'teamsSettings'], 'UserAssignedMSI'],
    ['Teams with a secret', ['settings', 'teamsSettings', 'teamsSecrets'], 'SingleTenant'],
    ['Slack alone', ['settings', 'slackSecrets'], ''],
    ['both', ['settings', 'teamsSettings', 'slackSecrets'], 'UserAssignedMSI'],
  ])('starts with %s', (_what, variables, appType) => {
    const config = start(variables, appType)
    expect(config).toMatchObject({
      mode: 'configured',
      store: { kind: 'cosmos' },
      vault: { kind: 'keyvault' },
    })
  })

  it('hands over secrets as references to the vault alone', () => {
    const secrets = [...settings].filter(([name]) => /(PASSWORD|SECRET|TOKEN|KEY)$/.test(name))
    expect(secrets.map(([name]) => name).sort()).toEqual([
      'MICROSOFT_APP_PASSWORD',
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
    ])
    for (const [, value] of secrets) {
      expect(value).toMatch(/^'@Microsoft\.KeyVault\(SecretUri=\$\{secretsAt\}\/[a-z-]+\)'$/)
    }
  })
})

describe('secrets and logs', () => {
  const everything = globSync('infra/**/*', { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [
      basename(entry.name),
      readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    ])

  it.each(everything)('%s holds no secret', (_name, text) => {
    expect(text).not.toMatch(
      /xox[abp]-\w{6,}|xapp-\w{6,}|AccountKey=|SharedAccessKey=|BEGIN [A-Z ]*PRIVATE/,
    )
    expect(text).not.toMatch(/listKeys|listConnectionStrings/)
    expect(text).not.toMatch(/(?<![\w/])(?=[A-Za-z+]*\d)[A-Za-z0-9+]{40,}={0,2}/)
  })

  it('keep no request and no document in the logs', () => {
    const categories = [...everyText.matchAll(/category: '(\w+)'/g)].map(([, name = '']) => name)
    expect(categories.sort()).toEqual([
      'AppServiceAuditLogs',
      'AppServiceConsoleLogs',
      'AppServicePlatformLogs',
      'AuditEvent',
      'ControlPlaneRequests',
    ])
    expect(everyText).not.toMatch(/Microsoft\.Insights\/components/)
  })

  it('keep the wrapping key from being destroyed in passing', () => {
    expect(fileAt('infra/modules/vault.bicep').root.text).toContain('enablePurgeProtection: true')
  })
})
