/** The real Slack channel on a real server, with a scripted product behind it and a workspace in front of it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  createSlackChannel,
  type SlackChannel,
  type SlackOptions,
} from '../../bot/slack/adapter.ts'
import type { ConversationReference, Reply, Sender, Turn } from '../../bot/turn.ts'
import type { Card, Problem } from '../../cards/card.ts'
import { Secret } from '../../services/secret.ts'
import type { Person, SlackWorkspace } from '../stand-ins/slack/acting.ts'
import type { Json } from '../stand-ins/slack/shown.ts'

/** The people of every test. */
export const people: readonly Person[] = [
  { slackUserId: 'U0SATO', name: '佐藤 花子', email: 'sato@city.example' },
  { slackUserId: 'U0ITO', name: '伊藤 健', email: 'ito@city.example' },
]

/** An action as a card has it. */
export const button = (title: string, verb: string, data: Json = {}): Json => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
})

/** The card's main action: in a dialog, its submit button. */
export const mainButton = (title: string, verb: string, data: Json = {}): Json => ({
  ...button(title, verb, data),
  style: 'positive',
})

/** A text input. */
export const textInput = (id: string, more: Json = {}): Json => ({
  type: 'Input.Text',
  id,
  label: id,
  ...more,
})

/** A card of one heading, further elements and actions. */
export const cardOf = (
  form: string,
  heading: string,
  more: { body?: Json[]; actions?: Json[]; problems?: Problem[] } = {},
): Card => ({
  form,
  title: 'フォーム',
  content: {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: heading, wrap: true }, ...(more.body ?? [])],
    actions: more.actions ?? [],
  },
  fallbackText: `お知らせ：${heading}`,
  problems: more.problems ?? [],
})

/** What the scripted product saw and was told to answer. */
export type Product = {
  readonly turns: Turn[]
  readonly log: { code: string; facts: Readonly<Record<string, unknown>> }[]
  readonly remembered: { who: Sender; conversation: ConversationReference }[]
  /** Answers turns; a test replaces it. */
  handle: (turn: Turn) => Promise<Reply>
  opensDialog: (action: string) => boolean
  onlyReads: (action: string) => boolean
}

/** A product that answers everything with one card until told otherwise. */
export const scripted = (): Product => ({
  turns: [],
  log: [],
  remembered: [],
  handle: () => Promise.resolve({ card: cardOf('plain', 'はい') }),
  opensDialog: () => false,
  onlyReads: () => true,
})

/** The channel as it runs in the product. */
export type Host = {
  readonly botUrl: string
  readonly channel: () => SlackChannel
  /** Connects the channel to a workspace. */
  connect(workspace: SlackWorkspace, product: Product, more?: Partial<SlackOptions>): SlackChannel
  close(): Promise<void>
}

/** A server on the loopback address whose channel is connected later, as the workspace needs its address first. */
export const startHost = async (): Promise<Host> => {
  let channel: SlackChannel | undefined
  const running = (): SlackChannel => {
    if (channel === undefined) throw new Error('not connected')
    return channel
  }
  const server = createServer((req, res) => {
    running()
      .listener(req, res)
      .catch((error: unknown) => res.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    botUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    channel: running,
    connect(workspace, product, more = {}) {
      const seen = new Set<string>()
      channel = createSlackChannel({
        botToken: new Secret(workspace.botToken),
        signingSecret: new Secret(workspace.signingSecret),
        apiUrl: workspace.apiUrl,
        rate: 1_000,
        opensDialog: (action) => product.opensDialog(action),
        onlyReads: (action) => product.onlyReads(action),
        answersAnew: () => false,
        ports: {
          handle(turn) {
            product.turns.push(turn)
            return product.handle(turn)
          },
          firstTime(id) {
            const first = !seen.has(id)
            seen.add(id)
            return Promise.resolve(first)
          },
          remember(who, conversation) {
            product.remembered.push({ who, conversation })
            return Promise.resolve()
          },
          forget: () => Promise.resolve(),
          log: (code, facts) => product.log.push({ code, facts }),
          now: () => Date.now(),
        },
        ...more,
      })
      return channel
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
