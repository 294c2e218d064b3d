import type { PolicyDocument } from './document.ts'
import { fold } from './ingest/normal.ts'
import type { Question } from './question.ts'
import { dataFile, readWords } from './thesaurus.ts'

let patterns: RegExp[] | undefined
let places: string[] | undefined

const readPatterns = (): RegExp[] =>
  dataFile('refuse.tsv')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => new RegExp(line.split('\t')[1] ?? '(?!)', 'u'))

const isAimedAtBot = (text: string): boolean => {
  patterns ??= readPatterns()
  return patterns.some((pattern) => pattern.test(text))
}

/** Another municipality by name: a known one, or any name that ends in 市, 町 or 県 and is not in the document. */
const otherPlace = (text: string, document: PolicyDocument): string | undefined => {
  places ??= readWords(dataFile('places.txt'))
  const own = fold(document.city)
  const known = places.find(
    (place) =>
      (/[a-z]/.test(place) ? new RegExp(`\\b${place}\\b`).test(text) : text.includes(place)) &&
      !own.includes(place),
  )
  return known
}

/** A family name before a title: somebody in particular. */
const person =
  /(?:^|[^\p{Script=Han}])(?:田中|佐藤|鈴木|高橋|伊藤|渡辺|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|清水|山崎|森|池田|橋本|阿部|石川|前田|藤田|小川|後藤|岡田|遠藤|長谷川|村上|近藤|石井|斉藤|坂本|青木|藤井|西村|福田|太田|三浦|岡本|松田|中島|中野|原田|小野|竹内|金子|和田|中山|石田|上田|森田|菅野|根本|草野|猪狩|吉田)(?:さん|くん|氏|様|部長|次長|課長|補佐|係長|主査|主任|主事|先生|職員)/u

/** Why the question is not one for the document, in a sentence; undefined when it may be. */
export const refusalFor = (question: Question, document: PolicyDocument): string | undefined => {
  const text = question.text.toLowerCase()
  if (isAimedAtBot(text))
    return 'この窓口は、人材育成基本方針に書かれていることだけをお答えします。'
  const place = otherPlace(text, document)
  if (place !== undefined)
    return `この方針は${document.city || '本市'}のもので、ほかの自治体のことは書かれていません。`
  if (person.test(text)) return '特定の職員についての情報は、方針には書かれていません。'
  return undefined
}
