import type { PolicyDocument } from '../document.ts'
import { createEnglishSpelling } from './english-spelling.ts'
import { createHomophones } from './homophones.ts'
import type { Lexicon } from './lexicon.ts'
import { createRomaji } from './romaji.ts'
import { createSpellings, nearest, type Spellings } from './spelling.ts'
import type { TextIndex } from './text-index.ts'

/** Sees through spellings: kana for kanji, and letters mistyped. */
export type Repair = {
  /** Words written in kana, in the spelling of the document. */
  kana(text: string): string
  /** Runs of content that hold an unknown part, replaced by the nearest known spelling where one is near enough. */
  typos(text: string, runs: RegExp, unknown: string[]): string
  /** An English text without its typing errors. */
  english(text: string): string
  /** The spelling of a Japanese word in Latin letters, or undefined. */
  romaji(word: string): string | undefined
}

/** Readings of words: kana → spelling. */
export type Readings = { kana: string; spelling: string }[]

const oneScript = /[\u30a1-\u30fa\u30fc]{4,}|[\u3400-\u9fff々]{4,}/g
const kanaRun = /[\u3041-\u309f\u30fc]{4,}/g

const figures = (text: string): string => text.replace(/[^\d.]/g, '')

type Kana = { readings: Map<string, string>; longest: number; shortest: number }

const wordMin = 3
const particle = /[やとのはがをにも]/

/** Longest readings first, from left to right; kana that spell nothing known stay. `begins` says that the text begins here. */
const spelled = (run: string, begins: boolean, { readings, longest, shortest }: Kana): string => {
  let out = ''
  let end = begins ? -1 : run.length
  for (let at = 0; at < run.length; ) {
    // After でんきや a word begins, so that three kana are one.
    const isStart = at === end + 1 && (at === 0 || particle.test(run.charAt(end)))
    const least = isStart ? wordMin : shortest
    let length = Math.min(longest, run.length - at)
    while (length >= least && !readings.has(run.slice(at, at + length))) length--
    if (length >= least) {
      out += readings.get(run.slice(at, at + length)) ?? ''
      at += length
      end = at
    } else out += run.charAt(at++)
  }
  return out
}

/** What repairs are made from. `load` reads the readings, once a question needs them. */
export type RepairSources = {
  document: PolicyDocument
  lexicon: Lexicon
  index: TextIndex
  load: () => Readings
}

/** Prepares the repairs. Nothing is built before a question needs it. */
export const createRepair = ({ document, lexicon, index, load }: RepairSources): Repair => {
  const homophones = createHomophones({ index, lexicon })
  const english = createEnglishSpelling(lexicon)
  const romaji = createRomaji(index, load)
  let spellings: Spellings | undefined
  let readings: Map<string, string> | undefined
  let longest = 0
  const known = (): Map<string, string> => {
    if (readings !== undefined) return readings
    readings = new Map()
    for (const { kana, spelling } of load()) {
      if (!readings.has(kana)) readings.set(kana, spelling)
      longest = Math.max(longest, kana.length)
    }
    return readings
  }
  return {
    english,
    romaji,
    kana: (text) => {
      // Beside kanji, three kana are mostly grammar (どうし of どうしたら).
      const shortest = /[\u3400-\u9fff]/.test(text) ? 4 : 3
      return text.replace(kanaRun, (run, at: number) =>
        spelled(run, at === 0, { readings: known(), longest, shortest }),
      )
    },
    typos: (text, runs, unknown) => {
      spellings ??= createSpellings(document, lexicon)
      const all = spellings
      const sounded = unknown.reduce(
        (sofar, part) => homophones.repaired(sofar, part) ?? sofar,
        text,
      )
      return sounded.replace(runs, (run) => {
        if (!unknown.some((part) => run.includes(part))) return run
        const near = nearest(run, all)
        // A figure is never a typing error: it may be the very thing to be corrected.
        if (/\d/.test(run)) return near !== undefined && figures(near) === figures(run) ? near : run
        return near ?? run.replace(oneScript, (part) => nearest(part, all) ?? part)
      })
    },
  }
}
