import { expect, test } from 'vitest'
import { staffId } from '../../services/ids.ts'
import { planImport } from '../../services/people/plan-import.ts'
import { rosterOf } from '../../services/people/roster.ts'
import { personRow } from '../fakes/people.ts'

const row = (id: string, rest: object = {}) => personRow({ staffId: staffId(id), ...rest })

test('a first import has nothing but new people, each once', () => {
  const plan = planImport(undefined, [row('E1'), row('E1', { validFrom: '2027-04-01' }), row('E2')])
  expect(plan.added.map((person) => person.staffId)).toEqual(['E1', 'E2'])
  expect(plan).toMatchObject({ gone: [], changed: [], unchangedCount: 0 })
  expect(plan.rows).toHaveLength(3)
})

test('the same rows again change nothing, in whatever order', () => {
  const rows = [row('E1', { roles: ['hr'] }), row('E2'), row('E2', { validFrom: '2027-04-01' })]
  const plan = planImport(rosterOf(rows), rows.toReversed())
  expect(plan).toMatchObject({ added: [], gone: [], changed: [], unchangedCount: 2 })
})

test('a change names the column, what it was and what it becomes', () => {
  const before = [row('E1'), row('E2')]
  const plan = planImport(rosterOf(before), [
    row('E1', { section: '契約課', primaryEvaluator: 'E2', roles: ['hr', 'admin'] }),
    row('E2'),
  ])
  expect(plan.changed).toEqual([
    {
      staffId: 'E1',
      name: '試験 E1',
      validFrom: '2026-04-01',
      fields: [
        { column: 'section', from: '財政課', to: '契約課' },
        { column: 'primary_evaluator', from: '', to: 'E2' },
        { column: 'roles', from: '', to: 'hr;admin' },
      ],
    },
  ])
  expect(plan.unchangedCount).toBe(1)
})

test('whoever has no row in the file is gone, history and all', () => {
  const before = [row('E1'), row('E2'), row('E2', { validFrom: '2026-10-01' })]
  const plan = planImport(rosterOf(before), [row('E1')])
  expect(plan.gone.map((person) => person.validFrom)).toEqual(['2026-10-01'])
  expect(plan.rows).toEqual([row('E1')])
})

test('what was true of a person before the first row in the file is kept', () => {
  const before = [row('E1', { section: '財政課' })]
  const plan = planImport(rosterOf(before), [
    row('E1', { section: '契約課', validFrom: '2027-04-01' }),
  ])
  const after = rosterOf(plan.rows)
  expect(after.byStaffId(staffId('E1'), '2027-03-31')?.section).toBe('財政課')
  expect(after.byStaffId(staffId('E1'), '2027-04-01')?.section).toBe('契約課')
  expect(plan.changed).toMatchObject([
    { validFrom: '2027-04-01', fields: [{ column: 'section', from: '財政課', to: '契約課' }] },
  ])
})

test('a later row the file takes back is a change on its day', () => {
  const before = [row('E1'), row('E1', { section: '契約課', validFrom: '2027-04-01' })]
  const plan = planImport(rosterOf(before), [row('E1')])
  expect(plan.rows).toEqual([row('E1')])
  expect(plan.changed).toMatchObject([
    { validFrom: '2027-04-01', fields: [{ column: 'section', from: '契約課', to: '財政課' }] },
  ])
})

test('a first row that begins earlier than what was known is a change', () => {
  const plan = planImport(rosterOf([row('E1')]), [row('E1', { validFrom: '2025-04-01' })])
  expect(plan.changed[0]?.fields).toEqual([
    { column: 'valid_from', from: '2026-04-01', to: '2025-04-01' },
  ])
})
