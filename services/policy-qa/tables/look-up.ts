import { citationsMax, cite, type PolicyAnswer } from '../answer/answer.ts'
import type { MatrixRow, Passage, PolicyDocument, Position, Skill } from '../document.ts'
import { abilityKey } from '../ingest/tables.ts'

/** What a table look-up gives: the answer without its related questions, or undefined when the tables are not meant. */
export type TableAnswer = Pick<PolicyAnswer, 'answer' | 'citations' | 'table'> | undefined

/** What is looked up: positions and abilities by name, in the language of the question. */
export type LookUp = {
  positions: Position[]
  abilities: string[]
  english: boolean
  only: boolean
  /** It asks how many there are. */
  counted?: boolean
}

type Pair = {
  position: Position
  ability: string
  row: MatrixRow | undefined
  skill: Skill | undefined
  held: boolean
}

const skillsShown = 6
const skillsEach = 4

/** The passages with these ids, as citations. */
export const citeIds = (
  document: PolicyDocument,
  ids: (string | null | undefined)[],
): PolicyAnswer['citations'] => {
  const wanted = [...new Set(ids)]
  const found = wanted.flatMap((id) => document.passages.find((passage) => passage.id === id) ?? [])
  return found.slice(0, citationsMax).map(cite)
}

const rowOf = (document: PolicyDocument, ability: string): MatrixRow | undefined =>
  document.matrix.find((row) => abilityKey(row.ability) === ability)

const skillOf = (position: Position, ability: string): Skill | undefined =>
  position.skills.find((skill) => abilityKey(skill.ability) === abilityKey(ability))

/** Every position asked about with every ability asked about. */
const pairsOf = (document: PolicyDocument, { positions, abilities }: LookUp): Pair[] =>
  positions.flatMap((position) =>
    abilities.map((ability) => {
      const row = rowOf(document, ability)
      const held = row?.marks[document.positions.indexOf(position)] === true
      return {
        position,
        ability: row?.ability ?? ability,
        row,
        skill: skillOf(position, ability),
        held,
      }
    }),
  )

/** The abilities with a circle for a position; those described for it where there is no such table. */
export const abilitiesOf = (document: PolicyDocument, position: Position): string[] => {
  const at = document.positions.indexOf(position)
  const marked = document.matrix.filter((row) => row.marks[at] === true).map((row) => row.ability)
  return marked.length > 0 ? marked : position.skills.map((skill) => skill.ability)
}

/** The note on what a missing circle means, if the document has one. */
export const footnoteOf = (document: PolicyDocument): Passage | undefined =>
  document.passages.find((passage) => passage.kind === 'note' && passage.text.includes('○'))

const saysHeld = ({ position, ability, skill }: Pair, english: boolean): string =>
  `${english ? 'Yes. ' : ''}はい、${position.name}に「${ability}」が求められます（表に○があります）。${
    skill === undefined ? '' : `「${skill.text}」`
  }`

const saysMissing = ({ position, ability }: Pair): string =>
  `${position.name}の「${ability}」に○はありません。`

/** はい or いいえ for each position and ability, with the row, and what a missing circle means. */
export const answerYesNo = (document: PolicyDocument, asked: LookUp): TableAnswer => {
  const pairs = pairsOf(document, asked)
  const missing = pairs.filter(({ held }) => !held)
  const note = missing.length > 0 ? footnoteOf(document) : undefined
  const no = asked.english ? 'No. いいえ、' : 'いいえ、'
  const lines = pairs.map((pair) =>
    pair.held ? saysHeld(pair, asked.english) : `${no}${saysMissing(pair)}`,
  )
  const others = missing.flatMap(({ position }) => position.skills.slice(0, skillsShown))
  const ids = [
    ...pairs.map(({ row }) => row?.passageId),
    ...pairs.filter(({ held }) => held).map(({ skill }) => skill?.passageId),
    ...others.map(({ passageId }) => passageId),
    note?.id,
  ]
  return {
    answer: [...lines, ...(note === undefined ? [] : [note.text])].join('\n'),
    citations: citeIds(document, ids),
  }
}

/** What the abilities mean for the positions, side by side. */
export const describeSkills = (document: PolicyDocument, asked: LookUp): TableAnswer => {
  const pairs = pairsOf(document, asked)
  const found = pairs.flatMap(({ position, skill }) =>
    skill === undefined ? [] : [{ position, skill }],
  )
  if (found.length === 0) return answerYesNo(document, asked)
  const absent = pairs.filter(({ skill }) => skill === undefined).map(saysMissing)
  const lines = found.map(
    ({ position, skill }) => `${position.name}の${skill.ability}:「${skill.text}」`,
  )
  const ids = [
    ...found.map(({ skill }) => skill.passageId),
    ...pairs.map(({ row }) => row?.passageId),
  ]
  return {
    answer: [...lines, ...absent].join('\n'),
    citations: citeIds(document, ids),
    table: {
      columns: ['職位', '能力', '内容'],
      rows: found.map(({ position, skill }) => [position.name, skill.ability, skill.text]),
    },
  }
}

/** The basic roles of positions. */
export const listRoles = (document: PolicyDocument, positions: Position[]): TableAnswer => {
  const known = positions.filter((position) => position.roles.length > 0)
  if (known.length === 0) return undefined
  const lines = known.map(
    ({ name, roles }) => `${name}の基本的な役割は、「${roles.join('」「')}」です。`,
  )
  const ids = known.map(({ rolesId }) => rolesId)
  return {
    answer: lines.join('\n'),
    citations: citeIds(document, ids),
    table: {
      columns: ['職位', '基本的な役割'],
      rows: known.flatMap(({ name, roles }) => roles.map((role) => [name, role])),
    },
  }
}

/** The abilities that positions are expected to have. */
export const listAbilities = (document: PolicyDocument, { positions }: LookUp): TableAnswer => {
  const lines = positions.map((position) => {
    const abilities = abilitiesOf(document, position)
    return `${position.name}に求められる能力は、${abilities.join('、')}の${abilities.length}つです。`
  })
  const most = positions.length > 1 ? skillsEach : citationsMax
  const skills = positions.flatMap((position) => position.skills.slice(0, most))
  return {
    answer: lines.join('\n'),
    citations: citeIds(
      document,
      skills.map(({ passageId }) => passageId),
    ),
    table: {
      columns: ['職位', '能力', '内容'],
      rows: positions.flatMap(({ name, skills }) =>
        skills.map(({ ability, text }) => [name, ability, text]),
      ),
    },
  }
}

/** What is expected of positions in short: what they are there for, and the abilities. */
export const listExpected = (document: PolicyDocument, asked: LookUp): TableAnswer => {
  const roles = listRoles(document, asked.positions)
  const abilities = listAbilities(document, asked)
  if (roles === undefined || abilities === undefined) return roles ?? abilities
  const citations = new Map(
    [...roles.citations, ...abilities.citations].map((one) => [one.passageId, one]),
  )
  return {
    ...abilities,
    answer: `${roles.answer}\n${abilities.answer}`,
    citations: [...citations.values()].slice(0, citationsMax),
  }
}

/** What two positions share and what each has alone. */
export const compareAbilities = (document: PolicyDocument, { positions }: LookUp): TableAnswer => {
  const [one, two] = positions
  if (one === undefined || two === undefined) return undefined
  const [first, second] = [abilitiesOf(document, one), abilitiesOf(document, two)]
  const shared = first.filter((ability) => second.includes(ability))
  const alone = [first, second].map((all) => all.filter((ability) => !shared.includes(ability)))
  const [onlyOne = [], onlyTwo = []] = alone
  const said = (whose: string, names: string[]): string =>
    names.length === 0 ? `${whose}能力はありません。` : `${whose}のは${names.join('、')}です。`
  const ids = [
    ...onlyOne.map((ability) => skillOf(one, ability)?.passageId),
    ...onlyTwo.map((ability) => skillOf(two, ability)?.passageId),
    ...shared.map((ability) => rowOf(document, abilityKey(ability))?.passageId),
  ]
  const mark = (all: string[], ability: string): string => (all.includes(ability) ? '○' : '')
  return {
    answer: [
      said(`${one.name}だけに求められる`, onlyOne),
      said(`${two.name}だけに求められる`, onlyTwo),
      said('共通する', shared),
    ].join('\n'),
    citations: citeIds(document, ids),
    table: {
      columns: ['能力', one.name, two.name],
      rows: [...new Set([...first, ...second])].map((ability) => [
        ability,
        mark(first, ability),
        mark(second, ability),
      ]),
    },
  }
}

/** Who is expected to have the abilities. Asked whether only somebody is, it says はい or いいえ first. */
export const listHolders = (document: PolicyDocument, asked: LookUp): TableAnswer => {
  const rows = asked.abilities.flatMap((ability) => rowOf(document, ability) ?? [])
  const lines = rows.map((row) => {
    const holders = document.positions.filter((_, at) => row.marks[at] === true)
    const same = holders.length === asked.positions.length
    const lead = asked.only ? (same ? 'はい。' : 'いいえ。') : ''
    const names = holders.map(({ name }) => name).join('、')
    const count = asked.counted ? `の${holders.length}つ` : ''
    return `${lead}「${row.ability}」に○があるのは、${names}${count}です（${row.group}）。`
  })
  return {
    answer: lines.join('\n'),
    citations: citeIds(
      document,
      rows.map(({ passageId }) => passageId),
    ),
  }
}

/** What abilities mean, position by position. */
export const defineAbilities = (
  document: PolicyDocument,
  { abilities, english, only }: LookUp,
): TableAnswer => {
  const pairs = pairsOf(document, { positions: document.positions, abilities, english, only })
  const found = pairs.flatMap(({ position, skill }) =>
    skill === undefined ? [] : [{ position, skill }],
  )
  if (found.length === 0) return undefined
  const rows = abilities.flatMap((ability) => rowOf(document, ability) ?? [])
  const lines = [
    ...rows.map((row) => `「${row.ability}」は${row.group}の一つです。`),
    ...found.map(({ position, skill }) => `${position.name}:「${skill.text}」`),
  ]
  const ids = [
    ...found.map(({ skill }) => skill.passageId),
    ...rows.map(({ passageId }) => passageId),
  ]
  return { answer: lines.join('\n'), citations: citeIds(document, ids) }
}

/** The abilities that belong to groups. */
export const listGroups = (document: PolicyDocument, groups: string[]): TableAnswer => {
  const lines = groups.map((group) => {
    const rows = document.matrix.filter((row) => row.group === group)
    return `${group}に含まれるのは、${rows.map(({ ability }) => ability).join('、')}の${rows.length}つです。`
  })
  const whole = document.passages.filter(
    ({ kind, labels }) => kind === 'group' && groups.includes(labels[0] ?? ''),
  )
  const rows = document.matrix.filter(({ group }) => groups.includes(group))
  const ids = [...whole.map(({ id }) => id), ...rows.map(({ passageId }) => passageId)]
  return { answer: lines.join('\n'), citations: citeIds(document, ids) }
}
