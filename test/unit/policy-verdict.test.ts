import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('はい and いいえ', () => {
  it.each([
    ['a figure that is not the one stated', '年休を年に25日取るのが目標でしたよね'],
    ['a share said in tenths', '健診の受診率は6割が目標ですか'],
    ['a figure that belongs to another year', '令和5年度の職員数は3,498人ですよね'],
    ['a year after the time the policy sets', '令和13年度もこの方針の推進期間ですか'],
    ['the opposite of what is required', '派遣研修は職員全員が受けるものですよね'],
    ['once a year for every second year', '職員満足度調査は年1回ですか'],
    ['what the passage leaves out', '経済産業部門に生活排水対策室は入りますか'],
  ])('says いいえ to %s', (_, question) => {
    const { answer, refused } = ask(question)
    expect(refused).toBe(false)
    expect(answer).toMatch(/^いいえ。/)
  })

  it.each([
    ['a year inside the time the policy sets', '令和7年度はまだ推進期間の中ですか'],
    ['what is stated in so many words', '特別研修は希望制ですか'],
  ])('says はい to %s', (_, question) => {
    expect(ask(question).answer).toMatch(/^はい。/)
  })

  it.each([
    ['only', '人を育てるのは人事部門だけの仕事ですか'],
    ['everybody', 'キャリアチャレンジは全員が登用されるんですか'],
    ['what is still being considered', '人事評価の結果は昇給に使われますか'],
    ['a deed that the passage lacks', '課長が新人を指名しますか'],
    ['a deed said in an everyday verb', '課長補佐が課長を選びますか'],
    ['another position of a like name', 'メンタルヘルス研修は課長が受けますか'],
    ['what is said of another kind of work', '保健師は観光文化スポーツ部に行きますか'],
    ['the deed the other way round', '管理職の評価をしますか'],
    ['that all changes, not that it is looked at', '行動計画は毎年すべて変わりますか'],
    ['that two are the same', '新人と指導者は同じ部署ですか'],
    ['that one needs what is only of use', '電気主任技術者は設備職に必要ですか'],
    ['of what is a part of something else', '外部セミナーへの参加はOJTに含まれますか'],
    ['of what is seldom done what is done yearly', '行動計画は毎年見直しますか'],
    ['another direction than the one told', '採用試験の競争倍率は上昇していますか'],
    ['a degree that is not told', '女性職員の比率は横ばいですか'],
    ['what must be of what may', '育児休業等を取得する必要がありますか'],
    ['the very thing that the passage denies', '失敗を恐れる雰囲気の職場ですか'],
    ['what the passage denies, in another verb', '場所や時間に縛られた働き方ですか'],
    ['a thing of itself, by its other name', '残業を時間外勤務にしますか'],
    ['another deed before the last one', '年休の取得を控えるように求めますか'],
  ])('quotes without はい when the question claims %s', (_, question) => {
    expect(ask(question).answer).not.toMatch(/^はい/)
  })
})

describe('two questions in one', () => {
  it('answers each of two things with its own passage', () => {
    const { answer, citations } = ask('時間外勤務と年次休暇の目標はそれぞれどうなっていますか')
    expect(answer).toContain('10時間以下')
    expect(answer).toContain('年14日')
    expect(answer.length).toBeLessThanOrEqual(600)
    expect(new Set(citations.map(({ quote }) => quote)).size).toBe(citations.length)
  })

  it('answers a question and the one that follows it', () => {
    const { answer } = ask('メンタルヘルス研修は誰が対象で、参加率は何%を目指していますか')
    expect(answer).toContain('課長補佐')
    expect(answer).toContain('70%')
  })
})

describe('near misses', () => {
  it.each([
    ['what is only counted', '共通意識の中身を一つずつ挙げてください'],
    ['the time another plan covers', '特定事業主行動計画は何年度までの計画ですか'],
    ['who somebody is', '産業医は誰ですか'],
    ['what was really reached', '時間外勤務の実績は平均で何時間でしたか'],
    ['how many cases there were', 'ハラスメントの相談は何件ありましたか'],
    ['an hour that nothing is said of', '健康相談は20時間まで受けられますか'],
  ])('refuses %s', (_, question) => {
    expect(ask(question).refused).toBe(true)
  })
})

describe('English with Japanese names in it', () => {
  it('is read as English', () => {
    expect(ask('Does a section manager (課長) need 危機管理能力?').answer).toMatch(/^Yes\./)
    expect(ask('Who needs 指導力 according to the chart?').answer).toContain('係長')
  })
})

describe('a choice', () => {
  it('between two figures is answered where a passage has one of them', () => {
    expect(ask('年休の取得目標は14日ですか、それとも21日ですか').answer).toContain('年14日')
    expect(ask('年休の取得目標は14日ですか、それとも21日ですか').answer).not.toMatch(
      /^(?:はい|いいえ)/,
    )
    expect(ask('産休は8週ですか、14週ですか').refused).toBe(true)
    expect(ask('基本研修は必修ですか、それとも希望者だけですか').answer).not.toMatch(/^いいえ/)
  })

  it('gets neither はい nor いいえ', () => {
    expect(ask('派遣研修は必修ですか、それとも希望制ですか').answer).not.toMatch(
      /^(?:はい|いいえ)。/,
    )
    expect(ask('ゼネラリストとスペシャリスト、どっちを育てる').answer).not.toMatch(
      /^(?:はい|いいえ)。/,
    )
  })
})

describe('what settles a claim', () => {
  it('says はい where the passage says so in another word, and いいえ by its opposite', () => {
    expect(ask('基本研修には必ず出席しなければいけませんか').answer).toMatch(/^はい。/)
    expect(ask('特別研修には必ず出席しなければいけませんか').answer).toMatch(/^いいえ。/)
  })

  it('tells both of two things that are settled differently', () => {
    const { answer } = ask('基本研修と派遣研修は、どちらも必ず参加ですか')
    expect(answer).toContain('(必修)')
    expect(answer).toContain('(希望制・指名制)')
  })

  it('says はい to nobody who tells something and asks nothing', () => {
    expect(ask('休暇を取りやすい職場です').answer).not.toMatch(/^はい/)
    expect(ask('失敗を恐れない職場づくり').answer).not.toMatch(/^はい/)
    expect(ask('職員満足度調査は2年に1度ですか').answer).toMatch(/^はい/)
  })
})
