/** What a turn gives back that could not be answered. */
import { describe, expect, it } from 'vitest'
import { createGivenBack, typedOf } from '../../bot/given-back.ts'
import type { Turn } from '../../bot/turn.ts'
import { everyObject } from '../../cards/adaptive-card.ts'
import { render } from '../../cards/render.ts'
import { samples } from '../cards/samples.ts'

const turn = (action: string, input: object, surface: Turn['surface'] = 'dialog'): Turn => ({
  who: { channel: 'teams', id: 'x', email: () => Promise.resolve(undefined) },
  action,
  input,
  surface,
})

const givenBack = createGivenBack({
  saveAgain: (_input, notice) => ({ view: 'refusal', code: 'BUSY', detail: notice, typed: [] }),
})

const inputIds = new Set(
  Object.values(samples)
    .flat()
    .flatMap((view) => everyObject(render(view).content))
    .filter((node) => String(node['type']).startsWith('Input.'))
    .map((node) => String(node['id'])),
)

describe('what was typed', () => {
  it.each([...inputIds])('into %s comes back under a label, however short', (id) => {
    expect(typedOf(turn('gone', { [id]: 'true' }))).toHaveLength(1)
  })

  it('comes back whole, and without what the button carried', () => {
    const text = '長い'.repeat(50_000)
    const input = { duties: text, session: '3-abcdefghijklm', fiscalYear: 2026, go: 'next' }
    expect(typedOf(turn('self-report.save', input))).toEqual([{ label: '担当している仕事', text }])
  })

  it('is not repeated in a chat, where it still stands', () => {
    expect(typedOf(turn('policy-qa.ask', { question: '長い質問です' }, 'chat'))).toEqual([])
  })
})

describe('a turn that failed', () => {
  it('shows the form of a question again, with the question', () => {
    const shown = givenBack(turn('policy-qa.ask', { question: '休暇は' }), 'BUSY')
    expect(shown).toMatchObject({ view: 'policy-qa.form', question: '休暇は' })
    expect(shown).toHaveProperty('notice', expect.stringContaining('入力された内容は下に'))
  })

  it('shows the form of an answer again, with all that was written', () => {
    const written = { questions: '休暇は', answer: '20日', source: '条例', approvedBy: '課長' }
    const input = { id: 'a0123456789', version: 2, ...written }
    expect(givenBack(turn('policy-qa.answer-save', input), 'FAULT')).toMatchObject({
      view: 'policy-qa.answer-form',
      ...input,
    })
  })

  it('can be tried again by a button, be it a question of the chat or a press', () => {
    const question = givenBack(turn('policy-qa.ask', { question: '休暇は' }, 'chat'), 'BUSY')
    expect(question).toMatchObject({
      view: 'refusal',
      retry: { action: 'policy-qa.ask', args: { question: '休暇は' } },
    })
    const press = givenBack(
      turn('self-report.withdraw', { fiscalYear: 2026, revision: '3' }),
      'BUSY',
    )
    expect(press).toMatchObject({ retry: { args: { fiscalYear: 2026, revision: 3 } } })
  })

  it('has no such button where it can’t be carried, or was not understood', () => {
    for (const each of [
      turn('policy-qa.ask', { question: '長い質問です'.repeat(500) }, 'chat'),
      turn('self-report.withdraw', { fiscalYear: 'いつか' }),
      turn('gone', {}),
    ])
      expect(givenBack(each, 'BUSY')).not.toHaveProperty('retry')
  })
})
