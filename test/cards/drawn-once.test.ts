import { expect, it } from 'vitest'
import { dialog } from '../../bot/teams/outbound.ts'
import { type AdaptiveCard, everyObject } from '../../cards/adaptive-card.ts'
import { toBlockKit } from '../../cards/block-kit.ts'
import { render } from '../../cards/render.ts'
import { calendarDate } from '../../services/calendar.ts'
import { formView } from '../../services/self-report/views.ts'

const day = (text: string) => calendarDate(Date.parse(`${text}T00:00:00+09:00`))
const window = { fiscalYear: 2026, opensOn: day('2026-10-01'), dueOn: day('2026-12-18') }
const units = ['総務部', '総務部 職員課', '市民協働部']

const page = (answers: Record<string, string>, of: readonly string[] = units) =>
  render(formView({ window, session: '0-a' }, { page: 3, answers }, of))

const typed = '家庭の都合で、近くの部署を望みます'

it('shows nobody what somebody else typed into the same page', () => {
  const before = JSON.stringify(page({}).content)
  const filled = page({ unit1: '総務部', unitReason1: typed })
  expect(JSON.stringify(filled.content)).toContain(typed)
  expect(JSON.stringify(toBlockKit(filled.content, { surface: 'modal' }))).toContain(typed)
  expect(JSON.stringify(page({}).content)).toBe(before)
  expect(before).not.toContain(typed)
})

it('offers the units of today, however often yesterday’s were drawn', () => {
  page({})
  const today = JSON.stringify(
    toBlockKit(page({}, ['総務部', '危機管理部']).content, { surface: 'modal' }),
  )
  expect(today).toContain('危機管理部')
  expect(today).not.toContain('市民協働部')
})

it('says the same of a list each time it is drawn', () => {
  const twice = { title: '総務部', value: '総務部' }
  const choices = Object.freeze([twice, { ...twice }].map((one) => Object.freeze(one)))
  const input = (id: string) => ({ type: 'Input.ChoiceSet', id, label: '部署', choices })
  const card: AdaptiveCard = { type: 'AdaptiveCard', body: [input('a'), input('b')] }
  const { warnings } = toBlockKit(card, { surface: 'modal' })
  const told = warnings.filter((line) => line.includes('an earlier choice has its value'))
  expect(told.map((line) => line.split(':')[0])).toEqual([
    'body[0].choices[1]',
    'body[1].choices[1]',
  ])
})

it('reads a list anew as long as it can still change', () => {
  const choices = [{ title: '総務部', value: '総務部' }]
  const body = [{ type: 'Input.ChoiceSet', id: 'a', label: '部署', choices }]
  const shown = () =>
    JSON.stringify(toBlockKit({ type: 'AdaptiveCard', body }, { surface: 'modal' }))
  expect(shown()).not.toContain('危機管理部')
  choices.push({ title: '危機管理部', value: '危機管理部' })
  expect(shown()).toContain('危機管理部')
})

it('gives every button of a form to Teams as a submit, and leaves the card as it was', () => {
  const card = page({ unit1: '総務部' })
  const before = JSON.stringify(card.content)
  const shown = dialog(card, {
    surface: 'dialog',
    opensDialog: () => true,
    answersAnew: () => false,
  })
  const types = everyObject(shown).map((node) => node['type'])
  expect(types.filter((type) => type === 'Action.Submit')).toHaveLength(3)
  expect(types).not.toContain('Action.Execute')
  expect(JSON.stringify(card.content)).toBe(before)
})
