import { isYesNo } from '../asked/asked.ts'
import type { Asked } from '../asked/asked-kinds.ts'
import { countsAlike } from '../asked/figures.ts'
import { spansIn, yearsIn } from '../asked/years.ts'
import { giving } from '../given/given.ts'
import { type Suits, suitsOf } from '../given/near-misses.ts'
import { foldedText } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import { type Term, tellingOf } from '../question/reading.ts'
import type { Ranked } from '../ranking/rank.ts'
import { mayBeItem } from '../tables/items.ts'

/** Words of a passage that carry what is asked for. Of a telephone number and an address each may stand on a line of its own. */
const carries = ({ passage }: Ranked, asked: Asked[]): boolean => {
  const text = passage.text.normalize('NFKC')
  const isFound = ({ found }: Asked): boolean => found.test(text)
  const [contacts, others] = partsOf(asked)
  return others.every(isFound) && (contacts.length === 0 || contacts.some(isFound))
}

const contactKinds: readonly string[] = ['phone', 'address', 'email']

/** 何課の担当、電話番号も: beside where to reach it, the section stands on a line of its own, too. */
const isContact = ({ name }: Asked, all: Asked[]): boolean =>
  contactKinds.includes(name) ||
  (name === 'section' && all.some((other) => contactKinds.includes(other.name)))

/** 課名と電話番号: each stands on a line of its own, so every line that carries one of them is told. */
export const withContacts = (asked: Asked[], chosen: Ranked[], ranked: Ranked[]): Ranked[] => {
  const [contacts] = partsOf(asked)
  if (contacts.length < 2 || !chosen.some(({ passage }) => passage.kind === 'imprint'))
    return chosen
  const lines = ranked.filter(({ passage }) => passage.kind === 'imprint')
  const more = contacts.flatMap(({ found }) => {
    const has = ({ passage }: Ranked): boolean => found.test(passage.text.normalize('NFKC'))
    return chosen.some(has) ? [] : lines.filter(has).slice(0, 1)
  })
  return [...new Set([...chosen, ...more])]
}

/** What is asked of where to reach somebody, and all else. */
export const partsOf = (asked: Asked[]): [contacts: Asked[], others: Asked[]] => [
  asked.filter((one) => isContact(one, asked)),
  asked.filter((one) => !isContact(one, asked)),
]

const source =
  /.[計法条要規指綱憲][画律例綱程則針]$|.(?:法|ビジョン|ガイドライン|マニュアル|プラン|手引)$/
const sourceMin = 0.3

/** Other papers that the question names: what another plan says is not said by a passage that does not name it. */
const sourcesIn = (question: Question): Term[] =>
  question.terms.filter(
    ({ text, everyday, posting }) =>
      !everyday && text.length >= sourceLength && source.test(text) && posting.size > 0,
  )

const sourceLength = 5

const asksContents =
  /何と何|[つ番]目|中身|内容|挙げ|列挙|一覧|すべて|全部|それぞれ|具体的|とは|って[何な?？]|(?:は|って|が)何|教えて|どんなもの|どのようなもの|どういうもの|what (?:is|are)|which|list|name the/i
const counted = /[\d一二三四五六七八九十]+つの「?([^「」のはをが、。]{2,})」?(?!」?は)/g

/** 3つの「基本姿勢」のもと: the passage says that there are some, not what they are. */
const onlyMentions = ({ passage }: Ranked, question: Question): boolean => {
  if (!asksContents.test(question.text) || /いくつ|何個|何つ|how many/i.test(question.text))
    return false
  const names = [...foldedText(passage).matchAll(counted)].map(([, name = '']) => name)
  return names.some((name) => question.terms.some((term) => term.names.includes(name)))
}

const otherMin = 2
/** Words that ask whom to turn to, and name nobody else. */
const turning = /inquir|enquir|question|contact|team|問い?合|担当|方針/

/** 保健所の電話番号: the number in the imprint is that of its own office, and of nothing else that is named. */
const isOfOther = (ranked: Ranked[], question: Question, asked: Asked[]): boolean => {
  if (!asked.some(({ name }) => contactKinds.includes(name))) return false
  const imprint = ranked.filter(({ passage }) => passage.kind === 'imprint')
  const isPrinted = ({ posting }: Term): boolean => imprint.some(({ at }) => posting.has(at))
  const others = tellingOf(question).filter((term) => term.weight > otherMin && !isPrinted(term))
  return [...question.unknown, ...others.map(({ text }) => text)].some(
    (word) => !turning.test(word),
  )
}

/** Passages that carry the kind of thing asked for, in the year asked for. */
export const fitting = (ranked: Ranked[], question: Question, asked: Asked[]): Ranked[] => {
  const named = yearsIn(question.text)
  const best = ranked[0]?.score ?? 0
  const sources = sourcesIn(question)
  const decided = isYesNo(question.text, question.english)
  const ofOther = isOfOther(ranked, question, asked)
  const suits = suitsOf(question)
  const suitsAll: Suits = (passage) => suits(passage) && mayBeItem(passage, question.text)
  return giving(ranked, question).filter((other) => {
    if (ofOther && other.passage.kind === 'imprint') return false
    if (other.score < best * 0.5 || !carries(other, asked)) return false
    if (onlyMentions(other, question) || !suitsAll(other.passage)) return false
    if (decided && !countsAlike(question.text, other.passage.text)) return false
    if (!sources.every((source) => (source.posting.get(other.at) ?? 0) >= sourceMin)) return false
    return isOfYears(other.passage.text, named, question)
  })
}

/** Named in the text, or inside the time it sets; whether a year is inside may be asked of a year outside too. */
const isOfYears = (text: string, named: number[], question: Question): boolean => {
  if (named.length === 0) return true
  const own = yearsIn(text)
  const spans = spansIn(text)
  const decided = isYesNo(question.text, question.english)
  const happened = own.length > 1 && /改訂|策定|改定|revis/.test(question.text)
  const asksInside = decided && (spans.length > 0 || happened)
  const within = (year: number): boolean => spans.some(({ from, to }) => from <= year && year <= to)
  return named.every((year) => own.includes(year) || within(year) || asksInside)
}
