import type { Demand } from './demand.ts'
import { speaksOf } from './words.ts'

const topic =
  /の([\u3400-\u9fff\u30a1-\u30fa\u30fc]{2,})(?:は|って)(?:どのよう|どう(?!い)|どんな|何|いつ|誰|どこ|いくら|どの|いくつ)/
const weighty = 3.5
const nearMin = 0.3
const selves = /自身|自体|全体|本人/

/** 相談の後の調査はどう進む: the head of what is asked about stands in the passage, not its attributes alone. */
export const speaksOfHead: Demand = ({ text, terms }) => {
  const [, run = ''] = topic.exec(text) ?? []
  const head = terms.find(
    (term) =>
      !term.everyday &&
      term.weight >= weighty &&
      run.endsWith(term.text) &&
      !selves.test(term.text),
  )
  if (head === undefined) return undefined
  return (one) => speaksOf(one, head, nearMin)
}
