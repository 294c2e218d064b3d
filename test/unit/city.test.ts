import { expect, test } from 'vitest'
import { cast } from '../../bot/local-mode/city/cast.ts'
import positions from '../../bot/local-mode/city/data/positions.json' with { type: 'json' }
import { statusCounts } from '../../bot/local-mode/city/duties.ts'
import { evaluateesMax } from '../../bot/local-mode/city/evaluators.ts'
import { cityValidFrom, generateCity } from '../../bot/local-mode/city/generate.ts'
import { cityPosts } from '../../bot/local-mode/city/posts.ts'
import { levelOf, type Person, personSchema, positionLevels } from '../../services/people/person.ts'

const city = generateCity()
const byId = new Map(city.map((person) => [person.staffId, person]))

const countsBy = (people: readonly Person[], keysOf: (person: Person) => readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const key of people.flatMap(keysOf)) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const firstHandLoads = () => countsBy(city, ({ primaryEvaluator }) => [primaryEvaluator ?? 'none'])

test('the city has 3,657 people, and they are the same on every run', () => {
  expect(city).toHaveLength(3_657)
  expect(generateCity()).toEqual(city)
})

test('every level has the number of people the organisation gives it', () => {
  const counts = positionLevels.map(
    (level) => city.filter(({ position }) => levelOf(position) === level).length,
  )
  expect(counts).toEqual([20, 40, 153, 185, 470, 1_011, 745, 895, 138])
})

test('every department has its numbers of every level', () => {
  const posts = cityPosts()
  const counts = Object.fromEntries(
    Object.keys(positions).map((code) => [
      code,
      positionLevels.map(
        (level) => posts.filter((post) => post.code === code && post.level === level).length,
      ),
    ]),
  )
  expect(Object.keys(counts)).toHaveLength(21)
  expect(counts).toEqual(positions)
})

test('the city stands from the beginning of a fiscal year on', () => {
  expect(cityValidFrom).toMatch(/-04-01$/)
  expect(new Set(city.map(({ validFrom }) => validFrom))).toEqual(new Set([cityValidFrom]))
})

test('everybody fits the schema of the roster', () => {
  for (const person of city) expect(personSchema.parse(person)).toEqual(person)
})

test('everybody is marked as fictional and has addresses that are nobody else’s', () => {
  expect(city.filter(({ name }) => !name.endsWith('（架空）'))).toEqual([])
  expect(city.filter(({ email }) => !email?.endsWith('@iwaki.example'))).toEqual([])
  expect(city.filter(({ slackUserId }) => !/^U[A-Z0-9]{10}$/.test(slackUserId ?? ''))).toEqual([])
  for (const key of ['staffId', 'name', 'email', 'aadObjectId', 'slackUserId'] as const) {
    expect(new Set(city.map((person) => person[key])).size, key).toBe(3_657)
  }
})

test('only those whom the mayor evaluates have no evaluator in the roster', () => {
  const without = city.filter(({ primaryEvaluator }) => primaryEvaluator === null)
  expect(countsBy(without, ({ position }) => [position])).toEqual({ 部長: 20, 次長: 3 })
})

test('every evaluator stands at a higher level than whom they evaluate, and the second above the first', () => {
  const rank = (person: Person | undefined) =>
    person === undefined ? -1 : positionLevels.indexOf(levelOf(person.position))
  const find = (id: Person['primaryEvaluator']) => (id === null ? undefined : byId.get(id))
  const wrong = city.filter((person) => {
    const primary = find(person.primaryEvaluator)
    const secondary = find(person.secondaryEvaluator)
    if (primary !== undefined && rank(primary) >= rank(person)) return true
    return secondary !== undefined && rank(secondary) >= rank(primary)
  })
  expect(wrong).toEqual([])
})

test('nobody below 次長 evaluates too many people first-hand', () => {
  const { none: _, ...loads } = firstHandLoads()
  const tooMany = Object.entries(loads).filter(([, count]) => count > evaluateesMax)
  const positionsOf = tooMany.map(([id]) => city.find(({ staffId }) => staffId === id)?.position)
  expect(Object.keys(loads).length).toBeGreaterThan(200)
  expect(positionsOf.filter((position) => position !== '部長' && position !== '次長')).toEqual([])
})

test('the statuses and duties are as many as planned', () => {
  const statuses = countsBy(city, ({ status }) => [status])
  expect(statuses).toEqual({ ...statusCounts, active: 3_657 - 183 - 17 - 150 - 55 })
  expect(countsBy(city, ({ roles }) => roles)).toEqual({
    harassment_counselor: 72,
    hr: 7,
    admin: 2,
    health_counselor: 14,
    return_to_work: 2,
  })
})

test('harassment counselors are 課長補佐 or 係長, four of them in the personnel division', () => {
  const counselors = city.filter(({ roles }) => roles.includes('harassment_counselor'))
  const levels = new Set(counselors.map(({ position }) => position))
  expect(levels).toEqual(new Set(['課長補佐', '係長']))
  expect(counselors.filter(({ section }) => section === '職員課')).toHaveLength(4)
})

test('units are shown by name, without the notes of the plan', () => {
  const names = city.flatMap(({ department, section, subsection }) => [
    department,
    section,
    subsection,
  ])
  expect(names.filter((name) => /[（）［］]/.test(name))).toEqual([])
  expect(city.find(({ section }) => section === '遠野支所')?.department).toBe('市民協働部')
})

test('the known subsections keep their names', () => {
  const subsections = (section: string) => [
    ...new Set(
      city.filter((person) => person.section === section).map(({ subsection }) => subsection),
    ),
  ]
  expect(subsections('土木課')).toEqual(
    expect.arrayContaining(['幹線道路係', '生活道路係', '街路係', '道路計画係', '第五係']),
  )
  expect(subsections('職員課')).toContain('人材育成改革推進担当')
})

test('those to act as are a clerk, the evaluating manager, an officer, two counselors and a nurse', () => {
  const [clerk, manager, officer, first, second, nurse] = cast(city).map(({ person }) => person)
  expect(clerk?.position).toBe('主事')
  expect(manager?.position).toBe('課長')
  expect(clerk?.primaryEvaluator).toBe(manager?.staffId)
  expect(officer?.roles).toEqual(['hr'])
  expect([first?.roles, second?.roles]).toEqual([
    ['harassment_counselor'],
    ['harassment_counselor'],
  ])
  expect(new Set([clerk, first, second].map((person) => person?.department)).size).toBe(3)
  expect(nurse?.roles).toEqual(['health_counselor'])
})
