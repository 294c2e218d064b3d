/**
 * Every post of the synthetic city, one a person: how many of which level each section has.
 * The totals a department and a level are exactly those of data/positions.json.
 */
import assert from 'node:assert/strict'
import { type PositionLevel, positionLevels } from '../../../services/people/person.ts'
import scheme from './data/org-scheme.json' with { type: 'json' }
import positions from './data/positions.json' with { type: 'json' }
import { departmentName, sectionName, subsectionNames } from './unit-names.ts'

/** A place in the organisation that one person fills. */
export type Post = {
  /** The scheme's own number of the department; 市民協働部 and its branch offices have two. */
  readonly code: string
  readonly authority: string
  readonly department: string
  readonly section: string
  readonly subsection: string
  readonly level: PositionLevel
}

type Department = (typeof scheme.departments)[number]
type Section = Department['sections'][number]
type Place = Omit<Post, 'level' | 'subsection'>

const countsOf: Readonly<Record<string, readonly number[]>> = positions

/** Sections led by a 次長 (branch managers, heads of offices, the head of nursing), by department. */
const deputyLedSections: Readonly<Record<string, readonly string[]>> = {
  '06': ['小名浜支所', '勿来支所', '常磐支所', '内郷支所', '四倉支所'],
  '17': ['選挙管理委員会事務局', '監査委員事務局（公平委員会事務局 併任）', '農業委員会事務局'],
  '18': ['中央公民館・公民館', 'いわき総合図書館', '美術館'],
  '21': ['看護部'],
}

type Leaders = { readonly heads: number; readonly assistants: number }

// Where the general rule does not hold: large branches have two 課長 under their 次長, nursery schools
// and school caretakers have none of their own, and doctors and head nurses hold the hospital's ranks.
const leadersOfSection: Readonly<Record<string, Leaders>> = {
  小名浜支所: { heads: 2, assistants: 1 },
  勿来支所: { heads: 2, assistants: 1 },
  常磐支所: { heads: 2, assistants: 1 },
  内郷支所: { heads: 2, assistants: 1 },
  四倉支所: { heads: 2, assistants: 1 },
  '公立保育所（18か所）': { heads: 0, assistants: 0 },
  農業委員会事務局: { heads: 1, assistants: 0 },
  学校業務員: { heads: 0, assistants: 0 },
  平消防署: { heads: 1, assistants: 3 },
  小名浜消防署: { heads: 1, assistants: 3 },
  診療部: { heads: 24, assistants: 5 },
  医療技術部: { heads: 1, assistants: 6 },
  看護部: { heads: 4, assistants: 52 },
}

const leadersOf = ({ name, staff }: Section): Leaders =>
  leadersOfSection[name] ?? { heads: 1, assistants: staff < 12 ? 0 : staff < 30 ? 1 : 2 }

const rankAndFile = ['主査・技査', '事務主任・技術主任', '主事・技師'] as const

const countOf = (department: Department, level: PositionLevel): number =>
  countsOf[department.code]?.[positionLevels.indexOf(level)] ?? 0

type Dealer = () => PositionLevel

// Deals a department's three lower ranks evenly over its sections: the one furthest behind its share is next.
const dealerOf = (department: Department): Dealer => {
  const hands = rankAndFile.map((level) => ({ level, count: countOf(department, level), dealt: 0 }))
  const total = hands.reduce((sum, hand) => sum + hand.count, 0)
  let dealt = 0
  return () => {
    dealt += 1
    const behind = hands.toSorted(
      (a, b) => (b.count * dealt) / total - b.dealt - ((a.count * dealt) / total - a.dealt),
    )
    const next = behind.find((hand) => hand.dealt < hand.count)
    assert(next !== undefined, `${department.name} has more people than its ranks`)
    next.dealt += 1
    return next.level
  }
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

const teamsOf = (names: readonly string[], members: readonly PositionLevel[]): PostInTeam[] =>
  names.length === 0
    ? members.map((level) => ({ level, subsection: '' }))
    : names.flatMap((subsection, team) => [
        { level: '係長' as const, subsection },
        ...members
          .filter((_, index) => index % names.length === team)
          .map((level) => ({ level, subsection })),
      ])

type PostInTeam = Pick<Post, 'level' | 'subsection'>

const sectionPosts = (department: Department, section: Section, deal: Dealer): Post[] => {
  const { heads, assistants } = leadersOf(section)
  const names = subsectionNames(section.name, section.subsections)
  const others = section.staff - heads - assistants - names.length - section.labourers
  const ledByDeputy = deputyLedSections[department.code]?.includes(section.name)
  const place: Place = {
    code: department.code,
    authority: department.authority,
    department: departmentName(department.name),
    section: sectionName(section.name),
  }
  const leaders: PositionLevel[] = [
    ...times(ledByDeputy ? 1 : 0, () => '次長' as const),
    ...times(heads, () => '課長' as const),
    ...times(assistants, () => '課長補佐' as const),
  ]
  const members = [...times(others, deal), ...times(section.labourers, () => '技能労務職' as const)]
  return [
    ...leaders.map((level) => ({ ...place, subsection: '', level })),
    ...teamsOf(names, members).map((post) => ({ ...place, ...post })),
  ]
}

const departmentPosts = (department: Department): Post[] => {
  const { code, authority, directors, deputyDirectors } = department
  const top = { code, authority, department: departmentName(department.name) }
  const deputies = deputyDirectors - (deputyLedSections[code]?.length ?? 0)
  const deal = dealerOf(department)
  const leaders: PositionLevel[] = [
    ...times(directors, () => '部長' as const),
    ...times(deputies, () => '次長' as const),
  ]
  return [
    ...leaders.map((level) => ({ ...top, section: '', subsection: '', level })),
    ...department.sections.flatMap((section) => sectionPosts(department, section, deal)),
  ]
}

/** Every post of the city, in the order of the organisation: department, section, subsection, level. */
export const cityPosts = (): Post[] => scheme.departments.flatMap(departmentPosts)
