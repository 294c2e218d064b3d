import type { PolicyDocument, Position } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'

/** 課長級以上の職員, 主任より下: a bound set behind a position. */
const rank = '(?:級|職)?(?:の職位|の職員|の人|クラス)?'
const bounds: { says: RegExp; takes: (at: number, bound: number) => boolean }[] = [
  {
    says: new RegExp(`^${rank}(?:以上|から上)|^s?\\)? (?:and|or) (?:above|higher|up)`),
    takes: (at, bound) => at <= bound,
  },
  {
    says: new RegExp(`^${rank}(?:以下|から下)|^s?\\)? (?:and|or) (?:below|lower|under)`),
    takes: (at, bound) => at >= bound,
  },
  { says: new RegExp(`^${rank}より上`), takes: (at, bound) => at < bound },
  { says: new RegExp(`^${rank}(?:より下|未満)`), takes: (at, bound) => at > bound },
]

const between = new RegExp(`^${rank}(?:から|~|-)$`)
const until = new RegExp(`^${rank}(?:まで|の間)`)

type Spoken = { at: number; end: number; bound: number }

/** The positions that a text names, in the order it names them. */
const spokenIn = (document: PolicyDocument, question: Question): Spoken[] => {
  const text = question.text.toLowerCase()
  return question.terms
    .flatMap(({ text: term, entities }) => {
      const named = entities.find(({ kind }) => kind === 'position')
      const bound = document.positions.findIndex(({ name }) => name === named?.name)
      const at = bound < 0 ? -1 : text.indexOf(question.english ? term : fold(term))
      return at < 0 ? [] : [{ at, end: at + term.length, bound }]
    })
    .toSorted((one, two) => one.at - two.at)
}

/** The positions between two that are named: 主査から課長補佐まで. */
const fromTo = (document: PolicyDocument, text: string, spoken: Spoken[]): Position[] => {
  const [one, two] = spoken
  if (one === undefined || two === undefined) return []
  const isSpan =
    between.test(text.slice(one.end, two.at)) &&
    (until.test(text.slice(two.end)) || /[~-]$/.test(text.slice(one.end, two.at)))
  if (!isSpan) return []
  const [top, bottom] = [Math.min(one.bound, two.bound), Math.max(one.bound, two.bound)]
  return document.positions.slice(top, bottom + 1)
}

/**
 * The positions that a question spans, from the highest down: 係長以上, 主任より下, 主査から係長まで. Empty when it spans
 * none: then the positions it names are meant one by one.
 */
export const spanOf = (document: PolicyDocument, question: Question): Position[] => {
  const text = question.text.toLowerCase()
  const spoken = spokenIn(document, question)
  for (const { end, bound } of spoken) {
    const found = bounds.find(({ says }) => says.test(text.slice(end)))
    if (found !== undefined) return document.positions.filter((_, at) => found.takes(at, bound))
  }
  return fromTo(document, text, spoken)
}

const nextTo = new RegExp(`^${rank}(?:さん)?の(?:すぐ|一つ|ひとつ|1つ|一段|1段)(上|下)`)

/** 課長のすぐ下: the position beside the one that is named, if there is one; undefined where none is asked about. */
export const besideOf = (document: PolicyDocument, question: Question): Position[] | undefined => {
  const text = question.text.toLowerCase()
  for (const { end, bound } of spokenIn(document, question)) {
    const [, where] = nextTo.exec(text.slice(end)) ?? []
    const at = bound + (where === '上' ? -1 : 1)
    if (where !== undefined) return document.positions.filter((_, other) => other === at)
  }
  return undefined
}
