/** What a caller may hand to a store. Every driver checks with these, so that both refuse alike. */
import assert from 'node:assert/strict'
import { Secret } from '../secret.ts'
import {
  bodyBytesMax,
  type Key,
  keyBytesMax,
  type Query,
  queryLimitMax,
  type Write,
} from './store.ts'

const fieldPath = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*$/

const checkName = (what: string, value: string): void => {
  assert(value.length > 0, `store: the ${what} is empty`)
  assert(value.isWellFormed(), `store: the ${what} is not well-formed Unicode`)
  assert(!/\p{Cc}/u.test(value), `store: the ${what} holds a control character`)
  const bytes = Buffer.byteLength(value)
  assert(bytes <= keyBytesMax, `store: the ${what} has ${bytes} bytes, at most ${keyBytesMax}`)
}

/** Throws where a key is empty, too long, or holds what a store could not keep. Messages never repeat it. */
export const checkKey = (key: Key): void => {
  checkName('partition', key.partition)
  checkName('id', key.id)
}

/** A Secret prints as `[secret]`; written that way its value would be lost without a word. */
const checkNoSecret = (write: Write): void => {
  JSON.stringify(write.body, function (this: Record<string, unknown>, name, value: unknown) {
    assert(
      !(this[name] instanceof Secret),
      'store: the body holds a Secret; seal or reveal it first',
    )
    return value
  })
}

/** The body as JSON. Throws where it is no JSON, too large or holds a Secret; messages never repeat it. */
export const bodyText = (write: Write): string => {
  const text: unknown = JSON.stringify(write.body)
  assert(typeof text === 'string', 'store: the body cannot be written as JSON')
  const bytes = Buffer.byteLength(text)
  assert(bytes <= bodyBytesMax, `store: the body has ${bytes} bytes, at most ${bodyBytesMax}`)
  if (text.includes('"[secret]"')) checkNoSecret(write)
  return text
}

/** The moment (epoch ms) a document expires, or undefined for never. */
export const expiryOf = (write: Write): number | undefined => {
  const { expiresAt } = write
  if (expiresAt === undefined) return undefined
  assert(
    Number.isSafeInteger(expiresAt) && expiresAt >= 0,
    'store: expiresAt is not an epoch in ms',
  )
  return expiresAt
}

/** The names along a field's path; throws where it is anything but plain names joined by dots. */
export const fieldSteps = (field: string): readonly string[] => {
  assert(fieldPath.test(field), 'store: a field is not a path of plain names joined by dots')
  return field.split('.')
}

const checkValue = (value: string | number | boolean): void => {
  if (typeof value === 'number') assert(Number.isFinite(value), 'store: a number is not finite')
  if (typeof value === 'string') assert(value.isWellFormed(), 'store: a value is not well-formed')
}

/** Throws where a query names no single partition, a field by a strange path, or a wrong limit. */
export const checkQuery = (query: Query): void => {
  checkName('partition', query.partition)
  assert(
    Number.isInteger(query.limit) && query.limit >= 1 && query.limit <= queryLimitMax,
    `store: a query's limit is 1 to ${queryLimitMax}`,
  )
  for (const condition of query.where ?? []) {
    fieldSteps(condition.field)
    checkValue(condition.value)
  }
  if (query.orderBy) fieldSteps(query.orderBy.field)
}
