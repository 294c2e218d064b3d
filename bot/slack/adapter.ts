/** The Slack channel: Bolt on our own server, or over Socket Mode; every payload verified before anything else. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt'
import type { Card } from '../../cards/card.ts'
import type { Secret } from '../../services/secret.ts'
import type { ChannelPorts, ConversationReference } from '../turn.ts'
import { readBody } from './body.ts'
import { createClients } from './client.ts'
import { deliver, type Sent, wasDelivered } from './deliveries.ts'
import { deliveryFailure } from './errors.ts'
import { listen } from './listen.ts'
import { codesOnly } from './logger.ts'
import { createOpenedHomes } from './opened-homes.ts'
import type { Parts } from './parts.ts'
import { createPeople } from './people.ts'

/** What the channel is made of. */
export type SlackOptions = {
  readonly botToken: Secret<string>
  readonly signingSecret: Secret<string>
  /** Given, Slack is reached over Socket Mode as well, and no public address is needed. */
  readonly appToken?: Secret<string>
  /** Another root of the Web API, for tests and local mode. */
  readonly apiUrl?: string
  readonly ports: ChannelPorts
  /** Whether an action's answer opens as a dialog. */
  readonly opensDialog: (action: string) => boolean
  /** Whether an action changes nothing: only such a one is repeated to show more of its answer. */
  readonly onlyReads: (action: string) => boolean
  /** Whether an action's answer leaves the message it was pressed on. */
  readonly answersAnew: (action: string) => boolean
  /** Requests a second to Slack; 20 by default. */
  readonly rate?: number
  /** How long a submitted form waits for its answer before it shows that it is being saved. */
  readonly answerWithinMs?: number
}

/** The Slack side of the product. */
export type SlackChannel = {
  /** Answers one request to `/slack/events`; its body must not have been read. Resolves when the response has closed. */
  readonly listener: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** Checks the token and connects Socket Mode where it is used. Rejects when Slack refuses the token; a Slack that is down is only logged. */
  start(): Promise<void>
  /** Resolves when the turns under way are answered: Slack is acknowledged first and shown the answer later. */
  readonly settled: () => Promise<void>
  /** Takes nothing new, and resolves when the turns under way are answered. */
  stop(): Promise<void>
  /** Posts a card to somebody; one attempt, the failure as a value. */
  send(to: ConversationReference, card: Card, deliveryId: string): Promise<Sent>
  /** Whether a delivery of this id stands in the conversation. */
  wasDelivered(to: ConversationReference, deliveryId: string): Promise<boolean>
}

const endpoint = '/slack/events'
/** Slack gives three seconds; what is left after this is for the way back. */
const answerWithinMsDefault = 2_000

/** Keeps count of the turns under way. */
const createUnderWay = () => {
  const turns = new Set<Promise<void>>()
  return {
    add(turn: Promise<void>): Promise<void> {
      turns.add(turn)
      return turn.finally(() => turns.delete(turn))
    },
    async settled(): Promise<void> {
      while (turns.size > 0) await Promise.allSettled(turns)
    },
  }
}

const refuse = (res: ServerResponse, status: number): void => {
  res.writeHead(status)
  res.end()
}

/** Hands a whole request to Bolt, which verifies it and answers. */
const receive = async (http: HTTPReceiver, req: IncomingMessage, res: ServerResponse) => {
  const rawBody = await readBody(req)
  if (rawBody === undefined) return refuse(res, 413)
  // Bolt looks into a parsed body without asking whether it is null.
  if (rawBody.toString().trim() === 'null') return refuse(res, 400)
  http.requestListener(Object.assign(req, { rawBody }), res)
}

/** Builds the channel; nothing is sent or connected before `start`. */
export const createSlackChannel = (options: SlackOptions): SlackChannel => {
  const { botToken, signingSecret, appToken, ports } = options
  const log: ChannelPorts['log'] = (code, facts) => ports.log(code, facts)
  const logger = codesOnly(log)
  const clients = createClients({ ...options, log })
  const client = clients.answering
  const http = new HTTPReceiver({
    signingSecret: signingSecret.reveal(),
    endpoints: endpoint,
    logger,
  })
  const app = new App({
    receiver: http,
    authorize: () => Promise.resolve({ botToken: botToken.reveal() }),
    clientOptions: clients.options,
    convoStore: false,
    logger,
  })
  const socket =
    appToken &&
    new SocketModeReceiver({
      appToken: appToken.reveal(),
      logger,
      installerOptions: { clientOptions: clients.options },
    })
  socket?.init(app)
  const underWay = createUnderWay()
  const parts: Parts = {
    client,
    ports,
    people: createPeople(client, () => ports.now()),
    openedHomes: createOpenedHomes(),
    opensDialog: options.opensDialog,
    onlyReads: options.onlyReads,
    answersAnew: options.answersAnew,
    answerWithinMs: options.answerWithinMs ?? answerWithinMsDefault,
  }
  listen(app, parts, (turn) => underWay.add(turn))
  let stopping = false

  return {
    async listener(req, res) {
      const closed = new Promise<void>((resolve) => res.once('close', resolve))
      if (stopping) refuse(res, 503)
      else await receive(http, req, res).catch(() => refuse(res, 404))
      await closed
    },
    async start() {
      try {
        await client.auth.test()
      } catch (error) {
        const { kind, code } = deliveryFailure(error)
        ports.log('slack-token-not-checked', { kind, code })
        if (kind === 'refused') throw new Error(`Slack refused the bot token: ${code}`)
      }
      await socket?.start()
    },
    settled: () => underWay.settled(),
    async stop() {
      stopping = true
      await socket?.stop()
      await underWay.settled()
    },
    send: (to, card, deliveryId) => deliver(clients.delivering, to, { card, deliveryId }),
    wasDelivered: (to, deliveryId) => wasDelivered(client, to, deliveryId),
  }
}
