/** What the commands share: how they are called, how they speak, what their exit codes mean. */
import { parseArgs } from 'node:util'

/** A command: how it is written, and what it does. `run` resolves to the exit code: 0 done, 1 not done, and why was said. */
export type Command = {
  readonly usage: string
  run(args: readonly string[]): Promise<number>
}

/** The command was written wrongly: exit code 2. The message is shown as it is. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** One line (or several) on standard output, or on standard error for what went wrong. */
export const say = Object.assign((text: string): void => void process.stdout.write(`${text}\n`), {
  error: (text: string): void => void process.stderr.write(`${text}\n`),
})

/** What was written after the command's name. */
export type Arguments = {
  readonly positionals: readonly string[]
  /** The names of the flags that were set. */
  readonly flags: ReadonlySet<string>
}

/** Reads arguments with flags out of those named; throws UsageError for any other. */
export const readArguments = (args: readonly string[], flags: readonly string[]): Arguments => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }])),
    })
    return { positionals, flags: new Set(Object.keys(values)) }
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError('知らない指定があります。')
    throw error
  }
}
