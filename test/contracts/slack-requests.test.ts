/** Requests that are not Slack's, or not whole, go no further. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventPayload, messageEvent } from '../stand-ins/slack/payloads.ts'
import { postSigned, signedRequest } from '../stand-ins/slack/signed.ts'
import { type SlackStandIn, startSlackStandIn } from '../stand-ins/slack/web-api.ts'
import { type Host, type Product, people, scripted, startHost } from './slack-setup.ts'

let host: Host
let slack: SlackStandIn
let product: Product
const logged = (code: string) => product.log.find((line) => line.code === code)

beforeAll(async () => {
  host = await startHost()
  slack = await startSlackStandIn({ botUrl: host.botUrl, people })
})
beforeEach(() => {
  product = scripted()
  host.connect(slack, product)
})
afterAll(async () => {
  await slack.close()
  await host.close()
})

describe('a request that is not Slack’s', () => {
  const body = JSON.stringify(eventPayload(messageEvent('U0SATO', 'こんにちは')))
  const status = async (init: RequestInit) =>
    (await fetch(host.botUrl, { method: 'POST', ...init })).status
  const signing = (more: { secret?: string; at?: number } = {}) => ({
    secret: slack.signingSecret,
    ...more,
  })

  it('is refused when its signature is wrong, missing or older than five minutes', async () => {
    expect(await status(signedRequest(body, signing({ secret: 'somebody-else' })))).toBe(401)
    expect(await status({ body })).toBe(401)
    expect(await status(signedRequest(body, signing({ at: Date.now() - 301_000 })))).toBe(401)
    expect(await status({ ...signedRequest(body, signing()), body: `${body} ` })).toBe(401)
    expect(product.turns).toEqual([])
    expect(logged('slack-signature-refused')).toBeDefined()
  })

  it('is refused when it is no JSON, or far too large', async () => {
    expect(await status(signedRequest('{"a":', signing()))).toBe(400)
    expect(await status(signedRequest('null', signing()))).toBe(400)
    expect(await status({ body: 'x'.repeat(1_100_000) })).toBe(413)
  })

  it('finds nothing elsewhere', async () => {
    expect((await fetch(`${host.botUrl}/other`, { method: 'POST', body })).status).toBe(404)
  })

  it('is told the challenge when Slack checks the address', async () => {
    const check = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 't' })
    const answer = await postSigned(host.botUrl, check, signing())
    expect(await answer.json()).toEqual({ challenge: 'abc' })
  })
})
