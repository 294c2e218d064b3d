/**
 * A bare bot on the product's stack for Teams: botbuilder's CloudAdapter behind restify.
 * It does what any bot has to: parse, verify as far as a bot without credentials does, run a turn,
 * answer the invoke with a small fixed card. It knows nobody, checks and keeps nothing, draws nothing.
 */
import process from 'node:process'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import restify from 'restify'

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: '受け取りました。', wrap: true }],
}
const dialog = {
  task: {
    type: 'continue',
    value: {
      title: '自己申告',
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
    },
  },
}
const replacement = {
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card,
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
const server = restify.createServer({ name: 'bare' })
server.use(restify.plugins.bodyParser({ mapParams: false }))
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as never, response, async (context) => {
    if (context.activity.type !== 'invoke') return
    const body = context.activity.name === 'adaptiveCard/action' ? replacement : dialog
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
  })
})
server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}`
  process.stdout.write(`${JSON.stringify({ code: 'started', url })}\n`)
})
process.once('SIGTERM', () => process.exit(0))
