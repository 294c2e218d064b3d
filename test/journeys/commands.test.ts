/** What commands say to input that is not as it should be. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hitozukuri-commands-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = async (command: string, args: readonly string[], input = '') => {
  const file = join(import.meta.dirname, '../../bot/commands', command)
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'], STORE: `sqlite:${join(folder, 'store.db')}` },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  child.stdin.end(input)
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { out, err, exitCode }
}

describe('ask --jsonl', () => {
  it('answers every line, good or not, under its own id', async () => {
    const question = '人材育成基本方針の推進期間は何年ですか'
    const lines = [
      `\uFEFF${JSON.stringify({ id: 'a', question })}`,
      JSON.stringify({ id: 7, question }),
      JSON.stringify({ id: 'b' }),
      JSON.stringify({ id: 'c', question: 5 }),
      JSON.stringify({ question }),
      '[1]',
      '{"id":',
    ]
    const { out, exitCode } = await run('ask.ts', ['--jsonl'], lines.join('\n'))
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; error?: string })
    expect(answers.map(({ id }) => id)).toEqual(['a', 7, 'b', 'c', null, null, null])
    expect(answers.map(({ error }) => error !== undefined)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ])
    expect(exitCode).toBe(0)
  })
})

describe('hr campaign open', () => {
  const opened = { kind: 'self-report', fiscalYear: 2026, opensOn: '2026-10-01' }
  const open = async (campaign: object, mark = '') => {
    const path = join(folder, 'campaign.json')
    await writeFile(path, mark + JSON.stringify(campaign))
    return await run('hr.ts', ['campaign', 'open', path])
  }

  it.each([
    ['a day that does not exist', { dueOn: '2026-02-30' }, '2026-04-01 の形'],
    ['no fiscal year', { fiscalYear: undefined, dueOn: '2026-11-30' }, '2026 のような'],
    ['another fiscal year than its days', { fiscalYear: 2019, dueOn: '2026-11-30' }, '離れて'],
    ['an end before its beginning', { dueOn: '2026-09-30' }, '同じ日かそれより後'],
  ])('opens nothing with %s, and says what to write', async (_what, more, says) => {
    const { err, exitCode } = await open({ ...opened, ...more })
    expect(err).toContain(says)
    expect(err).not.toMatch(/Invalid|expected/)
    expect(exitCode).toBe(1)
  })

  it('reads what a Windows editor saved', async () => {
    const { exitCode, out } = await open({ ...opened, dueOn: '2026-11-30' }, '\uFEFF')
    expect(out).toContain('受け付けます')
    expect(exitCode).toBe(0)
  })
})
