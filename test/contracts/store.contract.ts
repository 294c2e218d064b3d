/** What every store driver promises (services/store/store.ts), told as one suite that each must pass. */
import { afterEach, describe } from 'vitest'
import { describeLimits } from './store-limits.contract.ts'
import { describeQueries } from './store-queries.contract.ts'
import { type Open, stage } from './store-stage.ts'
import { describeWrites } from './store-writes.contract.ts'

/** Runs the suite over a driver. `open` makes a new, empty store each time. */
export const storeContract = (name: string, open: Open): void => {
  describe(`the ${name} store`, () => {
    const { setup, clear } = stage(open)
    afterEach(clear)
    describeWrites(setup)
    describeLimits(setup)
    describeQueries(setup)
  })
}
