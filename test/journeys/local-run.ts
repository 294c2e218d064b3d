/** `npm start` for a test: local mode as a process of its own, on free ports, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A run of local mode, up. */
export type LocalRun = {
  /** The addresses of the pages, as the terminal tells them: the Teams client's, then Slack's. */
  readonly pages: readonly [teams: string, slack: string]
  /** All that was printed so far. */
  printed(): string
  /** Presses Ctrl+C; resolves with the exit code. */
  interrupt(): Promise<number | null>
}

/** How to start it. */
export type LocalRunOptions = {
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Where the data is kept. */
  readonly folder: string
}

const main = join(import.meta.dirname, '../../bot/main.ts')

/** A process of local mode, whether or not it comes up. */
export const spawnLocal = (options: LocalRunOptions): ChildProcess =>
  spawn(process.execPath, [main, ...(options.flags ?? [])], {
    cwd: options.folder,
    env: { PATH: process.env['PATH'], PORT: '0', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** A folder for a run's data, and how to drop it. */
export const runFolder = async (): Promise<{ folder: string; drop(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'hitozukuri-run-'))
  return { folder, drop: () => rm(folder, { recursive: true, force: true }) }
}

/** Starts local mode and waits until its welcome is printed. */
export const startLocal = async (options: LocalRunOptions): Promise<LocalRun> => {
  const child = spawnLocal(options)
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const exit = once(child, 'exit')
  const up = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      said.push(`${line}\n`)
      if (line.includes('Ctrl+C')) resolve()
    })
  })
  const failed = exit.then(() => {
    throw new Error(`it ended at its start:\n${said.join('')}`)
  })
  await Promise.race([up, failed])
  failed.catch(() => undefined)
  const printed = () => said.join('')
  const [teams = '', slack = ''] = printed().match(/http:\/\/\S+/g) ?? []
  return {
    pages: [teams, slack],
    printed,
    async interrupt() {
      child.kill('SIGINT')
      const [code] = await exit
      return code
    },
  }
}
