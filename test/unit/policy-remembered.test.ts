import { expect, it } from 'vitest'
import type { PolicyAnswer } from '../../services/policy-qa/answer.ts'
import type { Engine } from '../../services/policy-qa/engine.ts'
import { answersRememberedMax, remembering } from '../../services/policy-qa/remembered.ts'

const setup = (answer: Partial<PolicyAnswer> = {}) => {
  const asked: string[] = []
  const engine: Engine = {
    answer(question) {
      asked.push(question)
      return { refused: false, answer: '経費の一部', citations: [], related: [], ...answer }
    },
    around: () => ({ before: [], after: [] }),
  }
  return { asked, engine: remembering(engine) }
}

it('gives the answer to a question asked before without looking for it again', () => {
  const { asked, engine } = setup()
  const first = engine.answer('費用の支援は')
  expect(engine.answer('費用の支援は')).toEqual(first)
  expect(engine.answer('費用の支援は？')).toEqual(first)
  expect(asked).toEqual(['費用の支援は', '費用の支援は？'])
})

it('forgets the oldest answers beyond its limit', () => {
  const { asked, engine } = setup()
  for (let at = 0; at <= answersRememberedMax; at += 1) engine.answer(`質問${at}`)
  engine.answer('質問1')
  expect(asked).toHaveLength(answersRememberedMax + 1)
  engine.answer('質問0')
  expect(asked).toHaveLength(answersRememberedMax + 2)
})

it.each([
  ['a confidence', { care: 'crisis' as const }],
  ['a question without an answer', { refused: true }],
])('remembers nothing of %s', (_, answer) => {
  const { asked, engine } = setup(answer)
  engine.answer('つらいです')
  engine.answer('つらいです')
  expect(asked).toHaveLength(2)
})
