import { describe, expect, it } from 'vitest'
import { turnOfText } from '../../bot/said.ts'

const home = (input: object = {}) => ({ action: 'home.show', input })

describe('what is simply written', () => {
  it.each([
    '',
    'こんにちは！',
    'メニュー',
    'ホームに戻る',
    '最初から',
    '自己申告を出したいです',
    '自己申告書を取り下げたいのですが',
    '自己申告の締切はいつですか？',
    '異動希望は、いつまで？'.replace('、', ''),
    'Hello!',
  ])('opens the home card: %s', (text) => {
    expect(turnOfText(text)).toEqual(home())
  })

  it.each([
    'ありがとうございました',
    '了解です！',
    'はい',
    'おつかれさまでした',
    '👍',
    '🙇🏻‍♀️',
    'Thank you.',
  ])('is thanked for, and nothing is looked up: %s', (text) => {
    expect(turnOfText(text)).toEqual(home({ after: 'courtesy' }))
  })

  it.each([
    '自己申告制度とは何ですか',
    '自己申告はどんなときに使いますか',
    'ありがとうと言い合える職場づくりは',
    'はい と いいえ の表はどこ',
    'ホームページのアドレスは',
    '戻るときの支援は',
    '助けてください',
    'もう戻りたくない',
    'お疲れさまと言われたのが最後でした。消えたい',
  ])('is a question all the same: %s', (text) => {
    expect(turnOfText(text)).toEqual({ action: 'policy-qa.ask', input: { question: text } })
  })
})
