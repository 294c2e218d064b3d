import { describe, expect, it } from 'vitest'
import { builtInDocument } from '../../services/policy-qa/built-in.ts'
import { createEngine } from '../../services/policy-qa/engine.ts'

const engine = createEngine(builtInDocument())
const ask = (question: string) => engine.answer(question)

describe('an ability meant by what is said of it', () => {
  it.each([
    ['what it means for one post', '部長はリスクが起きたらどう対処する？', '迅速かつ冷静に対処'],
    ['what it means, by a common word', '主査はデータをどう使うのですか', '適切に分析'],
    ['how a post treats others', '主任は後輩とどう関わる？', '後輩職員へ指導する'],
    [
      'how two posts differ in it',
      '部長と次長ではリスクの扱いがどう違う？',
      '部長の的確なサポート',
    ],
    ['who needs it', '話し方で相手を納得させる力はどの肩書き？', '係長、主査・技査'],
    ['who needs it, for the worst', '日頃からリスクに備える力はどの立場に？', '部長、次長、課長'],
  ])('tells %s', (_, question, said) => {
    expect(ask(question).refused).toBe(false)
    expect(ask(question).answer).toContain(said)
  })

  it.each([['次長は給料の見直しをどうする？'], ['車を運転する力はどの職位？']])(
    'is not taken for another that shares a word: %s',
    (question) => {
      expect(ask(question).answer).not.toMatch(/に○がある|(?:力|技術):「/)
    },
  )
})

describe('two posts that need the same', () => {
  it('are told apart by how each of it is put', () => {
    const { answer } = ask('主任と主事はどこが違いますか')
    expect(answer).toContain('だけに求められる能力はありません')
    expect(answer).toContain('後輩職員へ指導する')
  })
})

describe('a post beside another', () => {
  it('is the one meant', () => {
    expect(ask('部長のすぐ下の職位の役割は').answer).toContain('次長の基本的な役割')
    expect(ask('主事のすぐ上の職位に要る能力は').answer).toContain('事務主任・技術主任に求められる')
  })

  it('is nobody where there is none', () => {
    expect(ask('部長のすぐ上の職位の役割は').answer).not.toContain('基本的な役割は')
  })
})

describe('what is told of it', () => {
  it('takes the name of an ability before what else is said of one', () => {
    expect(ask('経営者みたいな力はどの役職？').answer).toContain('組織経営力')
  })

  it('quotes the sentence of a long passage that says the thing in other words', () => {
    expect(ask('チームでばかにされる心配がないと何ができる？').answer).toContain('自分の過ちを認め')
  })

  it('gives both the section and the number', () => {
    const { answer } = ask('この冊子の担当は何課ですか、電話番号も')
    expect(answer).toContain('職員課')
    expect(answer).toContain('0246-22-7406')
  })
})

describe('letters in a row', () => {
  it('tell which passage is meant where its words are left aside', () => {
    expect(ask('職員は日ごろから何を心がけるのですか').answer).toContain('セルフケア')
    expect(ask('組織や仕事に力を尽くす気持ちを片仮名で何と言う').answer).toContain(
      'エンゲージメント',
    )
  })

  it('are no answer by themselves', () => {
    expect(ask('日ごろから何を食べればよいのですか').refused).toBe(true)
  })
})

describe('what is done with a thing', () => {
  it('is told beside the thing itself', () => {
    const { answer } = ask('学生の職場体験ではどんな点を見直していくのですか')
    expect(answer).toContain('受入先、日数、業務内容')
  })
})
