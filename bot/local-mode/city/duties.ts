/** Which people of the synthetic city have a duty beside their position, and whose employment is out of the ordinary. */
import assert from 'node:assert/strict'
import type { PositionLevel, Role, Status } from '../../../services/people/person.ts'
import type { Post } from './posts.ts'
import { type Random, shuffled } from './random.ts'

/** What a post has beside its level. */
export type Duties = { readonly roles: readonly Role[]; readonly status: Status }

/** How many people have each unusual status. Leave is 3 % childcare and 2 % sickness, told apart nowhere. */
export const statusCounts = {
  leave: 183,
  dispatchedOut: 17,
  probation: 150,
  // People past the age limit of managers (1.5 %), who are shown as in their last year.
  retiringThisYear: 55,
} as const satisfies Partial<Record<Status, number>>

type Where = {
  readonly section: string
  readonly subsection?: string
  readonly levels: readonly PositionLevel[]
}
type Duty = Where & { readonly role: Role; readonly count: number }

const clerks: readonly PositionLevel[] = ['主査・技査', '事務主任・技術主任', '主事・技師']

// The personnel division (placement 4, evaluation office 3), its two system administrators, its four
// harassment counselors, the health pool: advisers and return-to-work staff there, public health
// nurses, doctors and psychologists elsewhere.
const fixedDuties: readonly Duty[] = [
  { role: 'hr', section: '職員課', subsection: '人事係', levels: ['係長', ...clerks], count: 4 },
  {
    role: 'hr',
    section: '職員課',
    subsection: '人材育成改革推進担当',
    levels: ['係長', ...clerks],
    count: 3,
  },
  { role: 'admin', section: '職員課', subsection: '給与係', levels: clerks, count: 2 },
  { role: 'harassment_counselor', section: '職員課', levels: ['課長補佐', '係長'], count: 4 },
  {
    role: 'health_counselor',
    section: '職員課',
    subsection: '健康管理係',
    levels: clerks,
    count: 4,
  },
  { role: 'return_to_work', section: '職員課', subsection: '健康管理係', levels: clerks, count: 2 },
  { role: 'health_counselor', section: '健康づくり推進課', levels: clerks, count: 4 },
  { role: 'health_counselor', section: '診療部', levels: ['課長補佐', ...clerks], count: 4 },
  { role: 'health_counselor', section: '医療技術部', levels: clerks, count: 2 },
]

const matches = (post: Post, { subsection, levels }: Where): boolean =>
  (subsection === undefined || post.subsection === subsection) && levels.includes(post.level)

// How many harassment counselors a department of that many people has; the hospital has ten.
const counselorsFor = (staff: number): number => {
  if (staff < 150) return 2
  if (staff < 350) return 4
  return staff < 600 ? 6 : 10
}

type Numbered = readonly [number, Post]

// Gives a role to the first so many who have none yet; too few of them is a fault in the tables above.
const give = (
  roles: Map<number, Role>,
  { role, count }: Pick<Duty, 'role' | 'count'>,
  candidates: readonly Numbered[],
): void => {
  const free = candidates.filter(([index]) => !roles.has(index))
  assert(free.length >= count, 'a duty has too few posts to choose from')
  for (const [index] of free.slice(0, count)) roles.set(index, role)
}

const rolesOf = (posts: readonly Post[]): ReadonlyMap<number, Role> => {
  const roles = new Map<number, Role>()
  const bySection = Map.groupBy(posts.entries(), ([, post]) => post.section)
  for (const duty of fixedDuties) {
    const section = bySection.get(duty.section) ?? []
    give(
      roles,
      duty,
      section.filter(([, post]) => matches(post, duty)),
    )
  }
  for (const members of Map.groupBy(posts.entries(), ([, post]) => post.code).values()) {
    give(
      roles,
      { role: 'harassment_counselor', count: counselorsFor(members.length) },
      members.filter(([, post]) => counselorLevels.has(post.level) && post.section !== '職員課'),
    )
  }
  return roles
}

const counselorLevels: ReadonlySet<PositionLevel> = new Set(['課長補佐', '係長'])

const levelsWith: Readonly<Record<keyof typeof statusCounts, readonly PositionLevel[]>> = {
  leave: [...clerks, '技能労務職'],
  dispatchedOut: ['主査・技査', '事務主任・技術主任'],
  probation: ['主事・技師'],
  retiringThisYear: ['主査・技査'],
}

const unusual = ['probation', 'retiringThisYear', 'dispatchedOut', 'leave'] as const

const statusesOf = (
  posts: readonly Post[],
  roles: ReadonlyMap<number, Role>,
  random: Random,
): ReadonlyMap<number, Status> => {
  const statuses = new Map<number, Status>()
  const order = shuffled([...posts.entries()], random)
  for (const status of unusual) {
    order
      .filter(([index, { level }]) => levelsWith[status].includes(level) && !roles.has(index))
      .filter(([index]) => !statuses.has(index))
      .slice(0, statusCounts[status])
      .forEach(([index]) => statuses.set(index, status))
  }
  return statuses
}

/** The duties of every post, in the order of the posts. Who has a role is at work. */
export const dutiesOf = (posts: readonly Post[], random: Random): Duties[] => {
  const roles = rolesOf(posts)
  const statuses = statusesOf(posts, roles, random)
  return posts.map((_, index) => {
    const role = roles.get(index)
    return { roles: role === undefined ? [] : [role], status: statuses.get(index) ?? 'active' }
  })
}
