import { describe, expect, it } from 'vitest'
import { blockKitProblems, modalProblems } from './block-kit-rules.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const button = { type: 'button', action_id: 'a', text: plain('押す'), value: 'v' }
const option = (value: string) => ({ text: plain(value), value })
const input = (element: object, id = 'x') => ({
  type: 'input',
  block_id: id,
  label: plain('名前'),
  element: { action_id: id, ...element },
})
const text = { type: 'plain_text_input' }
const mrkdwn = (words: string) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: words, verbatim: true },
})
const options = (count: number) => Array.from({ length: count }, (_, n) => option(`v${n}`))
const cell = {
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'あ' }] }],
}

describe('the judge of blocks', () => {
  it('has nothing to say about good blocks', () => {
    const blocks = [
      { type: 'header', text: plain('題') },
      mrkdwn(
        '*太字* <https://example.jp?a=1&amp;b=2|規程> <!date^1487052519^{date_short}|2月14日>',
      ),
      { type: 'actions', elements: [button] },
      input({ type: 'static_select', options: options(100), initial_option: option('v3') }),
    ]
    for (const surface of ['message', 'modal', 'home'] as const)
      expect(blockKitProblems(blocks, surface)).toEqual([])
  })

  const faults: [string, unknown[], 'message' | 'modal' | 'home'][] = [
    ['an unknown block', [{ type: 'marquee' }], 'message'],
    ['an unknown field', [{ type: 'divider', colour: 'red' }], 'message'],
    ['an empty text', [{ type: 'header', text: plain('') }], 'message'],
    ['a header of 151', [{ type: 'header', text: plain('x'.repeat(151)) }], 'message'],
    ['a section of 3,001', [mrkdwn('x'.repeat(3_001))], 'message'],
    ['a section without text', [{ type: 'section' }], 'message'],
    ['eleven fields', [{ type: 'section', fields: Array(11).fill(plain('x')) }], 'message'],
    ['a mention', [mrkdwn('<!channel>')], 'message'],
    ['a mention of a person', [mrkdwn('<@U123>')], 'message'],
    ['a bare bracket', [mrkdwn('a < b')], 'message'],
    ['a bare ampersand', [mrkdwn('a & b')], 'message'],
    ['a link to a script', [mrkdwn('<javascript:x|x>')], 'message'],
    ['51 blocks', Array(51).fill({ type: 'divider' }), 'message'],
    ['101 blocks', Array(101).fill({ type: 'divider' }), 'modal'],
    ['too many characters', Array(5).fill(mrkdwn('x'.repeat(2_900))), 'message'],
    ['too many bytes', Array(100).fill(mrkdwn('あ'.repeat(2_900))), 'home'],
    [
      'a button text of 76',
      [{ type: 'actions', elements: [{ ...button, text: plain('x'.repeat(76)) }] }],
      'message',
    ],
    [
      'a value of 2,001',
      [{ type: 'actions', elements: [{ ...button, value: 'x'.repeat(2_001) }] }],
      'message',
    ],
    [
      'a button to a script',
      [{ type: 'actions', elements: [{ ...button, url: 'javascript:x' }] }],
      'message',
    ],
    [
      '26 buttons',
      [
        {
          type: 'actions',
          elements: Array.from({ length: 26 }, (_, n) => ({ ...button, action_id: `a${n}` })),
        },
      ],
      'message',
    ],
    ['one action_id twice', [{ type: 'actions', elements: [button, button] }], 'message'],
    ['one block_id twice', [input(text), input({ ...text, action_id: 'y' })], 'message'],
    [
      'a menu of one',
      [{ type: 'actions', elements: [{ type: 'overflow', action_id: 'o', options: options(1) }] }],
      'message',
    ],
    ['eleven radio buttons', [input({ type: 'radio_buttons', options: options(11) })], 'modal'],
    ['101 options', [input({ type: 'static_select', options: options(101) })], 'modal'],
    [
      'a stranger as initial option',
      [input({ type: 'radio_buttons', options: options(2), initial_option: option('z') })],
      'modal',
    ],
    [
      'one option twice',
      [input({ type: 'radio_buttons', options: [option('a'), option('a')] })],
      'modal',
    ],
    ['no options', [input({ type: 'static_select' })], 'modal'],
    ['an input without a label', [{ ...input(text), label: undefined }], 'modal'],
    ['max_length of 3,001', [input({ ...text, max_length: 3_001 })], 'modal'],
    [
      'more text than max_length',
      [input({ ...text, max_length: 2, initial_value: 'abc' })],
      'modal',
    ],
    ['a day that is none', [input({ type: 'datepicker', initial_date: '2026-02-30' })], 'modal'],
    ['a time that is none', [input({ type: 'timepicker', initial_time: '24:00' })], 'modal'],
    [
      'a number input in a message',
      [input({ type: 'number_input', is_decimal_allowed: true })],
      'message',
    ],
    [
      'a number out of its span',
      [
        input({
          type: 'number_input',
          is_decimal_allowed: true,
          max_value: '3',
          initial_value: '4',
        }),
      ],
      'modal',
    ],
    [
      'a data: picture',
      [{ type: 'image', image_url: 'data:image/png;base64,A', alt_text: '図' }],
      'message',
    ],
    [
      'a picture without words',
      [{ type: 'image', image_url: 'https://example.jp/a.png' }],
      'message',
    ],
    ['a table in a modal', [{ type: 'table', rows: [[cell]] }], 'modal'],
    ['two tables', Array(2).fill({ type: 'table', rows: [[cell]] }), 'message'],
    ['uneven rows', [{ type: 'table', rows: [[cell], [cell, cell]] }], 'message'],
    ['21 columns', [{ type: 'table', rows: [Array(21).fill(cell)] }], 'message'],
    ['something that is no block', ['text'], 'message'],
  ]
  it.each(faults)('refuses %s', (_name, blocks, surface) => {
    expect(blockKitProblems(blocks, surface)).not.toEqual([])
  })
})

describe('the judge of views', () => {
  const view = {
    type: 'modal',
    title: plain('フォーム'),
    submit: plain('保存'),
    blocks: [input(text)],
  }

  it('has nothing to say about a good view', () => {
    expect(modalProblems(view)).toEqual([])
  })

  it.each([
    ['a title of 25', { ...view, title: plain('x'.repeat(25)) }],
    ['inputs without a submit button', { ...view, submit: undefined }],
    ['private metadata of 3,001', { ...view, private_metadata: 'x'.repeat(3_001) }],
    ['a fault in its blocks', { ...view, blocks: [{ type: 'marquee' }] }],
    ['nothing at all', undefined],
  ])('refuses %s', (_name, bad) => {
    expect(modalProblems(bad)).not.toEqual([])
  })
})
