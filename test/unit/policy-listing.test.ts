/** What of a question the personnel division may read. */
import { describe, expect, it } from 'vitest'
import { listable } from '../../services/policy-qa/upkeep/listable.ts'

const units = { department: '財政部', section: '収納対策課', subsection: '第一係' }
const staff = [
  { name: '蛯名 美咲（架空）', kana: 'エビナ ミサキ', ...units },
  { name: '森 健太', kana: 'モリ ケンタ', ...units, section: '' },
]

describe('nothing is listed that', () => {
  it.each([
    '総務部の山田さんの評価は',
    '山田太郎課長の異動先は',
    '山田花子の給料はいくらですか',
    'やまださんはいつ異動ですか',
    '課長の高橋が研修に出ないのはなぜですか',
    '担当の木村に聞いても分からないのですが、研修の申込は',
    '渡辺です。研修の申込はいつですか',
    '鈴木と申しますが、研修の申込はいつですか',
    '林課長の異動先は',
    'E00042の評価は',
    'taro.yamada@city.example に送ってください',
    'ID: yamada.t の権限は何ですか',
    'Is Mr. Tanaka promoted?',
    'Tanaka-san の電話は',
    'What does Yamada earn?',
    '住所は平字梅本21です。研修は近くでありますか',
  ])('names somebody: %s', (question) => {
    expect(listable(question, [])).toBeUndefined()
  })

  it.each([
    '蛯名が昇任するのはいつですか',
    '蛯名美咲の異動先は',
    '森健太はどこへ異動しますか',
    'えびなの異動先は',
    'エビナの異動先は',
    '収納対策課の課長は何歳ですか',
    '収納対策課長は何歳ですか',
  ])('names one of the staff: %s', (question) => {
    expect(listable(question, staff)).toBeUndefined()
  })

  it.each([
    '経理課の課長がパワハラをしているのですが、どこに言えばいいですか',
    '課長の高橋が評価を改ざんした',
    '先輩にいじめられています。どうしたらいいですか',
    '上司が部下を怒鳴ります。これはハラスメントですか',
    '隣の席の人が毎日居眠りをしています。処分はありますか',
    'Taro is bullying people. Where do I report it?',
    'My colleague is stealing money. Where do I report?',
  ])('tells what somebody does: %s', (question) => {
    expect(listable(question, [])).toBeUndefined()
  })

  it.each([
    'ありがとう',
    '了解です',
    'はい',
    '👍',
    '妻が入院しました',
    '異動させられました',
    '死にたい',
    '0246-22-7406',
  ])('asks nothing: %s', (text) => {
    expect(listable(text, [])).toBeUndefined()
  })
})

describe('a question is listed', () => {
  it.each([
    '研修がたくさんありますか',
    'お母さんの介護で休めますか',
    'みなさんはどう評価されますか',
    'お客様への対応の研修はありますか',
    '申請様式はどこですか',
    '多様な働き方は認められますか',
    '課長の役割は何ですか',
    '新任課長の研修はありますか',
    '山口県の研修制度は',
    '中山間地域の勤務は',
    'ハラスメント研修は何回ですか',
    '駐車場の料金',
    '残業を減らす工夫って、何がありますか',
    'How much is the parking fee?',
    'Where is the Career Challenge form?',
  ])('as it is: %s', (question) => {
    expect(listable(question, staff)).toBe(question)
  })

  it.each([
    ['妻が入院したのですが、看護休暇は取れますか', '看護休暇は取れますか'],
    ['うつで休んでいた人が戻ります。復帰の支援は何ですか', '復帰の支援は何ですか'],
    ['費用の支援はありますか。連絡先は0246-22-1111です', '費用の支援はありますか。'],
    ['0246-22-7406 はどこの電話ですか', '〔番号〕 はどこの電話ですか'],
    ['https://a.example/x はどこにありますか', '〔アドレス〕 はどこにありますか'],
  ])('without what is told beside it: %s', (question, shown) => {
    expect(listable(question, [])).toBe(shown)
  })
})
