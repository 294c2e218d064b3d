/** Activity → Turn: a pure translation. What it carries is not yet trusted. */
import { type Activity, ActivityTypes } from 'botbuilder'
import { turnOfText } from '../said.ts'
import type { Sender, Surface, Turn } from '../turn.ts'
import { argsOf } from './button-data.ts'

/** What an activity asks for: a turn to answer, or one of the platform's own events. */
export type Asked =
  | { readonly kind: 'turn'; readonly turn: Omit<Turn, 'who'>; readonly replace: boolean }
  | { readonly kind: 'installed' | 'updated' | 'removed' | 'not-personal' | 'nothing' }

const nothing = { kind: 'nothing' } as const

/** Reads what an activity asks for. Where others read along nothing but the way to the personal chat is told. */
export const readActivity = (activity: Activity): Asked => {
  if (activity.type === ActivityTypes.Invoke) return readInvoke(activity)
  if (activity.type === ActivityTypes.Message) return readMessage(activity)
  if (activity.type !== ActivityTypes.InstallationUpdate || !isPersonal(activity)) return nothing
  return { kind: installations[activity.action ?? ''] ?? 'removed' }
}

const installations: Readonly<Record<string, 'installed' | 'updated'>> = {
  add: 'installed',
  'add-upgrade': 'updated',
}

const readMessage = (activity: Activity): Asked => {
  if (!isPersonal(activity)) return { kind: 'not-personal' }
  return turn(
    'chat',
    isObject(activity.value) ? argsOf(activity.value) : turnOfText(said(activity)),
  )
}

const isPersonal = (activity: Activity): boolean =>
  (activity.conversation.conversationType ?? 'personal') === 'personal'

const said = (activity: Activity): string => activity.text ?? ''

const answered = ['task/fetch', 'task/submit', 'adaptiveCard/action']

const readInvoke = (activity: Activity): Asked => {
  const value: unknown = activity.value
  const name: string = activity.name ?? ''
  if (!answered.includes(name)) return nothing
  if (!isPersonal(activity)) return { kind: 'not-personal' }
  if (name !== 'adaptiveCard/action') {
    return turn('dialog', argsOf(field(value, 'data')))
  }
  return { ...turn('chat', argsOf(field(field(value, 'action'), 'data'))), replace: true }
}

const turn = (surface: Surface, asked: Pick<Turn, 'action' | 'input'>) =>
  ({ kind: 'turn', turn: { ...asked, surface }, replace: false }) as const

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined)

/**
 * True for what comes from Teams itself and from this tenant. The Connector signs for every tenant and every channel
 * of a bot alike, and in a foreign tenant or in a web chat anybody may call himself what he likes.
 */
export const isOfTenant = (activity: Activity, tenantId: string): boolean => {
  const named = [
    activity.conversation.tenantId,
    textOf(field(field(activity.channelData, 'tenant'), 'id')),
  ].filter((each) => each !== undefined)
  return (
    activity.channelId === 'msteams' &&
    named.length > 0 &&
    named.every((each) => each.toLowerCase() === tenantId.toLowerCase())
  )
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** Who sent an activity; the e-mail address is asked of Teams only when needed. */
export const senderOf = (activity: Activity, email: () => Promise<string | undefined>): Sender => ({
  channel: 'teams',
  id: activity.from.aadObjectId ?? activity.from.id,
  email,
})
