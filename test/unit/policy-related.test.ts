import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import type { PolicyDocument } from '../../services/policy-qa/document.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'
import { ingestText } from '../../services/policy-qa/ingest.ts'

const document = builtInDocument()
const engine = createEngine(document)
const next = (question: string) => engine.related(engine.answer(question))

const fixture = new URL('../fixtures/policy/asahino.txt', import.meta.url)
const another = ingestText(readFileSync(fixture, 'utf8')).document

const topicsOf = (document: PolicyDocument): string[] => [
  ...document.headings.map(({ title }) => `「${title}」について教えてください`),
  ...document.positions.map(({ name }) => `${name}の役割は何ですか`),
  ...document.matrix.map(({ ability }) => `${ability}が求められる職位はどれですか`),
  ...document.passages.flatMap(({ facets }) => (facets.item ? [`${facets.item}とは何ですか`] : [])),
]

describe('questions to go on with', () => {
  it.each([
    ['the built-in policy', document],
    ["another city's", another],
  ])('are two at most, each answered by a passage not in sight yet: %s', (_, document) => {
    const engine = createEngine(document)
    for (const topic of topicsOf(document)) {
      const answer = engine.answer(topic)
      const related = engine.related(answer)
      const shown = answer.citations.map(({ passageId }) => passageId)
      expect(related.length).toBeLessThanOrEqual(2)
      for (const question of related) {
        const { refused, citations } = engine.answer(question)
        expect(refused, question).toBe(false)
        expect(shown, `${topic} → ${question}`).not.toContain(citations[0]?.passageId)
      }
    }
  })

  it('are there for nearly every topic of the document', () => {
    const topics = topicsOf(document)
    const without = topics.filter((topic) => next(topic).length === 0)
    expect(without.length).toBeLessThan(topics.length * 0.1)
  })

  it('lead from a role to the abilities of that position and to the next position', () => {
    expect(next('部長の役割を教えてください')).toEqual([
      '部長に求められる能力は何ですか',
      '次長の役割は何ですか',
    ])
  })

  it('lead from one table of a kind of work to another of the same kind', () => {
    for (const question of next('土木職に役立つ資格は何ですか')) expect(question).toMatch(/^土木の/)
  })

  it('lead from a measure to the next one of the plan', () => {
    expect(next('時間外勤務は月何時間までが目標ですか')).toContain(
      '「年休取得の促進」について教えてください',
    )
  })

  it('are none beside a refusal that nothing in the document is near to', () => {
    expect(next('会計年度任用職員の通勤手当はいくらですか')).toEqual([])
  })
})
