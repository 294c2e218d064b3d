import type { Position, Stage } from '../document.ts'
import type { Block } from './blocks.ts'
import type { Builder, JobType } from './builder.ts'
import { fold, tidy } from './normal.ts'
import {
  fragmentsOf,
  isBare,
  isGroupLine,
  isMatrix,
  isStaged,
  matrixHeads,
  namesIn,
  type Row,
  readRows,
} from './table.ts'

/** 組織管理能力 and 組織管理力 are one ability: the spelling that names share. */
export const abilityKey = (name: string): string => fold(name).replace(/能力$/, '力')

const isMark = (cell: string | undefined): boolean => /^[○◯〇●◎]$/.test(cell ?? '')

/** Reads the positions off the table of circles before anything else, as later blocks are named after them. */
export const readPositions = (blocks: Block[], text: string): Position[] => {
  const rows = blocks
    .filter((block) => block.make === 'table')
    .map((block) => readRows(block.lines))
  const matrix = rows.find(isMatrix)
  if (matrix === undefined) return []
  const heads = matrixHeads(matrix).filter((head) => head !== '')
  return heads.map((head) => {
    const names = namesIn(head, text)
    return { name: names.join('・'), names, roles: [], rolesId: null, skills: [] }
  })
}

/** The position a heading or first cell names (主査・技査, 事務主任), or undefined. */
export const positionNamed = (positions: Position[], label: string): Position | undefined => {
  const names = fold(label).split(/[・/／]/)
  return positions.find((position) => position.names.some((name) => names.includes(fold(name))))
}

const addMatrix = (builder: Builder, rows: Row[]): void => {
  const first = matrixHeads(rows).findIndex((head) => head !== '')
  const labels = builder.positions.map((position) => position.name)
  let group = ''
  const grouped = new Map<string, string[]>()
  for (const row of rows.filter((row) => row.cells.some(isMark))) {
    group = row.cells[0] === '' ? group : (row.cells[0] ?? '')
    const ability = row.cells[first - 1] ?? ''
    const marks = builder.positions.map((_, at) => isMark(row.cells[first + at]))
    const held = labels.filter((_, at) => marks[at])
    const more = {
      kind: 'marks',
      labels: [group, ...held],
      facets: { ability: abilityKey(ability) },
    } as const
    const passage = builder.add(row.raw, { ...more, labels: [...more.labels] })
    builder.matrix.push({ group, ability, marks, passageId: passage.id })
    grouped.set(group, [...(grouped.get(group) ?? []), row.raw])
  }
  for (const [name, raws] of grouped)
    builder.add(raws.join('\n'), { kind: 'group', labels: [name] })
}

const addSkill = (builder: Builder, position: Position, row: Row): void => {
  const [ability = '', text = ''] = row.cells
  const facets = { position: position.name, ability: abilityKey(ability) }
  const passage = builder.add(row.raw, { kind: 'skill', labels: [position.name], facets })
  position.skills.push({ ability, text: tidy(text).replace(/^[●■]\s*/, ''), passageId: passage.id })
}

const addRoles = (builder: Builder, position: Position, lines: string[]): void => {
  const items = lines.map((line) => tidy(line).replace(/^[●■・-]\s*/, ''))
  const facets = { position: position.name }
  const passage = builder.add(lines.join('\n'), {
    kind: 'roles',
    labels: [position.name, '基本的な役割'],
    facets,
  })
  position.roles.push(...items)
  position.rolesId = passage.id
}

const addPositionTable = (builder: Builder, rows: Row[]): boolean => {
  const named = positionNamed(builder.positions, rows[0]?.cells[0] ?? '')
  if (named !== undefined && rows.length > 1 && rows.slice(1).every((row) => row.cells[0] === '')) {
    builder.place = { ...builder.place, facets: { position: named.name } }
    addRoles(
      builder,
      named,
      rows.slice(1).map((row) => row.cells.filter((cell) => cell !== '').join(' ')),
    )
    return true
  }
  const current = builder.positions.find(
    (position) => position.name === builder.place.facets.position,
  )
  const skills = rows.filter((row) => row.cells.length >= 2 && /^[●■]/.test(row.cells[1] ?? ''))
  if (current === undefined || skills.length === 0) return false
  for (const row of skills) addSkill(builder, current, row)
  return true
}

const jobOf = (rows: Row[], jobs: JobType[]): string | undefined => {
  const text = rows.map((row) => row.raw).join('\n')
  const score = (job: JobType): number => job.signs.filter((sign) => text.includes(sign)).length
  const [best] = jobs.toSorted((one, two) => score(two) - score(one))
  return best !== undefined && score(best) > 0 ? best.name : undefined
}

const addStagedRow = (builder: Builder, row: Row, heads: string[]): void => {
  const [label = '', ...cells] = row.cells
  // A row with a single filled cell speaks of every column.
  const alone = cells.filter((cell) => cell !== '').length === 1
  for (const [at, cell] of cells.entries()) {
    const stage = alone ? '' : (heads[at] ?? '')
    for (const { text, over } of fragmentsOf(cell)) {
      const labels = [label, stage, ...over]
      const facets = stage === '' ? {} : { stage }
      builder.add(text, { kind: isBare(text) ? 'head' : 'cell', labels, facets })
    }
  }
}

const stageOf = (head: string): Stage => {
  const label = tidy(head)
  const [, name = label, range = ''] = /^(.+?)\s*[(（](.+)[)）]$/.exec(label) ?? []
  const folded = fold(range)
  const names = folded.split(/[~\s]+/).filter((part) => part !== '')
  return { label, name: fold(name), range, names, isOpen: folded.endsWith('~') }
}

const addStaged = (builder: Builder, rows: Row[]): void => {
  const [head] = rows
  const heads = (head?.cells ?? []).slice(1)
  const { job } = builder.place.facets
  if (head !== undefined && job !== undefined) {
    const { id } = builder.add(head.raw, { kind: 'head', labels: [] })
    builder.careers.push({ job, stages: heads.map(stageOf), passageId: id })
  }
  for (const row of rows.slice(1)) addStagedRow(builder, row, heads)
}

const addRows = (builder: Builder, rows: Row[]): void => {
  const carried: string[] = []
  let group = ''
  const wide = Math.max(...rows.map((row) => row.cells.length))
  for (const row of rows) {
    const filled = row.cells.filter((cell) => cell !== '')
    if (filled.length < 2) {
      if (isGroupLine(row.raw)) group = row.raw.trim()
      else builder.add(row.raw, { kind: 'row' })
      continue
    }
    for (const [at, cell] of row.cells.slice(0, Math.max(1, wide - 1)).entries()) {
      if (cell !== '') carried[at] = cell
    }
    const heads = carried.slice(0, Math.max(1, row.cells.length - 1)).map(tidy)
    const item = tidy(filled.length > 1 ? (filled.at(-2) ?? '') : '')
    const kind = row === rows[0] && filled.every((cell) => cell.length <= 6) ? 'head' : 'row'
    builder.add(row.raw, { kind, labels: [group, ...heads], facets: { item } })
  }
}

/** Adds one table to the document, in the way its make asks for. */
export const addTable = (builder: Builder, block: Block, jobs: JobType[]): void => {
  const rows = readRows(block.lines)
  const note = (kind: string): void => {
    builder.tables.push({ kind, rows: rows.length, line: block.at + 1 })
  }
  if (isMatrix(rows)) {
    addMatrix(builder, rows)
    note('能力と職位の表')
  } else if (addPositionTable(builder, rows)) {
    note('職位ごとの役割・能力')
  } else if (isStaged(rows)) {
    const job = jobOf(rows, jobs)
    builder.place = { ...builder.place, label: '', facets: job === undefined ? {} : { job } }
    addStaged(builder, rows)
    note('段階別の表')
  } else {
    addRows(builder, rows)
    note('表')
  }
}

/** Adds the bullets that follow 基本的な役割 under a position given as a heading. */
export const addRoleItems = (builder: Builder, lines: string[]): boolean => {
  const current = builder.positions.find(
    (position) => position.name === builder.place.facets.position,
  )
  if (current === undefined || !builder.place.roles) return false
  addRoles(builder, current, lines)
  return true
}
