/** The Teams package is what Teams accepts, and promises nothing that the bot does not answer. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import wordsSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.28/MicrosoftTeams.Localization.schema.json' with {
  type: 'json',
}
import schema from '@microsoft/app-manifest/build/json-schemas/teams/v1.28/MicrosoftTeams.schema.json' with {
  type: 'json',
}
import newestSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json' with {
  type: 'json',
}
import AjvDraft04 from 'ajv-draft-04'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { turnOfText } from '../../bot/said.ts'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const botId = '3F2504E0-4F89-11D3-9A0C-0305E82C3301'
const scratch = mkdtempSync(join(tmpdir(), 'hitozukuri-manifest-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const run = (...args: string[]): string =>
  execFileSync(process.execPath, ['bot/commands/manifest.ts', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const build = (...more: string[]): Record<string, Uint8Array> => {
  const out = join(scratch, 'teams.zip')
  run('teams', '--bot-id', botId, '--domain', 'Bot.Example.LG.jp', '--out', out, ...more)
  return unzipSync(readFileSync(out))
}

const files = build()
const textOf = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
const command = z.object({ title: z.string() })
const shape = z.object({
  id: z.string(),
  name: z.object({ short: z.string() }),
  developer: z.record(z.string(), z.string()),
  icons: z.object({ color: z.string(), outline: z.string() }),
  validDomains: z.array(z.string()),
  bots: z.tuple([
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      isNotificationOnly: z.literal(false),
      commandLists: z.tuple([z.object({ commands: z.array(command) })]),
    }),
  ]),
})
const manifest = shape.parse(JSON.parse(textOf('manifest.json')))
const english: unknown = JSON.parse(textOf('en.json'))

/** Microsoft's own schemas, from the package that carries every version: nothing is asked of the network. */
const faultsOf = (schema: object, value: unknown): unknown => {
  const ajv = new AjvDraft04.default({
    strict: false,
    allErrors: true,
    unicodeRegExp: false, // the schema has patterns that only the older grammar reads
    formats: { uri: true },
  })
  const validate = ajv.compile(schema)
  return validate(value) ? [] : validate.errors
}

describe('the Teams package', () => {
  it('fits the official schema that it names', () => {
    expect(faultsOf(schema, JSON.parse(textOf('manifest.json')))).toEqual([])
    expect(faultsOf(wordsSchema, english)).toEqual([])
  })

  it('would fit the newest schema, too', () => {
    const newest = { ...JSON.parse(textOf('manifest.json')), manifestVersion: '1.30' }
    expect(faultsOf(newestSchema, newest)).toEqual([])
  })

  it('is held to that schema: a name too long is found', () => {
    const wrong = { ...JSON.parse(textOf('manifest.json')), name: { short: 'あ'.repeat(31) } }
    expect(faultsOf(schema, wrong)).toMatchObject([{ instancePath: '/name/short' }])
  })

  it('holds the manifest, the English words and the two icons, and nothing else', () => {
    expect(Object.keys(files).sort()).toEqual([
      'color.png',
      'en.json',
      'manifest.json',
      'outline.png',
    ])
  })

  it('leaves no placeholder, and carries the id and the host in lower case', () => {
    expect(textOf('manifest.json') + textOf('en.json')).not.toContain('${{')
    expect(manifest.id).toBe(botId.toLowerCase())
    expect(manifest.bots[0].botId).toBe(botId.toLowerCase())
    expect(manifest.validDomains).toEqual(['bot.example.lg.jp'])
  })

  it('points to the page that the city names', () => {
    const page = 'https://city.example.lg.jp/jinji/'
    const given: unknown = JSON.parse(
      strFromU8(build('--site', page)['manifest.json'] ?? new Uint8Array()),
    )
    expect(shape.parse(given).developer).toMatchObject({ websiteUrl: page, privacyUrl: page })
  })

  it('works in one-to-one chats alone', () => {
    expect(manifest.bots[0].scopes).toEqual(['personal'])
  })

  it('is made alike twice', () => {
    expect(build()).toEqual(files)
  })

  it.each([
    ['a bot id that is none', ['--bot-id', 'x', '--domain', 'a.jp', '--out', 'a.zip'], '--bot-id'],
    ['an address for a host', ['--bot-id', botId, '--domain', 'https://a.jp/'], '--domain'],
    ['no file to write', ['--bot-id', botId, '--domain', 'a.jp'], '--out'],
    ['a page without https', ['--bot-id', botId, '--site', 'http://a.jp/'], '--site'],
    ['an option nobody knows', ['--what'], '使い方'],
  ])('refuses %s, and says what it should be', (_what, args, named) => {
    expect(() => run('teams', ...args)).toThrow(named)
  })
})

describe('the icons', () => {
  /** PNG keeps width and height behind its signature; the 26th byte says whether there is transparency. */
  const headOf = (name: string) => {
    const bytes = Buffer.from(files[name] ?? new Uint8Array())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), kind: bytes[25] }
  }

  it('are as large as Teams wants them; the outline lies on nothing', () => {
    expect(headOf(manifest.icons.color)).toMatchObject({ width: 192, height: 192 })
    expect(headOf(manifest.icons.outline)).toEqual({ width: 32, height: 32, kind: 6 })
  })
})

describe('the commands', () => {
  const titles = manifest.bots[0].commandLists[0].commands.map(({ title }) => title)
  const englishTitles = Object.entries(z.record(z.string(), z.string()).parse(english))
    .filter(([name]) => name.endsWith('.title'))
    .map(([, title]) => title)
  const engine = createEngine(builtInDocument())

  it('are there, the same number in both languages', () => {
    expect(titles.length).toBeGreaterThan(1)
    expect(englishTitles).toHaveLength(titles.length)
  })

  it.each([...new Set([...titles, ...englishTitles])])('the bot answers "%s"', (title) => {
    const { action, input } = turnOfText(title)
    if (action === 'home.show') return
    expect(action).toBe('policy-qa.ask')
    const { question } = z.object({ question: z.string() }).parse(input)
    const { refused, citations } = engine.answer(question)
    expect(refused).toBeFalsy()
    expect(citations.length).toBeGreaterThan(0)
  })
})
