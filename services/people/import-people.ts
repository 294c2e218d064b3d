/** Takes a file's rows into the roster, all or nothing. */
import { recordAudit } from '../audit.ts'
import type { Person } from './person.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { type RosterContext, readLiveRoster, replaceRoster } from './roster-store.ts'

/** What became of an import: done, nothing to do, or somebody else's import came between (nothing is different then). */
export type ImportOutcome = {
  readonly outcome: 'imported' | 'unchanged' | 'changed'
  readonly plan: ImportPlan
}

/** What importing these rows now would change. Nothing is written. */
export const previewImport = async (
  { store }: Pick<RosterContext, 'store'>,
  rows: readonly Person[],
): Promise<ImportPlan> => planImport((await readLiveRoster(store))?.roster, rows)

const isNothing = ({ added, gone, changed }: ImportPlan): boolean =>
  added.length + gone.length + changed.length === 0

/** What to import, and on whose account: `who` goes into the audit trail (`os:NAME` from the command line). */
export type ImportRequest = RosterContext & {
  readonly rows: readonly Person[]
  readonly who: string
}

// The trail is written before the act: an import that was cut off may be in it, none is missing from it.
const record = ({ store, clock, who }: ImportRequest, plan: ImportPlan): Promise<void> =>
  recordAudit(store, {
    at: clock.now(),
    who,
    what: 'people.import',
    counts: {
      rows: plan.rows.length,
      added: plan.added.length,
      changed: plan.changed.length,
      gone: plan.gone.length,
    },
  })

const recordWithdrawn = ({ store, clock, who }: ImportRequest): Promise<void> =>
  recordAudit(store, { at: clock.now(), who, what: 'people.import.withdrawn', counts: {} })

/** Imports rows that `readPeopleCsv` found right. Doing it twice is the same as doing it once. */
export const importPeople = async (request: ImportRequest): Promise<ImportOutcome> => {
  const live = await readLiveRoster(request.store)
  const plan = planImport(live?.roster, request.rows)
  if (live !== undefined && isNothing(plan)) return { outcome: 'unchanged', plan }
  await record(request, plan)
  const replaced = await replaceRoster(request, plan.rows, live)
  if (replaced !== 'changed') return { outcome: 'imported', plan }
  await recordWithdrawn(request)
  return { outcome: 'changed', plan }
}
