/** A bare bot on the real SDK, for the stage's own tests: it does what its logic says, and no more. */
import type { AddressInfo } from 'node:net'
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type TurnContext,
} from 'botbuilder'
import restify from 'restify'

/** A running bot. */
export type EchoBot = {
  readonly url: string
  readonly adapter: CloudAdapter
  /** What every turn does from now on. */
  onTurn(logic: (context: TurnContext) => Promise<void>): void
  /** Writes to somebody outside a turn. */
  proactive(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void>
  close(): Promise<void>
}

/** Starts a bot without credentials on any free port. */
export const startEchoBot = async (): Promise<EchoBot> => {
  const authentication = new ConfigurationBotFrameworkAuthentication({})
  const adapter = new CloudAdapter(authentication)
  let logic = async (_context: TurnContext): Promise<void> => undefined
  const server = restify.createServer()
  server.use(restify.plugins.bodyParser({ mapParams: false }))
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request as never, response, (context) => logic(context))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    adapter,
    onTurn: (given) => {
      logic = given
    },
    proactive: (reference, talk) => adapter.continueConversationAsync('', reference, talk),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.server.closeAllConnections()
      }),
  }
}
