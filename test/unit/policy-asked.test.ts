import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('a word that asks, read in its own sense', () => {
  it.each([
    ['a matter and no score', '面談の中で職員に促す点は何ですか', '組織目標の理解'],
    ['a score', '採用試験の合格に要る点は何ですか', undefined],
    ['whom a post serves', '次長は誰を支えますか', '部長'],
    ['who holds a post', '次長は誰ですか', undefined],
    ['whom a post brings up', '課長は誰を育てますか', '部下'],
    ['what of it stands in the text', '昇格の基準は何ですか', undefined],
    ['a part of the cost', '資格の取得にかかった経費はどのくらい補助されますか', '経費の一部'],
    ['the cost itself', '引っ越しにかかった経費はどのくらい補助されますか', undefined],
    ['whether days change', 'インターンシップの日数は見直しますか', '定期的に見直し'],
    ['what is tied to it', '着眼点は何と連動していますか', '身につけるべき能力'],
    ['a rank, said as a number', '人口1万人当たりの職員数の順位は', '9番目'],
    ['who makes it, and not who made it', '試し出勤のプログラムは誰が作りますか', '臨床心理士'],
    ['why it matters', 'なぜ心身の健康が大事なのですか', '持てる力を最大限発揮'],
    ['what something is good for', '心理的安全性が高いと何が期待できますか', '心理的安全性'],
    ['what is done about a number', '職員の定数はどうしますか', '定数管理の徹底'],
    ['why a time was cut so', '推進期間を区切るのはどんな理屈ですか', '社会環境の変化'],
  ])('asks for %s', (_, question, said) => {
    const { answer, refused } = ask(question)
    expect(refused).toBe(said === undefined)
    expect(answer).toContain(said ?? '')
  })

  it('finds what something is free of', () => {
    expect(ask('人を配置する際は何に縛られないのですか').answer).toContain('年功序列')
  })

  it('tells what a word means before what is done about it', () => {
    expect(ask('OJTの意味').answer).toContain('実務に携わりながら')
  })
})

describe('who asks', () => {
  it('is left aside where the rest says what is asked', () => {
    const told = '定年間近の課長です。働き方や健康管理を考える研修は、何歳以降の職員が受けますか'
    expect(ask(told).answer).toContain('60歳以降')
  })
})

describe('a position without a circle', () => {
  it('is listed, with what that means', () => {
    const { answer } = ask('説得力に○がない職位はどれですか')
    expect(answer).toContain('部長')
    expect(answer).not.toContain('係長')
    expect(answer).toContain('不要ということではありません')
  })
})

describe('two things of one owner, and a thing pointed back at', () => {
  it.each([
    ['土木課の道路計画係と街路係は、それぞれ何部門ですか', '事業計画部門', '道路部門'],
    ['公募で登用する制度は何で、その制度は何を高めますか', 'キャリアチャレンジ', '意欲の向上'],
    [
      '経済産業部門から除いてある室はどこで、その室はどの部門にありますか',
      '生活排水対策室除く',
      '都市整備（インフラ）部門',
    ],
  ])('are both answered: %s', (question, one, two) => {
    expect(ask(question).answer).toContain(one)
    expect(ask(question).answer).toContain(two)
  })
})

describe('a word of asking that the text need not show', () => {
  it.each([
    [
      'help that is sought, and nothing lent',
      'ノウハウのある人の手を借りるのはどんな分野？',
      '高度な専門知識',
    ],
    ['something lent', '公用車を借りるのはどの窓口ですか', undefined],
    [
      'how two descriptions differ',
      '部長と次長で政策決定力の書き方はどこが違う？',
      '必要な政策決定・見直し',
    ],
    ['how a form is filled in', '休暇計画表の書き方は', undefined],
    ['by what means posts are made known', '受験者を募るのに活用するメディアは何ですか', 'SNS'],
    ['by which program', '面談に使うアプリは何ですか', undefined],
    ['a figure, as it would be said', '人口1万人に何人の職員がいる計算ですか', '74.43人'],
    ['the title of a plan', '特定事業主が立てた行動計画の名前は何ですか', 'ハッピープラン'],
    ['the title of what has none', 'DXを担う人を育てる方針の名前は何ですか', undefined],
    ['both of two figures', '女の職員の人数、それに割合も教えて', '27.2%'],
    ['the post at which engineers stand', '設備の技術職員で拡充期になるのはどの肩書きから', '技査'],
  ])('asks for %s', (_, question, said) => {
    const { answer, refused } = ask(question)
    expect(refused).toBe(said === undefined)
    expect(answer).toContain(said ?? '')
  })

  it('finds the number and the section in one imprint', () => {
    expect(ask('この冊子は何課が担当？電話番号も').answer).toContain('0246-22-7406')
  })

  it('does not promise to everybody who wishes what only some are chosen for', () => {
    for (const question of [
      'キャリアチャレンジは手を挙げれば登用されますか',
      'キャリアチャレンジに希望すれば必ず選ばれますか',
    ]) {
      const { answer, refused } = ask(question)
      expect(refused).toBe(false)
      expect(answer).not.toMatch(/^はい/)
      expect(answer).toContain('適任者を選考')
    }
  })
})
