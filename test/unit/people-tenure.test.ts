import { expect, it } from 'vitest'
import { staffId } from '../../services/ids.ts'
import { rosterOf } from '../../services/people/roster.ts'
import { yearsInSection } from '../../services/people/tenure.ts'
import { personRow } from '../fakes/people.ts'

const id = staffId('E00042')
const roster = rosterOf([
  personRow({ staffId: id, section: '財政課', validFrom: '2018-04-01' }),
  personRow({ staffId: id, section: '契約課', validFrom: '2020-04-01' }),
  personRow({ staffId: id, section: '財政課', validFrom: '2023-04-01' }),
  personRow({ staffId: id, section: '財政課', position: '主査', validFrom: '2025-04-01' }),
  personRow({ staffId: id, section: '税務課', validFrom: '2027-04-01' }),
])

it('counts whole years since the last move into the section, a promotion there not counting as a move', () => {
  expect(yearsInSection(roster, id, '2026-10-20')).toBe(3)
  expect(yearsInSection(roster, id, '2023-12-01')).toBe(0)
  expect(yearsInSection(roster, id, '2021-06-01')).toBe(1)
})

it('knows nothing of somebody who is not there yet, or not at all', () => {
  expect(yearsInSection(roster, id, '2017-01-01')).toBeUndefined()
  expect(yearsInSection(roster, staffId('E99999'), '2026-10-20')).toBeUndefined()
})
