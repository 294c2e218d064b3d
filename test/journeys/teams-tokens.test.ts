import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nock from 'nock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../bot/config.ts'
import { cast } from '../../bot/local-mode/city/cast.ts'
import { generateCity } from '../../bot/local-mode/city/generate.ts'
import { fillStore } from '../../bot/local-mode/city-in-store.ts'
import { type Product, startProduct } from '../../bot/product.ts'

const appId = '11111111-2222-4333-8444-555555555555'
const tenantId = '99999999-2222-4333-8444-555555555555'
const serviceUrl = 'https://smba.trafficmanager.net/jp/'
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const others = generateKeyPairSync('rsa', { modulusLength: 2048 })

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

type Claims = { iss?: string; aud?: string; exp?: number; nbf?: number; serviceurl?: string }

const token = (claims: Claims = {}, key = keys.privateKey): string => {
  const now = Math.floor(Date.now() / 1_000)
  const whole = {
    iss: 'https://api.botframework.com',
    aud: appId,
    nbf: now - 60,
    exp: now + 600,
    serviceurl: serviceUrl,
    ...claims,
  }
  const text = `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part(whole)}`
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`
}

describe('Teams in production', () => {
  let folder: string
  let product: Product
  let aadObjectId: string

  beforeAll(async () => {
    nock.disableNetConnect()
    nock.enableNetConnect(/127\.0\.0\.1|localhost/)
    nock('https://login.botframework.com')
      .persist()
      .get('/v1/.well-known/openidconfiguration')
      .reply(200, {
        issuer: 'https://api.botframework.com',
        jwks_uri: 'https://login.botframework.com/v1/.well-known/keys',
        id_token_signing_alg_values_supported: ['RS256'],
      })
      .get('/v1/.well-known/keys')
      .reply(200, {
        keys: [
          {
            ...keys.publicKey.export({ format: 'jwk' }),
            kid: 'k1',
            use: 'sig',
            endorsements: ['msteams'],
          },
        ],
      })
    folder = await mkdtemp(join(tmpdir(), 'hitozukuri-tokens-'))
    const config = readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      STORE: `sqlite:${join(folder, 'store.db')}`,
      VAULT: `file:${join(folder, 'vault.key')}`,
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_TYPE: 'SingleTenant',
      MICROSOFT_APP_TENANT_ID: tenantId,
      MICROSOFT_APP_PASSWORD: 'a-client-secret',
    })
    product = await startProduct(config, { dialogs: true, writeLog: () => undefined })
    await fillStore(product)
    const [clerk] = cast(generateCity())
    aadObjectId = clerk?.person.aadObjectId ?? ''
  })

  afterAll(async () => {
    await product.stop()
    await rm(folder, { recursive: true, force: true })
    nock.cleanAll()
    nock.enableNetConnect()
  })

  const press = (authorization?: string, more: object = {}): Promise<Response> =>
    fetch(`${product.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify({
        type: 'invoke',
        name: 'task/fetch',
        id: 'f:1',
        channelId: 'msteams',
        serviceUrl,
        from: { id: '29:someone', name: 'x', aadObjectId },
        recipient: { id: `28:${appId}`, name: 'bot' },
        conversation: { id: 'a:1', conversationType: 'personal', tenantId },
        channelData: { tenant: { id: tenantId } },
        value: { data: { hitozukuri: { action: 'self-report.open', args: {} } } },
        ...more,
      }),
    })

  it('answers a request whose token is signed by the Bot Framework for this bot', async () => {
    const answer = await press(`Bearer ${token()}`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('今の仕事')
  })

  it.each([
    ['no token', undefined],
    ['something that is no token', 'Bearer not.a.token'],
    ['a token signed by somebody else', `Bearer ${token({}, others.privateKey)}`],
    ['a token for another bot', `Bearer ${token({ aud: tenantId })}`],
    ['a token of another issuer', `Bearer ${token({ iss: 'https://elsewhere.example' })}`],
    ['a token that has expired', `Bearer ${token({ exp: 1_700_000_000, nbf: 1_600_000_000 })}`],
    ['a token for another service', `Bearer ${token({ serviceurl: 'https://evil.example/' })}`],
  ])('refuses %s with 401 or 403 and shows nothing', async (_what, authorization) => {
    const answer = await press(authorization)
    expect([401, 403]).toContain(answer.status)
    expect(await answer.text()).not.toContain('今の仕事')
  })

  const elsewhere = '88888888-2222-4333-8444-555555555555'
  it.each([
    ['another tenant', { channelData: { tenant: { id: elsewhere } } }],
    ['another tenant’s chat', { conversation: { id: 'a:1', tenantId: elsewhere } }],
    ['no tenant at all', { channelData: {}, conversation: { id: 'a:1' } }],
    ['a chat on a web page', { channelId: 'webchat' }],
  ])('refuses what comes from %s with 403, however well it is signed', async (_what, more) => {
    const answer = await press(`Bearer ${token()}`, more)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('今の仕事')
  })

  it('answers a body that is no JSON with 400', async () => {
    const answer = await fetch(`${product.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token()}` },
      body: '{"type": "message", こわれた',
    })
    expect(answer.status).toBe(400)
  })

  it('answers a body larger than two megabytes with 413', async () => {
    const answer = await fetch(`${product.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token()}` },
      body: JSON.stringify({ type: 'message', text: 'x'.repeat(3_000_000) }),
    })
    expect(answer.status).toBe(413)
  })
})
