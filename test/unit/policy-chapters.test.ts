import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('chapters', () => {
  it('says what a chapter is called and what stands in it', () => {
    const { answer, refused } = ask('第2章のタイトルは')
    expect(refused).toBe(false)
    expect(answer).toContain('人材育成を支える職場環境の整備')
    expect(answer).toContain('心身の健康管理')
  })

  it('counts the chapters', () => {
    expect(ask('全部で何章ありますか').answer).toContain('章は4つあります')
  })

  it('leaves what is asked of a chapter to its passages', () => {
    expect(ask('第2章で研修を受けるのは誰').answer).not.toContain('次の節')
  })

  it('knows no chapter that is not there', () => {
    expect(ask('第6章の題は何ですか').refused).toBe(true)
  })
})
