import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { PolicyDocument } from '../../services/policy-qa/document.ts'
import type { Engine } from '../../services/policy-qa/engine.ts'
import { policyInForce } from './policy-in-force.ts'

const questionLengthMax = 200_000

const printed = (engine: Engine, question: string): string => {
  const answer = engine.answer(question)
  const quotes = answer.citations.map(
    ({ quote, section, page }) =>
      `「${quote}」\n  ${section}${page === null ? '' : `（${page}ページ）`}`,
  )
  const related = engine.related(answer).map((next) => `・${next}`)
  return [
    answer.answer,
    ...(quotes.length > 0 ? ['', '方針の記述', ...quotes] : []),
    ...(related.length > 0 ? ['', '関連する質問', ...related] : []),
  ].join('\n')
}

/** A line of questions: what was asked under which id, or what is wrong with it, under its id where it has one. */
type Line =
  | { readonly id: string | number; readonly question: string }
  | { readonly id: string | number | null; readonly error: string }

const parsed = (line: string): Line => {
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    return { id: null, error: 'この行は JSON として読めません。' }
  }
  const { id, question } = lineSchema.parse(value)
  if (id === null) return { id, error: 'この行には文字列の id が要ります。' }
  if (question === null) return { id, error: 'この行には文字列の question が要ります。' }
  if (question.length > questionLengthMax) {
    return { id, error: `question は${questionLengthMax}文字までです。` }
  }
  return { id, question }
}

/** Nothing is refused here, so that an error can name the line it is about. */
const lineSchema = z
  .object({
    id: z.union([z.string(), z.number()]).nullable().catch(null),
    question: z.string().nullable().catch(null),
  })
  .catch({ id: null, question: null })

const answeredLine = (engine: Engine, line: string): string => {
  const asked = parsed(line)
  if ('error' in asked) return JSON.stringify(asked)
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
  for (const { title } of document.headings) {
    engine.answer(`${title}とは何ですか`)
    engine.answer(`${title}は誰が、どのように行いますか。教えてください`)
  }
  // Kana, typing errors, English and Japanese in Latin letters load word lists of their own.
  engine.answer('けんしゅうってなに')
  engine.answer('研集成度の内蓉')
  engine.answer('What does the polciy say about kenshu and gloomy trainings?')
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
  process.stdout.write(`${printed(engine, question)}\n`)
}

await main(process.argv.slice(2))
