/** Payloads as Slack sends them: events, presses, submissions, commands. */
import { randomUUID } from 'node:crypto'
import type { Json, Pressable, ShownMessage, ShownView } from './shown.ts'
import { type Kept, stateValues, type Typed } from './typed.ts'

/** The one workspace of the stand-ins. */
export const teamId = 'T0CITY'
const appId = 'A0HITOZUKURI'
/** The bot's own user. */
export const botUserId = 'U0HITOZUKURI'

let counted = 0
/** A time stamp as Slack gives them: unique, ascending. */
export const nextTs = (): string => {
  counted += 1
  return `${Math.floor(Date.now() / 1_000)}.${String(counted).padStart(6, '0')}`
}

/** The conversation of one person with the bot. */
export const dmOf = (user: string): string => `D${user.slice(1)}`

/** An event in its envelope. */
export const eventPayload = (event: Json, eventId = `Ev${randomUUID()}`): Json => ({
  token: 'unused',
  team_id: teamId,
  api_app_id: appId,
  type: 'event_callback',
  event_id: eventId,
  event_time: Math.floor(Date.now() / 1_000),
  authorizations: [{ team_id: teamId, user_id: botUserId, is_bot: true }],
  event,
})

/** What a person says to the bot. */
export const messageEvent = (user: string, text: string): Json => {
  const ts = nextTs()
  const channel = dmOf(user)
  return {
    type: 'message',
    channel,
    channel_type: 'im',
    user,
    text,
    ts,
    event_ts: ts,
    team: teamId,
  }
}

/** A person looks at the bot's home tab. */
export const homeOpened = (user: string): Json => ({
  type: 'app_home_opened',
  user,
  channel: dmOf(user),
  tab: 'home',
  event_ts: nextTs(),
})

const base = (user: string): Json => ({
  team: { id: teamId, domain: 'city' },
  user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: teamId },
  api_app_id: appId,
  token: 'unused',
  is_enterprise_install: false,
})

/** What goes with a press besides the button. */
export type PressContext = {
  readonly user: string
  readonly triggerId: string
  readonly responseUrl?: string
  readonly typed?: Typed
  /** What Slack kept of what was filled in before. */
  readonly kept?: Kept
}

const actionOf = ({ element, blockId }: Pressable): Json => ({
  ...element,
  block_id: blockId,
  action_ts: nextTs(),
})

/** A button pressed in a message. Of an ephemeral message Slack sends no content. */
export const pressInMessage = (
  message: ShownMessage,
  button: Pressable,
  { user, triggerId, responseUrl, typed }: PressContext,
): Json => ({
  ...base(user),
  type: 'block_actions',
  trigger_id: triggerId,
  response_url: responseUrl,
  container: {
    type: 'message',
    message_ts: message.ts,
    channel_id: message.channel,
    is_ephemeral: message.ephemeral,
  },
  channel: { id: message.channel, name: 'directmessage' },
  ...(message.ephemeral
    ? {}
    : { message: { type: 'message', ts: message.ts, text: message.text, blocks: message.blocks } }),
  state: { values: stateValues(message.blocks, typed) },
  actions: [actionOf(button)],
})

const viewWith = (view: ShownView, { typed, kept }: PressContext): Json => ({
  ...view.raw,
  state: { values: stateValues(view.blocks, typed, kept) },
})

/** A button pressed in a dialog or in the home tab. */
export const pressInView = (view: ShownView, button: Pressable, context: PressContext): Json => ({
  ...base(context.user),
  type: 'block_actions',
  trigger_id: context.triggerId,
  container: { type: 'view', view_id: view.id },
  view: viewWith(view, context),
  actions: [actionOf(button)],
})

/** A dialog submitted. */
export const submission = (view: ShownView, context: PressContext): Json => ({
  ...base(context.user),
  type: 'view_submission',
  trigger_id: context.triggerId,
  view: viewWith(view, context),
  response_urls: [],
})

/** A slash command, as the form that Slack posts. */
export const commandForm = (
  said: { command: string; text: string; channel: string },
  { user, triggerId, responseUrl }: PressContext,
): string =>
  new URLSearchParams({
    token: 'unused',
    team_id: teamId,
    team_domain: 'city',
    channel_id: said.channel,
    channel_name: 'general',
    user_id: user,
    user_name: user.toLowerCase(),
    command: said.command,
    text: said.text,
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: responseUrl ?? '',
    trigger_id: triggerId,
  }).toString()
