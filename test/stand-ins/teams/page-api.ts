/** What the page in the browser talks to: its files, the state of a person, and their deeds. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { userIdOf } from './activities.ts'
import { install, press, submission, task, type as typeText, uninstall } from './acts.ts'
import { botStatus } from './bot-status.ts'
import type { Message } from './chat.ts'
import { type Answer, readJson, reply } from './http.ts'
import { serveFile } from './page-files.ts'
import { createPerson } from './person.ts'
import { isObject, type Json, objectOf, textOf } from './shapes.ts'
import type { Seat, World } from './world.ts'

/** The page's side of a stage. */
export type PageApi = {
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Tells every open page that something is new. */
  changed(): void
  show(world: World): void
  close(): void
}

type Desk = { world: World; seen: Map<string, number>; botUp(): boolean }

const botMessages = (seat: Seat) => seat.chat.messages.filter((each) => each.from === 'bot').length

const unread = ({ seen }: Desk, seat: Seat) =>
  Math.max(0, botMessages(seat) - (seen.get(seat.person.aadObjectId) ?? 0))

const crossingsShown = 12

const stateOf = (desk: Desk, aadObjectId: string): Json => {
  const { world } = desk
  const me = world.seats.find(({ person }) => person.aadObjectId === aadObjectId)
  if (me) desk.seen.set(aadObjectId, botMessages(me))
  const people = world.seats.map((seat) => ({
    ...seat.person,
    userId: userIdOf(seat.person),
    installed: seat.chat.installed,
    unread: unread(desk, seat),
  }))
  const { messages, notifications, toasts, dialog, typing, installed } = me?.chat ?? {}
  return {
    people,
    botUp: desk.botUp(),
    faultsWaiting: world.faults.waiting,
    violations: world.violations.slice(-8),
    me: me && { messages, notifications, toasts, dialog: dialog ?? null, typing, installed },
    crossings: world.crossings.slice(-crossingsShown),
  }
}

type Deed = (world: World, seat: Seat, body: Json) => unknown

const messageIn = (seat: Seat, body: Json): Message | undefined =>
  seat.chat.messages.find(({ id }) => id === body['messageId'])

const deeds: Record<string, Deed> = {
  say: (world, seat, body) => typeText(world, seat, textOf(body['text'])),
  install,
  uninstall,
  press: (world, seat, body) => {
    const message = messageIn(seat, body)
    if (!message) return undefined
    const { action, data, cardIndex } = body
    const at = typeof cardIndex === 'number' ? cardIndex : 0
    const pressed = { action: objectOf(action), data: objectOf(data), message, cardIndex: at }
    return press(world, seat, pressed)
  },
  refresh: (world, seat, body) => {
    const message = messageIn(seat, body)
    return message && createPerson(world, seat).refresh(message)
  },
  'dialog-submit': (world, seat, body) => task(world, seat, submission(objectOf(body['data']))),
  'dialog-close': (world, seat) => {
    seat.chat.dialog = undefined
    world.changed()
  },
}

const doDeed = async (desk: Desk, path: string[], body: Json): Promise<Answer> => {
  const [aadObjectId = '', name = ''] = path
  const seat = desk.world.seats.find(({ person }) => person.aadObjectId === aadObjectId)
  const deed = deeds[name]
  if (!seat || !deed) return { status: 404, body: {} }
  await deed(desk.world, seat, body)
  return { status: 200, body: stateOf(desk, aadObjectId) }
}

const trouble = ({ world }: Desk, body: Json): Answer => {
  const { status, retryAfter } = body
  if (typeof status !== 'number') return { status: 400, body: {} }
  world.faults.next({ status, ...(typeof retryAfter === 'number' ? { retryAfter } : {}) })
  world.changed()
  return { status: 200, body: {} }
}

const post = async (desk: Desk, path: string[], request: IncomingMessage): Promise<Answer> => {
  // A form on some other site cannot send this content type without asking first.
  if (!request.headers['content-type']?.startsWith('application/json')) return { status: 415 }
  const body = await readJson(request)
  const given = isObject(body) ? body : {}
  if (path[0] === 'people') return doDeed(desk, path.slice(1), given)
  if (path[0] === 'faults') return trouble(desk, given)
  return { status: 404, body: {} }
}

const openStream = (streams: Set<ServerResponse>, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('retry: 1000\ndata: change\n\n')
  streams.add(response)
  response.on('close', () => streams.delete(response))
}

const teller = (streams: Set<ServerResponse>) => {
  let pending = false
  return () => {
    if (pending || streams.size === 0) return
    pending = true
    setImmediate(() => {
      pending = false
      for (const stream of streams) stream.write('data: change\n\n')
    })
  }
}

/** The page's side of the stage in front of `botUrl`; `show` gives it the world once that exists. */
export const createPageApi = (botUrl: string): PageApi => {
  const streams = new Set<ServerResponse>()
  const changed = teller(streams)
  const bot = botStatus(botUrl, { watched: () => streams.size > 0, changed })
  let desk: Desk | undefined
  return {
    changed,
    show: (world) => {
      desk = { world, seen: new Map(), botUp: () => bot.up() }
    },
    serve: async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://stage')
      const [area, ...path] = url.pathname.slice(1).split('/').map(decodeURIComponent)
      if (area !== 'stage' || !desk) return serveFile(url.pathname, response)
      if (path[0] === 'events') {
        openStream(streams, response)
        return bot.look()
      }
      if (request.method === 'POST') return reply(response, await post(desk, path, request))
      reply(response, { status: 200, body: stateOf(desk, url.searchParams.get('person') ?? '') })
    },
    close: () => {
      bot.stop()
      for (const stream of streams) stream.end()
    },
  }
}
