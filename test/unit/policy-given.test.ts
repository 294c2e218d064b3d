import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('a definition', () => {
  it.each(['時間外勤務の定義は何ですか', '外部人材の定義を知りたい', 'ストレスチェックの定義は'])(
    'is not told by a passage that merely uses the word: %s',
    (question) => {
      expect(ask(question).refused).toBe(true)
    },
  )

  it.each([
    ['職場外研修の定義は', '離れた場所'],
    ['エンゲージメントの定義は', '主体的に貢献する意欲'],
    ['OJTとは何ですか', '実務に携わりながら'],
    ['心理的安全性の定義を知りたい', '対人関係'],
  ])('is told where the document gives one: %s', (question, said) => {
    expect(ask(question).answer).toContain(said)
  })
})

describe('a figure', () => {
  it.each([
    '職員満足度調査の目標値を教えて',
    '自己申告制度は何年に導入されたのですか',
    '課長には何歳くらいでなれますか',
    'メンタルヘルス対策実施計画の計画期間は',
    '震災の年の職員数は何人ですか',
  ])('is not taken from something else in the passage: %s', (question) => {
    expect(ask(question).refused).toBe(true)
  })

  it.each([
    ['年次休暇の目標値を教えて', '14日'],
    ['満足度調査は何年に実施されたのですか', '令和4年5月'],
    ['試し出勤の準備の期間は', '2か月'],
    ['残業と年休の目標値をまとめて知りたい', '10時間'],
  ])('is told where it is of the very matter: %s', (question, said) => {
    expect(ask(question).answer.normalize('NFKC')).toContain(said)
  })
})

describe('a reason', () => {
  it.each([
    '受検率の目標がなぜ100%なのですか',
    '係長に協調力の○がない理由は',
    '平均年齢が上がった理由を知りたい',
    '準備プログラムが2か月なのはなぜですか',
  ])('is not told by what it would be the reason of: %s', (question) => {
    expect(ask(question).refused).toBe(true)
  })

  it.each([
    ['自己申告制度を使う理由は', '異動'],
    ['なぜストレスチェックを行うのですか', '未然に防止'],
    ['推進期間を5年にした理由を知りたい', '検証していく必要'],
  ])('is told where the passage gives it: %s', (question, said) => {
    expect(ask(question).answer).toContain(said)
  })
})

describe('a change', () => {
  it.each([
    '受検率は前の年より上がりましたか',
    '時間外勤務は昨年度と比べて減りましたか',
    '全国平均と比べて時間外勤務は多いのですか',
  ])('is not told by how it is now: %s', (question) => {
    expect(ask(question).refused).toBe(true)
  })

  it.each([
    ['職員の平均年齢は高くなっているのですか', '42.4'],
    ['ほかの市と比べて職員数は多いのですか', '9番目'],
    ['女性職員の割合は前より増えているのですか', '27.2'],
  ])('is told where two times or two sides stand there: %s', (question, said) => {
    expect(ask(question).answer.normalize('NFKC')).toContain(said)
  })
})

describe('a condition', () => {
  it.each([
    '自己申告を出した後で訂正できますか',
    '満足度調査は無記名でしょうか',
    '年休14日に夏季の休みは含まれますか',
    '資格を取れなかった場合も経費は支援されますか',
    '中途採用の場合も新規採用職員研修を受けますか',
    '課長になりたくない場合はどうしますか',
    '指導者がいない職場ではどうしますか',
    '特別研修を休んだらどうなりますか',
  ])('is not told by a passage that does not set it: %s', (question) => {
    expect(ask(question).refused).toBe(true)
  })

  it.each([
    ['病気休暇から戻る職員への支援はありますか', '復帰'],
    ['年齢が若くても上の職に就けますか', '年功序列'],
    ['資格を取った場合に経費は支援されますか', '一部'],
    ['主任も昇格者研修に含まれますか', '主任'],
  ])('is told where the passage sets it: %s', (question, said) => {
    expect(ask(question).answer).toContain(said)
  })
})

describe('a deed', () => {
  it.each([
    '年休は次の年に繰越できますか',
    '人事評価の面談は録画されますか',
    '研修受講履歴は本人が修正可能ですか',
    'ストレスチェックの結果は所属長に送られますか',
    '派遣研修のあいだは寮に泊まれますか',
    '復興のために何人が派遣されましたか',
    '組織力をどうやって測りますか',
    '満足度が高かった年代は',
  ])('is not told by a passage on its matter: %s', (question) => {
    expect(ask(question).refused).toBe(true)
  })

  it.each([
    ['受講した研修は異動で考慮されますか', '研修受講履歴'],
    ['新規採用職員の指導者は選任されますか', '選任'],
    ['健診を受けない職員は上司から勧められますか', '受診勧奨'],
    ['知識や技術は後任に引き継がれますか', '継承'],
  ])('is told in its own word or one of its meaning: %s', (question, said) => {
    expect(ask(question).answer).toContain(said)
  })
})

describe('who does it, how it stands and where to object', () => {
  it.each([
    '採点は誰が行うのですか',
    '異動の内示は誰が伝えますか',
    '現在の男性の育児休業取得率は',
    '年休の平均は今何日ですか',
    '方針を次に改訂するのはいつごろ',
    '人事異動に不満がある場合はどこへ申し出ればよいですか',
    '面談が済んだ後はどうなりますか',
    'はけんけんしゅうはなんしゅうかんですか',
    '「めざすまちの姿」は何個ありますか',
  ])('is not told by a passage that lacks it: %s', (question) => {
    expect(ask(question).refused).toBe(true)
  })

  it.each([
    ['受診を勧めるのは誰が行いますか', '所属長'],
    ['キャリア形成は誰が支援しますか', '管理職'],
    ['今の女性の管理職の割合は', '9.2'],
    ['ねんきゅうのもくひょうはなんにちですか', '14日'],
    ['「共通意識」はいくつありますか', '6つ'],
  ])('is told where it stands: %s', (question, said) => {
    expect(ask(question).answer.normalize('NFKC')).toContain(said)
  })
})

describe('what is claimed', () => {
  it.each([
    '新規採用職員の指導者は係長ですか',
    'ハラスメント相談員は弁護士ですか',
    '休暇計画表は毎週出しますか',
    '満足度調査は全員が答えますか',
    'DXは何の略ですか',
    '債権管理課ではどんな業務をしますか',
    '技能労務職のローテーションを知りたい',
    '電気主任技術者は第2種ですか',
    '係長の平均年齢は',
    '共通意識の2番目は',
  ])('is left open by a passage that says nothing of the kind: %s', (question) => {
    expect(ask(question).refused).toBe(true)
  })

  it.each([
    ['キャリアチャレンジは庁内公募のことですか', '庁内公募'],
    ['満足度調査は毎年ありますか', '2年に1度'],
    ['特別研修は全員が受けますか', '希望制'],
    ['Off-JTは何の略ですか', '職場外研修'],
  ])('is borne out or corrected where it stands: %s', (question, said) => {
    expect(ask(question).answer).toContain(said)
  })
})

describe('members of a class', () => {
  it.each([
    '農林水産部にはどんな課がありますか',
    '土木部にはどんな係がありますか',
    '簡素化される事務はどれですか',
    '応援体制とはどんな体制ですか',
    '庁外の窓口は何という機関ですか',
    'キャリアチャレンジの担当課はどこですか',
    '時間外勤務が多い部署を教えてください',
    '健康診断を受ける病院はどこですか',
    '情報部門の配置先の課は',
  ])('are not given where only the class is named: %s', (question) => {
    expect(ask(question).refused).toBe(true)
  })

  it.each([
    ['住まい政策課にはどんな係がありますか', '空き家対策係'],
    ['管路係がある部署はどこですか', '下水道事業課'],
    ['福祉部門の配置先の課を知りたい', '保健福祉'],
    ['こどもみらい部のどの課に保健師が行きますか', 'こども家庭課'],
    ['専門性の高い職種とはどの職種ですか', '消防職'],
    ['提唱した教授は何という人ですか', 'エドモンドソン'],
    ['特別研修の中身は何ですか', '専門能力向上研修'],
    ['計画の根拠の法律はどれですか 特定事業主', '次世代育成支援対策推進法'],
  ])('are given where they stand there: %s', (question, said) => {
    expect(ask(question).answer).toContain(said)
  })
})

describe('of whom it is told', () => {
  it.each([
    '40代の職員の満足度はどうでしたか',
    '次長の継続勤務意欲は低かったですか',
    '女性職員の満足度は低いのですか',
    '会計年度任用職員の時間外の目標は',
    '全国建設研修センターと自治大学校は対象がどう違いますか',
  ])('is not another of the same class: %s', (question) => {
    expect(ask(question).refused).toBe(true)
  })

  it.each([
    ['30代の職員の満足度はどうでしたか', '30代'],
    ['主査の継続勤務意欲は低かったですか', '主査'],
    ['満足度が低いのは20代ですか', '30代'],
    ['主任への昇格者研修はありますか', '主任'],
    ['女性の管理職の割合の目標を知りたい', '12%'],
  ])('is found where it is told: %s', (question, said) => {
    expect(ask(question).answer).toContain(said)
  })
})

describe('an amount and the head of what is asked', () => {
  it.each([
    '人口はこの先どのくらい減りますか',
    '私の有給はあと何日使えますか',
    'ハラスメントの相談の試験はどのように行われますか',
    '一度スペシャリストを選んだら後で変えられますか',
  ])('is not taken from what stands beside it: %s', (question) => {
    expect(ask(question).refused).toBe(true)
  })

  it.each([
    ['職員数はどれくらい減りましたか', '3,498'],
    ['平均年齢はどのくらい上がりましたか', '42.4'],
    ['健康診断の結果はどう使われますか', '健康'],
  ])('is told where the passage has it: %s', (question, said) => {
    expect(ask(question).answer).toContain(said)
  })
})
