/** Stands between local-slack and the product, and adds what Slack does and local-slack leaves out. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Rules } from './rules.ts'
import type { Json } from './shown.ts'
import { formType, payloadForm, signedRequest } from './signed.ts'
import { stateValues, type Typed } from './typed.ts'

/** What the bridge needs to know of the workspace behind it. */
export type BridgeOptions = {
  readonly botUrl: string
  /** The tokens that pass. */
  readonly tokens: readonly string[]
  readonly signingSecret: string
  readonly rules: Rules
  /** The view in which a person presses: the open dialog, else the home tab. */
  viewOf(user: string): Json | undefined
}

/** The bridge, listening. */
export type Bridge = {
  /** Where local-slack is to send what people do. */
  readonly eventsUrl: string
  /** The root of the Web API for the product: tokens and blocks are checked on the way. */
  readonly apiUrl: string
  /** The Web API behind it, known once local-slack runs. */
  forwardTo(url: string): void
  /** What is filled in beside the next press in a view. */
  typed(values: Typed | undefined): void
  readonly violations: string[]
  close(): Promise<void>
}

type Back = { readonly res: ServerResponse; readonly read?: (text: string) => void }

const readText = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

const blocksIn = (view: Json): Json[] => (view['blocks'] as Json[] | undefined) ?? []

const emptyIn = (state: Json): boolean =>
  Object.entries(state).every(
    ([name, value]) => name === 'type' || value === null || value === undefined,
  )

const untouched = (given: Json | undefined): boolean =>
  given === undefined || (given['touched'] !== true && emptyIn(given))

/** What the mended page sends along with a press: the dialog as filled in so far. */
const filledIn = (payload: Json): Record<string, Record<string, Json>> => {
  const [action] = payload['actions'] as { text?: { text?: string } }[]
  const told = readJson(action?.text?.text ?? '') as Json | undefined
  return (told?.['filledIn'] as Record<string, Record<string, Json>> | undefined) ?? {}
}

/** An input nobody touched is reported with what it began with. */
const withInitials = (view: Json): Json => {
  const begun = stateValues(blocksIn(view))
  const { values } = view['state'] as { values: Record<string, Record<string, Json>> }
  const filled = Object.entries(begun).map(([block, elements]) => {
    const [[id, initial] = ['', {}]] = Object.entries(elements)
    const given = values[block]?.[id]
    return [block, { [id]: untouched(given) ? initial : given }]
  })
  return { ...view, state: { values: Object.fromEntries(filled) } }
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const surfaces: Readonly<Record<string, Parameters<Rules>[1]>> = {
  'chat.postMessage': 'message',
  'chat.update': 'message',
  'chat.postEphemeral': 'message',
  'views.open': 'modal',
  'views.update': 'modal',
  'views.push': 'modal',
  'views.publish': 'home',
}

/** What is shown by a call: the view, or the message with its blocks read. */
const shownBy = (args: URLSearchParams): Json => {
  const view = args.get('view')
  if (view !== null) return readJson(view) as Json
  return { text: args.get('text') ?? '', blocks: readJson(args.get('blocks') ?? '[]') }
}

/** Starts the bridge on a free port of the loopback address. */
export const startBridge = async (options: BridgeOptions): Promise<Bridge> => {
  const violations: string[] = []
  let typed: Typed | undefined
  let behind = ''

  const inView = (payload: Json): Json => {
    const user = payload['user'] as { id: string }
    const view = options.viewOf(user.id)
    const values = typed
    typed = undefined
    if (view === undefined) return payload
    const { message: _message, channel: _channel, ...rest } = payload
    const container = { type: 'view', view_id: view['id'] }
    const state = { values: { ...stateValues(blocksIn(view), values), ...filledIn(payload) } }
    return { ...rest, container, view: { ...view, state } }
  }

  const mended = (payload: Json): Json => {
    if (payload['type'] === 'block_actions' && payload['message'] === undefined)
      return inView(payload)
    if (payload['type'] !== 'view_submission') return payload
    return { ...payload, view: withInitials(payload['view'] as Json) }
  }

  const mendedBody = (body: string, contentType: string): string => {
    if (contentType !== formType) return body
    const payload = readJson(new URLSearchParams(body).get('payload') ?? '') as Json | undefined
    return payload === undefined ? body : payloadForm(mended(payload))
  }

  /** A view handed over in an acknowledgement is judged like any other. */
  const judgeAnswer = (text: string): void => {
    const view = (readJson(text) as Json | undefined)?.['view']
    if (view !== undefined) violations.push(...options.rules(view as Json, 'modal'))
  }

  const passOn = async (url: string, request: RequestInit, to: Back): Promise<void> => {
    const answer = await fetch(url, request)
    const type = answer.headers.get('content-type')
    const text = await answer.text()
    to.read?.(text)
    to.res.writeHead(answer.status, type === null ? {} : { 'content-type': type })
    to.res.end(text)
  }

  const toProduct = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const contentType = (req.headers['content-type'] ?? '').split(';')[0] ?? ''
    const body = mendedBody(await readText(req), contentType)
    const signing = { secret: options.signingSecret, contentType }
    const request = { method: 'POST', ...signedRequest(body, signing) }
    await passOn(options.botUrl, request, { res, read: judgeAnswer })
  }

  const refuse = (res: ServerResponse, error: string): void => {
    res.writeHead(200, { 'content-type': 'application/json' })
    res.end(JSON.stringify({ ok: false, error }))
  }

  const toSlack = async (method: string, req: IncomingMessage, res: ServerResponse) => {
    const body = await readText(req)
    const { authorization = '' } = req.headers
    if (!options.tokens.includes(authorization.replace(/^Bearer /, ''))) {
      return refuse(res, 'invalid_auth')
    }
    const surface = surfaces[method]
    const lines = surface ? options.rules(shownBy(new URLSearchParams(body)), surface) : []
    violations.push(...lines)
    if (lines.length > 0) return refuse(res, 'invalid_blocks')
    const headers = { 'content-type': formType, authorization }
    await passOn(`${behind}/api/${method}`, { method: 'POST', headers, body }, { res })
  }

  const server = createServer((req, res) => {
    const [kind, method = ''] = (req.url ?? '').split('/').filter(Boolean)
    const answered = kind === 'api' ? toSlack(method, req, res) : toProduct(req, res)
    answered.catch((error: unknown) => res.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    eventsUrl: `${url}/events`,
    apiUrl: `${url}/api/`,
    forwardTo(root) {
      behind = root
    },
    typed(values) {
      typed = values
    },
    violations,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
