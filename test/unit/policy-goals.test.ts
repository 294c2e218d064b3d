import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('goals in figures', () => {
  it('lists every goal of the plan with what it is for', () => {
    const { answer, citations } = ask('数値目標を設けている項目をすべて挙げてください')
    for (const figure of ['10時間以下', '年14日', '12%', '100%', '70%'])
      expect(answer).toContain(figure)
    expect(citations).toHaveLength(6)
  })

  it('lists those that set the figure asked about', () => {
    const { answer } = ask('目標が70%のものは何ですか')
    expect(answer).toContain('メンタルヘルス研修')
    expect(answer).not.toContain('ストレスチェック')
  })

  it('leaves the goal of one thing to its passage', () => {
    expect(ask('時間外勤務の数値目標を教えて').answer).not.toContain('メンタルヘルス研修')
  })
})
