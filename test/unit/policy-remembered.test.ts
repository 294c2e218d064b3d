import { expect, it } from 'vitest'
import type { PolicyAnswer } from '../../services/policy-qa/answer/answer.ts'
import type { Engine } from '../../services/policy-qa/engine.ts'
import { answersRememberedMax, remembering } from '../../services/policy-qa/remembered.ts'

const words = { refused: false, answer: '経費の一部', citations: [] }

const setup = (answer: Partial<PolicyAnswer> = {}) => {
  const asked: string[] = []
  const engine: Engine = {
    answer(question) {
      asked.push(question)
      return { ...words, ...answer }
    },
    related: () => [],
    whereToTurn: () => words,
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
  ['a confidence', '相談できますか', { care: 'crisis' as const }],
  ['what is told instead of asked', '毎日課長に怒鳴られて、もうつらいです', {}],
  ['a question without an answer', '駐車場は', { refused: true }],
])('remembers nothing of %s', (_, question, answer) => {
  const { asked, engine } = setup(answer)
  engine.answer(question)
  engine.answer(question)
  expect(asked).toHaveLength(2)
})
