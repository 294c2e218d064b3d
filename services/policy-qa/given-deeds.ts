import { isYesNo } from './asked.ts'
import type { Demand } from './demand.ts'
import { speaksOf, withLabels } from './given-words.ts'

/** What a question ends with: 入力|できますか, 送付|されますか. */
const compoundDeed =
  /([\u3400-\u9fff]{2})(?<![出押渡貸返話直回戻残過消化])(?:を?(?:し(?!な[けきく])|でき|され|する|させ)[\u3041-\u309f]*|は?可能[\u3041-\u309f]*)[?？ ]*$/
/** 泊|まれますか, 払|いますか: deeds that no other word of a policy means. */
const shortDeed =
  /(?<![\u3400-\u9fff])([泊休帰払貸借送届配移戦辞断漏買売飲食住乗訴罰])(?!は|が|を|に|の|も|と|だ|か(?!ら)|な|へ)[\u3041-\u309f]+[?？ ]*$/
/** Deeds that say next to nothing, or that a passage puts otherwise. */
const anyDeed =
  /実施|推進|利用|活用|申告|反映|分類|用意|存在|関係|共通|一致|影響|記載|設定|配慮|考慮|尊重|重視|登用|採用|対応|確認|質問|開催|管理|担当|共有|強化|活躍|提供|運営|参加|経験|改善|支援|育成|促進|充実|検討|決定|関与|手配|許容|重点|想定|規定|導入|実現|習得|獲得|把握|奨励|推奨|整備|構築|拡充|募集|選考|配置|異動|配属|連携|協力|相談|終了|継承|約束|加速|展開|期待|体験|招/
const nearMin = 0.4
/** 何人が派遣されましたか: of how many something is told. */
const counted = /何(?:人|件|回|社|か所|箇所)|いくつの|どこが(?!違)|どの[課部係]が/

/** Whether it is done, asked in words of which only the deed is missing: a passage that does not tell of it leaves it open. */
export const saysDeed: Demand = ({ text, terms }) => {
  if (!isYesNo(text, false) && !counted.test(text)) return undefined
  const [, stem = ''] = compoundDeed.exec(text) ?? shortDeed.exec(text) ?? []
  if (stem === '' || anyDeed.test(stem)) return undefined
  const own = terms.filter((term) => term.text.includes(stem))
  return (one) =>
    withLabels(one.passage).includes(stem) || own.some((term) => speaksOf(one, term, nearMin))
}
