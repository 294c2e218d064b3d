/** What somebody typed, given back on a card: with its labels, and as much of it as any card can hold. */
import type { Typed } from '../services/shown.ts'
import { escapeText } from './escape.ts'

/** All texts of one card together, in characters: far more than the forms ask for, and Teams takes no more. */
export const typedLengthMax = { besideForm: 3_000, alone: 10_000 } as const

/** The texts as a TextBlock shows them, `lengthMax` characters in all; one that is cut says so, and how long it was. */
export const drawTyped = (typed: readonly Typed[], lengthMax: number): Typed[] => {
  let room = lengthMax
  return typed.map(({ label, text }) => {
    const length = Math.min(text.length, room)
    room -= length
    const all = text.length.toLocaleString('ja-JP')
    const cut = length < text.length ? `…（長いため、ここまでです。全部で${all}字）` : ''
    return { label, text: `${escapeText(text.slice(0, length))}${cut}` }
  })
}
