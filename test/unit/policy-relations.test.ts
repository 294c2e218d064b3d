import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('what is asked with care', () => {
  it.each([
    ['推進期間の始期と終期を伺います', '令和5年度から9年度まで'],
    ['昇任した際の能力の習得は何によって図られますか', '階層別研修'],
    ['採用試験のどこに手を入れて実力を測るのですか', '試験科目'],
    ['メンタル不調で休んだ職員の復帰は誰が支えますか', '復職支援員を配置'],
  ])('finds the sentence that says it: %s', (question, said) => {
    expect(ask(question).answer).toContain(said)
  })

  it('knows by which name a stage calls its people', () => {
    expect(ask('保健師の育成期は何という職名ですか').answer).toContain('保健技師')
  })
})

describe('two things asked for at once', () => {
  it.each([
    ['電話とメールを教えてください', ['0246-22-7406', 'jinzaikusei@']],
    ['じゅうしょとでんわばんごうをおしえて', ['梅本', '0246-22-7406']],
    [
      '資格の取得は、何を奨励するために支援し、行動計画では何の一部を支援しますか',
      ['自己啓発', '経費の一部'],
    ],
  ])('are both answered: %s', (question, said) => {
    const { answer } = ask(question)
    for (const each of said) expect(answer).toContain(each)
  })

  it('are both answered where what is asked of them hangs on both', () => {
    const { answer } = ask('情報と土木の有益な資格をそれぞれ示してください')
    expect(answer).toContain('ITパスポート')
    expect(answer).toContain('土木施工管理技士')
  })

  it('are refused where one line belongs to another office', () => {
    expect(ask('保健所の電話番号とメールアドレスは').refused).toBe(true)
  })
})

describe('words written in kana', () => {
  it('are read where a word begins, even if it is short', () => {
    expect(ask('でんきやせつびの職員に役立つ資格は').answer).toContain('電気主任技術者')
  })
})

describe('rows with a mark', () => {
  it('are listed under it, each kind by itself', () => {
    const { answer, citations } = ask('義務の研修と任意の研修を区別して挙げてください')
    expect(answer).toContain('（必修）とあるのは、「基本研修の充実」')
    expect(answer).toContain('（希望制・指名制）とあるのは、「特別研修の充実」')
    expect(citations).toHaveLength(4)
  })

  it('say whether one of them is all', () => {
    expect(ask('派遣研修のみが希望制なのですか').answer).toMatch(/^いいえ。/)
  })

  it('are left alone where something else is asked of them', () => {
    expect(ask('必修の研修の申込期限はいつですか').refused).toBe(true)
    expect(ask('会計年度任用職員に必修の研修はどれですか').refused).toBe(true)
  })
})

describe('a list with a note that there is more', () => {
  it('is not said to be all there is', () => {
    const { answer } = ask('事務のスペシャリストを置くのは戸籍部門のみですか')
    expect(answer).toMatch(/^いいえ。/)
    expect(answer).toContain('※上記以外の部門においても')
  })

  it('leaves lists without a note alone', () => {
    expect(ask('土木のスペシャリストは事業分野だけですか').answer).not.toContain('上記以外')
  })
})

describe('a cell of several parts', () => {
  it('is told by the part that was asked for', () => {
    const { answer } = ask('戸籍部門の出先での配置先は')
    expect(answer).toContain('各支所')
    expect(answer).not.toContain('市民協働部')
    expect(ask('戸籍部門の配置先は').answer).toContain('市民協働部')
  })
})

describe('what the document writes as one word', () => {
  it('is met by its halves', () => {
    expect(ask('メンタルヘルスでは予防の段階によって何に取り組むのか').answer).toContain('未然予防')
  })
})

describe('what is asked the other way round', () => {
  it.each([
    ['所属長を通じた受診勧奨はどの取組項目に書かれていますか', '定期健康診断受診率の向上'],
    ['試験の日程を見直すのは何の項目ですか', '応募者数の拡大'],
    ['組織の統率は誰が担う役割ですか', '組織の統率'],
    ['職員満足度調査が行われたのは何年何月のことですか', '令和4年5月'],
    ['残業の目標は年の合計ですか、それとも月ごとですか', '各月'],
  ])('is found: %s', (question, said) => {
    expect(ask(question).answer).toContain(said)
  })

  it('lists the rows under a heading that is named by its thing alone', () => {
    expect(ask('資格取得に関する行動計画の項目は何ですか').answer).toContain(
      '資格取得支援制度の活用',
    )
  })

  it('names no passage but a row where a row is asked for', () => {
    expect(ask('予算が最も多いのはどの取組項目ですか').refused).toBe(true)
  })

  it('goes from one stage to the next', () => {
    expect(ask('保健師の能力育成期の次の段階は').answer).toContain('主任保健技師')
    expect(ask('保健師の能力発揮期の前の時期は').answer).toContain('主任保健技師')
  })

  it('compares the same stage of two kinds of work', () => {
    const { answer } = ask('設備職と土木職の能力育成期はどう違いますか')
    expect(answer).toContain('入庁直後は、営繕分野')
    expect(answer).toContain('入庁直後は、事業分野')
  })
})

describe('a heading with a part in brackets', () => {
  it('is not meant where something else is asked about', () => {
    const { answer } = ask('自己啓発では何によって能力開発に取り組むのですか')
    expect(answer).toContain('自らの意思')
  })
})

describe('a verb of one letter', () => {
  it('is found in another form than the one that was asked with', () => {
    expect(ask('管理職が自分を律するのは何のためですか').answer).toContain('自らを律して')
  })

  it('need not be found', () => {
    expect(ask('健康診断を担う係が受診率で目指すのは何%ですか').answer).toContain('100%')
  })
})

describe('yes for one thing and no for another', () => {
  it('is neither, when it is asked of both together', () => {
    expect(ask('管理監督職の研修と派遣研修は、いずれも必修ですか').answer).not.toMatch(/はい。/)
  })

  it('is not said of a thing that only the heading names', () => {
    expect(ask('通信教育を受けるのはOJTに当たりますか').answer).not.toMatch(/はい/)
  })
})

describe('a reason given before what is asked', () => {
  it('belongs to the question', () => {
    expect(ask('平均年齢が上がったことから、何が危惧されますか').answer).toContain('大量退職')
  })
})

describe('a passage that goes on in detail', () => {
  it('is told with its details where they are asked for', () => {
    const { answer } = ask('30代の職員は具体的に何に満足していないという結果でしたか')
    expect(answer).toContain('昇任意欲')
  })
})

describe('a part of a figure', () => {
  it('is another figure', () => {
    // 65 stands inside the number of the staff.
    expect(ask('65とは何の数字ですか').refused).toBe(true)
    expect(ask('3,657とは何の数字ですか').answer).toContain('3,657人')
  })
})
