/** The people of the synthetic city whom somebody can act as in local mode. */
import assert from 'node:assert/strict'
import type { Person } from '../../../services/people/person.ts'

/** Somebody to act as, and in a few words who that is. */
export type CastMember = { readonly person: Person; readonly note: string }

type Test = (person: Person) => boolean

const pick = (people: readonly Person[], test: Test): Person => {
  const found = people.find(test)
  assert(found !== undefined, 'the city lacks somebody to act as')
  return found
}

// In a section small enough that its 課長 evaluates everybody, so that the two have dealings.
const clerkAndManager = (people: readonly Person[]): readonly [Person, Person] => {
  const managers = new Map(
    people.filter(({ position }) => position === '課長').map((head) => [head.staffId, head]),
  )
  const managerOf = ({ primaryEvaluator }: Person): Person | undefined =>
    primaryEvaluator === null ? undefined : managers.get(primaryEvaluator)
  const clerk = pick(
    people,
    (person) =>
      person.position === '主事' && person.status === 'active' && managerOf(person) !== undefined,
  )
  const manager = managerOf(clerk)
  assert(manager !== undefined)
  return [clerk, manager]
}

// Of a department other than the clerk's: whoever consults does so outside the own line.
const counselorsOf = (people: readonly Person[], clerk: Person): readonly [Person, Person] => {
  const first = pick(
    people,
    ({ roles, department }) =>
      roles.includes('harassment_counselor') && department !== clerk.department,
  )
  const second = pick(
    people,
    ({ roles, department }) =>
      roles.includes('harassment_counselor') &&
      department !== clerk.department &&
      department !== first.department,
  )
  return [first, second]
}

/**
 * A clerk, the manager above that clerk, a personnel officer, two harassment counselors of different
 * departments, and a public health nurse of the health pool: always the same six.
 */
export const cast = (people: readonly Person[]): CastMember[] => {
  const [clerk, manager] = clerkAndManager(people)
  const officer = pick(people, ({ roles }) => roles.includes('hr'))
  const [first, second] = counselorsOf(people, clerk)
  const nurse = pick(
    people,
    ({ roles, section }) => roles.includes('health_counselor') && section === '健康づくり推進課',
  )
  return [
    { person: clerk, note: '主事（一般の職員）' },
    { person: manager, note: '課長（この主事の一次評価者）' },
    { person: officer, note: '職員課（人事担当）' },
    { person: first, note: 'ハラスメント相談員' },
    { person: second, note: 'ハラスメント相談員（別の部）' },
    { person: nurse, note: '保健師（健康相談の担当）' },
  ]
}
