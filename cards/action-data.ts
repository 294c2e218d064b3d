import { isObject } from './adaptive-card.ts'

/** What a button carries: the name of an action and its arguments. */
export type ActionData = {
  readonly action: string
  readonly args: Record<string, unknown>
  /** 'none': the button asks for no input of its card to be read or checked. */
  readonly inputs?: 'none'
}

/** Writes an action down as the text a button carries, on either channel. */
export const encodeAction = (action: string, args: object, inputs?: 'none'): string =>
  JSON.stringify({ action, args, ...(inputs ? { inputs } : {}) })

const parsed = (value: string): unknown => {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

/** Reads what a button carried. Anything this product did not write is undefined, never a throw. */
export const decodeAction = (value: string): ActionData | undefined => {
  const data = parsed(value)
  if (!isObject(data)) return undefined
  const { action, args, inputs } = data
  if (typeof action !== 'string' || action === '' || !isObject(args)) return undefined
  return { action, args: { ...args }, ...(inputs === 'none' ? { inputs } : {}) }
}
