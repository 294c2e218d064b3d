/** Whether a text names somebody. Errs on the side of yes: what names somebody is not listed. */
import { dataFile, readWords } from '../question/thesaurus.ts'
import { callsSomebody } from './callings.ts'

/** One of the staff, as far as a text can name somebody: by name, by reading, or by a post in a unit. */
export type Known = {
  readonly name: string
  readonly kana: string
  readonly department: string
  readonly section: string
  readonly subsection: string
}

/** What to look for, made once of one roster. */
type Book = {
  readonly full: ReadonlySet<string>
  readonly family: ReadonlySet<string>
  readonly readings: ReadonlySet<string>
  readonly units: readonly string[]
}

const fullLengthMin = 3
const readingLengthMin = 3

/** A name's parts: a note in brackets behind it is none. */
const partsOf = (name: string): string[] =>
  name
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/)

const inKatakana = (text: string): string =>
  text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))

const bookOf = (staff: readonly Known[]): Book => {
  const names = staff.map(({ name }) => partsOf(name))
  const readings = staff.map(({ kana }) => partsOf(inKatakana(kana)))
  const families = names.flatMap((parts) => (parts.length > 1 ? parts.slice(0, 1) : []))
  const units = staff.flatMap(({ department, section, subsection }) =>
    [department, section, subsection].flatMap(partsOf),
  )
  return {
    full: new Set(
      names.map((parts) => parts.join('')).filter((name) => name.length >= fullLengthMin),
    ),
    family: new Set([...families, ...readWords(dataFile('family-names.txt'))]),
    readings: new Set(
      readings
        .flatMap((parts) => [parts[0] ?? '', parts.join('')])
        .filter((reading) => reading.length >= readingLengthMin),
    ),
    units: [...new Set(units)].filter((unit) => unit.length > 1),
  }
}

const books = new WeakMap<readonly Known[], Book>()

const bookFor = (staff: readonly Known[]): Book => {
  const book = books.get(staff) ?? bookOf(staff)
  books.set(staff, book)
  return book
}

const nameLengthMax = 12

/** A place in a text. */
type Place = { readonly text: string; readonly at: number; readonly end: number }

/** Whether one of `names` stands in the text as `holds` asks. */
const stands = (
  text: string,
  names: ReadonlySet<string>,
  holds: (place: Place) => boolean,
): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    for (let end = at + 2; end <= Math.min(text.length, at + nameLengthMax); end += 1) {
      if (names.has(text.slice(at, end)) && holds({ text, at, end })) return true
    }
  }
  return false
}

const titles =
  '課長|部長|次長|係長|補佐|主査|技査|主任|主事|技師|所長|室長|館長|園長|校長|局長|市長|議員|先生|職員'
const han = /[\p{Script=Han}々]/u
/** What may stand right before a name: 経理課高橋, 担当木村, 課長田中. */
const endsTitle = /[課係部室局長佐査任事師員当士班]/
/** What follows a place and no family: 山口県, 石川地区. */
const ofPlaces =
  /^(?:県|市|区|町|村|郡|地区|地域|地方|支所|駅|川|山|橋|間|部|沢|原|大学|高校|小学|中学|公園|図書|病院|海岸)/
const givenLengthMax = 3

/** Whether no word goes on from a family name: behind it stand kana, a title, or a given name. */
const isFamily = ({ text, at, end }: Place): boolean => {
  const before = text.charAt(at - 1)
  if (han.test(before) && !endsTitle.test(before)) return false
  const run = /^[\p{Script=Han}々]*/u.exec(text.slice(end))?.[0] ?? ''
  if (run === '' || new RegExp(`^(?:${titles})`, 'u').test(run)) return true
  if (ofPlaces.test(run)) return false
  return run.length <= givenLengthMax || new RegExp(titles, 'u').test(run)
}

const afterReading = /^(?:[がはにをのともへでかや、。]|さ[んま]|から|って|課|係|部|主|技|議|先|$)/

/** Whether a reading stands by itself: no kana before it (の apart), a particle after it. */
const isReading = ({ text, at, end }: Place): boolean => {
  const before = text.charAt(at - 1)
  const alone = before === 'の' || !/[ぁ-ゖァ-ヺー]/.test(before)
  return alone && afterReading.test(text.slice(end))
}

/** A letter alone (林, 森) is a word as often as a name: only a title or a call behind it tells. */
const lone = (family: ReadonlySet<string>): RegExp => {
  const letters = [...family].filter((name) => name.length === 1).join('')
  const before = `(?<![\\p{Script=Han}々])|(?<=(?:${titles}|担当|係)の?)`
  return new RegExp(`(?:${before})[${letters}](?:${titles}|と申し|といい|です[。、])`, 'u')
}

const titledLone = (text: string, family: ReadonlySet<string>): boolean =>
  lone(family).test(text) ||
  /(?:課長|部長|次長|係長|主査|主任|主事|担当|上司)の[林森関星薄](?=[がはにをも])/.test(text)

/** Words before 課長 and the like that make no post of it that one person holds. */
const anyPost =
  /^(?:新任?|新規|初任|現任?|前|元|次期?|副|歴代|昇任|若手|一般|女性|男性|担当|各|全|全課|他課|他部|自課|両|同|支|総括|統括|筆頭|主管|所属|所管|直属|上位|課|部|係|[部次課係]長|主査|課長補佐)+$/

const posts = /([\p{Script=Han}々]{1,8}?)(?:課長|部長|次長|係長|所長|室長)/gu
const postsOfUnits = /([\p{Script=Han}々]+)[課部係室所署局館園校]の.{0,3}(?:長|補佐|主査|主任)/gu
const anyUnit = /^(?:同|各|他|自|全|別|当|本|所属|配属|担当|主管|異動先|現在の|どの)$/
const ownPost = /^(?:長|の?.{0,3}(?:長|補佐|主査|主任))/

/** Whether a text speaks of the one person who holds a post: 経理課の課長, 総務部長. */
export const namesPost = (text: string, staff: readonly Known[]): boolean => {
  const said = text.normalize('NFKC').replace(/\s+/g, '')
  const ofUnit = bookFor(staff).units.some((unit) => {
    const at = said.indexOf(unit)
    return at >= 0 && ownPost.test(said.slice(at + unit.length))
  })
  return (
    ofUnit ||
    [...said.matchAll(posts)].some(([, before = '']) => !anyPost.test(before)) ||
    [...said.matchAll(postsOfUnits)].some(([, unit = '']) => !anyUnit.test(unit))
  )
}

const english = /\b(?:Mr|Ms|Mrs|Dr)\.?\s+[A-Z]\w+|\b[A-Za-z]{2,}-(?:san|sama|kun)\b/
/** E00042, yamada.t, yamada_taro@…: how staff and their accounts are called. */
const account =
  /(?<![a-z0-9])[a-z]\d{4,}|職員番号.{0,3}\d|(?<![\w.@/-])[a-z]{2,}[._][a-z0-9]{1,20}(?![\w@])|[\w.+-]+@[\w-]+/i
const dwelling =
  /(?:字|町|丁目|番地)\p{Script=Han}{0,6}\d|\d+(?:丁目|番地|号室)|\d+番\d|住所は[^かがどいを]/u

/** A capital letter inside an English sentence begins a name, these apart. */
const noNames =
  /^(?:I|English|Japan(?:ese)?|City|Hall|Career|Challenge|Self|Report|Human|Resources?|Division|Department|Section|Policy|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Iwaki|Reiwa|Heisei)$/

const namesInEnglish = (text: string): boolean =>
  text
    .split(/[.?!\n]+\s*/)
    .flatMap((sentence) => (sentence.match(/[A-Za-z][A-Za-z']*/g) ?? []).slice(1))
    .map((word) => word.replace(/'s$/, ''))
    .some((word) => /^[A-Z][a-z]+$/.test(word) && !noNames.test(word))

const japanese = /[\p{Script=Han}ぁ-ゖァ-ヺ]/u

/** Whether a text names somebody, one of the staff or not, or where somebody lives. */
export const namesSomebody = (text: string, staff: readonly Known[]): boolean => {
  const said = text.normalize('NFKC')
  if (english.test(said) || account.test(said) || dwelling.test(said)) return true
  if (!japanese.test(said)) return namesInEnglish(said)
  const closed = said.replace(/\s+/g, '')
  const { full, family, readings } = bookFor(staff)
  return (
    callsSomebody(closed) ||
    stands(closed, full, () => true) ||
    stands(closed, family, isFamily) ||
    titledLone(closed, family) ||
    stands(inKatakana(closed), readings, ({ at, end }) => isReading({ text: closed, at, end }))
  )
}
