import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Request, Response } from 'restify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTeamsChannel } from '../../bot/teams/adapter.ts'
import type { Turn } from '../../bot/turn.ts'
import { render } from '../../cards/render.ts'

/** What a bot sent to the Connector. */
type Sent = { type?: string; text?: string; attachments?: unknown[] }

const home = render({ view: 'home', name: '佐藤', tasks: [], doors: [] })

describe('Teams, where others read along', () => {
  let connector: Server
  let sent: Sent[]
  let turns: Turn[]
  let kept: string[]

  beforeEach(async () => {
    sent = []
    turns = []
    kept = []
    connector = createServer((request, response) => {
      void json(request).then((said) => {
        sent.push(said as Sent)
        response.setHeader('content-type', 'application/json').end('{"id":"1"}')
      })
    })
    connector.listen(0, '127.0.0.1')
    await once(connector, 'listening')
  })

  afterEach(() => connector.close())

  const channel = () =>
    createTeamsChannel({
      opensDialog: () => false,
      answersAnew: () => false,
      dialogs: true,
      ports: {
        async handle(turn) {
          turns.push(turn)
          return { card: home }
        },
        firstTime: async () => true,
        async remember(_who, _conversation, when) {
          kept.push(when)
        },
        async forget() {
          kept.push('forgotten')
        },
        log: () => undefined,
        now: () => 0,
      },
    })

  const deliver = async (conversationType: string, activity: object): Promise<unknown> => {
    const { port } = connector.address() as AddressInfo
    const body = {
      channelId: 'msteams',
      serviceUrl: `http://127.0.0.1:${port}/`,
      id: 'f:1',
      from: { id: '29:x', aadObjectId: '00000000-0000-4000-8000-000000000001' },
      recipient: { id: '28:bot' },
      conversation: { id: '19:room@thread.tacv2', conversationType },
      ...activity,
    }
    let answered: unknown
    const response = { send: (_status: number, said?: unknown) => (answered = said) }
    await channel().listener(
      { body, headers: {} } as unknown as Request,
      response as unknown as Response,
    )
    return answered
  }

  const action = (name: string) => ({
    type: 'invoke',
    name,
    value: {
      action: { type: 'Action.Execute', verb: 'home.show', data: {} },
      data: { hitozukuri: { action: 'home.show', args: {} } },
    },
  })

  it.each(['channel', 'groupChat'])(
    'shows and keeps nothing when installed, pressed or written to in a %s',
    async (place) => {
      await deliver(place, { type: 'installationUpdate', action: 'add' })
      expect(sent).toEqual([])
      const pressed = await deliver(place, action('adaptiveCard/action'))
      const opened = await deliver(place, action('task/fetch'))
      await deliver(place, { type: 'message', text: '人事評価の目的は' })
      expect(JSON.stringify([pressed, opened])).toMatch(/1対1のチャット.*1対1のチャット/)
      expect(sent.map(({ text }) => text).join()).toContain('1対1のチャット')
      expect([turns, kept]).toEqual([[], []])
    },
  )

  it('greets once: an update of the app writes down the conversation and says nothing', async () => {
    await deliver('personal', { type: 'installationUpdate', action: 'add' })
    expect(sent.flatMap(({ attachments }) => attachments ?? [])).toHaveLength(1)
    await deliver('personal', { type: 'installationUpdate', action: 'add-upgrade' })
    expect(sent).toHaveLength(1)
    await deliver('personal', { type: 'installationUpdate', action: 'remove' })
    expect(kept).toEqual(['installed', 'installed', 'forgotten'])
  })
})
