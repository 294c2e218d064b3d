import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { Secret } from '../../services/secret.ts'
import { addKeyToFile, KeyFileRefused, openKeyFile } from '../../services/vault/key-file.ts'
import { openVault, type Sealed, VaultUnreadable } from '../../services/vault/vault.ts'

const context = 'consultation/c-1/text'
const words = '相談の本文'

describe('a key file', () => {
  const folders: string[] = []
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
  })

  const setup = () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'))
    folders.push(folder)
    const path = join(folder, 'data', 'vault.key')
    const vault = () => openVault(openKeyFile({ path }))
    return { path, vault }
  }

  const sealedIn = (vault: ReturnType<typeof openVault>) => vault.seal(new Secret(words), context)

  it('is made at the first start for its owner alone, and leaves nothing beside it', () => {
    const { path, vault } = setup()
    vault()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
    expect(readdirSync(dirname(path))).toEqual(['vault.key'])
  })

  it('opens at the next start what was sealed before', async () => {
    const { vault } = setup()
    const sealed = await sealedIn(vault())
    expect((await vault().open(sealed, context)).reveal()).toBe(words)
  })

  it('is one file for processes that make it at the same moment', async () => {
    const { path } = setup()
    const url = (name: string) => new URL(`../../services/${name}`, import.meta.url).href
    const script = `
      const { openKeyFile } = await import('${url('vault/key-file.ts')}')
      const { openVault } = await import('${url('vault/vault.ts')}')
      const { Secret } = await import('${url('secret.ts')}')
      process.stdin.once('data', async () => {
        for (const path of process.argv.slice(1)) {
          const vault = openVault(openKeyFile({ path }))
          const sealed = await vault.seal(new Secret('${words}'), '${context}')
          console.log(JSON.stringify({ path, sealed }))
        }
        process.exit()
      })
      console.log('ready')`
    const paths = Array.from({ length: 40 }, (_, n) => `${path}-${n}`)
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script, ...paths]),
    )
    await Promise.all(children.map((child) => once(child.stdout, 'readable')))
    for (const child of children) child.stdin.write('go')
    const printed = await Promise.all(children.map((child) => text(child.stdout)))
    const lines = printed
      .flatMap((lines) => lines.split('\n'))
      .filter((line) => line.startsWith('{'))
    expect(lines).toHaveLength(children.length * paths.length)
    for (const line of lines) {
      const made: { path: string; sealed: Sealed } = JSON.parse(line)
      const vault = openVault(openKeyFile({ path: made.path }))
      expect((await vault.open(made.sealed, context)).reveal()).toBe(words)
    }
    expect(readdirSync(dirname(path))).toHaveLength(paths.length)
  })

  it('wraps with the newest key and still opens what older ones sealed', async () => {
    const { path, vault } = setup()
    const before = await sealedIn(vault())
    addKeyToFile({ path })
    const after = await sealedIn(vault())
    expect(after.keyId).not.toBe(before.keyId)
    expect((await vault().open(before, context)).reveal()).toBe(words)
    expect((await vault().open(after, context)).reveal()).toBe(words)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('destroys what a key sealed when its line is taken out', async () => {
    const { path, vault } = setup()
    const before = await sealedIn(vault())
    addKeyToFile({ path })
    const after = await sealedIn(vault())
    const [heading, , newest] = readFileSync(path, 'utf8').split('\n')
    writeFileSync(path, `${heading}\n${newest}\n`)
    await expect(vault().open(before, context)).rejects.toThrow(VaultUnreadable)
    expect((await vault().open(after, context)).reveal()).toBe(words)
  })

  it('opens nothing with another file', async () => {
    const sealed = await sealedIn(setup().vault())
    await expect(setup().vault().open(sealed, context)).rejects.toThrow(VaultUnreadable)
  })

  it('binds the wrapping to its place and purpose', async () => {
    const { path } = setup()
    const keys = openKeyFile({ path })
    const wrapped = await keys.wrap(Buffer.alloc(32, 7), context)
    expect(Buffer.from(await keys.unwrap(wrapped, context))).toEqual(Buffer.alloc(32, 7))
    await expect(keys.unwrap(wrapped, 'consultation/c-2/text')).rejects.toThrow()
    await expect(keys.unwrap(wrapped, 'self-report/c-1/text')).rejects.toThrow()
  })

  it.each([0o640, 0o604, 0o644, 0o660])('is refused where others may read it (%o)', (mode) => {
    const { path, vault } = setup()
    vault()
    chmodSync(path, mode)
    expect(vault).toThrow(KeyFileRefused)
    expect(vault).toThrow(`chmod 600 ${path}`)
  })

  it.each([
    ['empty', () => ''],
    ['without its heading', (whole: string) => whole.split('\n')[1] ?? ''],
    ['without a key', (whole: string) => `${whole.split('\n')[0]}\n`],
    ['cut short', (whole: string) => whole.slice(0, -5)],
    ['of a key drawn out', (whole: string) => `${whole.trim()}A\n`],
    [
      'of a changed key',
      (whole: string) =>
        whole.replace(
          / ([A-Za-z0-9_-])([A-Za-z0-9_-]{42}\n)$/,
          (_, a: string, b: string) => ` ${a === 'A' ? 'B' : 'A'}${b}`,
        ),
    ],
    ['of random bytes', () => '\u0000\u0001\u0002'.repeat(11)],
  ])('is refused when %s, with a way out and without the key', (_, damage) => {
    const { path, vault } = setup()
    vault()
    const whole = readFileSync(path, 'utf8')
    writeFileSync(path, damage(whole))
    expect(vault).toThrow(KeyFileRefused)
    expect(vault).toThrow(/backup/)
    const key = whole.trim().split(' ').at(-1) ?? ''
    expect(vault).not.toThrow(key.slice(0, 20))
    expect(readFileSync(path, 'utf8')).toBe(damage(whole))
  })
})
