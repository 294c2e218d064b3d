import { readFileSync } from 'node:fs'

/** One row of the thesaurus: words of one meaning, words that are only near, and the English for them. */
export type ThesaurusRow = { words: string[]; near: string[]; english: string[] }

const list = (cell: string | undefined, mark: string): string[] =>
  (cell ?? '')
    .split(mark)
    .map((word) => word.trim())
    .filter((word) => word !== '')

/**
 * Reads thesaurus rows: three columns parted by tabs (words and near words parted by commas, English by
 * semicolons). Lines that begin with # are comments. The first word is the one the policy uses.
 */
export const readThesaurus = (text: string): ThesaurusRow[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [words, near, english] = line.split('\t')
      return { words: list(words, ','), near: list(near, ','), english: list(english, ';') }
    })
    .filter((row) => row.words.length > 0)

/** Reads a list of words parted by white space, with # comments. */
export const readWords = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => word !== '')

/** The text of a file in `data/`. */
export const dataFile = (name: string): string =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')

/** The thesaurus that the product comes with. */
export const builtInThesaurus = (): ThesaurusRow[] => readThesaurus(dataFile('thesaurus.tsv'))

/** Reads lines of kana, a tab and the spelling. */
export const readReadings = (text: string): { kana: string; spelling: string }[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kana = '', spelling = ''] = line.split('\t')
      return { kana, spelling }
    })
