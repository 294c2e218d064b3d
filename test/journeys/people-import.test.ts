import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import iconv from 'iconv-lite'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { generateCity } from '../../bot/local-mode/city/generate.ts'
import { auditMonth } from '../../services/audit.ts'
import { systemClock } from '../../services/clock.ts'
import { staffId } from '../../services/ids.ts'
import { toCsv } from '../../services/people/read-people.ts'
import { openRosterReader } from '../../services/people/roster-store.ts'
import { openSqlite } from '../../services/store/sqlite.ts'
import type { Store } from '../../services/store/store.ts'
import { personRow } from '../fakes/people.ts'

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

const row = (id: string, rest: object = {}) => personRow({ staffId: staffId(id), ...rest })

const office = [
  row('E1', { name: '課長', position: '課長' }),
  row('E2', { name: '係長', position: '係長', primaryEvaluator: 'E1' }),
  row('E3', { name: '主事', primaryEvaluator: 'E2', secondaryEvaluator: 'E1' }),
]

const command = join(import.meta.dirname, '../../bot/commands/hr.ts')

const setup = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hitozukuri-people-'))
  folders.push(folder)
  const path = join(folder, 'city.db')

  const hr = async (...args: readonly string[]) => {
    const child = spawn(process.execPath, [command, ...args], {
      env: { ...process.env, STORE: `sqlite:${path}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
    const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed])
    return { out, err, exitCode }
  }

  const importing = async (file: string | Uint8Array, ...flags: readonly string[]) => {
    const csv = join(folder, '職員.csv')
    await writeFile(csv, file)
    return hr('people', 'import', csv, ...flags)
  }

  const reading = async <T>(read: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openSqlite({ path, clock: systemClock })
    try {
      return await read(store)
    } finally {
      await store.close()
    }
  }

  const roster = () => reading((store) => openRosterReader({ store, clock: systemClock }).current())

  const audit = () =>
    reading(async (store) => {
      const partition = auditMonth(systemClock.now())
      const query = { container: 'audit', partition, limit: 100 } as const
      return (await store.query(query, z.record(z.string(), z.unknown()))).items.map(
        ({ body }) => body,
      )
    })

  return { hr, importing, roster, audit }
}

describe('the personnel division imports people', () => {
  test.each([
    ['UTF-8', (csv: string) => Buffer.from(csv)],
    ['UTF-8', (csv: string) => Buffer.from(`\uFEFF${csv}`)],
    ['Shift_JIS', (csv: string) => iconv.encode(csv, 'cp932')],
  ])('from a file in %s', async (encoding, encode) => {
    const { importing, roster } = await setup()
    const rows = [row('E1', { name: '髙﨑 ①郎', department: '㈱部' })]
    const { out, err, exitCode } = await importing(encode(toCsv(rows)))
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 })
    expect(out).toContain(`職員.csv: ${encoding}、1行`)
    expect((await roster()).rows).toEqual(rows)
  })

  test('a whole city at once', async () => {
    const { importing, roster } = await setup()
    const { out, exitCode } = await importing(toCsv(generateCity()))
    expect(exitCode).toBe(0)
    expect(out).toContain('新しい人: 3,657人')
    expect((await roster()).all('2026-11-22')).toHaveLength(3_657)
  })

  test('and sees beforehand what would change, while nothing does', async () => {
    const { importing, roster, audit } = await setup()
    await importing(toCsv(office))
    const next = [row('E4'), ...office.slice(1)].map((person) => ({
      ...person,
      primaryEvaluator: null,
      secondaryEvaluator: null,
    }))
    const { out, exitCode } = await importing(toCsv(next), '--dry-run')
    expect(exitCode).toBe(0)
    expect(out).toContain('新しい人: 1人\n  E4')
    expect(out).toContain('変わる人: 2人')
    expect(out).toContain('E3 「主事」 2026-04-01から: primary_evaluator 「E2」→「」')
    expect(out).toContain('※※ 名簿からいなくなる人: 1人')
    expect(out).toContain('  E1 「課長」')
    expect(out).toContain('まだ何も書き込んでいません')
    expect((await roster()).rows).toEqual(office)
    expect(await audit()).toHaveLength(1)
  })

  test('and leaves a trail of counts, with no personal data', async () => {
    const { importing, audit } = await setup()
    await importing(toCsv(office))
    const entries = await audit()
    expect(entries).toEqual([
      {
        at: expect.any(Number),
        who: expect.stringMatching(/^os:.+/),
        what: 'people.import',
        counts: { rows: 3, added: 3, changed: 0, gone: 0 },
      },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/E1|課長|iwaki/)
  })

  test('twice with the same file, and the second time changes nothing', async () => {
    const { importing, audit } = await setup()
    await importing(toCsv(office))
    const { out, exitCode } = await importing(toCsv(office))
    expect(exitCode).toBe(0)
    expect(out).toContain('変わるところはありません')
    expect(await audit()).toHaveLength(1)
  })

  test('with the chain of evaluators ready to be asked', async () => {
    const { importing, roster } = await setup()
    await importing(toCsv(office))
    const { primary, secondary } = (await roster()).evaluatorsOf(staffId('E3'), '2026-11-22')
    expect([primary?.name, secondary?.name]).toEqual(['係長', '課長'])
  })

  test('with a transfer that holds from its day on, and the place before it kept', async () => {
    const { importing, roster } = await setup()
    await importing(toCsv(office))
    const moved = office.map((person) => ({ ...person, validFrom: '2027-04-01' as const }))
    await importing(toCsv([...moved.slice(0, 2), row('E3', { ...moved[2], section: '契約課' })]))
    const after = await roster()
    expect(after.byStaffId(staffId('E3'), '2027-03-31')?.section).toBe('財政課')
    expect(after.byStaffId(staffId('E3'), '2027-04-01')?.section).toBe('契約課')
    expect(after.byStaffId(staffId('E3'), '2026-03-31')).toBeUndefined()
  })
})

describe('nothing is imported', () => {
  test('when one row of many is wrong, and every fault is told by line and column', async () => {
    const { importing, roster, audit } = await setup()
    await importing(toCsv(office))
    const file = toCsv([...office, row('E4'), row('E5')])
      .replace('e4@iwaki.example', 'e4 at iwaki')
      .replace('U000000000005', 'e5')
    const { out, err, exitCode } = await importing(file)
    expect(exitCode).toBe(1)
    expect(out).toBe('')
    expect(err.split('\n')).toEqual([
      '取り込めませんでした。直すところが2か所あります。',
      expect.stringMatching(/^5行目 email列（4列目）: 「e4 at iwaki」は使えません。/),
      expect.stringMatching(/^6行目 slack_user_id列（15列目）: 「e5」は使えません。/),
      '名簿は前のままです。上のところを直してから、もう一度お試しください。',
      '',
    ])
    expect((await roster()).rows).toEqual(office)
    expect(await audit()).toHaveLength(1)
  })

  test('when the file is not there', async () => {
    const { hr } = await setup()
    const { err, exitCode } = await hr('people', 'import', '/tmp/none/職員.csv')
    expect(exitCode).toBe(1)
    expect(err).toContain('職員.csv を読めません')
    expect(err).not.toContain('ENOENT')
  })

  test('when the command is written wrongly: the usage is shown', async () => {
    const { hr } = await setup()
    const wrong = [
      ['people', 'import'],
      ['people', 'import', 'a.csv', 'b.csv'],
      ['people', 'import', 'a.csv', '--force'],
      ['people', 'export'],
      [],
    ]
    for (const { out, err, exitCode } of await Promise.all(wrong.map((args) => hr(...args)))) {
      expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 })
      expect(err).toContain('使い方:\n  hr people import FILE.csv [--dry-run]')
    }
  })
})
