import { yearsIn } from '../asked/years.ts'
import { foldedText } from '../ingest/normal.ts'
import type { Demand, Gives } from './demand.ts'
import { mattersOf, sentences, speaksOf } from './words.ts'

const before =
  /(?:前回|前年度?|昨年度?|去年|一昨年|以前|従来|昔|これまで|前の年度?|旧[\u3400-\u9fff]+|(?:改[訂定]|策定|導入|実施)前|前の[\u3400-\u9fff]{2,})(?:と|に)?(?:比べ|比較|より)/
const risen =
  /(?:増え|増加し|減っ|減少し|減り|上が[りっ]|上昇し|下が[りっ]|低下し|伸び|改善し|悪化し|向上し|良くな|よくな|悪くな)(?:まし|ている|ています|てる|てい|た|るよう)/
/** That something is no longer as it was: aims (縮減を図る) do not tell it. */
const told = /増加|減少|縮小|拡大|増員|上昇|低下|増え|減っ|上が|下が|伸び|変化(?:が|し)|多様化|退職/
const others =
  /([\u3400-\u9fff\u30a1-\u30fa\u30fc]{2,})(?:の[\u3400-\u9fff]+)?(?:と|に)(?:比べ|比較)|([\u3400-\u9fff\u30a1-\u30fa\u30fc]{2,})より(?:も)? ?(?:は|かなり|ずっと)?(?:高|多|少な|低|若|早|長|短)/

/** 前回と比べて, 上がりましたか: the sentence about the matter has to tell of a change, or of two years. */
const tellsChange: Demand = (question) => {
  const { text } = question
  if (!before.test(text)) return undefined
  const [matter] = mattersOf(question).filter((term) => !risen.test(`${term.text}た`))
  return (one) =>
    sentences(one.passage).some((said) => told.test(said) || yearsIn(said).length > 1) &&
    (matter === undefined || speaksOf(one, matter))
}

/** 全国平均と比べて: the other side stands in the passage, too. */
const namesOther: Demand = (question) => {
  const found = others.exec(question.text)
  const name = found?.[1] ?? found?.[2]
  if (name === undefined || before.test(question.text)) return undefined
  const other = question.terms.filter(({ text }) => name.includes(text) || text.includes(name))
  const isThere: Gives = (one) =>
    foldedText(one.passage).includes(name) ||
    (other.length > 0 && other.every((term) => speaksOf(one, term)))
  return isThere
}

/** What changed since another time, or how something is beside others. */
export const givesChange: readonly Demand[] = [tellsChange, namesOther]
