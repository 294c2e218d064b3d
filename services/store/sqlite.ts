/** The store on one machine: node:sqlite, one file, every write on the disk before it is answered. */
import { randomUUID } from 'node:crypto'
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { z } from 'zod'
import type { Clock, EpochMs } from '../clock.ts'
import { bodyText, checkKey, checkQuery, expiryOf } from './checks.ts'
import { type GroupCommit, openGroupCommit } from './group-commit.ts'
import { migrate, readMigrations } from './migrate.ts'
import { pageToken, positionOf } from './page-token.ts'
import { positionBehind, positionSchema, select } from './sqlite-query.ts'
import {
  type Key,
  type Page,
  type Parser,
  type Query,
  type Store,
  StoreUnavailable,
  type Write,
} from './store.ts'

/** How long a call waits for another process's write. The event loop stands still meanwhile. */
const busyTimeoutMs = 2_000

/** Expired rows are already invisible; sweeping only gives their space back, a little at a time. */
const sweepEveryWrites = 200
const sweepRowsMax = 500

const statements = {
  load: `SELECT id, etag, body FROM documents WHERE container = ? AND partition = ? AND id = ?
    AND (expires_at IS NULL OR expires_at > ?)`,
  create: `INSERT INTO documents (etag, expires_at, body, container, partition, id)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (container, partition, id) DO UPDATE
    SET etag = excluded.etag, expires_at = excluded.expires_at, body = excluded.body
    WHERE expires_at <= ?`,
  replace: `UPDATE documents SET etag = ?, expires_at = ?, body = ?
    WHERE container = ? AND partition = ? AND id = ?
    AND (expires_at IS NULL OR expires_at > ?) AND etag = ?`,
  remove: `DELETE FROM documents WHERE container = ? AND partition = ? AND id = ?
    AND (expires_at IS NULL OR expires_at > ?) AND etag = ?`,
  sweep: `DELETE FROM documents WHERE rowid IN
    (SELECT rowid FROM documents WHERE expires_at <= ? ORDER BY expires_at LIMIT ${sweepRowsMax})`,
  ping: 'SELECT count(*) FROM (SELECT 1 FROM documents LIMIT 1)',
}

const rowSchema = z.object({ id: z.string(), etag: z.string(), body: z.string() })

const sqliteFault = z.object({ code: z.enum(['ERR_SQLITE_ERROR', 'ERR_INVALID_STATE']) })

/** SQLite's own faults as StoreUnavailable, by their general sentence: it never holds a value of ours. */
const asUnavailable = (error: unknown): unknown => {
  if (!sqliteFault.safeParse(error).success) return error
  const known = z.object({ errstr: z.string(), errcode: z.number() }).safeParse(error)
  const why = known.success ? `${known.data.errstr} (${known.data.errcode})` : 'it is closed'
  return new StoreUnavailable(`store: SQLite cannot answer: ${why}`)
}

class SqliteStore implements Store {
  readonly #db: DatabaseSync
  readonly #clock: Clock
  readonly #commits: GroupCommit
  readonly #prepared = new Map<string, StatementSync>()
  #writes = 0

  constructor(db: DatabaseSync, clock: Clock) {
    this.#db = db
    this.#clock = clock
    this.#commits = openGroupCommit(db)
  }

  load<T>(key: Key, parser: Parser<T>) {
    return this.#reach(() => {
      const row = this.#prepare(statements.load).get(...place(key), this.#clock.now())
      if (!row) return undefined
      const { etag, body } = rowSchema.parse(row)
      return { key, etag, body: parser.parse(JSON.parse(body)) }
    })
  }

  create(key: Key, write: Write) {
    return this.#reach(async () => {
      const etag = randomUUID()
      const values = [...content(etag, write), ...place(key), this.#clock.now()]
      return (await this.#changeOne(statements.create, values)) ? { etag } : ('exists' as const)
    })
  }

  replace(key: Key, etag: string, write: Write) {
    return this.#reach(async () => {
      const next = randomUUID()
      const values = [...content(next, write), ...place(key), this.#clock.now(), etag]
      const written = await this.#changeOne(statements.replace, values)
      return written ? { etag: next } : ('changed' as const)
    })
  }

  remove(key: Key, etag: string) {
    return this.#reach(async () => {
      const values = [...place(key), this.#clock.now(), etag]
      return (await this.#changeOne(statements.remove, values)) ? 'removed' : 'changed'
    })
  }

  query<T>(query: Query, parser: Parser<T>): Promise<Page<T>> {
    return this.#reach(() => {
      checkQuery(query)
      const { container, partition, limit } = query
      const page = select(query, this.#clock.now(), positionOf(query, positionSchema))
      const rows = z.array(rowSchema).parse(this.#prepare(page.text).all(...page.values))
      const shown = rows.slice(0, limit).map((row) => ({ ...row, body: parseJson(row.body) }))
      const items = shown.map(({ id, etag, body }) => {
        return { key: { container, partition, id }, etag, body: parser.parse(body) }
      })
      const last = shown.at(-1)
      if (rows.length <= limit || !last) return { items }
      return { items, next: pageToken(query, positionBehind(query, last.id, last.body)) }
    })
  }

  ping(): Promise<void> {
    return this.#reach(() => void this.#prepare(statements.ping).get())
  }

  async close(): Promise<void> {
    if (!this.#db.isOpen) return
    this.#commits.flush()
    this.#db.close()
  }

  async #reach<R>(work: () => R | Promise<R>): Promise<R> {
    try {
      return await work()
    } catch (error) {
      throw asUnavailable(error)
    }
  }

  #prepare(text: string): StatementSync {
    const known = this.#prepared.get(text)
    if (known) return known
    const statement = this.#db.prepare(text)
    this.#prepared.set(text, statement)
    return statement
  }

  #changeOne(text: string, values: readonly SQLInputValue[]): Promise<boolean> {
    return this.#commits.add(() => {
      const { changes } = this.#prepare(text).run(...values)
      this.#writes += 1
      if (this.#writes % sweepEveryWrites === 0) {
        this.#prepare(statements.sweep).run(this.#clock.now())
      }
      return changes === 1
    })
  }
}

const parseJson = (text: string): unknown => JSON.parse(text)

const place = (key: Key): readonly [string, string, string] => {
  checkKey(key)
  return [key.container, key.partition, key.id]
}

const content = (etag: string, write: Write): readonly [string, number | null, string] => [
  etag,
  expiryOf(write) ?? null,
  bodyText(write),
]

/** The file is made before SQLite makes it, so that it and its journal are the owner's alone from the start. */
const makePrivateFile = (path: string): void => {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    closeSync(openSync(path, 'a', 0o600))
    chmodSync(path, 0o600)
  } catch (error) {
    const code = z.object({ code: z.string() }).safeParse(error).data?.code ?? 'no reason given'
    throw new StoreUnavailable(`store: ${path} cannot be written (${code})`)
  }
}

const openDatabase = (path: string, now: EpochMs): DatabaseSync => {
  if (path !== ':memory:') makePrivateFile(path)
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs })
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
    migrate(db, readMigrations(new URL('./migrations/', import.meta.url)), now)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Opens (and makes, where it is missing) the database at `path`, or a fleeting one at `:memory:`.
 * Rejects with MigrationRefused where file and release do not fit, StoreUnavailable where it can't be opened.
 * The file must lie on a local disk: network shares do not lock as SQLite needs it.
 */
export const openSqlite = async (options: { path: string; clock: Clock }): Promise<Store> => {
  try {
    return new SqliteStore(openDatabase(options.path, options.clock.now()), options.clock)
  } catch (error) {
    throw asUnavailable(error)
  }
}
