import type { PolicyDocument, Position } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import { abilityKey } from '../ingest/tables.ts'
import type { Question } from '../question/question.ts'
import type { Term } from '../question/reading.ts'
import {
  compareAbilities,
  defineAbilities,
  describeSkills,
  type LookUp,
  listHolders,
  type TableAnswer,
} from './look-up.ts'

/** Words that ask for a position or what it must do, and describe nothing. */
const asking =
  /^(?:期待|求め|必要|要[るり]|こと$|すること|する$|なったら|な[るっ]|上が|昇|力$|能力|スキル|職位|役職|肩書|立場|階級|ポスト|仕事|役割|違い|場合|人$|職員$|具体|内容|会社)/

const everydayShare = 0.6
/** A posting from here on is as good as the word itself. */
const metShare = 1.2
const describedMin = 0.7
/** 経営の力: what the ability is called says more than what is said of it. */
const calledMore = 0.2
/** The next best must stay behind by so much. */
const ahead = 0.15

/** What a question says of the ability that it does not name. */
const describing = ({ terms }: Question): Term[] => {
  const told = terms.filter(({ text, named }) => !named && !asking.test(text))
  // 経営 in 経営者 is one thing, read twice.
  return told.filter(
    ({ text }) => !told.some((other) => other.text !== text && text.startsWith(other.text)),
  )
}

const weightOf = ({ weight, everyday }: Term): number => weight * (everyday ? everydayShare : 1)

/** How much of what is said stands in a passage, 0..1. */
const shareIn = (terms: Term[], at: number): number => {
  const total = terms.reduce((sum, term) => sum + weightOf(term), 0)
  const met = terms.reduce(
    (sum, term) => sum + weightOf(term) * Math.min(1, (term.posting.get(at) ?? 0) * metShare),
    0,
  )
  return total === 0 ? 0 : met / total
}

/** For each ability of these positions, how much of what is said stands where it is described; the most first. */
const sharesOf = (
  document: PolicyDocument,
  terms: Term[],
  positions: Position[],
): [ability: string, share: number][] => {
  const places = new Map(document.passages.map(({ id }, at) => [id, at]))
  const shares = new Map<string, number>()
  for (const { ability, passageId } of positions.flatMap(({ skills }) => skills)) {
    const key = abilityKey(ability)
    const called = terms.some(({ text }) => text.length > 1 && fold(key).includes(text))
    const share = shareIn(terms, places.get(passageId) ?? -1) + (called ? calledMore : 0)
    shares.set(key, Math.max(share, shares.get(key) ?? 0))
  }
  return [...shares].toSorted(([, one], [, two]) => two - one)
}

const foreign = /[\u30a1-\u30fa\u30fc]{3,}/g

/** 数字やデータをどう扱う: a word too common to be a term still tells one ability of a post from the others. */
const abilityWith = (text: string, positions: Position[]): string | undefined => {
  const words = text.match(foreign) ?? []
  const skills = positions.flatMap((position) => position.skills)
  const found = skills.filter((skill) => words.every((word) => fold(skill.text).includes(word)))
  const abilities = new Set(found.map(({ ability }) => abilityKey(ability)))
  const [only] = abilities
  return words.length > 0 && abilities.size === 1 ? only : undefined
}

/** The one ability of these positions that the words describe; undefined where none or several do. */
const abilityMeant = (
  document: PolicyDocument,
  question: Question,
  positions: Position[],
): string | undefined => {
  const terms = describing(question)
  if (question.unknown.length > 0) return undefined
  if (terms.length === 0) return abilityWith(question.text, positions)
  const [[best, most] = ['', 0], [, next] = ['', 0]] = sharesOf(document, terms, positions)
  const isOther = question.entities.some(({ kind, name }) => kind === 'ability' && name !== best)
  return isOther || most < describedMin || most - next < ahead ? undefined : best
}

const asksHow = /どう|どのよう|どんな|何を|何が|誰|だれ|どこ|違/
const asksWho =
  /(?:どの|どんな|どういう|何という)(?:職位|役職|階級|立場|肩書|ポスト|職階|クラス)|(?:職位|役職|肩書き?|立場|階級|ポスト)(?:は|って)、?(?:どれ|何|どこ|誰|[?？ ]|$)/
const asksAbility = /力|能力|スキル|できる|できな/

/** 課長補佐は課題への対策をどうする: what an ability that is described means for the positions that are named. */
export const describedFor = (
  document: PolicyDocument,
  question: Question,
  asked: LookUp,
): TableAnswer => {
  if (question.english || !asksHow.test(question.text)) return undefined
  const ability = abilityMeant(document, question, asked.positions)
  return ability === undefined
    ? undefined
    : describeSkills(document, { ...asked, abilities: [ability] })
}

/** 力を合わせる力はどの職位: who needs an ability that is described, and how it is put for each. */
export const holdersOfDescribed = (
  document: PolicyDocument,
  question: Question,
  asked: LookUp,
): TableAnswer => {
  const { text, english } = question
  if (english || !asksWho.test(text) || !asksAbility.test(text)) return undefined
  const ability = abilityMeant(document, question, document.positions)
  if (ability === undefined) return undefined
  const meant = { ...asked, abilities: [ability] }
  const holders = listHolders(document, meant)
  const meaning = defineAbilities(document, meant)
  if (holders === undefined || meaning === undefined) return holders ?? meaning
  const citations = new Map(
    [...holders.citations, ...meaning.citations].map((one) => [one.passageId, one]),
  )
  return { answer: `${holders.answer}\n${meaning.answer}`, citations: [...citations.values()] }
}

const asksDifference = /違|差|異な|加わ|変わ|増え|に(?:は)?ない/

/** Two positions side by side; where both need the same, how each of it is put. */
export const comparePositions = (
  document: PolicyDocument,
  question: Question,
  asked: LookUp,
): TableAnswer => {
  const compared = compareAbilities(document, asked)
  const [one, two] = asked.positions
  if (one === undefined || two === undefined) return compared
  const differing = one.skills.filter(({ ability, text }) =>
    two.skills.some(
      (other) => abilityKey(other.ability) === abilityKey(ability) && other.text !== text,
    ),
  )
  const isSame = one.skills.every(({ ability }) =>
    two.skills.some((other) => abilityKey(other.ability) === abilityKey(ability)),
  )
  if (
    !isSame ||
    differing.length === 0 ||
    compared === undefined ||
    !asksDifference.test(question.text)
  )
    return compared
  const put = describeSkills(document, {
    ...asked,
    abilities: differing.map(({ ability }) => abilityKey(ability)),
  })
  return put === undefined ? compared : { ...put, answer: `${compared.answer}\n${put.answer}` }
}
