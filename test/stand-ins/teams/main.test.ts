import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { startEchoBot } from './echo-bot.ts'
import { hanako, ichiro } from './rehearsal.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup()
})

/** The stage as a process in front of `botUrl`; resolves when it says that it is ready. */
const setup = async (botUrl: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'stage-'))
  const people = join(folder, 'people.json')
  await writeFile(people, JSON.stringify([{ ...hanako, note: '主事（一般の職員）' }, ichiro]))
  const options = ['--port', '0', '--bot', botUrl, '--people', people]
  const stage = spawn(process.execPath, [main, ...options], { stdio: ['pipe', 'pipe', 'inherit'] })
  cleanups.push(
    () => rm(folder, { recursive: true }),
    () => stage.kill('SIGKILL'),
  )
  const [line] = await once(stage.stdout.setEncoding('utf8'), 'data')
  return { stage, ready: JSON.parse(line) as { ready: boolean; url: string } }
}
const ended = async (stage: ChildProcess) => (await once(stage, 'exit'))[0]

describe('the stage as a process', () => {
  it('serves its page, and gives everybody the app once the bot is there', async () => {
    const bot = await startEchoBot()
    cleanups.push(() => bot.close())
    const installed = new Promise<string[]>((resolve) => {
      const names: string[] = []
      bot.onTurn(async ({ activity }) => {
        if (activity.action === 'add') names.push(activity.from.aadObjectId ?? '')
        if (names.length === 2) resolve(names)
      })
    })
    const { stage, ready } = await setup(bot.url)
    expect(ready.ready).toBe(true)
    expect(ready.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await fetch(ready.url)).text()).toContain('だれとして使いますか')
    expect(await installed).toEqual(['aad-hanako', 'aad-ichiro'])
    stage.kill('SIGTERM')
    expect(await ended(stage)).toBe(0)
  })

  it('waits for a bot that is not there, and ends with its standard input', async () => {
    const { stage, ready } = await setup('http://127.0.0.1:1/api/messages')
    const state = await fetch(`${ready.url}/stage/state`)
    expect(await state.json()).toMatchObject({ people: [{ installed: false }, {}] })
    stage.stdin?.end()
    expect(await ended(stage)).toBe(0)
  })
})
