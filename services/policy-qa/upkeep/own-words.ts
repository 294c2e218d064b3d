/** The personnel division's own rows beside the built-in thesaurus: one document holds them all. */
import { z } from 'zod'
import { commit } from '../../store/commit.ts'
import type { Key, Store, Stored } from '../../store/store.ts'

const rowSchema = z.strictObject({ words: z.array(z.string()) })
const wordsSchema = z.strictObject({ rows: z.array(rowSchema) })

/** The rows, as stored: each holds words of one meaning, first the one the policy uses. */
export type OwnWords = z.infer<typeof wordsSchema>

const key: Key = { container: 'policy', partition: 'thesaurus', id: 'current' }
const subject = { key, parser: wordsSchema }
const none: OwnWords = { rows: [] }

const rowsMax = 500
const wordsMax = 10
const wordLengthMax = 30

/** The rows and the version of their document; undefined where there was never one. */
export const loadOwnWords = (store: Store): Promise<Stored<OwnWords> | undefined> =>
  store.load(key, wordsSchema)

/** Reads `有休=年休=年次休暇`; a sentence where it can't be a row. */
export const readOwnRow = (text: string): readonly string[] | { readonly problem: string } => {
  const words = [...new Set(text.split(/[=＝]/).map((word) => word.normalize('NFKC').trim()))]
  if (words.length < 2 || words.includes('')) {
    return { problem: '同じ意味の言葉を「有休=年休」のように「=」でつないで書いてください。' }
  }
  if (words.length > wordsMax) return { problem: `言葉は${wordsMax}個までにしてください。` }
  if (words.some((word) => word.length > wordLengthMax || /[\t,;]/.test(word))) {
    return { problem: `1つの言葉は${wordLengthMax}字までで、記号は使えません。` }
  }
  return words
}

/** Adds a row, or replaces the one that begins with the same word; false where there is no room. */
export const addOwnRow = (store: Store, words: readonly string[]): Promise<boolean> =>
  commit(store, subject, (current) => {
    const { rows } = current ?? none
    const others = rows.filter((row) => row.words[0] !== words[0])
    if (others.length >= rowsMax) return { keep: true, result: false }
    return { put: { rows: [...others, { words: [...words] }] }, result: true }
  })

/** Removes the row that begins with this word; false where there is none. */
export const removeOwnRow = (store: Store, word: string): Promise<boolean> =>
  commit(store, subject, (current) => {
    const { rows } = current ?? none
    const rest = rows.filter((row) => row.words[0] !== word)
    if (rest.length === rows.length) return { keep: true, result: false }
    return { put: { rows: rest }, result: true }
  })
