import { isYesNo } from './asked.ts'
import type { Demand } from './demand.ts'
import { mattersOf, speaksOf, withLabels } from './given-words.ts'
import { fold } from './ingest/normal.ts'

/** What somebody may do, or how something is handled: a passage on the matter that does not say so leaves it open. */
const handled =
  /断[らりるっれ]|拒[否ま]|辞退|訂正|変更|取り?消|取り?下げ|撤回|中止|中断|延期|延長|戻[れりっ]|やり直|匿名|記名|実名|名前を(?:書|出|名乗|知)|秘密|内緒|守秘|録音|代理|異議|拒め|抜け[てた]|書き直|配[らりる]|伝わ[るりっ]|漏[れら]|閲覧|見られ|知られ|家族|変われ|切り替え/
const conditional =
  /([\u3400-\u9fff\u30a1-\u30fa\u30fc]+)[\u3041-\u309f]{0,6}?(?:ても|(?<![今誰何])でも)(?![らのい])|([\u3400-\u9fff\u30a1-\u30fa\u30fc]+)(?:の|した|された|なかった|れた|った|いた|てる|ている|する|になる)場合|([\u3400-\u9fff\u30a1-\u30fa\u30fc]+)(?:に|と)?な(?:ったら|ると|れば|った場合)/
const counted =
  /(?:も|は|が|を)?(?:含ま[れな]|含む|含め(?!て)|除外|除か|カウント|算入|数え)[^ ]{0,8}[?？ ]*$/
const failed = /な(?:かった場合|ければ(?!な|い)|くても|かったら|いと(?!い[けう]))/
const negative = /な[いくかけ]|ず[、に]|未|不合格/

/** 断れますか, 匿名ですか: the words of the deed itself, or nothing. */
const saysHandled: Demand = ({ text, terms }) => {
  const [said] = handled.exec(text) ?? []
  if (said === undefined || !isYesNo(text, false)) return undefined
  const stem = said.replace(/[\u3041-\u309f]+$/, '')
  const own = terms.filter((term) => stem.length > 0 && term.text.includes(stem))
  const stems = stem === '変更' ? [stem, '見直'] : [stem]
  return (one) =>
    stems.some((part) => fold(one.passage.text).includes(part)) ||
    own.some((term) => speaksOf(one, term))
}

/** 落ちても, 途中採用の場合: what is asked under a condition is told by a passage that sets it. */
const setsCondition: Demand = ({ text, terms }) => {
  const [, though, when, being] = conditional.exec(text) ?? []
  const run = though ?? when ?? being
  if (run === undefined) return undefined
  const own = terms.filter((term) => term.text.includes(run) || run.includes(term.text))
  if (own.every(({ everyday, weight }) => everyday || weight < tellingMin) && own.length > 0)
    return undefined
  const letters = own.reduce((sum, term) => sum + term.text.length, 0)
  return (one) =>
    withLabels(one.passage).includes(run) ||
    (letters >= run.length && own.every((term) => term.everyday || speaksOf(one, term, nearMin)))
}

const tellingMin = 2.2
const nearMin = 0.4

const once = /(?:一度|いったん|一旦)[^ ]*(?:[ただ]ら|ると|れば|ても)/

/** 一度入ったら戻れますか: that something can be undone is told by a passage that speaks of doing it again. */
const setsOnce: Demand = ({ text }) =>
  once.test(text) && isYesNo(text, false)
    ? ({ passage }) => /再び|再度|一度|一旦|いつでも/.test(passage.text)
    : undefined

/** 取れなかった場合も: a passage that speaks of success alone leaves it open. */
const setsFailure: Demand = ({ text }) =>
  failed.test(text) && isYesNo(text, false)
    ? ({ passage }) => negative.test(fold(passage.text))
    : undefined

/** 会計年度任用職員も含まれますか: the passage names what is to be counted in, too. */
const countsIn: Demand = (question) => {
  if (!counted.test(question.text) || asksWhat.test(question.text)) return undefined
  const matters = mattersOf(question).filter(({ text }) => !/含|除|入/.test(text))
  return (one) => matters.every((matter) => speaksOf(one, matter)) && question.unknown.length === 0
}

const asksWhat = /何|どこ|どの|どんな|どれ|誰/

/** What happens under a condition, and whether something is allowed, kept or counted in. */
export const givesCondition: readonly Demand[] = [
  saysHandled,
  setsCondition,
  setsOnce,
  setsFailure,
  countsIn,
]
