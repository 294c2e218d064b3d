/** The REST side of the Bot Connector (v3): what a bot calls to reach people. */
import { conversationIdOf, memberOf } from './activities.ts'
import { receive, redraw, withdraw } from './chat.ts'
import { activityBytesMax, bytesOf, messageComplaints } from './checks.ts'
import type { Fault } from './faults.ts'
import { type Answer, failure } from './http.ts'
import { type Activity, cardType, isObject, type Json, textOf } from './shapes.ts'
import type { Seat, World } from './world.ts'

/** One request of the bot. `path` is what follows the service address, without the query. */
export type Call = { method: string; path: string; query: URLSearchParams; body: unknown }

const asActivity = (body: unknown): Activity | undefined =>
  isObject(body) && typeof body['type'] === 'string' ? (body as Activity) : undefined

const noWrites = { code: 'MessageWritesBlocked', message: 'Thread is blocked from message writes.' }

/** Teams words the same refusal in two ways; here a removed app meets one, a blocked bot the other. */
const refusal = (seat: Seat): Answer | undefined => {
  if (seat.chat.blocked)
    return {
      status: 403,
      body: {
        errorCode: 209,
        message: JSON.stringify({ subCode: noWrites.code, details: noWrites.message }),
      },
    }
  return seat.chat.installed ? undefined : failure(403, noWrites.code, noWrites.message)
}

const tooMany = (waitMs: number): Answer => ({
  ...failure(429, 'TooManyRequests', 'API calls quota exceeded.'),
  headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
})

const gate = (world: World, seat: Seat, activity: Activity | undefined): Answer | undefined => {
  if (!activity) return failure(400, 'BadSyntax', 'Activity is missing or has no type.')
  const refused = refusal(seat)
  if (refused) return refused
  if (bytesOf(activity) > activityBytesMax)
    return failure(413, 'MessageSizeTooBig', 'Message size too large.')
  const wait = activity.type === 'typing' ? 0 : world.limits.admit(conversationIdOf(seat.person))
  return wait > 0 ? tooMany(wait) : undefined
}

const complain = (world: World, seat: Seat, activity: Activity) => {
  for (const each of messageComplaints(activity)) world.violate(seat, each)
}

const show = (world: World, seat: Seat, activity: Activity): Json => {
  const cards = (activity.attachments ?? []).filter((each) => each.contentType === cardType)
  if (!activity.text || cards.length === 0)
    return { id: receive(seat.chat, activity, world.stamp()).id }
  receive(seat.chat, { ...activity, attachments: [] }, world.stamp())
  receive(seat.chat, { type: 'message', attachments: cards }, world.stamp())
  return {}
}

const send = (world: World, seat: Seat, body: unknown): Answer => {
  const activity = asActivity(body)
  const refused = gate(world, seat, activity)
  if (refused || !activity) return refused ?? failure(400, 'BadSyntax', 'No activity.')
  if (activity.type === 'typing') {
    seat.chat.typing = true
    return { status: 202, body: { id: world.stamp().id } }
  }
  if (activity.type !== 'message') return { status: 201, body: { id: world.stamp().id } }
  complain(world, seat, activity)
  return { status: 201, body: show(world, seat, activity) }
}

const update = (world: World, seat: Seat, { id, body }: { id: string; body: unknown }): Answer => {
  const activity = asActivity(body)
  const message = seat.chat.messages.find((each) => each.id === id && each.from === 'bot')
  const refused = gate(world, seat, activity)
  if (refused || !activity) return refused ?? failure(400, 'BadSyntax', 'No activity.')
  if (!message || message.deleted)
    return failure(404, 'ActivityNotFoundInConversation', 'Activity was not found.')
  complain(world, seat, activity)
  redraw(message, activity)
  return { status: 200, body: { id } }
}

const remove = (seat: Seat, id: string): Answer => {
  const message = seat.chat.messages.find((each) => each.id === id && each.from === 'bot')
  if (!message) return failure(404, 'ActivityNotFoundInConversation', 'Activity was not found.')
  withdraw(message)
  return { status: 200 }
}

const activities = (world: World, seat: Seat, call: Call & { id?: string }): Answer => {
  if (call.method === 'POST') return send(world, seat, call.body)
  if (call.method === 'PUT' && call.id) return update(world, seat, { id: call.id, body: call.body })
  if (call.method === 'DELETE' && call.id) return remove(seat, call.id)
  return failure(405, 'MethodNotAllowed', 'Method not allowed.')
}

const members = (seat: Seat, id: string | undefined): Answer => {
  const member = memberOf(seat.person)
  if (!id) return { status: 200, body: [member] }
  return id === member['id'] || id === seat.person.aadObjectId
    ? { status: 200, body: member }
    : failure(404, 'MemberNotFoundInConversation', 'Member was not found.')
}

const tenantIn = (body: Json): string => {
  const data = body['channelData']
  const tenant = isObject(data) ? data['tenant'] : undefined
  return textOf(body['tenantId']) || textOf(isObject(tenant) ? tenant['id'] : '')
}

/** Opens (or finds again) the 1:1 chat with `members[0]`, named by its 29:… id or its directory id. */
const create = (world: World, body: unknown): Answer => {
  const wanted = isObject(body) ? body : {}
  const [member] = Array.isArray(wanted['members']) ? wanted['members'] : []
  const id = isObject(member) ? textOf(member['id']).replace(/^8:orgid:/, '') : ''
  const seat = id.startsWith('a:') ? undefined : world.seatAt(id)
  if (!tenantIn(wanted)) return failure(400, 'BadSyntax', 'Tenant id is missing.')
  if (!seat) return failure(400, 'BadArgument', 'Failed to decrypt pairwise id')
  if (!seat.chat.installed)
    return failure(403, 'ForbiddenOperationException', 'The bot is not installed in user scope')
  const conversation = { id: conversationIdOf(seat.person) }
  if (!asActivity(wanted['activity'])) return { status: 201, body: conversation }
  const sent = send(world, seat, wanted['activity'])
  if (sent.status >= 300) return sent
  return { status: 201, body: { ...conversation, activityId: objectId(sent.body) } }
}

const objectId = (body: unknown) => (isObject(body) ? body['id'] : undefined)

const inConversation = (world: World, seat: Seat, call: Call): Answer => {
  const [, , , part, id] = call.path.split('/').map(decodeURIComponent)
  if (part === 'activities') return activities(world, seat, { ...call, ...(id ? { id } : {}) })
  if (part === 'members') return members(seat, id)
  if (part === 'pagedmembers') return { status: 200, body: { members: [memberOf(seat.person)] } }
  return failure(404, 'NotFound', 'No such resource.')
}

/** Answers a request of the bot. */
export const answerCall = (world: World, call: Call): Answer => {
  const [, conversations, id] = call.path.split('/').map(decodeURIComponent)
  if (conversations !== 'conversations') return failure(404, 'NotFound', 'No such resource.')
  if (!id) return create(world, call.body)
  const seat = id.startsWith('a:') ? world.seatAt(id) : undefined
  if (!seat) return failure(404, 'ConversationNotFound', 'Conversation not found.')
  return inConversation(world, seat, call)
}

/** The answer of a fault; `undefined` stands for a cut connection. */
export const answerFault = (fault: Fault): Answer | undefined => {
  if (fault.status === 0) return undefined
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
  const worded = failure(fault.status, 'ServiceError', `Fault on demand: ${fault.status}`)
  return { status: fault.status, body: fault.body ?? worded.body, headers }
}
