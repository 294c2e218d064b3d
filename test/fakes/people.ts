/** Rows of the roster for tests: a plain clerk, different in what a test says. */
import type { StaffId } from '../../services/ids.ts'
import type { Person } from '../../services/people/person.ts'

const digitsOf = (id: string) => id.replace(/\D/g, '').padStart(12, '0').slice(-12)

/** A clerk of the finance section since 2026-04-01, with accounts of the own number. */
export const personRow = (row: Partial<Person> & { readonly staffId: StaffId }): Person => ({
  name: `試験 ${row.staffId}`,
  kana: 'シケン',
  email: `${row.staffId.toLowerCase()}@iwaki.example`,
  authority: '市長部局',
  department: '財政部',
  section: '財政課',
  subsection: '第一係',
  position: '主事',
  status: 'active',
  primaryEvaluator: null,
  secondaryEvaluator: null,
  roles: [],
  aadObjectId: `0a510fca-1eca-4320-8b64-${digitsOf(row.staffId)}`,
  slackUserId: `U${digitsOf(row.staffId)}`,
  validFrom: '2026-04-01',
  ...row,
})
