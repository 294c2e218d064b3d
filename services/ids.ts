/** Branded identifiers: a text becomes one only by being checked, and one kind is never taken for another. */
import { z } from 'zod'

/** The number the personnel office gave a member of staff, such as `E00042`; safe inside store keys and URLs. */
export const staffIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, '半角の英数字・ハイフン・下線で、32文字までです。')
  .brand('StaffId')

/** The number the personnel office gave a member of staff. */
export type StaffId = z.infer<typeof staffIdSchema>

/** Checks and brands a staff id; throws where it can't be one. */
export const staffId = (value: string): StaffId => staffIdSchema.parse(value)
