import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('looking up what a position is expected to have', () => {
  it('says はい with the row when there is a circle', () => {
    const { answer, citations } = ask('課長補佐に情報分析力は要りますか')
    expect(answer).toMatch(/^はい、/)
    expect(citations[0]?.quote).toContain('情報分析力 ○ ○ ○')
  })

  it('says いいえ and adds what a missing circle means', () => {
    const { answer } = ask('次長に説明力は要りますか')
    expect(answer).toMatch(/^いいえ、/)
    expect(answer).toContain('不要ということではありません')
  })

  it('gives the role and the abilities when asked what is expected', () => {
    const { answer } = ask('次長は何を期待されていますか')
    expect(answer).toContain('次長の基本的な役割は')
    expect(answer).toContain('次長に求められる能力は')
  })

  it('finds an ability by what the table says of it', () => {
    const { answer } = ask('主任は将来の効果を想像して何をする')
    expect(answer).toContain('計画・想像力')
    expect(answer).not.toContain('基本的な役割')
    expect(ask('技査は率先して何をする').answer).toContain('理解・行動力')
    expect(ask('課長は部下に何をする').answer).toContain('基本的な役割')
  })

  it('says in a sentence that two positions share no ability', () => {
    expect(ask('次長と係長の能力の違いは').answer).toContain('共通する能力はありません。')
  })

  it('lists the abilities of a position and no others', () => {
    const { answer } = ask('次長が身につけるべき能力を並べてください')
    for (const ability of [
      '組織経営力',
      '危機管理能力',
      '人材育成力',
      '政策決定力',
      '折衝・調整力',
    ]) {
      expect(answer).toContain(ability)
    }
    expect(answer).not.toMatch(/説得力|指導力/)
  })

  it('compares two positions', () => {
    const { answer, table } = ask('次長と課長では求められる能力がどう違いますか')
    expect(answer).toContain('次長だけに求められるのは組織経営力、政策決定力です')
    expect(table?.columns).toEqual(['能力', '次長', '課長'])
  })

  it('sees that 組織管理能力 of one table is 組織管理力 of another', () => {
    expect(ask('課長補佐の組織管理能力の内容は').answer).toContain('課内各係長を支援')
  })

  it('answers whether only one position is expected to have an ability', () => {
    expect(ask('企画立案力が要るのは係長だけですか').answer).toMatch(/^はい。/)
    expect(ask('政策決定力が要るのは部長だけですか').answer).toMatch(/^いいえ。/)
  })
})

describe('choosing passages', () => {
  it('quotes once what tables say of several kinds of work', () => {
    const { answer } = ask('ゼネラリストが担うのはどんな役目ですか')
    expect(answer.match(/各方面で業務の中核を担い/g)).toHaveLength(1)
  })

  it('explains a noun by the clause over it', () => {
    const { answer } = ask('スペシャリストとはどういう人ですか')
    expect(answer).toContain('専門分野の業務について多くの経験')
  })

  it('lists the kinds that a table sets out', () => {
    const { answer } = ask('研修はどんな区分に分かれていますか')
    for (const kind of ['基本研修', '特別研修', '派遣研修', '職場内研修', '自主研修'])
      expect(answer).toContain(kind)
  })
})

describe('answering from the text', () => {
  it('quotes word for word with heading and page', () => {
    const { answer, citations, refused } = ask('時間外勤務は月に何時間までを目指していますか')
    expect(refused).toBe(false)
    expect(answer).toContain('10時間以下')
    expect(citations[0]).toMatchObject({ page: 34 })
    expect(citations[0]?.section).toContain('行動計画')
  })

  it('understands other words for the same thing', () => {
    expect(ask('超過勤務の上限の目標は何時間').answer).toContain('10時間以下')
    expect(ask('有休は一年に何日とるのが目標').answer).toContain('14日')
  })

  it('understands kana and mistyped words', () => {
    expect(ask('ふくしょくしえんいんはなにをするひと').answer).toContain('職場復帰を支援')
    expect(ask('インタンーシップで見直すもの').answer).toContain('受入先')
  })

  it('finds the question behind courtesies and a story', () => {
    const { answer } = ask(
      'お世話になっております。先日の会議で話題になったのですが、時間外勤務の目標は何時間でしょうか。お手数ですがご教示ください。',
    )
    expect(answer).toContain('10時間以下')
  })

  it('sees through letters that changed places', () => {
    expect(ask('区画理整係はどの課ですか').answer).toContain('都市整備課')
  })

  it('keeps a letter that a word really has twice', () => {
    expect(ask('パパの育休を後押しする記述は').answer).toContain('育児休業')
  })

  it('sees through a word converted to another of the same sound', () => {
    expect(ask('職場服帰はどう支援されますか').answer).toContain('復職支援員')
    expect(ask('育自休業を取りやすくする取組みは').answer).toContain('育児休業')
  })

  it('understands English and leads with an English line', () => {
    const { answer, refused } = ask('How many days of annual leave should staff take?')
    expect(refused).toBe(false)
    expect(answer).toMatch(/^The policy says/)
    expect(answer).toContain('14日')
  })

  it('says いいえ when the document says the opposite', () => {
    expect(ask('派遣研修は全員必修でしょうか').answer).toMatch(/^いいえ。/)
    expect(ask('職員満足度調査は毎年行いますか').answer).toMatch(/^いいえ。/)
  })

  it('brings one passage for each of two kinds of work', () => {
    const { answer } = ask('設備職と福祉職はそれぞれ入庁直後どこに置かれますか')
    expect(answer).toContain('営繕分野への配置を基本とする')
    expect(answer).toContain('各地区保健福祉センター')
  })

  it('names the page on which a part begins', () => {
    expect(ask('推進体制は何ページにありますか').answer).toContain('33ページ')
  })

  it('keeps to 600 letters, ten citations and two related questions', () => {
    for (const question of [
      '研修について全部教えて',
      '行動計画の取組項目を全部挙げて',
      '全職位の能力をそれぞれ全部説明して',
    ]) {
      const found = ask(question)
      const { answer, citations } = found
      expect(answer.length).toBeLessThanOrEqual(600)
      expect(citations.length).toBeLessThanOrEqual(10)
      expect(engine.related(found).length).toBeLessThanOrEqual(2)
    }
  })
})

describe('reading on', () => {
  it('shows what stands before and after a passage', () => {
    const { citations } = ask('時間外勤務は月に何時間までを目指していますか')
    const { before, after } = engine.around(citations[0]?.passageId ?? '')
    expect(before.at(-1)?.text).toContain('職員満足度調査')
    expect(after[0]?.text).toContain('年休取得')
  })

  it('passes over the bare heads of tables', () => {
    const { passages } = builtInDocument()
    const kinds = passages.flatMap(({ id }) => {
      const { before, after } = engine.around(id)
      return [...before, ...after].map(({ kind }) => kind)
    })
    expect(passages.some(({ kind }) => kind === 'head')).toBe(true)
    expect(kinds).not.toContain('head')
  })

  it('shows nothing around a passage that is not there', () => {
    expect(engine.around('p99999')).toEqual({ before: [], after: [] })
  })
})

describe('answers and words of the personnel division', () => {
  it('puts a curated answer first, with its own source', () => {
    const curated = [
      { questions: ['旧姓は使えますか'], answer: '使えます。', source: '旧姓使用取扱要綱' },
    ]
    const taught = createEngine(builtInDocument(), { curated })
    expect(taught.answer('旧姓は使えますか？')).toMatchObject({
      answer: '使えます。',
      curated: '旧姓使用取扱要綱',
    })
    expect(ask('旧姓は使えますか？').refused).toBe(true)
  })

  it('learns words that are added to the thesaurus', () => {
    const thesaurus = [{ words: ['年次休暇', 'ネンカツ'], near: [], english: [] }]
    const taught = createEngine(builtInDocument(), { thesaurus })
    expect(ask('ネンカツの目標日数は').refused).toBe(true)
    expect(taught.answer('ネンカツの目標日数は').answer).toContain('14日')
  })

  it('explains a field of work by what is done in it', () => {
    expect(ask('建築の計画分野はどんな仕事').citations[0]?.quote).toContain('計画分野 →')
  })

  it('takes a reason from the text before the tables of single kinds of work', () => {
    const { answer } = ask('定期的に異動させるのはどうして')
    expect(answer).toContain('視野や知識・技術を幅広く')
  })

  it('answers for each of two things what follows both', () => {
    const { answer } = ask('健診と残業、目標の数値をそれぞれ')
    expect(answer).toContain('受診率 100%')
    expect(answer).toContain('10時間以下')
  })
})
