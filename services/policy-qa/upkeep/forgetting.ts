import type { EpochMs } from '../../clock.ts'

const monthMs = 31 * 24 * 60 * 60 * 1_000
const monthsKept = 13

/** When what was asked or rated now is forgotten, rounded to whole months: an exact time would tell when somebody asked. */
export const forgottenAt = (now: EpochMs): EpochMs =>
  (Math.ceil(now / monthMs) + monthsKept) * monthMs
