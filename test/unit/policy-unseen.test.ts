import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fold } from '../../services/policy-qa/ingest/normal.ts'

const root = new URL('../..', import.meta.url).pathname
const benches = [
  join(root, 'test/bench/policy'),
  join(root, '../shared/qa'),
  join(root, '../../shared/qa'),
]

const questions = benches
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => join(folder, name)),
  )
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  )
  .map((line) => fold(String(JSON.parse(line).question)))

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const read = [...filesUnder(join(root, 'services/policy-qa')), join(root, 'bot/commands/ask.ts')]
const source = fold(read.map((file) => readFileSync(file, 'utf8')).join('\n'))

/** Shorter ones (電話番号は？) are words of the language and not the text of a question. */
const tellingLength = 10

const found = (asked: string[]): string[] =>
  asked.filter(
    (question) =>
      question.length >= tellingLength && source.includes(question.replace(/[?？。]$/, '')),
  )

describe('what the engine reads', () => {
  it('is more than a handful of files', () => {
    expect(read.length).toBeGreaterThan(25)
  })

  it('holds the text of no practice or test question', () => {
    expect(found(questions)).toEqual([])
  })

  it('would be caught holding one', () => {
    expect(
      found([fold('この語と同じ意味の言い方は何ですか'), fold('語と同じ意味の言い方')]),
    ).toHaveLength(1)
  })
})
