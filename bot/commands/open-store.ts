/** Opens the store that the environment names, for commands that work on it without the server. */
import { userInfo } from 'node:os'
import { type Clock, clockFrom, systemClock } from '../../services/clock.ts'
import { type Store, StoreUnavailable } from '../../services/store/store.ts'
import { ConfigError, readConfig } from '../config.ts'
import { openStore as open } from '../open.ts'
import { say, UsageError } from './command.ts'

/** An open store and the clock it runs by; whoever opened it closes it. */
export type OpenStore = { readonly store: Store; readonly clock: Clock }

/** Who acts, for the audit trail: the operator's account on this machine. */
export const operator = (): string => `os:${userInfo().username}`

const openStore = async (): Promise<OpenStore> => {
  try {
    const config = readConfig()
    const clock = config.startAt === undefined ? systemClock : clockFrom(config.startAt)
    return { store: await open(config, clock), clock }
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message)
    throw error
  }
}

/** Works on the store and closes it. Out of reach: says so, with what was (not) done, and gives exit code 1. */
export const withStore = async (
  notDone: string,
  work: (open: OpenStore) => Promise<number>,
): Promise<number> => {
  try {
    const opened = await openStore()
    try {
      return await work(opened)
    } finally {
      await opened.store.close()
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
    say.error(`データの保存先につながりません。${notDone}少し待ってから、もう一度お試しください。`)
    return 1
  }
}
