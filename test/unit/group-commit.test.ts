import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import { openGroupCommit } from '../../services/store/group-commit.ts'

describe('writes committed together', () => {
  const clearing: (() => void)[] = []
  afterEach(() => {
    for (const clear of clearing.splice(0)) clear()
  })

  const setup = () => {
    const db = new DatabaseSync(':memory:')
    clearing.push(() => db.close())
    db.exec(`PRAGMA foreign_keys = ON;
      CREATE TABLE notes (n INTEGER PRIMARY KEY,
        about INTEGER REFERENCES notes DEFERRABLE INITIALLY DEFERRED)`)
    const commits = openGroupCommit(db)
    const add = (text: string) => commits.add(() => db.exec(text))
    const count = () => db.prepare('SELECT count(*) AS n FROM notes').get()?.['n']
    return { db, commits, add, count }
  }
  const note = (n: number, about = 'NULL', how = 'INSERT') =>
    `${how} INTO notes VALUES (${n}, ${about})`
  const ends = async (writes: readonly Promise<void>[]) =>
    (await Promise.allSettled(writes)).map(({ status }) => status)

  it('are one transaction, and each is answered', async () => {
    const { db, commits, count } = setup()
    const seen: boolean[] = []
    const write = (n: number) =>
      commits.add(() => {
        db.exec(note(n))
        seen.push(db.isTransaction)
        return n
      })
    expect(await Promise.all([write(1), write(2), write(3)])).toEqual([1, 2, 3])
    expect(seen).toEqual([true, true, true])
    expect(db.isTransaction).toBe(false)
    expect(count()).toBe(3)
  })

  it('are not held up by one of them that fails', async () => {
    const { add, count } = setup()
    expect(await ends([add(note(1)), add(note(1)), add(note(2))])).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(count()).toBe(2)
  })

  it('are answered with a failure, all of them, where the commit fails', async () => {
    const { db, add, count } = setup()
    expect(await ends([add(note(1)), add(note(2, '99')), add(note(3))])).toEqual([
      'rejected',
      'rejected',
      'rejected',
    ])
    expect(count()).toBe(0)
    expect(db.isTransaction).toBe(false)
  })

  it('leave nothing half written where the transaction ends before its commit', async () => {
    const { add, count } = setup()
    const ending = note(1, 'NULL', 'INSERT OR ROLLBACK')
    expect(await ends([add(note(1)), add(ending), add(note(3))])).toEqual([
      'rejected',
      'rejected',
      'rejected',
    ])
    expect(count()).toBe(0)
    await add(note(4))
    expect(count()).toBe(1)
  })

  it('are committed to the last when more come than one commit takes, or when it is flushed', async () => {
    const { commits, add, count } = setup()
    await Promise.all(Array.from({ length: 1_200 }, (_, n) => add(note(n))))
    expect(count()).toBe(1_200)
    const last = add(note(2_000))
    commits.flush()
    expect(count()).toBe(1_201)
    await last
  })
})
