/** Takes a file's rows into the roster, all or nothing. */
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

/** Imports rows that `readPeopleCsv` found right. Doing it twice is the same as doing it once. */
export const importPeople = async (
  request: RosterContext & { readonly rows: readonly Person[] },
): Promise<ImportOutcome> => {
  const live = await readLiveRoster(request.store)
  const plan = planImport(live?.roster, request.rows)
  if (live !== undefined && isNothing(plan)) return { outcome: 'unchanged', plan }
  const replaced = await replaceRoster(request, plan.rows, live)
  return { outcome: replaced === 'changed' ? 'changed' : 'imported', plan }
}
