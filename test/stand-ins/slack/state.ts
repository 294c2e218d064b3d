/** The stand-in's workspace: its people, messages, dialogs and home tabs, and the Web API's methods over them. */
import { randomUUID } from 'node:crypto'
import type { Person } from './acting.ts'
import { botUserId, dmOf, nextTs, teamId } from './payloads.ts'
import type { Rules } from './rules.ts'
import type { Json, ShownMessage, ShownView } from './shown.ts'
import type { Kept } from './typed.ts'

/** What a method answers: an error's code, or the fields of its success. */
type Answer = Json & { readonly ok: boolean }

/** Milliseconds a trigger can be used for. */
const triggerMs = 3_000

/** Everything in the workspace. */
export type State = {
  readonly people: readonly Person[]
  readonly messages: (ShownMessage & { readonly to?: string; readonly metadata?: unknown })[]
  readonly modals: Map<string, ShownView>
  readonly homes: Map<string, ShownView>
  /** What a person has filled in: Slack keeps it as long as a block's id stays. */
  readonly kept: Map<string, Kept>
  readonly violations: string[]
  newTrigger(user: string): string
  /** The person a trigger belongs to, once; undefined when it is used or too old. */
  useTrigger(id: string): string | undefined
}

/** An empty workspace. */
export const createState = (people: readonly Person[]): State => {
  const triggers = new Map<string, { user: string; until: number }>()
  return {
    people,
    messages: [],
    modals: new Map(),
    homes: new Map(),
    kept: new Map(),
    violations: [],
    newTrigger(user) {
      const id = randomUUID()
      triggers.set(id, { user, until: Date.now() + triggerMs })
      return id
    },
    useTrigger(id) {
      const found = triggers.get(id)
      triggers.delete(id)
      return found && Date.now() <= found.until ? found.user : undefined
    },
  }
}

const ok = (fields: Json = {}): Answer => ({ ok: true, ...fields })
const no = (error: string): Answer => ({ ok: false, error })

const blocksIn = (args: Json): Json[] =>
  Array.isArray(args['blocks']) ? (args['blocks'] as Json[]) : []

const words = (args: Json): string => (typeof args['text'] === 'string' ? args['text'] : '')

/** A view as stored: what was drawn, with the fields Slack adds. */
export const drawnView = (raw: Json, id = `V${randomUUID()}`): ShownView => {
  const hash = `${Date.now()}.${randomUUID().slice(0, 8)}`
  const whole = { private_metadata: '', callback_id: '', ...raw, id, hash, team_id: teamId }
  const title = raw['title'] as { text?: string } | undefined
  return {
    id,
    hash,
    type: String(raw['type']),
    title: title?.text ?? '',
    blocks: blocksIn(raw),
    raw: { root_view_id: id, previous_view_id: null, ...whole },
  }
}

const channelOf = (state: State, channel: string): string | undefined => {
  const byUser = state.people.find(({ slackUserId }) => slackUserId === channel)
  if (byUser) return dmOf(byUser.slackUserId)
  return state.people.some(({ slackUserId }) => dmOf(slackUserId) === channel) ||
    channel.startsWith('C')
    ? channel
    : undefined
}

/** One method: the state, its arguments, and what the rules say. */
type Method = (state: State, args: Json, rules: Rules) => Answer

const refusedBy = (state: State, lines: string[], error: string): Answer | undefined => {
  if (lines.length === 0) return undefined
  state.violations.push(...lines)
  return { ...no(error), response_metadata: { messages: lines } }
}

const post =
  (ephemeral: boolean): Method =>
  (state, args, rules) => {
    const channel = channelOf(state, String(args['channel']))
    if (channel === undefined) return no('channel_not_found')
    const refused = refusedBy(state, rules(args, 'message'), 'invalid_blocks')
    if (refused) return refused
    const ts = nextTs()
    const text = words(args)
    const metadata = args['metadata']
    const to = ephemeral ? { to: String(args['user']) } : {}
    state.messages.push({
      channel,
      ts,
      text,
      blocks: blocksIn(args),
      from: botUserId,
      ephemeral,
      metadata,
      ...to,
    })
    return ok({ channel, ts, message_ts: ts })
  }

const update: Method = (state, args, rules) => {
  const at = state.messages.findIndex(
    (one) => one.ts === args['ts'] && one.channel === args['channel'] && !one.ephemeral,
  )
  const old = state.messages[at]
  if (old === undefined) return no('message_not_found')
  const refused = refusedBy(state, rules(args, 'message'), 'invalid_blocks')
  if (refused) return refused
  state.messages[at] = { ...old, text: words(args), blocks: blocksIn(args) }
  return ok({ channel: old.channel, ts: old.ts })
}

const openView: Method = (state, args, rules) => {
  const view = args['view'] as Json
  const refused = refusedBy(state, rules(view, 'modal'), 'invalid_arguments')
  if (refused) return refused
  const user = state.useTrigger(String(args['trigger_id']))
  if (user === undefined) return no('expired_trigger_id')
  const drawn = drawnView(view)
  state.kept.delete(user)
  state.modals.set(user, drawn)
  return ok({ view: drawn.raw })
}

const updateView: Method = (state, args, rules) => {
  const view = args['view'] as Json
  const found = [...state.modals].find(([, shown]) => shown.id === args['view_id'])
  if (found === undefined) return no('not_found')
  const [user, shown] = found
  if (args['hash'] !== undefined && args['hash'] !== shown.hash) return no('hash_conflict')
  const refused = refusedBy(state, rules(view, 'modal'), 'invalid_arguments')
  if (refused) return refused
  const drawn = drawnView(view, shown.id)
  state.modals.set(user, drawn)
  return ok({ view: drawn.raw })
}

const publishView: Method = (state, args, rules) => {
  const view = args['view'] as Json
  const refused = refusedBy(state, rules(view, 'home'), 'invalid_arguments')
  if (refused) return refused
  const drawn = drawnView(view)
  state.homes.set(String(args['user_id']), drawn)
  return ok({ view: drawn.raw })
}

const userInfo: Method = (state, args) => {
  const person = state.people.find(({ slackUserId }) => slackUserId === args['user'])
  if (person === undefined) return no('user_not_found')
  const profile = { email: person.email, real_name: person.name, display_name: person.name }
  return ok({
    user: { id: person.slackUserId, name: person.name, real_name: person.name, profile },
  })
}

const history: Method = (state, args) => {
  const found = state.messages.filter((one) => one.channel === args['channel'] && !one.ephemeral)
  const messages = found.map(({ ts, text, blocks, metadata }) => ({ ts, text, blocks, metadata }))
  return ok({ messages: messages.toReversed(), has_more: false })
}

/** The methods of the Web API that the product uses. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': () => ok({ user_id: botUserId, bot_id: 'B0HITOZUKURI', team_id: teamId }),
  'users.info': userInfo,
  'conversations.open': (state, args) => {
    const channel = channelOf(state, String(args['users']))
    return channel === undefined ? no('user_not_found') : ok({ channel: { id: channel } })
  },
  'conversations.history': history,
  'chat.postMessage': post(false),
  'chat.postEphemeral': post(true),
  'chat.update': update,
  'views.open': openView,
  'views.push': openView,
  'views.update': updateView,
  'views.publish': publishView,
}
