/** `npm start` as somebody at a terminal meets it: it says where to go, ends at Ctrl+C, and starts again where it was. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { runFolder, spawnLocal, startLocal } from './local-run.ts'

const used: { drop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of used.splice(0)) await one.drop()
})

const setup = async () => {
  const data = await runFolder()
  used.push(data)
  return data.folder
}

/** True while something listens there. */
const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

const takenPort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  used.push({ drop: async () => void server.close() })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

describe('npm start', () => {
  it('opens two pages, ends at Ctrl+C with nothing left behind, and starts again on the same data', {
    timeout: 180_000,
  }, async () => {
    const folder = await setup()
    for (const _time of ['first', 'second']) {
      const run = await startLocal({ folder })
      expect(run.printed()).toContain('次のページをブラウザで開いてください')
      expect(run.printed()).toContain('主事（一般の職員）')
      expect(await Promise.all(run.pages.map(answers))).toEqual([true, true])
      expect(await run.interrupt()).toBe(0)
      expect(await Promise.all(run.pages.map(answers))).toEqual([false, false])
      expect(run.printed()).not.toMatch(/error|warn/i)
    }
  })

  it('can be ended while it is still starting', { timeout: 120_000 }, async () => {
    const child = spawnLocal({ folder: await setup() })
    const exit = once(child, 'exit')
    const faults = text(child.stderr!)
    const [first] = await once(child.stdout!, 'data')
    child.kill('SIGINT')
    expect(await exit).toEqual([0, null])
    expect(String(first)).toBe('ひとづくり窓口を始めています。少しお待ちください。\n')
    expect(await faults).toBe('')
  })

  it('says which port is taken, and how to go on', { timeout: 60_000 }, async () => {
    const port = await takenPort()
    const child = spawnLocal({ folder: await setup(), env: { PORT: String(port) } })
    const [said, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')])
    expect(said).toContain(`ポート ${port} は、ほかのプログラムが使っています`)
    expect(said).toContain('PORT を 0 に')
    expect(said).not.toMatch(/EADDRINUSE|^\s+at /m)
    expect(code).toBe(1)
  })

  it('says so with a platform configured, too', { timeout: 60_000 }, async () => {
    const port = await takenPort()
    const env = {
      PORT: String(port),
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'secret',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      HOST: '127.0.0.1',
    }
    const child = spawnLocal({ folder: await setup(), env })
    const [said, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')])
    expect(said).toContain(`Port ${port} is taken by another program.`)
    expect(said).not.toMatch(/EADDRINUSE|^\s+at /m)
    expect(code).toBe(1)
  })
})
