import { randomBytes } from 'node:crypto'
import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Secret } from '../../services/secret.ts'
import { VaultUnavailable } from '../../services/vault/key-encryption.ts'
import { openKeyVault } from '../../services/vault/key-vault.ts'
import { openVault, VaultUnreadable } from '../../services/vault/vault.ts'

const host = 'https://city.vault.azure.net'
const keyUrl = `${host}/keys/records`
const version = 'a'.repeat(32)
const context = 'self-report/E00042/2026/health'
const words = '健康の欄'

type Call = { readonly path: string; readonly token: string | null }

/** Azure Key Vault as far as it is used: challenge, wrapping and unwrapping with its own bookkeeping. */
const keyVault = () => {
  const calls: Call[] = []
  const held = new Map<string, string>()
  const state = { status: 200, newest: version }
  const challenge = `Bearer authorization="https://login.microsoftonline.com/t", resource="https://vault.azure.net"`
  const answer = async (request: Request): Promise<[number, object?, Record<string, string>?]> => {
    const token = request.headers.get('authorization')
    const path = new URL(request.url).pathname
    if (!token) return [401, {}, { 'www-authenticate': challenge }]
    calls.push({ path, token })
    if (state.status !== 200) return [state.status, { error: { code: 'Refused', message: words } }]
    const key = {
      kid: `${keyUrl}/${path.split('/')[3] || state.newest}`,
      kty: 'RSA',
      n: 'AQAB',
      e: 'AQAB',
    }
    if (request.method === 'GET') return [200, { key, attributes: { enabled: true } }]
    const { value, alg } = (await request.json()) as { value: string; alg: string }
    expect(alg).toBe('RSA-OAEP-256')
    const of = path.split('/')[3] ?? ''
    if (path.endsWith('/unwrapkey')) {
      const found = held.get(of + value)
      return found
        ? [200, { kid: keyUrl, value: found }]
        : [400, { error: { code: 'BadParameter' } }]
    }
    const wrapped = randomBytes(256).toString('base64url')
    held.set(of + wrapped, value)
    return [200, { kid: keyUrl, value: wrapped }]
  }
  nock(host).persist().get(/.*/).reply(answer).post(/.*/).reply(answer)
  const unwraps = () => calls.filter(({ path }) => path.endsWith('/unwrapkey')).length
  return { calls, held, state, unwraps }
}

describe('a key in Azure Key Vault', () => {
  beforeEach(() => nock.disableNetConnect())
  afterEach(() => nock.cleanAll())

  const setup = async () => {
    const azure = keyVault()
    let now = 1_795_305_600_000
    const clock = { now: () => now }
    const credential = {
      getToken: async () => ({ token: 'a-token', expiresOnTimestamp: Date.now() + 3_600_000 }),
    }
    const start = async () => openVault(await openKeyVault({ keyUrl, credential, clock }))
    const vault = await start()
    const sealed = await vault.seal(new Secret(words), context)
    return { azure, vault, sealed, start, pass: (ms: number) => void (now += ms) }
  }

  it('wraps and unwraps by the identity’s token, under the version that wrapped', async () => {
    const { azure, vault, sealed } = await setup()
    expect(sealed.keyId).toBe(version)
    expect((await vault.open(sealed, context)).reveal()).toBe(words)
    expect(azure.calls.at(-1)).toEqual({
      path: `/keys/records/${version}/unwrapkey`,
      token: 'Bearer a-token',
    })
    expect(JSON.stringify([...azure.held])).not.toContain(words)
  })

  it('opens what an older version sealed', async () => {
    const { azure, vault, sealed, pass } = await setup()
    azure.state.newest = 'b'.repeat(32)
    pass(3_600_000)
    const newer = await vault.seal(new Secret('新'), context)
    expect(newer.keyId).toBe('b'.repeat(32))
    expect((await vault.open(sealed, context)).reveal()).toBe(words)
    expect((await vault.open(newer, context)).reveal()).toBe('新')
  })

  it('asks once for a record read again, and again once that is a while ago', async () => {
    const { azure, vault, sealed, pass } = await setup()
    for (let reads = 0; reads < 3; reads += 1) await vault.open(sealed, context)
    expect(azure.unwraps()).toBe(1)
    pass(300_000)
    expect((await vault.open(sealed, context)).reveal()).toBe(words)
    expect(azure.unwraps()).toBe(2)
  })

  it('binds a record to its place though the key cannot', async () => {
    const { vault, sealed } = await setup()
    const elsewhere = vault.open(sealed, 'self-report/E00043/2026/health')
    await expect(elsewhere).rejects.toThrow(VaultUnreadable)
    expect((await vault.open(sealed, context)).reveal()).toBe(words)
  })

  it.each(['https://evil.example/keys/k', '../../other/x', `${version}/../x`, 'x?y'])(
    'never asks anybody else for a key (%s)',
    async (keyId) => {
      const { azure, vault, sealed } = await setup()
      const before = azure.calls.length
      await expect(vault.open({ ...sealed, keyId }, context)).rejects.toThrow(VaultUnreadable)
      expect(azure.calls).toHaveLength(before)
    },
  )

  it('cannot read once the key is gone', async () => {
    const { azure, sealed, start } = await setup()
    azure.state.status = 404
    await expect((await start()).open(sealed, context)).rejects.toThrow(VaultUnreadable)
  })

  it('cannot read a wrapping that is not the key’s', async () => {
    const { vault, sealed } = await setup()
    const wrappedKey = randomBytes(256).toString('base64url')
    await expect(vault.open({ ...sealed, wrappedKey }, context)).rejects.toThrow(VaultUnreadable)
  })

  it.each([401, 403, 500])('is only out of reach after %d, and says no more', async (status) => {
    const { azure, sealed, start } = await setup()
    azure.state.status = status
    const vault = await start()
    const calls = [() => vault.open(sealed, context), () => vault.seal(new Secret(words), context)]
    for (const call of calls) {
      const error: unknown = await call().catch((caught: unknown) => caught)
      expect(error).toBeInstanceOf(VaultUnavailable)
      expect(String(error)).not.toContain(words)
    }
    azure.state.status = 200
    expect((await vault.open(sealed, context)).reveal()).toBe(words)
  })

  it.each(['', 'http://city.vault.azure.net/keys/k', host, `${keyUrl}/${version}`, 'file:x'])(
    'refuses the address %j',
    async (bad) => {
      const clock = { now: () => 0 }
      await expect(openKeyVault({ keyUrl: bad, clock })).rejects.toThrow(/keys\/KEY/)
    },
  )
})
