/** What an import changes, in words for the person who runs it. */
import { type CalendarDate, formatDateWithEra } from '../../services/calendar.ts'
import type { Person } from '../../services/people/person.ts'
import type { ImportPlan, RowChange } from '../../services/people/plan-import.ts'
import { quoted } from '../../services/people/problem.ts'
import { rosterOf } from '../../services/people/roster.ts'

/** A number as people read it, `3,657`. */
export const count = (value: number): string => value.toLocaleString('ja-JP')

// Of each kind so many are named; the rest is counted.
const namedMax = 20

const listed = <T>(items: readonly T[], line: (item: T) => string): string[] => [
  ...items.slice(0, namedMax).map((item) => `  ${line(item)}`),
  ...(items.length > namedMax ? [`  ほか${count(items.length - namedMax)}件`] : []),
]

const personLine = ({ staffId, name, department, section }: Person): string =>
  `${staffId} ${quoted(name)} ${quoted([department, section].join(' ').trim())}`

const changeLine = ({ staffId, name, validFrom, fields }: RowChange): string => {
  const changes = fields.map(({ column, from, to }) => `${column} ${quoted(from)}→${quoted(to)}`)
  return `${staffId} ${quoted(name)} ${validFrom}から: ${changes.join('、')}`
}

const goneText = (gone: readonly Person[]): string[] =>
  gone.length === 0
    ? ['名簿からいなくなる人: 0人']
    : [
        `※※ 名簿からいなくなる人: ${count(gone.length)}人（ファイルに行がない人です）`,
        ...listed(gone, personLine),
        '  退職などでなければ、この人たちの行を足したファイルで取り込んでください。',
      ]

/** The difference as several lines; whoever would be gone is pointed out. */
export const planText = (plan: ImportPlan, today: CalendarDate): string => {
  const changedPeople = new Set(plan.changed.map(({ staffId }) => staffId)).size
  return [
    `新しい人: ${count(plan.added.length)}人`,
    ...listed(plan.added, personLine),
    `変わる人: ${count(changedPeople)}人`,
    ...listed(plan.changed, changeLine),
    ...goneText(plan.gone),
    `変わらない人: ${count(plan.unchangedCount)}人`,
    `この名簿で${formatDateWithEra(today)}に在籍する人: ${count(rosterOf(plan.rows).all(today).length)}人`,
  ].join('\n')
}
