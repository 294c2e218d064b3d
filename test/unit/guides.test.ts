/** The guides quote the product: what they say it says, it says; what they tell to set, it reads. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../bot/config.ts'

const guides = ['docs/connect-teams.md', 'docs/connect-slack.md', 'infra/README.md'].map((path) => {
  return { path, text: readFileSync(path, 'utf8') }
})

const guid = '3f2504e0-4f89-11d3-9a0c-0305e82c3301'

/** Environments in which something is wrong, one for each thing that can be. */
const broken: readonly Readonly<Record<string, string>>[] = [
  { MICROSOFT_APP_TYPE: 'SingleTenant' },
  { MICROSOFT_APP_ID: guid, MICROSOFT_APP_TENANT_ID: guid },
  { MICROSOFT_APP_ID: 'my bot' },
  { MICROSOFT_APP_TYPE: 'MultiTenant' },
  { HOST: '0.0.0.0' },
  { STORE: 'postgres' },
  { STORE: 'cosmos' },
  { VAULT: 'env:KEY' },
  { NOW: '2026-10-20T09:00:00+09:00', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' },
  { SLACK_BOT_TOKEN: 'xoxb-1' },
  { SLACK_BOT_TOKEN: 'xoxp-1' },
  { SLACK_SIGNING_SECRET: 's' },
  { SLACK_APP_TOKEN: 'xoxb-1' },
]

const faultsOf = (env: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

describe('the guides', () => {
  const said = new Set(broken.flatMap(faultsOf))
  const quoted = guides.flatMap(({ path, text }) => {
    const lines = [...text.matchAll(/^ {2}- ([A-Z][A-Z_]+ .+)$/gm)]
    const cells = [...text.matchAll(/^\| `([A-Z][A-Z_]+ (?:should|is missing).+?)` *\|/gm)]
    return [...lines, ...cells].map(([, sentence = '']) => [path, sentence] as const)
  })

  it('quote the product at all', () => expect(quoted.length).toBeGreaterThan(12))

  it.each(quoted)('%s: "%s" is what it says', (_path, sentence) => {
    expect([...said]).toContain(sentence)
  })

  const source = readFileSync('bot/environment.ts', 'utf8')
  const known = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(([, name = '']) => name)

  it.each(guides)('$path names no variable that is not read', ({ text }) => {
    const named = [...text.matchAll(/`((?:MICROSOFT|SLACK|COSMOS|TEAMS)_[A-Z_]+)`/g)]
    const strange = named.map(([, name = '']) => name).filter((name) => !known.includes(name))
    expect(strange).toEqual([])
  })

  it('lead the newcomer to every setting of the two channels', () => {
    const told = guides.map(({ text }) => text).join('\n')
    const settings = known.filter((name) => /^(MICROSOFT|SLACK)_/.test(name))
    expect(settings.length).toBeGreaterThan(8)
    expect(settings.filter((name) => !told.includes(name))).toEqual([])
  })

  it.each(guides)('$path links to files that are there', ({ path, text }) => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([])
  })
})
