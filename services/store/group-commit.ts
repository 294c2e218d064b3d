/**
 * Writes that share one wait for the disk. Waiting is what a durable write costs, and the event loop
 * stands still meanwhile: so whatever is asked for within one round of the loop is committed together,
 * and each is answered only when all of it is on the disk.
 */
import type { DatabaseSync } from 'node:sqlite'

/** Takes writes and answers each when it is on the disk. */
export type GroupCommit = {
  /** Resolves with what `write` returns; rejects where it, or the commit it was part of, failed. */
  add<R>(write: () => R): Promise<R>
  /** Commits at once what still waits. */
  flush(): void
}

/** Bounds how long one commit can hold the event loop; the rest follows in the next round. */
const groupMax = 500

type Waiting = {
  /** Runs the write; what it gives back settles its promise, with the commit's failure where that failed. */
  run(): (commitFailure?: unknown) => void
  readonly fail: (error: unknown) => void
}

type Settle = ReturnType<Waiting['run']>

const waiting = <R>(write: () => R): { entry: Waiting; answered: Promise<R> } => {
  const { promise, resolve, reject } = Promise.withResolvers<R>()
  const run = (): Settle => {
    try {
      const result = write()
      return (failure) => (failure === undefined ? resolve(result) : reject(failure))
    } catch (error) {
      return () => reject(error)
    }
  }
  return { entry: { run, fail: reject }, answered: promise }
}

/** Runs writes in one transaction. A write that fails alone leaves the others; a failed commit fails them all. */
const commitTogether = (db: DatabaseSync, group: readonly Waiting[]): readonly (() => void)[] => {
  try {
    db.exec('BEGIN IMMEDIATE')
  } catch (error) {
    return group.map((each) => () => each.fail(error))
  }
  // A full disk ends the transaction at once: what is left is not run, and the commit fails.
  const settles = group.map((each): Settle => (db.isTransaction ? each.run() : each.fail))
  try {
    db.exec('COMMIT')
    return settles.map((settle) => () => settle())
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    return settles.map((settle) => () => settle(error))
  }
}

/** Group commits on this database, which nothing else may hold in a transaction across a round of the loop. */
export const openGroupCommit = (db: DatabaseSync): GroupCommit => {
  let queue: Waiting[] = []

  const flush = (): void => {
    while (queue.length > 0) commitNext()
  }

  const commitNext = (): void => {
    const group = queue.slice(0, groupMax)
    queue = queue.slice(groupMax)
    // One alone is a transaction already.
    const [only] = group
    const settles = group.length === 1 && only ? [only.run()] : commitTogether(db, group)
    for (const settle of settles) settle()
  }

  const nextRound = (): void => {
    if (queue.length === 0) return
    commitNext()
    if (queue.length > 0) setImmediate(nextRound)
  }

  return {
    add(write) {
      const { entry, answered } = waiting(write)
      queue.push(entry)
      if (queue.length === 1) setImmediate(nextRound)
      return answered
    },
    flush,
  }
}
