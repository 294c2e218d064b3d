/** A local client as a process of its own, that says in one line of its output where its page is. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'

/** What to run under our Node, and how to read where it listens from a line it prints. */
export type Program<T> = {
  readonly name: string
  readonly args: readonly string[]
  readonly cwd: string
  /** The whole environment; left out: ours. */
  readonly env?: Readonly<Record<string, string>>
  /** What is wanted, from a line; undefined for a line that does not tell. */
  read(line: string): T | undefined
}

/** A program that runs; it ends with the product even where that is killed, as its standard input closes. */
export type Running<T> = { readonly said: T; stop(): Promise<void> }

const readySecondsMax = 30
const stopSecondsMax = 5

/** Starts a program; resolves when it has told. Rejects, with nothing left running, where it ends or says nothing. */
export const startProgram = async <T>(program: Program<T>): Promise<Running<T>> => {
  const child = spawn(process.execPath, [...program.args], {
    cwd: program.cwd,
    ...(program.env ? { env: program.env } : {}),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const stop = () => end(child)
  try {
    return { said: await firstTold(child, program), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const firstTold = async <T>(child: ChildProcess, program: Program<T>): Promise<T> => {
  if (!child.stdout) throw new Error(`${program.name} has no output.`)
  const lines = createInterface({ input: child.stdout })
  const late = setTimeout(() => lines.close(), readySecondsMax * 1_000)
  try {
    for await (const line of lines) {
      const told = program.read(line)
      if (told !== undefined) return told
    }
  } finally {
    clearTimeout(late)
    // Unread output would fill the pipe and hold the program up.
    child.stdout.resume()
  }
  throw new Error(`${program.name}を始められませんでした。上の行に理由が出ています。`)
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const stubborn = setTimeout(() => child.kill('SIGKILL'), stopSecondsMax * 1_000)
  await gone
  clearTimeout(stubborn)
}
