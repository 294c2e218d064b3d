import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('the stages of a career', () => {
  it('says at which stage a position is, by kind of work', () => {
    const { answer, citations } = ask('土木の係長はどの段階ですか')
    expect(answer).toContain('能力拡充期 (技査～係長)')
    expect(answer).not.toContain('発揮期')
    expect(citations[0]?.quote).toContain('能力拡充期 (技査～係長)')
    expect(ask('事務職で係長になるとどの時期ですか').answer).toContain('能力発揮期 (係長～)')
  })

  it('knows positions between the ends of a stage and above its open end', () => {
    expect(ask('福祉職の課長補佐は何期ですか').answer).toContain('能力発揮期')
    expect(ask('建築の技術主任は何期ですか').answer).toContain('能力育成期')
  })

  it('knows positions that only the stages name', () => {
    const { answer } = ask('指導保健技師は何期に当たる')
    expect(answer).toContain('能力発揮期')
    expect(answer).not.toContain('拡充期')
  })

  it('says which positions a stage is for', () => {
    expect(ask('設備職の育成期はどの職位まで').answer).toContain('技師～技術主任')
  })

  it('decides whether a stage begins with a position', () => {
    expect(ask('建築では係長から発揮期ですか').answer).toMatch(/^いいえ、/)
    expect(ask('福祉では係長から発揮期ですか').answer).toMatch(/^はい、/)
  })

  it('tells what is thought of a stage', () => {
    expect(ask('土木の拡充期とはどんな段階ですか').answer).toContain('中堅技術職員')
  })

  it('leaves what is done in a stage to the passages', () => {
    expect(ask('福祉職が拡充期に行く本庁の部署は').answer).toContain('こどもみらい部')
  })

  it('tells of one kind of work what is thought of a position in it', () => {
    const { answer } = ask('建築の技査は何を期待されるの')
    expect(answer).toContain('中堅技術職員として')
    expect(answer).not.toContain('求められる能力は')
    expect(ask('事務の係長はどんな立場').answer).toContain('各職場の中核として活躍させる')
  })

  it('leaves the role of a position to the table of roles', () => {
    expect(ask('入ったばかりの主事の役割は').answer).toContain('適切かつ着実な業務遂行')
  })
})
