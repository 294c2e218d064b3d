/**
 * `node test/bench/policy/run.ts [--scorer FILE] QUESTIONS.jsonl …` answers the questions with this product and with
 * two ready-made stacks, and prints what share is right by type, latency, the time to build the index and memory.
 * With --scorer the answers of this product are judged by that program too.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, judge, type Question, type Verdict } from './score.ts'
import { type Stack, stacks } from './stacks.ts'

const documentFile = new URL(
  '../../../services/policy-qa/documents/iwaki-2023-10.txt',
  import.meta.url,
)

const readQuestions = (file: string): Question[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Question => JSON.parse(line))

const share = (part: number, all: number): string =>
  all === 0 ? '    –' : `${((100 * part) / all).toFixed(1).padStart(5)}%`

const percentile = (values: number[], part: number): number => {
  const sorted = values.toSorted((one, two) => one - two)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

type Run = { answers: Answer[]; buildMs: number; memoryMb: number }

const run = (stack: Stack, questions: Question[]): Run => {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const begun = performance.now()
  const ask = stack.build()
  const buildMs = performance.now() - begun
  for (const { question } of questions.slice(0, 50)) ask(question)
  const answers = questions.map(({ id, question }) => {
    const start = process.hrtime.bigint()
    const reply = ask(question)
    return { id, ...reply, latency_us: Number(process.hrtime.bigint() - start) / 1_000 }
  })
  globalThis.gc?.()
  return { answers, buildMs, memoryMb: (process.memoryUsage().heapUsed - before) / 1_048_576 }
}

const report = (name: string, verdicts: Verdict[], { answers, buildMs, memoryMb }: Run): void => {
  const asked = verdicts.filter((verdict) => !verdict.unanswerable)
  const others = verdicts.filter((verdict) => verdict.unanswerable)
  const count = (list: Verdict[], is: (verdict: Verdict) => boolean): number =>
    list.filter(is).length
  const latencies = answers.map((answer) => answer.latency_us)
  console.log(`\n${name}`)
  console.log(
    `  right answers            ${share(
      count(asked, (one) => one.right),
      asked.length,
    )} of ${asked.length}`,
  )
  console.log(
    `  right and fully quoted   ${share(
      count(asked, (one) => one.right && one.cited === one.golds),
      asked.length,
    )}`,
  )
  console.log(
    `  wrongly refused          ${share(
      count(asked, (one) => one.refused),
      asked.length,
    )}`,
  )
  console.log(
    `  unanswerable refused     ${share(
      count(others, (one) => one.refused),
      others.length,
    )} of ${others.length}`,
  )
  console.log(
    `  latency median / p95     ${percentile(latencies, 0.5).toFixed(0)} / ${percentile(latencies, 0.95).toFixed(0)} µs`,
  )
  console.log(
    `  index built in           ${buildMs.toFixed(0)} ms, holding ${memoryMb.toFixed(1)} MB`,
  )
  for (const type of new Set(asked.map((verdict) => verdict.type))) {
    const own = asked.filter((verdict) => verdict.type === type)
    console.log(
      `    ${type.padEnd(12)} ${share(
        count(own, (one) => one.right),
        own.length,
      )} of ${own.length}`,
    )
  }
}

const judgeElsewhere = (scorer: string, file: string, answers: Answer[]): void => {
  const out = join(mkdtempSync(join(tmpdir(), 'policy-')), 'answers.jsonl')
  writeFileSync(out, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''))
  const argv = [scorer, '--questions', file, '--answers', out, '--policy', documentFile.pathname]
  console.log(`\n${execFileSync(process.execPath, argv, { encoding: 'utf8' })}`)
}

const here = new URL('.', import.meta.url).pathname
const own = (): string[] =>
  readdirSync(here)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(here, name))

const main = (argv: string[]): void => {
  const at = argv.indexOf('--scorer')
  const scorer = at < 0 ? undefined : argv[at + 1]
  const named = argv.filter(
    (word, place) => word.endsWith('.jsonl') && (at < 0 || place !== at + 1),
  )
  const files = named.length > 0 ? named : own()
  const document = readFileSync(documentFile, 'utf8')
  for (const file of files) {
    const questions = readQuestions(file)
    console.log(`\n== ${file}: ${questions.length} questions`)
    for (const stack of stacks) {
      const made = run(stack, questions)
      report(stack.name, judge(questions, made.answers, document), made)
      if (scorer !== undefined && stack === stacks[0]) judgeElsewhere(scorer, file, made.answers)
    }
  }
  if (files.length === 0)
    console.log('No question files: name some, or put *.jsonl beside this file.')
}

main(process.argv.slice(2))
