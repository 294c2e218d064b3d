/** What a button of ours carries in Teams: its action and arguments apart from the inputs that Teams mixes in. */
import type { Turn } from '../turn.ts'

const key = 'hitozukuri'

/** The data of a button. */
export const buttonData = (action: string, args: object): Record<string, unknown> => ({
  [key]: { action, args },
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Action and input of whatever a client sent: the inputs' values, and over them the button's arguments. */
export const argsOf = (data: unknown): Pick<Turn, 'action' | 'input'> => {
  if (!isObject(data)) return { action: '', input: {} }
  const { [key]: button, msteams: _platform, ...inputs } = data
  if (!isObject(button) || typeof button['action'] !== 'string')
    return { action: '', input: inputs }
  const args = isObject(button['args']) ? button['args'] : {}
  return { action: button['action'], input: { ...inputs, ...args } }
}
