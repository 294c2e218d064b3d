/**
 * A bare bot on the product's stack for Slack: Bolt's App with its HTTPReceiver behind restify.
 * It does what any bot has to: read the raw body, verify the signature, run a listener, answer the
 * submission with a small fixed view, the press by putting a small fixed block into its message. It
 * knows nobody, checks and keeps nothing, draws nothing.
 */
import { once } from 'node:events'
import process from 'node:process'
import { App, type BlockAction, HTTPReceiver, LogLevel, type types } from '@slack/bolt'
import restify from 'restify'

const blocks: types.KnownBlock[] = [
  { type: 'section', text: { type: 'plain_text', text: '受け取りました。' } },
]
const view: types.ModalView = {
  type: 'modal',
  title: { type: 'plain_text', text: '自己申告' },
  close: { type: 'plain_text', text: '閉じる' },
  blocks,
}

const receiver = new HTTPReceiver({
  signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '',
  endpoints: '/slack/events',
  logLevel: LogLevel.ERROR,
})
const app = new App({
  receiver,
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
  logLevel: LogLevel.ERROR,
})
app.view({ type: 'view_submission' }, async ({ ack }) => {
  await ack({ response_action: 'update', view })
})
app.action<BlockAction>({ type: 'block_actions' }, async ({ ack, body, client }) => {
  await ack()
  const { message, channel } = body
  if (!message || !channel) return
  const place = { channel: channel.id, ts: message.ts }
  await client.chat.update({ ...place, text: '受け取りました。', blocks })
})

const server = restify.createServer({ name: 'bare' })
server.post('/slack/events', async (request, response) => {
  const closed = once(response, 'close')
  receiver.requestListener(request, response)
  await closed
})
server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}`
  process.stdout.write(`${JSON.stringify({ code: 'started', url })}\n`)
})
process.once('SIGTERM', () => process.exit(0))
