/** The one HTTP server: the two channels, and what operators look at. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import restify from 'restify'
import type { Metrics } from './metrics.ts'

/** What the routes lead to. A channel that is not configured has no route. */
export type Routes = {
  readonly teams?: (req: restify.Request, res: restify.Response) => Promise<void>
  readonly slack?: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  /** Rejects while the product can't answer: the store is out of reach, the policy is not loaded. */
  readonly ready: () => Promise<void>
  readonly metrics: Metrics
}

/** A server that listens. */
export type Server = {
  readonly url: string
  /** Takes no new request, and resolves when those under way are answered (or after `stopSecondsMax`). */
  readonly stop: () => Promise<void>
}

const bodyBytesMax = 2_000_000
const stopSecondsMax = 20

/** Listens at host and port (0: any free one). */
export const startServer = async (
  routes: Routes,
  at: { readonly host: string; readonly port: number },
): Promise<Server> => {
  const server = restify.createServer({ name: 'hitozukuri', handleUncaughtExceptions: false })
  const work = new Set<Promise<void>>()
  const tracked = (turn: Promise<void>): Promise<void> => {
    work.add(turn)
    return turn.finally(() => work.delete(turn))
  }
  // Restify's own answer quotes what could not be read.
  server.on('InvalidContent', noJson)
  addChannels(server, routes, tracked)
  addOperations(server, routes)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: unknown) => reject(inWords(error, at.port)))
    server.listen(at.port, at.host, () => resolve())
  })
  const { port } = server.address()
  const host = at.host.includes(':') ? `[${at.host}]` : at.host
  return { url: `http://${host}:${port}`, stop: () => stop(server, work) }
}

const noJson = (...event: [restify.Request, restify.Response, unknown, () => void]): void => {
  const [, res, , done] = event
  res.send(400, { error: 'The body is no JSON.' })
  done()
}

/** A port that is taken is the one fault of listening that people meet, and can mend. */
const inWords = (error: unknown, port: number): unknown =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    ? new Error(
        `Port ${port} is taken by another program. End that one, or set PORT to a free one.`,
      )
    : error

const addChannels = (
  server: restify.Server,
  routes: Routes,
  tracked: (turn: Promise<void>) => Promise<void>,
): void => {
  const { teams, slack } = routes
  if (teams) {
    const parse = restify.plugins.bodyParser({ maxBodySize: bodyBytesMax, mapParams: false })
    server.post('/api/messages', ...[parse].flat(), async (req, res) => tracked(teams(req, res)))
  }
  if (slack) server.post('/slack/events', async (req, res) => tracked(slack(req, res)))
}

const addOperations = (server: restify.Server, routes: Routes): void => {
  server.get('/healthz', async (_req, res) => {
    res.send(200, { status: 'ok' })
  })
  server.get('/readyz', async (_req, res) => {
    const ready = await routes.ready().then(
      () => true,
      () => false,
    )
    res.send(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' })
  })
  server.get('/metrics', async (req, res) => {
    if (!isThisMachine(req.socket.remoteAddress)) return void res.send(404)
    const { body, contentType } = await routes.metrics.text()
    res.sendRaw(200, body, { 'Content-Type': contentType })
  })
}

/** Figures are for a collector on the same machine: who watches them closely could see when somebody acts. */
const isThisMachine = (address = ''): boolean => /^(::1|(::ffff:)?127\.)/.test(address)

const stop = async (server: restify.Server, work: ReadonlySet<Promise<void>>): Promise<void> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const limit = AbortSignal.timeout(stopSecondsMax * 1_000)
  const tooLong = new Promise<void>((resolve) => limit.addEventListener('abort', () => resolve()))
  await Promise.race([Promise.allSettled(work), tooLong])
  server.server.closeIdleConnections?.()
  await Promise.race([closed, tooLong])
}
