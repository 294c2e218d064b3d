/** The bots measured, each a process of its own, started alike. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Stimulus, type Target, takeTurn } from './request.ts'

/** How a bot is started: its file, its environment, and what its first turn is. */
export type Start = {
  readonly file: string
  readonly env: Readonly<Record<string, string>>
  readonly path: string
  readonly secret?: Target['secret']
  readonly changed?: Target['changed']
  readonly firstTurn: Stimulus
  readonly nodeFlags?: readonly string[]
}

/** A bot that has answered its first turn. */
export type Running = {
  readonly target: Target
  /** From the start of the process to the first answer, and the processor time it took. */
  readonly firstAnswerMs: number
  readonly firstAnswerCpuMs: number
  /** Processor time used so far, in ms, user and system. */
  cpuMs(): number
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const readyMsMax = 60_000
/** Linux counts processor time in hundredths of a second. */
const msPerTick = 10

const cpuMsOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field is the program's name in brackets; times are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * msPerTick
}

const urlIn = (line: string): string => {
  const said = JSON.parse(line) as { code?: string; url?: string }
  if (said.code !== 'started' || said.url === undefined) throw new Error(`not started: ${line}`)
  return said.url
}

const listening = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('a bot needs a standard output')
  const lines = createInterface({ input: child.stdout })
  const ready = once(lines, 'line', { signal: AbortSignal.timeout(readyMsMax) })
  const failed = once(child, 'exit').then(() => {
    throw new Error('a bot ended before it listened: see the lines above')
  })
  const [line] = await Promise.race([ready, failed])
  return urlIn(String(line))
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** Starts a bot, gives it its first turn, and tells how long that took. */
export const startBot = async (start: Start): Promise<Running> => {
  const began = performance.now()
  const child = spawn(process.execPath, [...(start.nodeFlags ?? []), start.file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] ?? '', ...start.env },
  })
  try {
    const url = `${await listening(child)}${start.path}`
    const { secret, changed } = start
    const target = { url, ...(secret ? { secret } : {}), ...(changed ? { changed } : {}) }
    const agent = new Agent()
    await takeTurn(target, { stimulus: start.firstTurn, turn: 0 }, agent)
    const firstAnswerMs = performance.now() - began
    const cpuMs = (): number => cpuMsOf(child.pid ?? 0)
    const firstAnswerCpuMs = cpuMs()
    agent.destroy()
    return { target, firstAnswerMs, firstAnswerCpuMs, cpuMs, stop: () => end(child) }
  } catch (error) {
    await end(child)
    throw error
  }
}
