/** That the product starts as it is run: plain Node on the sources, and that it refuses what is half there. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from './gates/sources.ts'

const appId = '8f6a1c1e-0b1d-4a52-9d0e-6a4f3c2b1a01'
const secretValue = 'never-print-this'
const botToken = `xoxb-${secretValue}`

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hitozukuri-boot-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

type Ended = { readonly code: number | null; readonly printed: string }

/** Runs a program in an empty folder, with this environment and no other. */
const ended = (program: string, args: string[], env: Record<string, string>): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const cwd = newFolder()
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += chunk
    })
    child.stderr.on('data', (chunk) => {
      printed += chunk
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, printed }))
  })

const main = join(root, 'bot/main.ts')
const check = (env: Record<string, string>, ...flags: string[]): Promise<Ended> =>
  ended(process.execPath, [main, '--check', ...flags], env)

describe('the start', () => {
  it('is tried under the Node that the package brings along', () => {
    expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24)
  })

  it('holds with nothing configured: started, ready, stopped', { timeout: 120_000 }, async () => {
    const { code, printed } = await check({})
    expect(printed).toContain('The configuration holds')
    expect(code).toBe(0)
  })

  it('keeps what it compiled, types stripped, for the next start', {
    timeout: 120_000,
  }, async () => {
    const start = join(root, 'bot/start.js')
    expect((await ended(process.execPath, [start, '--check'], {})).code).toBe(0)
    const env = { NODE_DEBUG_NATIVE: 'COMPILE_CACHE' }
    const { code, printed } = await ended(process.execPath, [start, '--check'], env)
    expect(code).toBe(0)
    expect(printed).toMatch(/transpile cache for StrippedTypeScript \S*bot\/main\.ts\.{3}success/)
  })

  it('holds with both platforms configured', { timeout: 120_000 }, async () => {
    const { code, printed } = await check({
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_TENANT_ID: appId,
      MICROSOFT_APP_PASSWORD: secretValue,
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: secretValue,
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      HOST: '127.0.0.1',
    })
    expect(printed).toContain('The configuration holds')
    expect(printed).not.toContain(secretValue)
    expect(code).toBe(0)
  })

  it.each([
    [
      'an app id alone',
      { MICROSOFT_APP_ID: appId },
      ['MICROSOFT_APP_TENANT_ID is missing', 'GUID'],
    ],
    [
      'a Microsoft secret alone',
      { MICROSOFT_APP_PASSWORD: secretValue },
      ['MICROSOFT_APP_ID is missing', 'GUID'],
    ],
    [
      'a bot token alone',
      { SLACK_BOT_TOKEN: botToken },
      ['SLACK_SIGNING_SECRET is missing', 'signing secret'],
    ],
    [
      'a bot token that is none',
      { SLACK_BOT_TOKEN: secretValue },
      ['SLACK_BOT_TOKEN should be', 'xoxb-'],
    ],
    [
      'a signing secret alone',
      { SLACK_SIGNING_SECRET: secretValue },
      ['SLACK_BOT_TOKEN is missing', 'xoxb-'],
    ],
    [
      'a store that does not exist',
      { STORE: 'postgres' },
      ['STORE should be', 'sqlite:PATH or cosmos'],
    ],
    [
      'Cosmos DB without its address',
      { STORE: 'cosmos', COSMOS_KEY: secretValue },
      ['COSMOS_ENDPOINT is missing', 'https://'],
    ],
    ['an open door in local mode', { HOST: '0.0.0.0' }, ['HOST should be 127.0.0.1']],
    [
      'a clock of its own in production',
      {
        SLACK_BOT_TOKEN: botToken,
        SLACK_SIGNING_SECRET: secretValue,
        NOW: '2026-10-20T09:00:00+09:00',
      },
      ['NOW should be left out'],
    ],
    ['a port that is none', { PORT: 'abc' }, ['PORT should be', '0 to 65535']],
  ])('is refused with %s, in words', async (_what, env, says) => {
    const { code, printed } = await check(env)
    for (const words of says) expect(printed).toContain(words)
    expect(printed).not.toContain(secretValue)
    expect(printed).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  })

  it('is refused with --playground where a platform is configured', async () => {
    const env = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: secretValue }
    const { code, printed } = await check(env, '--playground')
    expect(printed).toContain('--playground works in local mode only')
    expect(code).toBe(1)
  })

  it('is refused with a flag that is none, in words', async () => {
    const { code, printed } = await check({}, '--chekc')
    expect(printed).toContain('--check')
    expect(printed).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  })
})

/** The Node of the machine, where it is older than what the sources need. */
const olderNode = ['/usr/local/bin/node', '/usr/bin/node'].find((path) => {
  if (!existsSync(path)) return false
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)/.exec(version)?.[1]) < 24
})

describe('an older Node on the machine', () => {
  it.runIf(olderNode)('is told in words what is missing', async () => {
    const { code, printed } = await ended(String(olderNode), [join(root, 'bot/start.js')], {})
    expect(printed).toContain('Node 24 is needed')
    expect(printed).not.toMatch(/^\s+at /m)
    expect(code).toBe(1)
  })

  const npm = olderNode && join(olderNode, '../npm')

  it.runIf(npm && existsSync(npm))(
    'does not matter to npm start: it runs the Node that the package brings along',
    { timeout: 120_000 },
    async () => {
      const PATH = `${join(String(olderNode), '..')}:/usr/bin:/bin`
      const args = ['--prefix', root, 'run', '--silent', 'start', '--', '--check']
      const env = {
        PATH,
        HOME: newFolder(),
        STORE: `sqlite:${newFolder()}/a.db`,
        VAULT: `file:${newFolder()}/key`,
      }
      const { code, printed } = await ended(String(npm), args, env)
      expect(printed).toContain('The configuration holds')
      expect(code).toBe(0)
    },
  )
})
