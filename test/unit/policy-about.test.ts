import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('asked about the document itself', () => {
  it.each([
    ['what it is for', '何を狙って作られた方針ですか', '人材育成'],
    ['what it says in short', 'この方針、ひとことで言うとどんな内容', '人材育成'],
    ['how long it holds', 'この方針は再来年もまだ使えますか', '推進期間は'],
    ['when it was first made', 'この方針、最初にできたのは何年', '策定'],
    ['how often it was revised', '方針はこれまで何度見直されましたか', '改訂'],
    ['whose it is', 'この文書を作っている部署はどこ', '発行編集'],
    ['in English', 'Which office wrote this policy?', '発行編集'],
  ])('says %s', (_, question, part) => {
    expect(ask(question)).toMatchObject({ refused: false })
    expect(ask(question).answer).toContain(part)
  })

  it.each([
    ['when it will be revised next', '次の改訂はいつですか'],
    ['another paper', '旧方針の期間は'],
    ['a thing beside it', 'この方針の印刷費は'],
  ])('does not take for that %s', (_, question) => {
    expect(ask(question)).toMatchObject({ refused: true })
  })
})

describe('refusing', () => {
  it('speaks the language of whoever asks', () => {
    const { refused, answer } = ask('How much is the housing allowance?')
    expect(refused).toBe(true)
    expect(answer).toMatch(/^The policy does not/)
    expect(answer).not.toMatch(/見つかりません|お尋ねください/)
  })
})
