import { isYesNo } from './asked.ts'
import type { Demand } from './demand.ts'
import { speaksOf, withLabels } from './given-words.ts'

/** What a question ends with: 入力|できますか, 送付|されますか. */
const compoundDeed =
  /([\u3400-\u9fff]{2})(?<![出押渡貸返話直回戻残過消])(?:を?(?:し(?!な[けきく])|でき|され|する|させ)[\u3041-\u309f]*|は?可能[\u3041-\u309f]*)[?？ ]*$/
/** 休|めますか, 泊|まれますか: neither a noun before a particle nor an adjective. */
const shortDeed =
  /(?<![\u3400-\u9fff])([\u3400-\u9fff])(?!は|が|を|に|の|も|で(?!き)|と|って|や(?!す)|だ|か|な|へ|まで|から|い(?!ま)|く(?!ん))[\u3041-\u309f]+[?？ ]*$/
/** Deeds that say next to nothing, or that a passage puts otherwise. */
const anyDeed =
  /実施|推進|利用|活用|申告|反映|分類|用意|存在|関係|共通|一致|影響|記載|設定|配慮|考慮|尊重|重視|登用|採用|対応|確認|質問|想定|規定|^[無良高低多少大小同違使受行有書載入含当要聞見言出取助得学働持求就付考決定続響伝話手男女人順育事思感増減変上下関挙教知]$/
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
