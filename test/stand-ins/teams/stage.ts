/**
 * A stand-in for Microsoft Teams: a Bot Connector on the loopback address, people who type, press
 * and fill in dialogs, and everything the real one would refuse. See startStage.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Clock } from '../../../services/clock.ts'
import { answerCall, answerFault, type Call } from './connector.ts'
import type { Faults, Limits } from './faults.ts'
import { type Answer, readJson, reply } from './http.ts'
import { createPageApi, type PageApi } from './page-api.ts'
import { createPerson, type Person } from './person.ts'
import type { StagePerson } from './shapes.ts'
import { type Crossing, createWorld, type World } from './world.ts'

/** What a stage needs. Port 0 (the default) takes any free one. */
export type StageOptions = {
  /** Where the bot listens, e.g. http://127.0.0.1:3978/api/messages. */
  botUrl: string
  people: readonly StagePerson[]
  port?: number
  host?: string
  /** What time it is for the activities; the machine's own when left out. */
  clock?: Clock
}

/** A running stage. */
export type Stage = {
  /** Address of the page. */
  readonly url: string
  /** The service address the bot is given, with its trailing slash. */
  readonly serviceUrl: string
  readonly people: readonly Person[]
  /** The person with this directory id; throws when nobody has it. */
  person(aadObjectId: string): Person
  readonly faults: Faults
  readonly limits: Limits
  /** What real Teams would have refused or shown wrongly; empty is good. */
  readonly violations: string[]
  /** Activities the bot answered with an HTTP error, or not at all. */
  readonly botErrors: string[]
  /** The last activities and calls in either direction. */
  readonly crossings: readonly Crossing[]
  /** Forgets everything that happened: chats, installations, faults, limits, complaints. */
  reset(): void
  close(): Promise<void>
}

const servicePath = '/teams/'

const personIn = (world: World, path: string): string => {
  const id = decodeURIComponent(path.split('/')[2] ?? '')
  return world.seatAt(id)?.person.aadObjectId ?? ''
}

const answered = (world: World, call: Call): Answer | undefined => {
  const fault = world.faults.take(call.method, call.path)
  if (!fault) return answerCall(world, call)
  if (fault.delivered) answerCall(world, call)
  return answerFault(fault)
}

const serveConnector = async (
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', world.serviceUrl)
  const path = url.pathname.slice(servicePath.length - 1).replace(/^\/+/, '')
  const method = request.method ?? 'GET'
  const body = await readJson(request)
  const answer = answered(world, { method, path, query: url.searchParams, body })
  const crossing = { direction: 'from bot', what: `${method} ${path}`, sent: body } as const
  const person = personIn(world, path)
  world.record({ ...crossing, person, status: answer?.status ?? 0, answered: answer?.body })
  if (answer) reply(response, answer)
  else request.socket.destroy()
}

const route = (world: World, page: PageApi) => (request: IncomingMessage, res: ServerResponse) => {
  const connector = request.url?.startsWith(servicePath)
  const served = connector ? serveConnector(world, request, res) : page.serve(request, res)
  served.catch((error: unknown) => {
    world.violations.push(`the stage itself failed: ${String(error)}`)
    if (res.headersSent) res.destroy()
    else reply(res, { status: 500, body: { error: String(error) } })
  })
}

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
    })
  })

const stop = (server: Server, page: PageApi): Promise<void> =>
  new Promise((resolve) => {
    page.close()
    server.close(() => resolve())
    server.closeAllConnections()
  })

/**
 * Starts a stage with `people` in front of the bot at `botUrl`. Nobody has the app yet: let them
 * `install()`. Everything of it is in memory; `close()` frees the port.
 */
export const startStage = async (options: StageOptions): Promise<Stage> => {
  const host = options.host ?? '127.0.0.1'
  const page = createPageApi(options.botUrl)
  const world = createWorld({ ...options, changed: () => page.changed() })
  const server = createServer(route(world, page))
  const url = `http://${host}:${await listen(server, options.port ?? 0, host)}`
  world.serviceUrl = `${url}${servicePath}`
  page.show(world)
  const people = world.seats.map((seat) => createPerson(world, seat))
  const person = (aadObjectId: string) => {
    const found = people.find((each) => each.aadObjectId === aadObjectId)
    if (!found) throw new Error(`Nobody on the stage has the id ${aadObjectId}`)
    return found
  }
  return {
    url,
    serviceUrl: world.serviceUrl,
    people,
    person,
    faults: world.faults,
    limits: world.limits,
    violations: world.violations,
    botErrors: world.botErrors,
    crossings: world.crossings,
    reset: () => world.reset(),
    close: () => stop(server, page),
  }
}
