/** What the policy Q&A has learned to answer and to refuse, it goes on answering and refusing. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'
import { judge, type Question } from '../bench/policy/score.ts'

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const policy = read('services/policy-qa/documents/iwaki-2023-10.txt')
const engine = createEngine(builtInDocument())

const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.filter(is).length / all.length

describe.each(['own', 'learned', 'practised'])('the questions of %s', (name) => {
  const questions = read(`test/bench/policy/questions.${name}.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line): Question => JSON.parse(line))
  const answers = questions.map(({ id, question }) => ({
    id,
    ...engine.answer(question),
    latency_us: 0,
  }))
  const verdicts = judge(questions, answers, policy)
  const asked = verdicts.filter(({ unanswerable }) => !unanswerable)
  const outside = verdicts.filter(({ unanswerable }) => unanswerable)

  it('are answered rightly, nearly all of them', () => {
    expect(share(asked, ({ right }) => right)).toBeGreaterThanOrEqual(0.95)
  })

  it('are refused where the document does not say, nearly all of them', () => {
    expect(share(outside, ({ refused }) => refused)).toBeGreaterThanOrEqual(0.95)
  })

  it('are hardly ever refused where it does', () => {
    expect(share(asked, ({ refused }) => refused)).toBeLessThanOrEqual(0.03)
  })

  it('are answered in 600 characters at most', () => {
    expect(answers.filter(({ answer }) => Array.from(answer).length > 600)).toEqual([])
  })
})
