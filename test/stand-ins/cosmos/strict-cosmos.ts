/**
 * A Cosmos DB account on the loopback address: an emulator, and before it a door that refuses what a
 * real account would refuse and the emulator lets pass, and that is busy now and then.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttpServer } from '@vercel/cosmosdb-server'
import { type Asked, faultsOf, isQuery, isQueryPlan } from './checks.ts'

/** How a request goes wrong: the connection breaks, or another answer comes than the true one. */
type Interference = {
  readonly answer: 'cut' | { readonly status: number; readonly substatus?: number }
  readonly carriedOut: boolean
}

/** A running account. */
export type StrictCosmos = {
  readonly endpoint: string
  /** What was asked since the last call that should not have been. Empty in a good test. */
  readonly takeViolations: () => string[]
  /** How many requests were answered 429 so far. */
  readonly throttled: () => number
  /** Answers this many of the next requests for documents 429 (Infinity: all of them). */
  readonly throttle: (requests: number) => void
  /** Answers the next request for documents so, whether it was carried out or not. */
  readonly interfere: (how: Interference) => void
  readonly close: () => Promise<void>
}

/** Every so many requests for documents, one is answered 429. */
const throttleEvery = 23
const retryAfterMs = 2

const queryPlan = {
  partitionedQueryExecutionInfoVersion: 2,
  queryInfo: { distinctType: 'None', orderBy: [], aggregates: [] },
  queryRanges: [],
}

const read = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const asks = (incoming: IncomingMessage, body: Buffer): Asked => ({
  method: incoming.method ?? '',
  path: new URL(incoming.url ?? '', 'http://door').pathname,
  headers: incoming.headers,
  body: body.length > 0 ? JSON.parse(body.toString()) : undefined,
  bytes: body.length,
})

const say = (
  answer: ServerResponse,
  { status, substatus }: { readonly status: number; readonly substatus?: number },
  body: object,
): void => {
  answer.setHeader('content-type', 'application/json')
  if (status === 429) answer.setHeader('x-ms-retry-after-ms', retryAfterMs)
  if (substatus !== undefined) answer.setHeader('x-ms-substatus', substatus)
  answer.writeHead(status).end(JSON.stringify(body))
}

const sayInstead = ({ answer: wrong }: Interference, answer: ServerResponse): void => {
  if (wrong === 'cut') answer.destroy()
  else say(answer, wrong, { code: String(wrong.status) })
}

const asksForDocuments = (incoming: IncomingMessage): boolean =>
  incoming.url?.includes('/docs') ?? false

const listen = async (server: ReturnType<typeof createServer>): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Starts an account of its own. */
export const startStrictCosmos = async (): Promise<StrictCosmos> => {
  const emulator = createHttpServer({ keepAlive: true })
  const port = await listen(emulator)
  const violations: string[] = []
  /** Which query, to the letter, each continuation was given out for. */
  const issued = new Map<string, string>()
  let requests = 0
  let throttled = 0
  let throttleNext = 0
  let interference: Interference | undefined

  const mustWait = (): boolean => {
    requests += 1
    if (throttleNext <= 0 && requests % throttleEvery !== 0) return false
    throttleNext -= 1
    throttled += 1
    return true
  }

  const checkContinuation = (asked: Asked, body: string): string[] => {
    const token = asked.headers['x-ms-continuation']
    if (token === undefined) return []
    return issued.get(String(token)) === body ? [] : ['a continuation of another query']
  }

  const forward = (incoming: IncomingMessage, body: Buffer, answer: ServerResponse): void => {
    const wrong = asksForDocuments(incoming) ? interference : undefined
    if (wrong) interference = undefined
    if (wrong && !wrong.carriedOut) return sayInstead(wrong, answer)
    const { method, url, headers } = incoming
    const inner = request({ port, host: '127.0.0.1', method, path: url, headers }, (reply) => {
      const token = reply.headers['x-ms-continuation']
      if (token) issued.set(String(token), body.toString())
      if (wrong) return sayInstead(wrong, answer)
      answer.writeHead(reply.statusCode ?? 500, reply.headers)
      return reply.pipe(answer)
    })
    inner.on('error', () => answer.destroy())
    inner.end(body)
  }

  const receive = async (incoming: IncomingMessage, answer: ServerResponse): Promise<unknown> => {
    const body = await read(incoming)
    const asked = asks(incoming, body)
    const faults = faultsOf(asked)
    if (isQuery(asked)) faults.push(...checkContinuation(asked, body.toString()))
    if (faults.length > 0) {
      violations.push(...faults.map((fault) => `${asked.method} ${asked.path}: ${fault}`))
      return say(answer, { status: 400 }, { code: 'BadRequest', message: faults.join('; ') })
    }
    if (isQueryPlan(asked)) return say(answer, { status: 200 }, queryPlan)
    if (asksForDocuments(incoming) && mustWait()) {
      return say(answer, { status: 429 }, { code: '429' })
    }
    return forward(incoming, body, answer)
  }
  const door = createServer((incoming, answer) => {
    receive(incoming, answer).catch(() => answer.destroy())
  })
  const doorPort = await listen(door)

  return {
    endpoint: `http://127.0.0.1:${doorPort}`,
    takeViolations: () => violations.splice(0),
    throttled: () => throttled,
    throttle: (count) => void (throttleNext = count),
    interfere: (how) => void (interference = how),
    close: async () => {
      for (const server of [door, emulator]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}
