/** The only file that reads the machine's clock. Everything else is handed a Clock. */

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number

/** What time it is. */
export type Clock = { now(): EpochMs }

/** The machine's own time. */
export const systemClock: Clock = { now: () => Date.now() }

/** A clock that reads `start` now and goes on from there at the machine's pace. */
export const clockFrom = (start: EpochMs): Clock => {
  const begun = Date.now()
  return { now: () => start + (Date.now() - begun) }
}
