/** Slack's state and markup in our words, failures in few, and the pace of calls. */
import { describe, expect, it } from 'vitest'
import { askedOf } from '../../bot/slack/asked.ts'
import { deliveryFailure } from '../../bot/slack/errors.ts'
import { inputsOf, plainText } from '../../bot/slack/inbound.ts'
import { codeOfLine } from '../../bot/slack/logger.ts'
import { decodeMetadata, encodeMetadata } from '../../bot/slack/metadata.ts'
import { createPace } from '../../bot/slack/pace.ts'

describe('what was filled in', () => {
  it('is told as Teams would tell it', () => {
    const values = {
      a: { note: { type: 'plain_text_input', value: null } },
      b: { mail: { type: 'email_text_input', value: 'a@b.example' } },
      c: {
        places: { type: 'multi_static_select', selected_options: [{ value: 'x' }, { value: 'y' }] },
      },
      d: { days: { type: 'checkboxes', selected_options: [] } },
      e: { agreed: { type: 'checkboxes', selected_options: [] } },
      f: { hour: { type: 'timepicker', selected_time: '09:30' } },
      g: { unit: { type: 'radio_buttons', selected_option: null } },
    }
    const toggle = { type: 'checkboxes', action_id: 'agreed', options: [{ value: 'true' }] }
    const blocks = [{ type: 'input', block_id: 'e', element: toggle }]
    expect(inputsOf(values, blocks)).toEqual({
      note: '',
      mail: 'a@b.example',
      places: 'x,y',
      days: '',
      agreed: 'false',
      hour: '09:30',
      unit: '',
    })
  })
})

describe('a button that turns a page', () => {
  const data = {
    action: 'cards.more',
    args: { page: 2, action: 'demo.save', args: { page: 7 } },
  }

  it('asks again what changes nothing, at the page it names', () => {
    expect(askedOf({ data, inputs: {} }, () => true)).toEqual({
      action: 'demo.save',
      input: { page: 7 },
      page: 2,
    })
  })

  it('never repeats what changes something, though an older dialog may carry such a one', () => {
    expect(askedOf({ data, inputs: {} }, () => false)?.action).toBe('cards.more')
  })
})

describe('what was written', () => {
  it.each([
    ['A &amp; B &lt;c&gt;', 'A & B <c>'],
    ['<https://city.example|市のページ> を見た', '市のページ を見た'],
    ['<https://city.example>', 'https://city.example'],
    ['<@U0HITOZUKURI> 質問です', '質問です'],
    ['<#C1|全庁> で聞いた', '全庁 で聞いた'],
    ['&amp;lt;', '&lt;'],
  ])('%s is read as %s', (text, read) => {
    expect(plainText(text)).toBe(read)
  })
})

describe('a dialog’s memory', () => {
  it('holds the longest submit value within Slack’s 3,000 characters', () => {
    const submit = JSON.stringify({ action: 'a', args: { t: '"'.repeat(980) } })
    const metadata = { form: 'f'.repeat(200), generation: 12, title: '題'.repeat(24), submit }
    expect(submit.length).toBeGreaterThan(1_980)
    expect(encodeMetadata(metadata).length).toBeLessThan(3_000)
    expect(decodeMetadata(encodeMetadata(metadata))).toEqual(metadata)
  })

  it('of another origin is a form without a name', () => {
    expect(decodeMetadata('not ours')).toEqual({ form: '', generation: 0, title: '' })
    expect(decodeMetadata('')).toEqual({ form: '', generation: 0, title: '' })
  })
})

describe('a failure', () => {
  it('never says more than a short word of Slack’s', () => {
    const error = { code: 'slack_webapi_platform_error', data: { error: '相談の文章 <b>' } }
    expect(deliveryFailure(error)).toEqual({ kind: 'refused', code: 'unknown' })
    expect(deliveryFailure(new Error('相談の文章'))).toEqual({ kind: 'temporary', code: 'unknown' })
    expect(codeOfLine('相談の文章')).toBe('slack-library')
  })
})

describe('the pace', () => {
  it('gives so many turns at once, the urgent ones first among those that wait', async () => {
    const pace = createPace(2)
    const given: string[] = []
    const take = (name: string, urgent: boolean) => pace.turn(urgent).then(() => given.push(name))
    const all = [take('a', false), take('b', false), take('c', false), take('d', true)]
    await Promise.all(all.slice(0, 2))
    expect(given).toEqual(['a', 'b'])
    await Promise.all(all)
    expect(given).toEqual(['a', 'b', 'd', 'c'])
  })
})
