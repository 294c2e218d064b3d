/** Starts the `local-slack` program: another author's Slack, so that we are not judged by our own stand-in alone. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program, running. */
export type LocalSlack = { readonly url: string; close(): Promise<void> }

const packageName = `local-slack-${process.platform}-${process.arch}`

/** The program's file, or undefined where its package for this system is not installed. */
export const localSlackBinary = (): string | undefined => {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`)
    return join(dirname(manifest), 'bin', 'local-slack')
  } catch {
    return undefined
  }
}

/** True on the one system whose program this repository brings along: there it must be found, elsewhere it may be. */
const mustHaveLocalSlack = packageName === 'local-slack-linux-x64'

/** True where its tests can't run: the program is not there, and need not be. */
export const withoutLocalSlack = (): boolean =>
  localSlackBinary() === undefined && !mustHaveLocalSlack

/** What to do where the program is missing. */
const localSlackMissing = `local-slack is not installed for this system; run: npm install --no-save ${packageName}@0.1.8`

/** The program listens on all interfaces and has no option for it; its runtime reads this first. */
const preload = fileURLToPath(new URL('./local-slack-preload.mjs', import.meta.url))

const startMsMax = 15_000

const addressIn = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(
      () => reject(new Error(`local-slack did not start: ${said}`)),
      startMsMax,
    )
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const url = /Web UI:\s+(http:\/\/[\w.:]+)/.exec(said)?.[1]
      if (url === undefined) return
      clearTimeout(late)
      resolve(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => {
      clearTimeout(late)
      reject(new Error(`local-slack ended: ${said}`))
    })
  })

/** Runs it with this configuration, on the loopback address only; port 0 takes a free one. */
export const startLocalSlack = async (config: object, port = 0): Promise<LocalSlack> => {
  const binary = localSlackBinary()
  if (binary === undefined) throw new Error(localSlackMissing)
  const cwd = mkdtempSync(join(tmpdir(), 'hitozukuri-slack-'))
  writeFileSync(join(cwd, 'config.json'), JSON.stringify(config), { mode: 0o600 })
  writeFileSync(join(cwd, 'bunfig.toml'), `preload = [${JSON.stringify(preload)}]\n`)
  const options = ['--config', 'config.json', '--port', String(port), '--base-host', '127.0.0.1']
  const child = spawn(binary, options, { cwd, env: { PATH: process.env['PATH'], HOME: cwd } })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const close = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    rmSync(cwd, { recursive: true, force: true })
  }
  try {
    return { url: await addressIn(child), close }
  } catch (error) {
    await close()
    throw error
  }
}
