import { type Citation, cite, clip, type PolicyAnswer } from '../answer/answer.ts'
import { yearsIn } from '../asked/years.ts'
import type { Passage, PolicyDocument } from '../document.ts'
import type { Question } from '../question/question.ts'

type AboutAnswer = Pick<PolicyAnswer, 'answer' | 'citations'> | undefined

/** What may be asked of the document as a paper: how it is asked for, and the passages that say it. */
type Side = { asks: RegExp; says: (passage: Passage) => boolean; shownMax: number }

const tellingMin = 2
/** The words that ask for one of the sides below, or name the paper: nothing else is spoken of. */
const isUsual =
  /方針|文書|冊子|資料|ビジョン|計画|目的|狙|ねらい|役割|策定|制定|改[訂定正]|作成|作っ|期間|期限|有効|賞味|使え|最初|はじめ|初|一番|何[回度]|発行|編集|担当|部署|課|いつ|版|書き直|見直|変わ|更新|要約|概要|趣旨|内容|意義|新し|来年|再来年|今後|効力|更に|手が|頃|年|月|戦略|目指|policy|document|purpose|aim|goal|publish|issue|section|office|department|division|city|hall|revis|valid|expire|period|year|summary|short|about|made|written|write|wrote|strategy/

const speaksOfPaper =
  /方針|(?:この|本)(?:文書|冊子|資料|ビジョン|計画)|改[訂定正](?!委員)|書き直さ|手が入|\b(?:this|the) (?:policy|document)\b/
/** Another paper, or a part of this one. */
const speaksOfOther =
  /次(?:の|回の?|に)(?:(?:この|本)(?:方針|文書|冊子)[をの])?改|の(?:育成|採用|確保)|発表|公表|(?:(?<!こ|次)の|な|採用|育成の|確保|教育|推進|行動|経営|運営)方針|方針(?:転換|決定)|旧方針|前の方針|前回|もとの方針|行動計画|実施計画|old policy|方針(?:で|に|上)(?:い[うえ]|は|あ[るり]|お[けい]|つい)/

const isImprint = ({ kind }: Passage): boolean => kind === 'imprint'
const said =
  (words: RegExp) =>
  ({ kind, text }: Passage): boolean =>
    kind === 'paragraph' && words.test(text)

/** In this order: the first that is asked for is answered. */
const sides: readonly Side[] = [
  {
    asks: /(?:作|つく|出)(?:った|している)のは(?:どこ|どの|何課)|どこ(?:の[課部署]+)?が(?:作|つく|出|発行|編集|担当)|(?:作|つく|出|発行|編集)(?:った|した|している|してる)の?(?:課|部署|部|ところ|担当)|発行(?:元|者)|編集(?:元|者)|(?:which|what) (?:section|office|department|division).*(?:publish|issue|ma[dk]e|wr[io]te?|edit|prepar)|who (?:publish|issue|made|wrote|prepare)/,
    says: (passage) => isImprint(passage) && /発行|編集|担当/.test(passage.text),
    shownMax: 1,
  },
  {
    asks: /(?:最初|はじめ|初め|もともと|一番先|元々).*(?:作|つく|出来|でき|策定|制定|いつ)|(?:策定|制定|作られ|つくられ|作成)(?:され|した|さ|た|の)?.*(?:いつ|何年|時期)|初版|何[回度].*(?:改|書き|見直|変わ)|改[訂定正].*(?:いつ|何[年回度]|歴)|最後に(?:手が入|直|改|書き)|(?:first|originally) (?:made|written|published|adopted)|when was .*(?:policy|document).*(?:made|written|published|revised|adopted)|how (?:often|many times).*revised/,
    says: (passage) => isImprint(passage) && /策定|制定|改[訂定正]/.test(passage.text),
    shownMax: 4,
  },
  {
    asks: /いつから|いつまで|期間|有効|賞味|期限|何年間?(?:の|使|続|も)|来年度?も|再来年|まだ(?:使|有効)|(?:次|新し)[いの].*(?:いつ|変わ)|いつ.*(?:新し|切り替|変わる)|how long|until when|valid|expire|what period|which years/,
    says: said(/(?:方針|計画|ビジョン)の(?:推進|計画|対象)?期間は/),
    shownMax: 1,
  },
  {
    asks: /目的|何のため|何を(?:ねらっ|狙っ|目指し)|ねらい|狙い|なぜ(?:作|つく|ある|必要)|どうして(?:作|つく)|役割|ざっくり|要する|要約|概要|(?:何|どんなこと)[がを]?.{0,3}書|どんな(?:内容|もの|文書|方針)|一言|中身|意義|趣旨|何を(?:決め|定め)|purpose|aim of|why was|summary|in short|what is .*(?:policy|document).* about|what does .*(?:policy|document) (?:say|cover)|what is this (?:policy|document)/,
    says: said(
      /^(?:そのため、)?(?:本|この)(?:基本)?(?:方針|計画|ビジョン)(?:では|は、|の)(?!.*期間)/,
    ),
    shownMax: 2,
  },
]

/** Anything is spoken of beside the paper itself. */
const asksMore = ({ terms, unknown, acts, entities }: Question): boolean =>
  entities.length > 0 ||
  [...unknown, ...acts].some((word) => !isUsual.test(word)) ||
  terms.some(
    ({ text, everyday, weight }) => !everyday && weight > tellingMin && !isUsual.test(text),
  )

const told = (passages: Passage[], english: boolean): string => {
  const quotes = passages.map(({ text }) => `「${text}」`)
  const pages = [...new Set(passages.flatMap(({ page }) => page ?? []))]
  const where = pages.length === 0 ? '方針' : `方針の${pages.join('・')}ページ`
  const lead = english ? 'The policy says (in Japanese):' : `${where}に、次の記述があります。`
  return clip([lead, ...quotes].join('\n'))
}

/** What the document says of itself: whose it is, since when, how long, and what for. */
export const answerAboutItself = (document: PolicyDocument, question: Question): AboutAnswer => {
  const text = question.text.toLowerCase()
  if (!speaksOfPaper.test(text) || speaksOfOther.test(text) || asksMore(question)) return undefined
  // Whether a year is inside is decided by the passage.
  if (yearsIn(text).length > 0) return undefined
  const side = sides.find(({ asks }) => asks.test(text))
  const found = document.passages.filter((passage) => side?.says(passage)).slice(0, side?.shownMax)
  if (found.length === 0) return undefined
  const citations: Citation[] = found.map(cite)
  return { answer: told(found, question.english), citations }
}
