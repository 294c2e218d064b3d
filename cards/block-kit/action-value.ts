import { encodeAction } from '../action-data.ts'
import { type CardAction, isObject, textOf, wordOf } from '../adaptive-card.ts'
import type { Draft } from './draft.ts'
import { limits } from './limits.ts'
import { fingerprint, shortened } from './strings.ts'

const argsOf = (action: CardAction): { name: string; args: object } => {
  const verb = textOf(action, 'verb')
  const data = action['data']
  if (!isObject(data))
    return { name: verb, args: data === undefined || data === null ? {} : { data } }
  if (verb !== '' || textOf(data, 'action') === '') return { name: verb, args: data }
  const { action: _named, ...args } = data
  return { name: textOf(data, 'action'), args }
}

/**
 * What a Submit or Execute sends back, as `encodeAction` writes it. Data that does not fit is
 * replaced by `{ "$fingerprint": … }` of its JSON, which is the same every time.
 */
export const actionValue = (draft: Draft, action: CardAction, path: string): string => {
  const { name, args } = argsOf(action)
  const inputs = wordOf(action, 'associatedInputs') === 'none' ? 'none' : undefined
  const called = name || textOf(action, 'title') || 'action'
  const value = encodeAction(called, args, inputs)
  if (value.length <= limits.buttonValueMax) return value
  draft.warn(path, `data of ${value.length} characters replaced by its fingerprint (2,000 fit)`)
  const mark = { $fingerprint: fingerprint(JSON.stringify(args)) }
  return encodeAction(shortened(called, 200), mark, inputs)
}

/** A unique action_id for a Submit or Execute: its verb, else its data's `action`, else "action". */
export const actionIdOf = (draft: Draft, action: CardAction, path: string): string =>
  draft.actionId(argsOf(action).name || 'action', path)
