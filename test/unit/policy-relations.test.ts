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
