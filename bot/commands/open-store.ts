/** Opens the store that the environment names, for commands that work on it without the server. */
import { type Clock, systemClock } from '../../services/clock.ts'
import { openSqlite } from '../../services/store/sqlite.ts'
import type { Store } from '../../services/store/store.ts'
import { UsageError } from './command.ts'

/** An open store and the clock it runs by; whoever opened it closes it. */
export type OpenStore = { readonly store: Store; readonly clock: Clock }

const storeByDefault = 'sqlite:data/hitozukuri.db'

/** Opens what `STORE` names (`sqlite:PATH`). Rejects with UsageError where it names something else, StoreUnavailable where it can't be opened. */
export const openStore = async (): Promise<OpenStore> => {
  // oxlint-disable-next-line node/no-process-env -- commands read this one setting until bot/config.ts gives it
  const named = process.env['STORE'] ?? storeByDefault
  const path = /^sqlite:(?<path>.+)$/.exec(named)?.groups?.['path']
  if (path === undefined) throw new UsageError('STORE は sqlite:ファイル名 の形で書いてください。')
  return { store: await openSqlite({ path, clock: systemClock }), clock: systemClock }
}
