/** The personnel division's own answers: given to the questions they were written for, and to no others. */
import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const document = builtInDocument()
const taught = (...questions: string[]) =>
  createEngine(document, { curated: [{ questions, answer: '職員課の回答', source: '規則' }] })

describe('a curated answer is given to', () => {
  it.each([
    ['駐車場の料金はいくらですか', '駐車場の料金はいくら？'],
    ['駐車場の料金はいくらですか', '駐車場の料金っていくらなの'],
    ['駐車場の料金はいくらですか', '駐車場の料金を教えてください'],
    ['駐車場の料金はいくらですか', '駐車場の料金は'],
    ['旧姓は使えますか', '旧姓は使えますか？'],
    ['１２月の賞与はいつですか', '12月の賞与はいつですか'],
    ['How much is the parking fee?', 'how much is the parking fee'],
    ['通勤手当は支給されますか', '通勤手当は支給されますか。教えてもらえませんか'],
  ])('「%s」, asked so: 「%s」', (question, asked) => {
    expect(taught(question).answer(asked)).toMatchObject({ curated: '規則' })
  })
})

describe('a curated answer is not given where', () => {
  it.each([
    ['another thing', '駐車場の料金はいくらですか', '駐輪場の料金はいくらですか'],
    ['another side of it', '駐車場の料金はいくらですか', '駐車場の場所はどこですか'],
    [
      'another position',
      '課長の時間外勤務手当は支給されますか',
      '係長の時間外勤務手当は支給されますか',
    ],
    [
      'the reverse',
      '課長の時間外勤務手当は支給されますか',
      '課長の時間外勤務手当は支給されませんか',
    ],
    ['another position', '課長に求められる能力は何ですか', '課長補佐に求められる能力は何ですか'],
    ['another position', '課長に求められる能力は何ですか', '次長に求められる能力は何ですか'],
    [
      'another year',
      '令和8年度の自己申告の締切はいつですか',
      '令和9年度の自己申告の締切はいつですか',
    ],
    ['another group', '女性職員の育児休業は何日取れますか', '男性職員の育児休業は何日取れますか'],
    ['one word less', '会計年度任用職員の年次休暇は何日ですか', '年次休暇は何日ですか'],
    [
      'another leave',
      '会計年度任用職員の年次休暇は何日ですか',
      '会計年度任用職員の病気休暇は何日ですか',
    ],
    ['another figure', '勤続10年の休暇は何日ですか', '勤続20年の休暇は何日ですか'],
    [
      'another question',
      '会計年度任用職員の年次休暇はいつ取れますか',
      '会計年度任用職員の年次休暇はいくつ取れますか',
    ],
    ['until for from', '研修の申込は10日からですか', '研修の申込は10日までですか'],
    ['another thing in English', 'How much is the parking fee?', 'How much is the cafeteria fee?'],
  ])('%s is asked for', (_, question, asked) => {
    expect(taught(question).answer(asked).curated).toBeUndefined()
  })

  it('but its question is offered beside the document’s answer, or its silence', () => {
    const engine = taught('駐車場の料金はいくらですか')
    const answer = engine.answer('駐輪場の料金はいくらですか')
    const related = engine.related(answer)
    expect(answer.refused).toBe(true)
    expect(related[0]).toBe('駐車場の料金はいくらですか')
    expect(related.length).toBeLessThanOrEqual(2)
    expect(engine.answer(related[0] ?? '')).toMatchObject({ curated: '規則' })
  })

  it('and never before what meets a confidence', () => {
    const engine = taught('もう死にたいです')
    const answer = engine.answer('もう死にたいです')
    expect(answer.care).toBe('crisis')
    expect(engine.related(answer)).toEqual([])
  })
})
