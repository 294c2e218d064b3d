import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question).answer

describe('what is reckoned from the table of circles', () => {
  it('takes a run of positions together', () => {
    expect(ask('次長以上だけに必要な能力は')).toContain('組織経営力、政策決定力の2つ')
    expect(ask('課長補佐以上の職位に共通する能力は')).toContain('人材育成力、折衝・調整力の2つ')
    expect(ask('係長から主任までに共通する能力は')).toMatch(/理解・行動力の1つ/)
    expect(ask('主任より下の職位に求められる能力を教えて')).not.toContain('事務主任')
  })

  it('decides for a run of positions only where they are alike', () => {
    expect(ask('課長補佐以上に折衝・調整力は必要ですか')).toMatch(/^はい、/)
    expect(ask('係長以上に説明力は必要ですか')).toMatch(/^いいえ、/)
    expect(ask('係長以上に説得力は必要ですか')).toMatch(/^「説得力」に○があるのは、係長/)
  })

  it('finds what most and what fewest need', () => {
    expect(ask('○が最も多い能力はどれですか')).toMatch(/^「理解・行動力」.*5つの職位/)
    expect(ask('一番○が少ない能力は何')).toMatch(/^「企画立案力」.*係長/)
    expect(ask('求められる能力の数が最も多い職位はどれですか')).toContain('6つの職位は、主査・技査')
    expect(ask('すべての職位に求められる能力はありますか')).toContain('能力はありません')
  })

  it('lists what a position is not expected to have, with what that means', () => {
    const answer = ask('係長に○がついていない能力はどれですか')
    expect(answer).toContain('組織経営力')
    expect(answer).not.toContain('指導力、')
    expect(answer).toContain('不要ということではありません')
  })

  it('says what is new after a promotion', () => {
    expect(ask('主査から係長に上がると新たに求められる能力は')).toContain(
      '係長だけに求められるのは企画立案力',
    )
  })

  it('answers in English as well', () => {
    expect(ask('Which ability is needed by the most positions?')).toContain('理解・行動力')
    expect(ask('Which abilities do section managers and above share in common?')).toContain(
      '危機管理能力、人材育成力、折衝・調整力の3つ',
    )
  })

  it('lists the groups of abilities', () => {
    expect(ask('能力はいくつの区分に分かれていますか')).toContain('4つに分かれ、全部で17')
  })
})
