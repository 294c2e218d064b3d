import type { PolicyDocument } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import { dataFile, readWords } from '../question/thesaurus.ts'

const readLengthMax = 2_000

/** Why there is no answer, in the language of whoever asks. */
export type Reason = { japanese: string; english: string }

/** The document could have said it, but does not. */
export const notSaid: Reason = {
  japanese: 'この点は、方針の本文に記載が見つかりませんでした。',
  english: 'The policy does not seem to say anything about this.',
}

let patterns: RegExp[] | undefined
let person: RegExp | undefined
let places: { name: string; says: RegExp }[] | undefined

const readPatterns = (): RegExp[] =>
  dataFile('refuse.tsv')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => new RegExp(line.split('\t')[1] ?? '(?!)', 'u'))

const isAimedAtBot = (text: string): boolean => {
  patterns ??= readPatterns()
  return patterns.some((pattern) => pattern.test(text))
}

const readPlaces = (): { name: string; says: RegExp }[] =>
  readWords(dataFile('places.txt')).map((name) => ({
    name,
    // 東京に行って受ける研修: somebody only goes there.
    says: new RegExp(
      /[a-z]/.test(name)
        ? `\\b${name}\\b`
        : `${name}(?!(?:都|府|県|市)?(?:など|とか)?(?:(?:に|へ|まで)(?:行[くきっけこ]|出張|派遣)|で受け)|の(?:研修所|大学))`,
      'u',
    ),
  }))

const namesOtherPlace = (text: string, document: PolicyDocument): boolean => {
  places ??= readPlaces()
  const own = fold(document.city)
  return places.some(({ name, says }) => !own.includes(name) && says.test(text))
}

/** A family name before a title: somebody in particular. */
/** ms. takahashi: in small letters, as texts are compared. */
const titled = /\b(?:mr|mrs|ms)\b\.? [a-z]{2,}/

const namesPerson = (text: string): boolean => {
  person ??= new RegExp(
    `(?<![\\p{Script=Han}])(?:${readWords(dataFile('family-names.txt')).join('|')})(?:さん|くん|氏|様|部長|次長|課長|補佐|係長|主査|主任|主事|先生|職員)`,
    'u',
  )
  return person.test(text) || titled.test(text)
}

const notAboutPolicy: Reason = {
  japanese: 'この窓口は、人材育成基本方針に書かれていることだけをお答えします。',
  english: 'This desk only answers from the personnel development policy.',
}

const ofOtherPlace = ({ city }: PolicyDocument): Reason => ({
  japanese: `この方針は${city || '本市'}のもので、ほかの自治体のことは書かれていません。`,
  english: 'The policy is about this city only, and says nothing about other places.',
})

const ofPerson: Reason = {
  japanese: '特定の職員についての情報は、方針には書かれていません。',
  english: 'The policy does not speak of anybody in particular.',
}

/** Why the question is not one for the document; undefined when it may be. */
export const refusalFor = (asked: string, document: PolicyDocument): Reason | undefined => {
  const text = asked.slice(0, readLengthMax).normalize('NFKC').toLowerCase()
  if (isAimedAtBot(text)) return notAboutPolicy
  if (namesOtherPlace(text, document)) return ofOtherPlace(document)
  return namesPerson(text) ? ofPerson : undefined
}
