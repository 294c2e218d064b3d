import { isYesNo } from '../asked/asked.ts'
import type { MatrixRow, PolicyDocument, Position } from '../document.ts'
import { abilityKey } from '../ingest/tables.ts'
import type { Question } from '../question/question.ts'
import {
  abilitiesOf,
  citeIds,
  footnoteOf,
  listAbilities,
  listRoles,
  type TableAnswer,
} from './look-up.ts'

const most = /(?:一番|いちばん|最も|もっとも).{0,8}多|最多|多くの職|\b(?:most|largest|highest)\b/
const fewest =
  /(?:一番|いちばん|最も|もっとも).{0,8}少|最少|(?:一|1)つ(?:だけ|しか|のみ)|\b(?:fewest|least|only one)\b/
const everywhere =
  /(?:すべて|全て|全部|全)の?(?:職位|役職)|どの(?:職位|役職)(?:でも|にも)|全員|\b(?:all|every) (?:positions?|ranks?)/
const counted = /([1-9一二三四五六七八九])つ(?:の|ある|あり|求め|必要|が)/
const asksPositions =
  /(?:職位|役職)(?:は|って|を|が|に)?(?:どれ|どこ|何|教え|ある|$)|どの(?:職位|役職)(?!でも)|誰|which (?:position|rank)/
const asksAbilities =
  /(?:能力|力|スキル)(?:は|って|を|が|に)?(?:どれ|どこ|何|いくつ|教え|ある|あり|$)|どの(?:能力|力)|何力|which abilit/
const asksGroups =
  /(?:能力|力).{0,16}(?:グループ|区分|分類|カテゴリ|種類|系統|くくり|大別|分けられ)|(?:グループ|区分|分類|カテゴリ|種類).{0,10}能力|(?:categor|group|area)[a-z]* of abilit|abilit[a-z ]*(?:categor|group|divided)|(?:categor|group)[a-z]* (?:are|is) .*\babilit/
const asksCount = /いくつ|何種類|何個|何項目|何つ|全部で|how many/
const asksNames = /何|どんな|どのよう|教え|挙げ|すべて|全て|一覧|は$|what|which|list/
const lacks =
  /(?:○|◯|丸|印)(?:が|は|も|の)?(?:1つも)?(?:付い?て|つい?て)?(?:い)?(?:な[いくし]|無[いくし])|求められ(?:てい)?(?:な[いくし]|ませ)|必要(?:と)?(?:されて|では|じゃ)?(?:い)?な[いく]/

const holdersOf = (document: PolicyDocument, row: MatrixRow): string[] =>
  document.positions.filter((_, at) => row.marks[at] === true).map(({ name }) => name)

const namesOf = (things: { name: string }[]): string => things.map(({ name }) => name).join('、')

/** 9つ, 12個: つ counts to nine. */
const countOf = (count: number): string => `${count}${count < 10 ? 'つ' : '個'}`

const digits = '〇一二三四五六七八九'

const figureIn = (text: string): number => {
  const [, figure = ''] = counted.exec(text) ?? []
  return digits.includes(figure) ? digits.indexOf(figure) : Number(figure)
}

/** Those that have the most, the fewest, or so many as the text says. */
const byCount = <Thing>(
  things: Thing[],
  count: (thing: Thing) => number,
  text: string,
): Thing[] => {
  const counts = things.map(count)
  const wanted = most.test(text)
    ? Math.max(...counts)
    : fewest.test(text)
      ? Math.min(...counts)
      : figureIn(text)
  return things.filter((_, at) => counts[at] === wanted)
}

/** The abilities that most positions need, or the fewest, or all. */
const abilitiesByCount = (document: PolicyDocument, text: string): TableAnswer => {
  const all = everywhere.test(text)
  const full = document.matrix.filter((row) => row.marks.every(Boolean))
  const rows =
    all && full.length > 0
      ? full
      : byCount(document.matrix, (row) => holdersOf(document, row).length, all ? '最も多' : text)
  if (rows.length === 0) return undefined
  const none = all && full.length === 0 ? 'すべての職位に○がある能力はありません。' : ''
  const lead = none === '' ? '' : `${none}最も多くの職位に○があるのは次の能力です。\n`
  const lines = rows.map((row) => {
    const holders = holdersOf(document, row)
    return `「${row.ability}」に○があるのは、${holders.join('、')}の${holders.length}つの職位です。`
  })
  return {
    answer: `${lead}${lines.join('\n')}`,
    citations: citeIds(
      document,
      rows.map(({ passageId }) => passageId),
    ),
  }
}

const groupIds = (document: PolicyDocument): string[] =>
  document.passages.filter(({ kind }) => kind === 'group').map(({ id }) => id)

/** The positions that need the most abilities, the fewest, or so many. */
const positionsByCount = (document: PolicyDocument, text: string): TableAnswer => {
  const found = byCount(
    document.positions,
    (position) => abilitiesOf(document, position).length,
    text,
  )
  if (found.length === 0) return undefined
  const count = found[0] === undefined ? 0 : abilitiesOf(document, found[0]).length
  return {
    answer: `求められる能力が${count}つの職位は、${namesOf(found)}です。\n${
      listAbilities(document, { positions: found, abilities: [], english: false, only: false })
        ?.answer ?? ''
    }`,
    citations: citeIds(document, groupIds(document)),
  }
}

/** The groups of abilities and how many there are in all. */
const listAllGroups = (document: PolicyDocument): TableAnswer => {
  const groups = [...new Set(document.matrix.map(({ group }) => group))]
  const told = groups.map((group) => {
    const rows = document.matrix.filter((row) => row.group === group)
    return `${group}（${rows.map(({ ability }) => ability).join('、')}）`
  })
  return {
    answer: `身につけるべき能力は、${groups.join('、')}の${groups.length}つに分かれ、全部で${document.matrix.length}あります。\n${told.join('\n')}`,
    citations: citeIds(document, groupIds(document)),
  }
}

/** What is reckoned from the whole table of circles, where the question names no position and no ability. */
export const answerFromWhole = (document: PolicyDocument, question: Question): TableAnswer => {
  const text = question.text.toLowerCase()
  const extreme = most.test(text) || fewest.test(text)
  if (asksAbilities.test(text) && (extreme || everywhere.test(text)))
    return abilitiesByCount(document, text)
  if (asksPositions.test(text) && (extreme || counted.test(text)) && /能力|力|abilit/.test(text))
    return positionsByCount(document, text)
  return asksAllGroups(text) ? listAllGroups(document) : undefined
}

const asksAllGroups = (text: string): boolean =>
  (asksGroups.test(text) && (asksCount.test(text) || asksNames.test(text))) ||
  (/能力/.test(text) && asksCount.test(text))

/** The abilities without a circle, with what that means. */
export const answerMissing = (
  document: PolicyDocument,
  positions: Position[],
  text: string,
): TableAnswer => {
  if (!lacks.test(text) || !asksAbilities.test(text) || /意味/.test(text)) return undefined
  const note = footnoteOf(document)
  const lines = positions.map((position) => {
    const held = abilitiesOf(document, position)
    const rest = document.matrix
      .map(({ ability }) => ability)
      .filter((name) => !held.includes(name))
    return `${position.name}に○がない能力は、${rest.join('、')}の${countOf(rest.length)}です。`
  })
  return {
    answer: [...lines, note?.text ?? ''].join('\n'),
    citations: citeIds(document, [...groupIds(document), note?.id]),
  }
}

/** The positions that an ability has no circle for, with what that means. */
export const answerWithout = (
  document: PolicyDocument,
  abilities: string[],
  text: string,
): TableAnswer => {
  if (!lacks.test(text) || !asksWhich.test(text) || /意味/.test(text)) return undefined
  const rows = document.matrix.filter((row) => abilities.includes(abilityKey(row.ability)))
  if (rows.length === 0) return undefined
  const note = footnoteOf(document)
  const lines = rows.map((row) => {
    const held = holdersOf(document, row)
    const rest = document.positions.filter(({ name }) => !held.includes(name))
    return `「${row.ability}」に○がない職位は、${namesOf(rest)}の${countOf(rest.length)}です。`
  })
  return {
    answer: [...lines, note?.text ?? ''].join('\n'),
    citations: citeIds(document, [...rows.map(({ passageId }) => passageId), note?.id]),
  }
}

const asksWhich =
  /(?:職位|役職|人|職)(?:は|って)(?:どれ|どこ|誰|だれ|何|$|[?？])|どの(?:職位|役職)|(?:の|は)(?:誰|だれ)/

/** Which of several positions need an ability, first はい or いいえ where that is asked and all are alike. */
const holdersIn = (
  document: PolicyDocument,
  { span, abilities }: Spanned,
  question: Question,
): TableAnswer => {
  const rows = document.matrix.filter((row) => abilities.includes(abilityKey(row.ability)))
  const lines = rows.map((row) => {
    const all = holdersOf(document, row)
    const held = span.filter(({ name }) => all.includes(name))
    const lead = held.length === span.length ? 'はい、' : held.length === 0 ? 'いいえ、' : ''
    const told = `「${row.ability}」に○があるのは、${all.join('、')}です。`
    return `${isYesNo(question.text, question.english) ? lead : ''}${told}`
  })
  return {
    answer: lines.join('\n'),
    citations: citeIds(
      document,
      rows.map(({ passageId }) => passageId),
    ),
  }
}

/** A run of positions, and the abilities asked about. */
type Spanned = { span: Position[]; abilities: string[] }

/** What a run of positions (係長以上) needs: together, alone or each; or which of them need an ability. */
export const answerForSpan = (
  document: PolicyDocument,
  spanned: Spanned,
  question: Question,
): TableAnswer => {
  const { span, abilities } = spanned
  const text = question.text.toLowerCase()
  if (abilities.length > 0) return holdersIn(document, spanned, question)
  if (/役割|役目|role/.test(text)) return listRoles(document, span)
  const names = span.map(({ name }) => name)
  const all = document.matrix.filter((row) =>
    names.every((name) => holdersOf(document, row).includes(name)),
  )
  const alone = document.matrix.filter((row) =>
    holdersOf(document, row).every((name) => names.includes(name)),
  )
  const told = (lead: string, rows: MatrixRow[]): TableAnswer => ({
    answer: `${namesOf(span)}${lead}${
      rows.length === 0 ? 'ありません' : rows.map(({ ability }) => ability).join('、')
    }${rows.length === 0 ? '' : `の${countOf(rows.length)}です`}。`,
    citations: citeIds(
      document,
      (rows.length > 0 ? rows : document.matrix).map(({ passageId }) => passageId),
    ),
  })
  if (/だけ|のみ|限|しか|only/.test(text)) return told('だけに求められる能力は、', alone)
  if (/共通|同じ|どの職位にも|全員|みんな|どれも|common|all of/.test(text))
    return told('に共通して求められる能力は、', all)
  const each = listAbilities(document, {
    positions: span,
    abilities: [],
    english: false,
    only: false,
  })
  return each === undefined
    ? undefined
    : {
        ...each,
        citations: citeIds(document, [
          ...groupIds(document),
          ...each.citations.map(({ passageId }) => passageId),
        ]),
      }
}
