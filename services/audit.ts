/** The trail of who exported or changed what. Entries hold counts and names of things, never personal data. */
import { randomBytes } from 'node:crypto'
import { calendarDate } from './calendar.ts'
import type { EpochMs } from './clock.ts'
import type { Store } from './store/store.ts'

/** One act: when, by whom (a staff id, or the operator's account as `os:NAME`), what, and how much of it. */
export type AuditEntry = {
  readonly at: EpochMs
  readonly who: string
  readonly what: string
  readonly counts: Readonly<Record<string, number>>
}

/** The partition of a moment: its month in Japan, `2026-11`. */
export const auditMonth = (at: EpochMs): string => calendarDate(at).slice(0, 7)

/** Adds an entry to the trail; within a month they are in the order of time. */
export const recordAudit = async (store: Store, entry: AuditEntry): Promise<void> => {
  const id = `${String(entry.at).padStart(15, '0')}-${randomBytes(6).toString('hex')}`
  await store.create(
    { container: 'audit', partition: auditMonth(entry.at), id },
    { body: { ...entry } },
  )
}
