import { createInterface } from 'node:readline'
import type { PolicyAnswer } from '../../services/policy-qa/answer.ts'
import type { PolicyDocument } from '../../services/policy-qa/document.ts'
import type { Engine } from '../../services/policy-qa/engine.ts'
import { policyInForce } from './policy-in-force.ts'

const questionLengthMax = 200_000

const printed = (answer: PolicyAnswer): string => {
  const quotes = answer.citations.map(
    ({ quote, section, page }) =>
      `「${quote}」\n  ${section}${page === null ? '' : `（${page}ページ）`}`,
  )
  const related = answer.related.map((question) => `・${question}`)
  return [
    answer.answer,
    ...(quotes.length > 0 ? ['', '方針の記述', ...quotes] : []),
    ...(related.length > 0 ? ['', '関連する質問', ...related] : []),
  ].join('\n')
}

const parsed = (line: string): { id: string; question: string } | string => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'この行は JSON として読めません。'
  }
  if (typeof value !== 'object' || value === null || !('question' in value) || !('id' in value)) {
    return 'この行には id と question が要ります。'
  }
  const { id, question } = value
  if (typeof question !== 'string' || typeof id !== 'string')
    return 'id と question は文字列にしてください。'
  if (question.length > questionLengthMax) return `question は${questionLengthMax}文字までです。`
  return { id, question }
}

const answeredLine = (engine: Engine, line: string): string => {
  const asked = parsed(line)
  if (typeof asked === 'string') return JSON.stringify({ id: null, error: asked })
  const begun = process.hrtime.bigint()
  const { answer, citations, refused } = engine.answer(asked.question)
  const latency = Number((process.hrtime.bigint() - begun) / 1_000n)
  return JSON.stringify({
    id: asked.id,
    answer,
    citations: citations.map(({ quote, section, page }) => ({ quote, section, page })),
    refused,
    latency_us: latency,
  })
}

/** Answers a few questions nobody asked, so that the first real one is not the one that waits for the compiler. */
const warmUp = (engine: Engine, document: PolicyDocument): void => {
  for (const { title } of document.headings) engine.answer(`${title}とは何ですか`)
}

const answerLines = async (engine: Engine): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') process.stdout.write(`${answeredLine(engine, line)}\n`)
  }
}

/** `npm run ask -- "質問"` prints an answer; `--jsonl` answers one question a line from standard input. */
const main = async (words: string[]): Promise<void> => {
  const { document, engine } = await policyInForce(() => {
    process.stderr.write('データの保存先を読めないため、付属の方針からお答えします。\n')
  })
  if (words.includes('--jsonl')) {
    warmUp(engine, document)
    return answerLines(engine)
  }
  const question = words.filter((word) => !word.startsWith('--')).join(' ')
  if (question.trim() === '') {
    process.stderr.write(
      '使い方: npm run --silent ask -- "質問"  または  npm run --silent ask -- --jsonl\n',
    )
    process.exitCode = 2
    return
  }
  process.stdout.write(`${printed(engine.answer(question))}\n`)
}

await main(process.argv.slice(2))
