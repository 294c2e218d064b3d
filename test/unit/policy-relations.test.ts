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
