/** What somebody answered, drawn so that a phone can show it: short answers beside their labels, long ones below. */
import type { Row } from '../services/self-report/shown.ts'
import { escapeText } from './escape.ts'

type Drawn = { readonly label: string; readonly value: string }

/** A stretch of answers: short ones together (`facts`), or a single long one (`label` and `value`). */
export type Stretch = Drawn & { readonly facts: readonly Drawn[] }

/** The label, marked where the personnel division alone sees the answer. */
export const mark = (label: string, personnelOnly: boolean): string =>
  personnelOnly ? `${label}【人事のみ】` : label

// Beside a longer answer, a label is squeezed to one character a line at phone width.
const besideLengthMax = 20

/** The answers in their order, as stretches. */
export const stretches = (rows: readonly Row[]): Stretch[] => {
  const found: { label: string; value: string; facts: Drawn[] }[] = []
  for (const row of rows) {
    const drawn = { label: mark(row.label, row.personnelOnly), value: escapeText(row.value) }
    const last = found.at(-1)
    if (row.value.length > besideLengthMax) found.push({ ...drawn, facts: [] })
    else if (last && last.facts.length > 0) last.facts.push(drawn)
    else found.push({ label: '', value: '', facts: [drawn] })
  }
  return found
}
