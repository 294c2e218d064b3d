import { cite, type PolicyAnswer } from './answer.ts'
import { isComparison } from './asked.ts'
import type { Passage, PolicyDocument, Position } from './document.ts'
import { fold } from './ingest/normal.ts'
import { abilityKey } from './ingest/tables.ts'
import type { Question } from './question.ts'

/** What a table look-up gives: the answer without its related questions, or undefined when the tables are not meant. */
export type TableAnswer = Pick<PolicyAnswer, 'answer' | 'citations' | 'table'> | undefined

type Asked = {
  positions: Position[]
  abilities: string[]
  groups: string[]
  text: string
  english: boolean
  /** How much of the question speaks of anything else. */
  other: number
}

const roleWords =
  /役割|何をする|なにする|なにをする|何する|仕事|務め|責務|担う|ミッション|\broles?\b|responsib|\bdut(?:y|ies)\b/
const abilityWords =
  /能力|スキル|身に|求められ|必要|期待|要る|いる力|力(?:は|が|を|って|と|の|に|$)|abilit|skills?\b|competenc|capabilit|require|expected|need|should/
const contentWords =
  /どんな|どのよう|内容|レベル|どの程度|どの?くらい|とは|何ができ|説明|具体|どう|なに|何|違い|how|what|describe|explain|mean/
const whoWords =
  /誰|だれ|どの職位|どの役職|職位|役職|どの階級|どの立場|どこまで|どの人|which position|who|which rank|what position/
const countWords = /いくつ|何個|何種類|何項目|何つ|how many/
const onlyWords = /だけ|のみ|限|\bonly\b/
const commonWords = /共通|同じ|どちらも|両方|common|both|share/

const byId = (document: PolicyDocument, id: string | null): Passage | undefined =>
  document.passages.find((passage) => passage.id === id)

const citeIds = (
  document: PolicyDocument,
  ids: (string | null | undefined)[],
): PolicyAnswer['citations'] =>
  [...new Set(ids)].flatMap((id) => {
    const passage = id == null ? undefined : byId(document, id)
    return passage === undefined ? [] : [cite(passage)]
  })

const rowOf = (document: PolicyDocument, ability: string) =>
  document.matrix.find((row) => abilityKey(row.ability) === ability)

const holds = (document: PolicyDocument, position: Position, ability: string): boolean => {
  const at = document.positions.indexOf(position)
  return rowOf(document, ability)?.marks[at] === true
}

const abilitiesOf = (document: PolicyDocument, position: Position): string[] => {
  const at = document.positions.indexOf(position)
  const marked = document.matrix.filter((row) => row.marks[at] === true).map((row) => row.ability)
  return marked.length > 0 ? marked : position.skills.map((skill) => skill.ability)
}

const skillOf = (position: Position, ability: string) =>
  position.skills.find((skill) => abilityKey(skill.ability) === ability)

const footnoteOf = (document: PolicyDocument): Passage | undefined =>
  document.passages.find((passage) => passage.kind === 'note' && passage.text.includes('○'))

const yesNo = (document: PolicyDocument, asked: Asked): TableAnswer => {
  const lines: string[] = []
  const ids: (string | null | undefined)[] = []
  for (const position of asked.positions) {
    for (const ability of asked.abilities) {
      const row = rowOf(document, ability)
      const skill = skillOf(position, ability)
      ids.push(row?.passageId)
      if (holds(document, position, ability)) {
        const lead = asked.english ? 'Yes. はい、' : 'はい、'
        lines.push(
          `${lead}${position.name}に「${row?.ability ?? ability}」が求められます（表に○があります）。${skill === undefined ? '' : `「${skill.text}」`}`,
        )
        ids.push(skill?.passageId)
      } else {
        const lead = asked.english ? 'No. いいえ、' : 'いいえ、'
        lines.push(`${lead}${position.name}の「${row?.ability ?? ability}」に○はありません。`)
        ids.push(...position.skills.map((other) => other.passageId).slice(0, 6))
        ids.push(footnoteOf(document)?.id)
      }
    }
  }
  const missing = lines.some((line) => line.includes('いいえ'))
  const note = missing ? footnoteOf(document) : undefined
  return {
    answer: [...lines, ...(note === undefined ? [] : [note.text])].join('\n'),
    citations: citeIds(document, ids),
  }
}

const describeSkills = (document: PolicyDocument, asked: Asked): TableAnswer => {
  const found = asked.positions.flatMap((position) =>
    asked.abilities.flatMap((ability) => {
      const skill = skillOf(position, ability)
      return skill === undefined ? [] : [{ position, skill }]
    }),
  )
  if (found.length === 0) return yesNo(document, asked)
  const lines = found.map(
    ({ position, skill }) => `${position.name}の${skill.ability}:「${skill.text}」`,
  )
  const absent = asked.positions
    .flatMap((position) => asked.abilities.map((ability) => ({ position, ability })))
    .filter(({ position, ability }) => skillOf(position, ability) === undefined)
    .map(
      ({ position, ability }) =>
        `${position.name}の「${rowOf(document, ability)?.ability ?? ability}」に○はありません。`,
    )
  const rows = asked.abilities.map((ability) => rowOf(document, ability)?.passageId)
  return {
    answer: [...lines, ...absent].join('\n'),
    citations: citeIds(document, [...found.map(({ skill }) => skill.passageId), ...rows]),
    table: {
      columns: ['職位', '能力', '内容'],
      rows: found.map(({ position, skill }) => [position.name, skill.ability, skill.text]),
    },
  }
}

const listRoles = (document: PolicyDocument, positions: Position[]): TableAnswer => {
  const known = positions.filter((position) => position.roles.length > 0)
  if (known.length === 0) return undefined
  return {
    answer: known
      .map(
        (position) => `${position.name}の基本的な役割は、「${position.roles.join('」「')}」です。`,
      )
      .join('\n'),
    citations: citeIds(
      document,
      known.map((position) => position.rolesId),
    ),
    table: {
      columns: ['職位', '基本的な役割'],
      rows: known.flatMap((position) => position.roles.map((role) => [position.name, role])),
    },
  }
}

const listAbilities = (document: PolicyDocument, asked: Asked): TableAnswer => {
  const lines = asked.positions.map((position) => {
    const abilities = abilitiesOf(document, position)
    return `${position.name}に求められる能力は、${abilities.join('、')}の${abilities.length}つです。`
  })
  const most = asked.positions.length > 1 ? 4 : 9
  const ids = asked.positions.flatMap((position) =>
    position.skills.map((skill) => skill.passageId).slice(0, most),
  )
  return {
    answer: lines.join('\n'),
    citations: citeIds(document, ids),
    table: {
      columns: ['職位', '能力', '内容'],
      rows: asked.positions.flatMap((position) =>
        position.skills.map((skill) => [position.name, skill.ability, skill.text]),
      ),
    },
  }
}

const compareAbilities = (document: PolicyDocument, asked: Asked): TableAnswer => {
  const [one, two] = asked.positions
  if (one === undefined || two === undefined) return undefined
  const first = abilitiesOf(document, one)
  const second = abilitiesOf(document, two)
  const shared = first.filter((ability) => second.includes(ability))
  const own = (all: string[]): string[] => all.filter((ability) => !shared.includes(ability))
  const said = (names: string[]): string =>
    names.length === 0 ? 'ありません' : `${names.join('、')}です`
  const skills = [one, two].flatMap((position, at) =>
    own(at === 0 ? first : second).map(
      (ability) => skillOf(position, abilityKey(ability))?.passageId,
    ),
  )
  return {
    answer: [
      `${one.name}だけに求められるのは${said(own(first))}。`,
      `${two.name}だけに求められるのは${said(own(second))}。`,
      `共通するのは${said(shared)}。`,
    ].join('\n'),
    citations: citeIds(document, [
      ...skills,
      ...shared.map((ability) => rowOf(document, abilityKey(ability))?.passageId),
    ]).slice(0, 10),
    table: {
      columns: ['能力', one.name, two.name],
      rows: [...new Set([...first, ...second])].map((ability) => [
        ability,
        first.includes(ability) ? '○' : '',
        second.includes(ability) ? '○' : '',
      ]),
    },
  }
}

const listHolders = (document: PolicyDocument, asked: Asked): TableAnswer => {
  const rows = asked.abilities.flatMap((ability) => rowOf(document, ability) ?? [])
  const lines = rows.map((row) => {
    const names = document.positions
      .filter((_, at) => row.marks[at] === true)
      .map((position) => position.name)
    const only = asked.positions.length > 0 && onlyWords.test(asked.text)
    const same = names.length === asked.positions.length
    const lead = only ? (same ? 'はい。' : 'いいえ。') : ''
    return `${lead}「${row.ability}」に○があるのは、${names.join('、')}です（${row.group}）。`
  })
  return {
    answer: lines.join('\n'),
    citations: citeIds(
      document,
      rows.map((row) => row.passageId),
    ),
  }
}

const defineAbility = (document: PolicyDocument, asked: Asked): TableAnswer => {
  const found = asked.abilities.flatMap((ability) =>
    document.positions.flatMap((position) => {
      const skill = skillOf(position, ability)
      return skill === undefined ? [] : [{ position, skill }]
    }),
  )
  if (found.length === 0) return undefined
  const rows = asked.abilities.flatMap((ability) => rowOf(document, ability) ?? [])
  const group = rows.map((row) => `「${row.ability}」は${row.group}の一つです。`)
  return {
    answer: [
      ...group,
      ...found.map(({ position, skill }) => `${position.name}:「${skill.text}」`),
    ].join('\n'),
    citations: citeIds(document, [
      ...found.map(({ skill }) => skill.passageId),
      ...rows.map((row) => row.passageId),
    ]),
  }
}

const listGroup = (document: PolicyDocument, asked: Asked): TableAnswer => {
  const lines = asked.groups.map((group) => {
    const abilities = document.matrix.filter((row) => row.group === group).map((row) => row.ability)
    return `${group}に含まれるのは、${abilities.join('、')}の${abilities.length}つです。`
  })
  const ids = document.passages
    .filter((passage) => passage.kind === 'group' && asked.groups.includes(passage.labels[0] ?? ''))
    .map((passage) => passage.id)
  const rows = document.matrix
    .filter((row) => asked.groups.includes(row.group))
    .map((row) => row.passageId)
  return { answer: lines.join('\n'), citations: citeIds(document, [...ids, ...rows]).slice(0, 10) }
}

const ofPositions = (document: PolicyDocument, asked: Asked): TableAnswer => {
  const { positions, text } = asked
  const roles = roleWords.test(text)
  const abilities = abilityWords.test(text)
  if (roles && !/能力|abilit|skill/.test(text)) return listRoles(document, positions)
  if (positions.length === 2 && (isComparison(text) || commonWords.test(text))) {
    return compareAbilities(document, asked)
  }
  if (abilities || countWords.test(text)) return listAbilities(document, asked)
  return undefined
}

const ofAbilities = (document: PolicyDocument, asked: Asked): TableAnswer => {
  if (asked.positions.length > 0 && onlyWords.test(asked.text)) return listHolders(document, asked)
  if (asked.positions.length > 0) {
    const content = contentWords.test(asked.text) || isComparison(asked.text)
    return content ? describeSkills(document, asked) : yesNo(document, asked)
  }
  if (whoWords.test(asked.text)) return listHolders(document, asked)
  return defineAbility(document, asked)
}

const namesOf = (question: Question, kind: string): string[] => [
  ...new Set(question.entities.filter((entity) => entity.kind === kind).map(({ name }) => name)),
]

const generic =
  /^(?:職位|役職|役割|能力|必要な能力|求められる|身につける|スキル|課長職|基本的な考え方|仕事|新人|違い|比較)/

const askedOf = (document: PolicyDocument, question: Question): Asked => {
  const names = namesOf(question, 'position')
  const spoken = new Set(question.entities.flatMap((entity) => [fold(entity.name), entity.name]))
  const other = question.terms.filter(
    (term) =>
      !term.everyday &&
      term.weight > 2.2 &&
      !generic.test(term.text) &&
      !isPartOf(term.text, spoken, question),
  )
  return {
    positions: document.positions.filter((position) => names.includes(position.name)),
    abilities: namesOf(question, 'ability'),
    groups: namesOf(question, 'group'),
    text: question.text,
    english: question.english,
    other: other.length,
  }
}

const isPartOf = (term: string, spoken: Set<string>, question: Question): boolean => {
  if (
    abilityWords.test(term) ||
    roleWords.test(term) ||
    whoWords.test(term) ||
    countWords.test(term)
  )
    return true
  if ([...spoken].some((name) => name.includes(term) || term.includes(name))) return true
  // English and kana spellings of an entity are terms of other letters.
  return question.english && question.entities.length > 0
}

const noMark = /[○〇◯丸印]|空欄|blank|circle|mark/
const isMissing = /な(?:い|く|し|か)|無|空欄|付いていな|ついてな|blank|without|\bno\b|not/

/** What a missing circle means, in the document's own words. */
const footnoteAsked = (document: PolicyDocument, text: string): TableAnswer => {
  if (!noMark.test(text) || !isMissing.test(text)) return undefined
  const footnote = footnoteOf(document)
  return footnote === undefined ? undefined : { answer: footnote.text, citations: [cite(footnote)] }
}

/** Answers from the tables of positions and abilities, when the question is about nothing else. */
export const answerFromTables = (document: PolicyDocument, question: Question): TableAnswer => {
  if (document.matrix.length === 0) return undefined
  const asked = askedOf(document, question)
  const footnote = footnoteAsked(document, question.text)
  if (footnote !== undefined) return footnote
  if (asked.other > 0 || question.unknown.length > 0) return undefined
  const strict =
    asked.abilities.length > 0 &&
    (asked.positions.length > 0 || /力|能力|知識|abilit|skill/.test(asked.text))
  if (strict) return ofAbilities(document, asked)
  if (asked.groups.length > 0 && asked.positions.length === 0) return listGroup(document, asked)
  return asked.positions.length > 0 ? ofPositions(document, asked) : undefined
}
