/** Brings a database to the shape this release knows, once a migration, in order. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { EpochMs } from '../clock.ts'

/** One step of the schema: its file's name (`0001-initial`) and its SQL. */
export type Migration = { readonly name: string; readonly sql: string }

/** The database and this release do not fit together. The message says why and what to do; nothing was changed. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

const appliedTable = `CREATE TABLE IF NOT EXISTS migrations (
  name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL
) STRICT`

const appliedRows = z.array(z.object({ name: z.string(), checksum: z.string() }))

/** Line ends are left out of the checksum: a checkout on Windows must not look like a change. */
const checksum = (sql: string): string =>
  createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')

/** The migrations in a folder, in the order of their names. */
export const readMigrations = (folder: URL): readonly Migration[] =>
  readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .toSorted()
    .map((file) => ({
      name: file.slice(0, -'.sql'.length),
      sql: readFileSync(new URL(file, folder), 'utf8'),
    }))

const checkApplied = (applied: z.infer<typeof appliedRows>, known: readonly Migration[]): void => {
  applied.forEach(({ name, checksum: sum }, index) => {
    const migration = known[index]
    if (!known.some((one) => one.name === name) || !migration) {
      throw new MigrationRefused(
        `The database holds migration ${name}, which this release does not know: a newer release ` +
          'has used it. Start that release again, or restore the backup made before it.',
      )
    }
    if (migration.name !== name || checksum(migration.sql) !== sum) {
      throw new MigrationRefused(
        `Migration ${migration.name} is not what this database was made with (${name}). Put the ` +
          'file back as it was, and add a new migration for a change.',
      )
    }
  })
}

const applyMissing = (db: DatabaseSync, known: readonly Migration[], now: EpochMs): void => {
  db.exec(appliedTable)
  const rows = db.prepare('SELECT name, checksum FROM migrations ORDER BY name').all()
  const applied = appliedRows.parse(rows)
  checkApplied(applied, known)
  const record = db.prepare('INSERT INTO migrations VALUES (?, ?, ?)')
  for (const { name, sql } of known.slice(applied.length)) {
    db.exec(sql)
    record.run(name, checksum(sql), now)
  }
}

/**
 * Applies what is missing, all or nothing. Throws MigrationRefused where a known migration has changed
 * since, or the database is ahead. Of two processes starting at once, the second waits and finds it done.
 */
export const migrate = (db: DatabaseSync, known: readonly Migration[], now: EpochMs): void => {
  db.exec('BEGIN IMMEDIATE')
  try {
    applyMissing(db, known, now)
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}
