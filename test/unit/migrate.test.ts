import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import {
  type Migration,
  MigrationRefused,
  migrate,
  readMigrations,
} from '../../services/store/migrate.ts'

const first = { name: '0001-first', sql: 'CREATE TABLE one (id TEXT) STRICT;' }
const second = {
  name: '0002-second',
  sql: "INSERT INTO one VALUES ('a');\nINSERT INTO one VALUES ('b');",
}
const broken = {
  name: '0003-broken',
  sql: "INSERT INTO one VALUES ('c'); INSERT INTO nowhere VALUES (1);",
}

const setup = () => {
  const db = new DatabaseSync(':memory:')
  const run = (...known: Migration[]) => migrate(db, known, 1_000)
  const rows = () => db.prepare('SELECT count(*) AS n FROM one').get()?.['n']
  return { db, run, rows }
}

describe('migrations', () => {
  it('are applied once each, in order, and only the missing ones', () => {
    const { run, rows } = setup()
    run(first)
    expect(rows()).toBe(0)
    run(first, second)
    run(first, second)
    expect(rows()).toBe(2)
  })

  it('leave everything as it was where one of them fails', () => {
    const { run, rows } = setup()
    run(first)
    expect(() => run(first, second, broken)).toThrow('nowhere')
    expect(rows()).toBe(0)
    run(first, second)
    expect(rows()).toBe(2)
  })

  it('refuse a migration that has changed since, by name', () => {
    const { run, rows } = setup()
    run(first, second)
    const changed = { ...second, sql: `${second.sql} DELETE FROM one;` }
    expect(() => run(first, changed)).toThrow(MigrationRefused)
    expect(() => run(first, changed)).toThrow('0002-second')
    expect(() => run({ ...first, name: '0001-renamed' }, second)).toThrow(MigrationRefused)
    expect(rows()).toBe(2)
  })

  it('refuse a database of a newer release, and say what to do', () => {
    const { run } = setup()
    run(first, second)
    expect(() => run(first)).toThrow(MigrationRefused)
    expect(() => run(first)).toThrow(/0002-second.*newer release.*backup/)
  })

  it('do not take the line ends of another system for a change', () => {
    const { run, rows } = setup()
    run(first, second)
    run(first, { ...second, sql: second.sql.replaceAll('\n', '\r\n') })
    expect(rows()).toBe(2)
  })

  it('of the product are numbered without a gap', () => {
    const folder = new URL('../../services/store/migrations/', import.meta.url)
    const numbers = readMigrations(folder).map(({ name }) => Number(name.slice(0, 4)))
    expect(numbers.length).toBeGreaterThan(0)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })
})
