/** A stand-in for Slack in this process: the Web API with its refusals, signed deliveries, faults on demand. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { actAs } from './act-as.ts'
import type { Acting, Person, SlackWorkspace } from './acting.ts'
import { servePage } from './page-server.ts'
import { blockKitRules, type Rules } from './rules.ts'
import { freshSecrets, type Secrets } from './secrets.ts'
import type { Json } from './shown.ts'
import { createState, methods, type State } from './state.ts'

/** What the next call of a method meets instead of its answer. */
type Fault =
  | { readonly error: string }
  | { readonly retryAfterSeconds: number }
  | { readonly status: number }
  | { readonly delayMs: number }
  /** The call is carried out, and its answer lost. */
  | { readonly lost: true }

/** One call that came in. */
type Call = { readonly method: string; readonly args: Json }

/** The stand-in: a workspace, and a hand on its faults. */
export type SlackStandIn = SlackWorkspace & {
  readonly state: State
  /** Every call so far, in order. */
  readonly calls: readonly Call[]
  /** The next call of this method meets this fault; several queue up. */
  fail(method: string, fault: Fault): void
}

/** How to start: where the product listens, who is there, what Slack would refuse (Block Kit’s rules unless told). */
export type StandInOptions = {
  readonly botUrl: string
  readonly people: readonly Person[]
  readonly rules?: Rules
  /** A free port unless told. */
  readonly port?: number
  /** Fresh ones unless told. */
  readonly secrets?: Secrets
}

const readText = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

const unwrapped = (value: string): unknown => {
  if (!/^[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

const argsIn = (body: string): Json =>
  Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, unwrapped(value)]),
  )

const answerJson = (res: ServerResponse, body: unknown, headers: Record<string, string> = {}) => {
  res.writeHead('retry-after' in headers ? 429 : 200, {
    'content-type': 'application/json',
    ...headers,
  })
  res.end(JSON.stringify(body))
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Starts the stand-in on a free port of the loopback address. */
export const startSlackStandIn = async (options: StandInOptions): Promise<SlackStandIn> => {
  const { botToken, signingSecret } = options.secrets ?? freshSecrets()
  const state = createState(options.people)
  const rules = options.rules ?? blockKitRules
  const calls: Call[] = []
  const faults = new Map<string, Fault[]>()

  /** True when the fault was the whole answer. */
  const meet = async (fault: Fault | undefined, res: ServerResponse): Promise<boolean> => {
    if (fault === undefined || 'lost' in fault) return false
    if ('delayMs' in fault) {
      await pause(fault.delayMs)
      return false
    }
    if ('error' in fault) answerJson(res, { ok: false, error: fault.error })
    else if ('status' in fault) res.writeHead(fault.status).end()
    else answerJson(res, {}, { 'retry-after': String(fault.retryAfterSeconds) })
    return true
  }

  const callMethod = async (name: string, req: IncomingMessage, res: ServerResponse) => {
    const args = argsIn(await readText(req))
    calls.push({ method: name, args })
    const fault = faults.get(name)?.shift()
    if (await meet(fault, res)) return
    if (req.headers.authorization !== `Bearer ${botToken}`) {
      return answerJson(res, { ok: false, error: 'invalid_auth' })
    }
    const method = methods[name]
    const answer = method ? method(state, args, rules) : { ok: false, error: 'unknown_method' }
    if (fault && 'lost' in fault) return req.socket.destroy()
    answerJson(res, answer)
  }

  /** `/response/<user>/<channel>/<ts>`: what `respond()` posts to. */
  const respond = async (path: string[], req: IncomingMessage, res: ServerResponse) => {
    const [user = '', channel = '', ts = ''] = path
    const said = JSON.parse(await readText(req)) as Json
    calls.push({ method: 'respond', args: said })
    if (await meet(faults.get('respond')?.shift(), res)) return
    if (said['replace_original'] === true) {
      const at = state.messages.findIndex((one) => one.ts === ts)
      if (at >= 0) state.messages.splice(at, 1)
    }
    const answer = methods['chat.postEphemeral']?.(state, { ...said, channel, user }, rules)
    res.writeHead(answer?.ok ? 200 : 400).end('ok')
  }

  const server = createServer((req, res) => {
    const [kind, ...rest] = (req.url ?? '').split('/').filter(Boolean)
    const answered =
      kind === 'api'
        ? callMethod(rest.join('/'), req, res)
        : kind === 'response'
          ? respond(rest, req, res)
          : servePage({ people: options.people, person }, req, res)
    answered.catch((error: unknown) => res.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const person = (id: string): Acting =>
    actAs(id, {
      state,
      botUrl: options.botUrl,
      signingSecret,
      responseRoot: `${url}/response`,
      rules,
    })

  return {
    url,
    apiUrl: `${url}/api/`,
    botToken,
    signingSecret,
    state,
    calls,
    person,
    violations: () => state.violations,
    fail: (method, fault) => faults.set(method, [...(faults.get(method) ?? []), fault]),
    reset() {
      for (const list of [state.messages, state.violations, calls]) list.length = 0
      for (const map of [state.modals, state.homes, state.kept, faults]) map.clear()
      return Promise.resolve()
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
