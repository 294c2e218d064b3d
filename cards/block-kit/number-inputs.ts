import { Temporal } from 'temporal-polyfill'
import { numberOf, textOf } from '../adaptive-card.ts'
import type { InputElement } from './blocks.ts'
import type { Draft } from './draft.ts'
import { type Field, placeholderOf } from './field.ts'

const span = (draft: Draft, field: Field): void => {
  const [min, max] = [textOf(field.node, 'min'), textOf(field.node, 'max')]
  if (!min && !max) return
  draft.warn(field.path, 'Slack cannot check the earliest and latest value; the hint names them')
  field.hints.push(`${min}〜${max}`)
}

const unusable = (draft: Draft, field: Field, value: string): void => {
  if (value !== '') draft.warn(field.path, `value is not filled in, as Slack refuses it: ${value}`)
}

const decimal = (value: number): string =>
  value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })

const plainNumber = (draft: Draft, field: Field): InputElement => {
  draft.warn(field.path, 'a number is a plain text input outside of modals')
  span(draft, field)
  const value = textOf(field.node, 'value')
  return {
    type: 'plain_text_input',
    action_id: field.id,
    ...(value ? { initial_value: value.slice(0, 40) } : {}),
    ...placeholderOf(draft, field),
  }
}

type Span = { min: number | undefined; max: number | undefined }

const spanOf = (draft: Draft, field: Field): Span => {
  const min = numberOf(field.node, 'min')
  const max = numberOf(field.node, 'max')
  if (min === undefined || max === undefined || min <= max) return { min, max }
  draft.warn(field.path, 'min is above max, so neither is kept')
  return { min: undefined, max: undefined }
}

const inside = (value: number | undefined, { min, max }: Span): value is number =>
  value !== undefined && value >= (min ?? value) && value <= (max ?? value)

/** Input.Number: a number input; plain text where only modals have one. */
export const numberElement = (draft: Draft, field: Field): InputElement => {
  if (draft.surface !== 'modal') return plainNumber(draft, field)
  const limit = spanOf(draft, field)
  const value = numberOf(field.node, 'value')
  if (!inside(value, limit)) unusable(draft, field, textOf(field.node, 'value'))
  return {
    type: 'number_input',
    action_id: field.id,
    is_decimal_allowed: true,
    ...(limit.min === undefined ? {} : { min_value: decimal(limit.min) }),
    ...(limit.max === undefined ? {} : { max_value: decimal(limit.max) }),
    ...(inside(value, limit) ? { initial_value: decimal(value) } : {}),
    ...placeholderOf(draft, field),
  }
}

const readable = (text: string, read: (text: string) => unknown): boolean => {
  try {
    read(text)
    return true
  } catch {
    return false
  }
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && readable(text, (day) => Temporal.PlainDate.from(day))

/** Input.Date: a date picker. */
export const dateElement = (draft: Draft, field: Field): InputElement => {
  span(draft, field)
  const value = textOf(field.node, 'value').trim()
  if (!isDate(value)) unusable(draft, field, value)
  return {
    type: 'datepicker',
    action_id: field.id,
    ...(isDate(value) ? { initial_date: value } : {}),
    ...placeholderOf(draft, field),
  }
}

/** Input.Time: a time picker. */
export const timeElement = (draft: Draft, field: Field): InputElement => {
  span(draft, field)
  const value = textOf(field.node, 'value').trim()
  const [, time] = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?$/.exec(value) ?? []
  if (time === undefined) unusable(draft, field, value)
  return {
    type: 'timepicker',
    action_id: field.id,
    ...(time === undefined ? {} : { initial_time: time }),
    ...placeholderOf(draft, field),
  }
}
