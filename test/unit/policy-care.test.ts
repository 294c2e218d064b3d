import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { careFor, isConfided } from '../../services/policy-qa/care/care.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const linesOf = (file: string): string[] =>
  readFileSync(new URL(`../fixtures/policy/care/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

const toldIn = (file: string): [string, string][] =>
  linesOf(file).map((line) => {
    const [kind = '', text = ''] = line.split('\t')
    return [kind, text]
  })

const told = [...toldIn('told.tsv'), ...toldIn('told-second.tsv')]
const asked = [...linesOf('asked.txt'), ...linesOf('asked-second.txt')]
const benchmark = ['own', 'held-out'].flatMap((name) =>
  readFileSync(new URL(`../bench/policy/questions.${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).question),
)

describe('knowing a confidence', () => {
  it('has enough to be judged by', () => {
    expect(told.length).toBeGreaterThan(350)
    expect(asked.length).toBeGreaterThan(250)
  })

  it('misses none of those written down, in whatever words', () => {
    expect(told.filter(([, text]) => careFor(text) === undefined)).toEqual([])
    expect(told.filter(([, text]) => !isConfided(text))).toEqual([])
  })

  it('never takes danger to life for anything less', () => {
    expect(told.filter(([kind, text]) => kind === 'crisis' && careFor(text) !== 'crisis')).toEqual(
      [],
    )
  })

  it('offers the lines for victims of violence to nobody less than them', () => {
    const violence = told.filter(([kind]) => kind === 'violence')
    expect(violence.filter(([, text]) => careFor(text) !== 'violence')).toEqual([])
  })

  it('takes no plain question for a confidence, though it uses the same words', () => {
    expect(asked.filter((text) => careFor(text) !== undefined)).toEqual([])
  })

  it('meets those who ask and confide in one text, and only them, among the practice questions', () => {
    expect(benchmark.filter((text) => careFor(text) !== undefined)).toEqual([
      expect.stringContaining('パワハラっぽいことされてる'),
      expect.stringContaining('皆の前で責められて'),
      expect.stringContaining('眠れなくてしんどい'),
      expect.stringContaining('My boss shouts at me'),
    ])
  })

  it.each([
    '上司と合わない',
    '席替えのあとから様子が違うんです',
    '誰も手伝ってくれなかった',
    '経理課の人が毎晩ひとりで残っています',
    'I sit alone every day',
    '私は悪くないのに',
    'お疲れさまです。席がいつのまにか隅に移されていました',
    '課長の指示が毎日変わって、資料を作っても捨てられています',
  ])('is careful with what is told and not asked: %s', (text) => {
    expect(isConfided(text)).toBe(true)
  })

  it.each(['ありがとうございました', '了解です', '駐車場', '研修の日程', '住居手当はいくらですか'])(
    'takes no courtesy, no heading and no question for something told: %s',
    (text) => {
      expect(isConfided(text)).toBe(false)
    },
  )

  it('knows it however it is spelt', () => {
    for (const text of [
      'ｼﾆﾀｲ',
      '死 に た い',
      'しに　たい',
      '死にたーい',
      '「死にたい」',
      '死にたぃ',
    ]) {
      expect([text, careFor(text)]).toEqual([text, 'crisis'])
    }
    for (const text of ["I don't want to live", 'I don’t want to live', 'I do not want to live']) {
      expect([text, careFor(text)]).toEqual([text, 'crisis'])
    }
  })

  it('finds it at the end of a long text as at its beginning', () => {
    const long = '方針を読みました。'.repeat(5_000)
    expect(careFor(`${long}もう死にたいです`)).toBe('crisis')
    expect(careFor(`もう死にたいです。${long}`)).toBe('crisis')
  })
})

describe('the patterns of care.tsv', () => {
  const file = new URL('../../services/policy-qa/data/care.tsv', import.meta.url)
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

  it('are all understood', () => {
    expect(rows.length).toBeGreaterThan(60)
    for (const row of rows) {
      expect(row).toEqual([
        expect.stringMatching(/^(?:crisis|violence|harassment|health|worry)$/),
        expect.stringMatching(/^(?:always|done|told|bare)$/),
        expect.any(String),
      ])
    }
  })

  it('are written in the one spelling that texts are folded to', () => {
    for (const [, , pattern = ''] of rows) {
      expect(pattern.replace(/\[ぁ-ん\]/g, '')).not.toMatch(/[ァ-ヶーぁぃぅぇぉ’'「」]/)
    }
  })

  it('repeat nothing without a limit, so that no text can keep them busy', () => {
    for (const [, , pattern = ''] of rows) {
      expect(pattern.replace(/\(\?[:=!<]+/g, '(')).not.toMatch(/[*+]|\{\d+,\}/)
    }
    for (const piece of ['の', '私だけ', '上司に', 'i ', 'my boss is ', 'つらいつら', '薬を']) {
      const begun = performance.now()
      careFor(piece.repeat(100_000))
      // Linear by the rule above; the margin is for a busy machine.
      expect(performance.now() - begun).toBeLessThan(1_000)
    }
  })

  it('never fail, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect([true, false]).toContain(isConfided(text))
      }),
      { numRuns: 200 },
    )
  })
})

describe('answering a confidence', () => {
  const engine = createEngine(builtInDocument())

  it('puts the answer to what was asked below where to turn', () => {
    const { care, answer, citations, beside } = engine.answer(
      'うつになりました。復職支援は何か月前から始まりますか',
    )
    expect(care).toBe('health')
    expect(citations[0]?.quote).toContain('相談窓口')
    expect(beside?.some(({ quote }) => quote.includes('試し出勤'))).toBe(true)
    expect(answer.indexOf('相談窓口')).toBeLessThan(answer.indexOf('試し出勤'))
    expect(answer.length).toBeLessThanOrEqual(600)
  })

  it('puts nothing beside the lines when life is in danger', () => {
    expect(engine.answer('死にたい。復職支援はありますか')).not.toHaveProperty('beside')
  })
})
