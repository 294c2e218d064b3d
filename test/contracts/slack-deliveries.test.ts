/** What is owed to somebody else: sent once, found again, and honest about why it could not be. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SlackStandIn, startSlackStandIn } from '../stand-ins/slack/web-api.ts'
import { cardOf, type Host, people, scripted, startHost } from './slack-setup.ts'

let host: Host
let slack: SlackStandIn

beforeAll(async () => {
  host = await startHost()
  slack = await startSlackStandIn({ botUrl: host.botUrl, people })
})
beforeEach(() => {
  host.connect(slack, scripted())
})
afterEach(() => slack.reset())
afterAll(async () => {
  await slack.close()
  await host.close()
})

describe('a delivery', () => {
  const to = { channel: 'slack', reference: { user: 'U0ITO' } } as const
  const card = cardOf('due', '面談の準備をお願いします')

  it('is found again by its id, in the conversation it went to', async () => {
    const sent = await host.channel().send(to, card, 'reminders/2026/T-7')
    expect(sent).toMatchObject({ sent: true, channel: 'D0ITO' })
    expect(await host.channel().wasDelivered(to, 'reminders/2026/T-7')).toBe(true)
    expect(await host.channel().wasDelivered(to, 'reminders/2026/T-3')).toBe(false)
  })

  it('whose answer was lost is not sent again by itself', async () => {
    slack.fail('chat.postMessage', { lost: true })
    const sent = await host.channel().send(to, card, 'd1')
    expect(sent).toMatchObject({ sent: false, failure: { kind: 'temporary' } })
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1)
    expect(await host.channel().wasDelivered(to, 'd1')).toBe(true)
  })

  it.each([
    [{ error: 'user_disabled' }, { kind: 'unreachable', code: 'user_disabled' }],
    [{ error: 'invalid_auth' }, { kind: 'refused', code: 'invalid_auth' }],
    [{ retryAfterSeconds: 30 }, { kind: 'rate-limited', retryAfterSeconds: 30 }],
    [{ status: 502 }, { kind: 'temporary', code: 'http_502' }],
  ])('that fails says how: %j', async (fault, failure) => {
    slack.fail('chat.postMessage', fault)
    expect(await host.channel().send(to, card, 'd2')).toMatchObject({ sent: false, failure })
  })
})
