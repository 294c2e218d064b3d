/** The channel's listener as a route of the product's own server. */
import type { AddressInfo } from 'node:net'
import { createServer } from 'restify'
import { expect, it } from 'vitest'
import { eventually } from '../stand-ins/slack/acting.ts'
import { wordsIn } from '../stand-ins/slack/shown.ts'
import { startSlackStandIn } from '../stand-ins/slack/web-api.ts'
import { people, scripted, startHost } from './slack-setup.ts'

it('answers behind restify, on a route without a body parser', async () => {
  const host = await startHost()
  const server = createServer()
  server.post('/slack/events', async (req, res) => {
    await host.channel().listener(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo = server.address()
  const botUrl = `http://127.0.0.1:${address.port}/slack/events`
  const slack = await startSlackStandIn({ botUrl, people })
  host.connect(slack, scripted())
  const sato = slack.person('U0SATO')

  await sato.say('質問です')
  const answer = await eventually(async () => (await sato.messages())[1])
  expect(wordsIn(answer.blocks)).toEqual(['はい'])

  await new Promise<void>((resolve) => server.close(() => resolve()))
  await slack.close()
  await host.close()
})
