import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemClock } from '../../services/clock.ts'
import { Secret } from '../../services/secret.ts'
import { MigrationRefused } from '../../services/store/migrate.ts'
import { openSqlite } from '../../services/store/sqlite.ts'
import { type Store, StoreUnavailable } from '../../services/store/store.ts'

const counter = { container: 'windows', partition: 'p', id: 'counter' } as const
const counted = z.object({ n: z.number() })
const anything = z.unknown()

describe('the SQLite file', () => {
  const clearing: (() => void | Promise<void>)[] = []
  afterEach(async () => {
    for (const clear of clearing.splice(0).toReversed()) await clear()
  })

  const setup = (clock = systemClock) => {
    const folder = mkdtempSync(join(tmpdir(), 'sqlite-'))
    clearing.push(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'data', 'hitozukuri.db')
    const open = async (): Promise<Store> => {
      const store = await openSqlite({ path, clock })
      clearing.push(() => store.close())
      return store
    }
    const writer = (name: string, count: number): ChildProcess => {
      const script = fileURLToPath(new URL('./store-writer.ts', import.meta.url))
      const stdio = ['ignore', 'pipe', 'inherit'] as const
      const child = spawn(process.execPath, [script, path, name, String(count)], {
        stdio: [...stdio],
      })
      clearing.push(() => void child.kill('SIGKILL'))
      return child
    }
    return { path, open, writer }
  }

  it('is its owner’s alone, with its journal, in a folder of its own', async () => {
    const { path, open } = setup()
    const store = await open()
    await store.create(counter, { body: { n: 1 } })
    const folder = dirname(path)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(readdirSync(folder).length).toBeGreaterThan(1)
    for (const file of readdirSync(folder)) {
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    }
  })

  it('is shut to others again when it was left open', async () => {
    const { path, open } = setup()
    await (await open()).close()
    chmodSync(path, 0o644)
    await open()
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('needs no file in memory', async () => {
    const store = await openSqlite({ path: ':memory:', clock: systemClock })
    await store.create(counter, { body: { n: 1 } })
    expect((await store.load(counter, counted))?.body.n).toBe(1)
    await store.close()
    expect(existsSync(':memory:')).toBe(false)
  })

  it('loses no count between processes that write at once', async () => {
    const { open, writer } = setup()
    const names = ['a', 'b', 'c']
    const children = names.map((name) => writer(name, 60))
    const ends = await Promise.all(children.map((child) => once(child, 'exit')))
    expect(ends.map(([code]) => code)).toEqual([0, 0, 0])
    const store = await open()
    expect((await store.load(counter, counted))?.body.n).toBe(180)
    const seen: number[] = []
    for (const partition of names) {
      const { items } = await store.query({ container: 'audit', partition, limit: 100 }, counted)
      seen.push(...items.map((item) => item.body.n))
    }
    expect(new Set(seen).size).toBe(180)
  })

  it('keeps everything that was answered when its process is killed', async () => {
    const { path, open, writer } = setup()
    const child = writer('killed', 100_000)
    const answered: string[] = []
    for await (const line of createInterface({ input: child.stdout! })) {
      answered.push(line)
      if (answered.length === 200) child.kill('SIGKILL')
    }
    const store = await open()
    for (const line of answered) {
      const [id = '', n] = line.split(' ')
      const note = await store.load({ container: 'audit', partition: 'killed', id }, counted)
      expect(note?.body.n).toBe(Number(n))
    }
    expect((await store.load(counter, counted))?.body.n).toBeGreaterThanOrEqual(answered.length)
    const db = new DatabaseSync(path, { readOnly: true })
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    db.close()
    expect(await store.create({ ...counter, id: 'next' }, { body: {} })).not.toBe('exists')
  })

  it('gives the room of expired documents back as others are written', async () => {
    let now = 1_000
    const { path, open } = setup({ now: () => now })
    const store = await open()
    const put = (id: string, expiresAt: number) =>
      store.create({ container: 'seen', partition: id, id }, { body: {}, expiresAt })
    for (let n = 0; n < 150; n += 1) await put(`old-${n}`, 2_000)
    now = 2_000
    for (let n = 0; n < 200; n += 1) await put(`new-${n}`, 9_000)
    const db = new DatabaseSync(path, { readOnly: true })
    const rows = db.prepare("SELECT count(*) AS n FROM documents WHERE id LIKE 'old-%'").get()
    expect(rows?.['n']).toBe(0)
    db.close()
  })

  it('is out of reach, not wrong, while somebody holds it locked, and says nothing of the text', async () => {
    const { path, open } = setup()
    const store = await open()
    const other = new DatabaseSync(path)
    clearing.push(() => other.close())
    other.exec('BEGIN EXCLUSIVE')
    const words = '相談の本文'
    const error: unknown = await store.create(counter, { body: { words } }).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(StoreUnavailable)
    expect(String(error)).toMatch(/database is locked \(5\)/)
    expect(String(error)).not.toContain(words)
    other.exec('ROLLBACK')
    expect(await store.create(counter, { body: { words } })).not.toBe('exists')
  })

  it('is refused where it is no database, and left as it is', async () => {
    const { path, open } = setup()
    mkdirSync(dirname(path))
    writeFileSync(path, 'a diary, not a database, and long enough to be looked at '.repeat(20))
    const before = readFileSync(path)
    await expect(open()).rejects.toThrow(StoreUnavailable)
    expect(readFileSync(path)).toEqual(before)
  })

  it('is out of reach where its folder cannot be made, and says which', async () => {
    const clock = systemClock
    const opening = openSqlite({ path: '/dev/null/data/hitozukuri.db', clock })
    await expect(opening).rejects.toThrow(StoreUnavailable)
    await expect(opening).rejects.toThrow('/dev/null/data/hitozukuri.db')
  })

  it('is refused when a newer release has used it', async () => {
    const { path, open } = setup()
    await (await open()).close()
    const db = new DatabaseSync(path)
    db.exec("INSERT INTO migrations VALUES ('0999-later', 'sum', 0)")
    db.close()
    await expect(open()).rejects.toThrow(MigrationRefused)
  })

  it('never writes a Secret as a placeholder', async () => {
    const { open } = setup()
    const store = await open()
    const body = { deep: [{ text: new Secret('x') }] }
    await expect(store.create(counter, { body })).rejects.toThrow(/holds a Secret/)
    expect(await store.create(counter, { body: { text: '[secret]' } })).not.toBe('exists')
    expect((await store.load(counter, anything))?.body).toEqual({ text: '[secret]' })
  })
})
