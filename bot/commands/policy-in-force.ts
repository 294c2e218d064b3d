/** The policy that the product would answer from now, for commands that only read. */
import { existsSync } from 'node:fs'
import { systemClock } from '../../services/clock.ts'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import type { PolicyDocument } from '../../services/policy-qa/document.ts'
import { createEngine, type Engine } from '../../services/policy-qa/engine.ts'
import { openLibrary } from '../../services/policy-qa/library.ts'
import { StoreUnavailable } from '../../services/store/store.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { openStore } from '../open.ts'

/** A document, and the engine on it. */
export type InForce = { readonly document: PolicyDocument; readonly engine: Engine }

const builtIn = (): InForce => {
  const document = builtInDocument()
  return { document, engine: createEngine(document) }
}

/** A store that was never used holds nothing, and asking makes none. */
const isThere = ({ store }: Config): boolean => store.kind !== 'sqlite' || existsSync(store.path)

const fromStore = async (): Promise<InForce> => {
  const config = readConfig()
  if (!isThere(config)) return builtIn()
  const store = await openStore(config, systemClock)
  try {
    return await openLibrary({ store, clock: systemClock })()
  } finally {
    await store.close()
  }
}

/**
 * The revision in force with the division's own answers and words, where there is a store; else the built-in
 * one. `notRead` is called where there is a store that can't be read: the built-in one answers then, too.
 */
export const policyInForce = async (notRead: () => void): Promise<InForce> => {
  try {
    return await fromStore()
  } catch (error) {
    if (!(error instanceof StoreUnavailable) && !(error instanceof ConfigError)) throw error
    notRead()
    return builtIn()
  }
}
