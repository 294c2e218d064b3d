/** The local workspace as the process that local mode starts beside the product. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { people } from './slack-setup.ts'

const main = new URL('../stand-ins/slack/main.ts', import.meta.url).pathname

it('says when it is ready, shows its people, and ends when told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hitozukuri-workspace-'))
  const [peopleFile, secretsFile] = [join(folder, 'people.json'), join(folder, 'secrets.json')]
  writeFileSync(peopleFile, JSON.stringify(people))
  const child = spawn('node', [
    main,
    '--port',
    '0',
    '--people',
    peopleFile,
    '--secrets',
    secretsFile,
    '--engine',
    'stand-in',
  ])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
  )

  const ready = JSON.parse(line) as { ready: boolean; url: string; apiUrl: string }
  expect(ready).toMatchObject({ ready: true, apiUrl: `${ready.url}/api/` })
  expect(await (await fetch(ready.url)).text()).toContain('ひとづくり窓口')
  expect(await (await fetch(`${ready.url}/page/people`)).json()).toEqual(people)
  const stranger = { method: 'POST', headers: { origin: 'http://elsewhere.example' }, body: '{}' }
  expect((await fetch(`${ready.url}/page/act`, stranger)).status).toBe(403)
  const secrets = JSON.parse(readFileSync(secretsFile, 'utf8')) as Record<string, string>
  expect(secrets['signingSecret']).toHaveLength(32)

  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  rmSync(folder, { recursive: true })
})
