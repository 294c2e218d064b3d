import { isYesNo } from '../asked/asked.ts'
import { foldedText } from '../ingest/normal.ts'
import { mayBeOpposed } from '../ranking/opposites.ts'
import type { Demand } from './demand.ts'
import { speaksOf, withLabels } from './words.ts'

const claim =
  /[はも](?:[^ はがもを]*[のな])?([\u3400-\u9fff\u30a1-\u30fa\u30fc]{2,})(?:だけ|のみ|ばかり|限定)?(?:です|でし|なの|なん|だ[よっろ])[\u3041-\u309f]*[?？ ]*$/
/** What is said of anything, or is put otherwise. */
const plain =
  /対象|必要|可能|本当|大丈夫|義務|重要|大切|大事|責任|仕事|目的|予定|同じ|共通|程度|以上|以下|未満|単位|一番|最[初後高低多少大小も]|平均|全[体員部]|方針|正確|場合|関係|別/
const position = /[部次課係]長|補佐|主[査任事]|技[査師]|労務職/
const nearMin = 0.4

/** 窓口は病院ですか: what something is said to be stands in the passage, or another of its kind that corrects it. */
const saysWhat: Demand = ({ text, terms }) => {
  const [, what = ''] = isYesNo(text, false) ? (claim.exec(text) ?? []) : []
  if (what === '' || plain.test(what) || mayBeOpposed(what)) return undefined
  if (position.test(what)) return ({ passage }) => position.test(withLabels(passage))
  const own = terms.filter((term) => term.text.includes(what) || what.includes(term.text))
  return (one) =>
    withLabels(one.passage).includes(what) || own.some((term) => speaksOf(one, term, nearMin))
}

/** How often, and who of all: asked of a passage that must set one or the other. */
const amounts: readonly { asks: RegExp; says: RegExp }[] = [
  { asks: /毎[月週日年期朝]|隔[月週年]/, says: /毎|定期|\d年に\d|年?\d回|適宜|随時/ },
  { asks: /第[\d一二三]/, says: /第[\d一二三]/ },
  {
    asks: /全員|全職員|誰でも|だれでも|みんな/,
    says: /全|必修|希望|指名|一部|対象|100|適任|募|限|それぞれ|各/,
  },
]

/** 毎月出しますか, 全員が対象ですか: a passage that sets nothing of the kind leaves it open. */
const setsAmount: Demand = ({ text }) => {
  const asked = amounts.filter(({ asks }) => asks.test(text))
  const isAsked = isYesNo(text.replace(/誰でも|だれでも/g, ''), false)
  return asked.length > 0 && isAsked
    ? ({ passage }) => asked.every(({ says }) => says.test(foldedText(passage)))
    : undefined
}

/** What a question claims that can be answered by はい or いいえ. */
export const givesClaim: readonly Demand[] = [saysWhat, setsAmount]
