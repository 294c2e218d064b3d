/** JSON lines: a code and plain facts. What people write has no way in: there is no free text. */
import type { Clock } from '../services/clock.ts'
import type { LogLevel } from './config.ts'

/** Writes one line; facts are ids, counts and codes only. */
export type Log = (
  level: LogLevel,
  code: string,
  facts?: Readonly<Record<string, string | number | boolean>>,
) => void

const order: readonly LogLevel[] = ['error', 'warn', 'info', 'debug']

/** A log that writes lines of this level and those more severe. */
export const createLog =
  (options: { readonly level: LogLevel; readonly clock: Clock; write(line: string): void }): Log =>
  (level, code, facts = {}) => {
    if (order.indexOf(level) > order.indexOf(options.level)) return
    options.write(`${JSON.stringify({ at: options.clock.now(), level, code, ...facts })}\n`)
  }
