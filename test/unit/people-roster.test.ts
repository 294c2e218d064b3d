import { describe, expect, test } from 'vitest'
import { staffId } from '../../services/ids.ts'
import { type Person, personSchema } from '../../services/people/person.ts'
import { rosterOf } from '../../services/people/roster.ts'
import { personRow } from '../fakes/people.ts'

const today = '2026-11-22'
const id = staffId('E00001')

const namesOf = (people: readonly (Person | undefined)[]) => people.map((person) => person?.name)

describe('a person with several rows', () => {
  const roster = rosterOf([
    personRow({ staffId: id, section: '財政課', validFrom: '2026-04-01' }),
    personRow({ staffId: id, section: '契約課', validFrom: '2027-04-01' }),
    personRow({ staffId: id, section: '総務課', validFrom: '2025-04-01' }),
    personRow({ staffId: id, section: '総務課', validFrom: '2028-04-01', status: 'retired' }),
  ])

  test('is who the latest row up to the day says, whatever the order of the file', () => {
    expect(roster.byStaffId(id, '2025-04-01')?.section).toBe('総務課')
    expect(roster.byStaffId(id, '2026-03-31')?.section).toBe('総務課')
    expect(roster.byStaffId(id, '2026-04-01')?.section).toBe('財政課')
    expect(roster.byStaffId(id, '2027-04-01')?.section).toBe('契約課')
  })

  test('is nowhere before the first row', () => {
    expect(roster.byStaffId(id, '2025-03-31')).toBeUndefined()
    expect(roster.all('2025-03-31')).toEqual([])
  })

  test('is not found any more after retiring, but the record still gives the name', () => {
    expect(roster.byStaffId(id, '2028-04-01')).toBeUndefined()
    expect(roster.byAadObjectId(personRow({ staffId: id }).aadObjectId ?? '', '2028-04-01')).toBe(
      undefined,
    )
    expect(roster.all('2028-04-01')).toEqual([])
    expect(roster.recordOf(id, '2028-04-01')?.name).toBe(personRow({ staffId: id }).name)
  })

  test('is listed once a day, in the unit of that day', () => {
    expect(roster.all(today)).toHaveLength(1)
    expect(roster.membersOf({ department: '財政部', section: '財政課' }, today)).toHaveLength(1)
    expect(roster.membersOf({ department: '財政部', section: '契約課' }, today)).toEqual([])
    expect(
      roster.membersOf({ department: '財政部', section: '契約課' }, '2027-05-01'),
    ).toHaveLength(1)
  })
})

describe('an address', () => {
  const first = personRow({ staffId: id, email: 'Taro@Iwaki.example' })
  const second = personRow({ staffId: staffId('E00002') })
  const roster = rosterOf([
    first,
    { ...first, email: 'taro.new@iwaki.example', validFrom: '2027-04-01' },
    second,
  ])

  test('finds its person by e-mail whatever the case, Entra ID and Slack', () => {
    expect(roster.byEmail('taro@iwaki.EXAMPLE', today)?.staffId).toBe(first.staffId)
    expect(roster.byAadObjectId(second.aadObjectId?.toUpperCase() ?? '', today)).toEqual(second)
    expect(roster.bySlackUserId(second.slackUserId ?? '', today)).toEqual(second)
  })

  test('finds nobody on a day on which nobody has it', () => {
    expect(roster.byEmail('taro@iwaki.example', '2027-04-01')).toBeUndefined()
    expect(roster.byEmail('taro.new@iwaki.example', today)).toBeUndefined()
    expect(roster.byEmail('taro.new@iwaki.example', '2027-04-01')?.staffId).toBe(first.staffId)
    expect(roster.byEmail('', today)).toBeUndefined()
  })

  test('that passed on to somebody else finds whoever has it that day', () => {
    const shared = 'counter@iwaki.example'
    const passing = rosterOf([
      personRow({ staffId: id, email: shared }),
      personRow({ staffId: id, email: null, validFrom: '2026-10-01' }),
      personRow({ staffId: staffId('E00002'), email: null }),
      personRow({ staffId: staffId('E00002'), email: shared, validFrom: '2026-10-01' }),
    ])
    expect(passing.byEmail(shared, '2026-09-30')?.staffId).toBe('E00001')
    expect(passing.byEmail(shared, '2026-10-01')?.staffId).toBe('E00002')
  })
})

describe('units', () => {
  const roster = rosterOf([
    personRow({ staffId: staffId('E1'), name: '部長', section: '', subsection: '' }),
    personRow({ staffId: staffId('E2'), name: '課長', section: '財政課', subsection: '' }),
    personRow({ staffId: staffId('E3'), name: '係員', section: '財政課', subsection: '第一係' }),
    personRow({ staffId: staffId('E4'), name: '他課', section: '契約課', subsection: '第一係' }),
    personRow({ staffId: staffId('E5'), name: '他部', department: '土木部', section: '土木課' }),
  ])

  test('have the members of what is below them', () => {
    const members = (section?: string, subsection?: string) =>
      namesOf(
        roster.membersOf(
          {
            department: '財政部',
            ...(section === undefined ? {} : { section }),
            ...(subsection === undefined ? {} : { subsection }),
          },
          today,
        ),
      )
    expect(members()).toEqual(['部長', '課長', '係員', '他課'])
    expect(members('財政課')).toEqual(['課長', '係員'])
    expect(members('財政課', '第一係')).toEqual(['係員'])
  })

  test('are listed for pickers in the order of the roster', () => {
    expect(roster.departments(today)).toEqual(['財政部', '土木部'])
    expect(roster.sections('財政部', today)).toEqual(['財政課', '契約課'])
    expect(roster.sections('ない部', today)).toEqual([])
  })
})

describe('evaluators', () => {
  const member = staffId('E3')
  const roster = rosterOf([
    personRow({ staffId: staffId('E1'), name: '部長' }),
    personRow({ staffId: staffId('E2'), name: '課長' }),
    personRow({ staffId: staffId('E2'), name: '課長', validFrom: '2026-10-01', status: 'left' }),
    personRow({
      staffId: member,
      primaryEvaluator: staffId('E2'),
      secondaryEvaluator: staffId('E1'),
    }),
    personRow({ staffId: member, primaryEvaluator: staffId('E1'), validFrom: '2027-04-01' }),
  ])

  test('are those of the day', () => {
    const on = (date: Parameters<typeof roster.all>[0]) => {
      const { primary, secondary } = roster.evaluatorsOf(member, date)
      return namesOf([primary, secondary])
    }
    expect(on('2026-05-01')).toEqual(['課長', '部長'])
    expect(on('2027-04-01')).toEqual(['部長', undefined])
  })

  test('who have left are none', () => {
    expect(roster.evaluatorsOf(member, today).primary).toBeUndefined()
  })

  test('have their evaluatees, first-hand and second', () => {
    expect(roster.evaluateesOf(staffId('E2'), '2026-05-01').primary).toHaveLength(1)
    expect(roster.evaluateesOf(staffId('E1'), '2026-05-01').secondary).toHaveLength(1)
    expect(roster.evaluateesOf(staffId('E1'), '2026-05-01').primary).toEqual([])
  })
})

test('people are found by their duty', () => {
  const roster = rosterOf([
    personRow({ staffId: staffId('E1'), roles: ['hr', 'admin'] }),
    personRow({ staffId: staffId('E2') }),
  ])
  expect(roster.withRole('admin', today).map(({ staffId: found }) => found)).toEqual(['E1'])
})

test('asking about many days gives each its own answer', () => {
  const roster = rosterOf([personRow({ staffId: id, validFrom: '2026-04-10' })])
  const days = Array.from({ length: 20 }, (_, day) => `2026-04-${day + 10}` as const)
  expect([...days, ...days].map((day) => roster.all(day).length)).toEqual(Array(40).fill(1))
  expect(roster.all('2026-04-09')).toEqual([])
})

test('the rows tests are made of are rows', () => {
  expect(personSchema.parse(personRow({ staffId: id }))).toEqual(personRow({ staffId: id }))
})
