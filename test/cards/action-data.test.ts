import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeAction, encodeAction } from '../../cards/action-data.ts'

test('what a button carries comes back as it was', () => {
  const args = { page: 2, to: ['a', null], キー: { deep: true } }
  expect(decodeAction(encodeAction('self-report.save', args))).toEqual({
    action: 'self-report.save',
    args,
  })
  expect(encodeAction('self-report.save', { page: 2 })).toBe(
    '{"action":"self-report.save","args":{"page":2}}',
  )
})

test('a button that asks for no inputs says so', () => {
  const value = encodeAction('menu.open', {}, 'none')
  expect(decodeAction(value)).toEqual({ action: 'menu.open', args: {}, inputs: 'none' })
})

test('what this product did not write is nothing, and never a throw', () => {
  const junk = ['', '{', 'null', '[]', '3', '{"action":1,"args":{}}', '{"action":"","args":{}}']
  for (const value of [...junk, '{"action":"a"}', '{"action":"a","args":[]}'])
    expect(decodeAction(value), value).toBeUndefined()
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (value) => {
      const read = decodeAction(value)
      if (read) expect(typeof read.action).toBe('string')
    }),
  )
})
