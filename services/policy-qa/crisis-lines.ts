import lines from './data/crisis-lines.json' with { type: 'json' }

/** A telephone line where somebody listens. `hours` is said as the person reads it. */
export type CrisisLine = { readonly name: string; readonly number: string; readonly hours: string }

/**
 * The lines of the crisis card, in the order they are shown. Kept as data with the month of their last
 * check (`verifiedOn`); whoever runs the product checks them against `index` every quarter.
 */
export const crisisLines: readonly CrisisLine[] = lines.lines.map(({ name, number, hours }) => ({
  name,
  number,
  hours,
}))

/** The month in which the numbers were last checked, `2026-10`. */
export const crisisLinesVerifiedOn: string = lines.verifiedOn
