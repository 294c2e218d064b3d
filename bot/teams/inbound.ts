/** Activity → Turn: a pure translation. What it carries is not yet trusted. */
import { type Activity, ActivityTypes } from 'botbuilder'
import type { Sender, Surface, Turn } from '../turn.ts'
import { turnOfText } from '../turn.ts'
import { argsOf } from './button-data.ts'

/** What an activity asks for: a turn to answer, or one of the platform's own events. */
export type Asked =
  | { readonly kind: 'turn'; readonly turn: Omit<Turn, 'who'>; readonly replace: boolean }
  | { readonly kind: 'installed' | 'removed' | 'not-personal' | 'nothing' }

const nothing = { kind: 'nothing' } as const

/** Reads what an activity asks for. */
export const readActivity = (activity: Activity): Asked => {
  if (activity.type === ActivityTypes.InstallationUpdate) {
    return { kind: activity.action?.startsWith('add') ? 'installed' : 'removed' }
  }
  if (activity.type === ActivityTypes.Invoke) return readInvoke(activity)
  if (activity.type !== ActivityTypes.Message) return nothing
  if (!isPersonal(activity)) return { kind: 'not-personal' }
  return turn(
    'chat',
    isObject(activity.value) ? argsOf(activity.value) : turnOfText(said(activity)),
  )
}

const isPersonal = (activity: Activity): boolean =>
  (activity.conversation.conversationType ?? 'personal') === 'personal'

const said = (activity: Activity): string => activity.text ?? ''

const readInvoke = (activity: Activity): Asked => {
  const value: unknown = activity.value
  const name: string = activity.name ?? ''
  if (name === 'task/fetch' || name === 'task/submit') {
    return turn('dialog', argsOf(field(value, 'data')))
  }
  if (name !== 'adaptiveCard/action') return nothing
  return { ...turn('chat', argsOf(field(field(value, 'action'), 'data'))), replace: true }
}

const turn = (surface: Surface, asked: Pick<Turn, 'action' | 'input'>) =>
  ({ kind: 'turn', turn: { ...asked, surface }, replace: false }) as const

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const field = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined)

/** Who sent an activity; the e-mail address is asked of Teams only when needed. */
export const senderOf = (activity: Activity, email: () => Promise<string | undefined>): Sender => ({
  channel: 'teams',
  id: activity.from.aadObjectId ?? activity.from.id,
  email,
})
