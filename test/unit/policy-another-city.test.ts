import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../services/policy-qa/engine.ts'
import { ingestText } from '../../services/policy-qa/ingest.ts'

const text = readFileSync(new URL('../fixtures/policy/asahino.txt', import.meta.url), 'utf8')
const { document, report } = ingestText(text)
const engine = createEngine(document)

describe("another city's policy, without a line of code", () => {
  it('is read with its pages, positions and tables', () => {
    expect(document.city).toBe('あさひ野市')
    expect(report.positions).toEqual(['部長', '課長', '係長', '主事'])
    expect(report.abilities).toEqual(['傾聴力', '文書作成力', '組織統率力', '育成支援力'])
    expect(document.headings.find(({ title }) => title.includes('計画期間'))?.page).toBe(2)
  })

  it('is answered from', () => {
    expect(engine.answer('残業の目標は何時間？').answer).toContain('8時間以下')
    expect(engine.answer('計画はいつまで続きますか').answer).toContain('令和11年度')
    expect(engine.answer('主事に組織統率力は必要ですか').answer).toMatch(/^いいえ、/)
    expect(engine.answer('部長の役割は？').answer).toContain('議会への説明')
    expect(engine.answer('What is the overtime target?').answer).toContain('8時間以下')
  })

  it('refuses what only the first city says', () => {
    expect(engine.answer('ストレスチェックの受検率の目標は？').refused).toBe(true)
    expect(engine.answer('いわき市の職員数は？').refused).toBe(true)
    expect(engine.answer('ストレスチェックの受検率の目標は？').answer).toContain('0000-12-3456')
  })
})
