import { isYesNo } from '../asked/asked.ts'
import { foldedText } from '../ingest/normal.ts'
import type { Demand } from './demand.ts'
import { mattersOf, speaksOf } from './words.ts'

/** What somebody may do, or how something is handled: a passage on the matter that does not say so leaves it open. */
const handled =
  /戻[れりっ]|やり直|匿名|記名|実名|名前を(?:書|出|名乗|知)|秘密|内緒|守秘|代理|異議|抜け[てた]|配[らりる]|伝わ[るりっ]|見られ|知られ|送られ|訂正|家族|変われ/
const counted =
  /(?:も|は|が|を)?(?:含ま[れな]|含み|含む|含め(?!て)|除外|除か|カウント|算入|数え)[^ ]{0,8}[?？ ]*$/
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
    stems.some((part) => foldedText(one.passage).includes(part)) ||
    own.some((term) => speaksOf(one, term))
}

const once = /(?:一度|いったん|一旦)[^ ]*(?:[ただ]ら|ると|れば|ても)/

/** 一度入ったら戻れますか: that something can be undone is told by a passage that speaks of doing it again. */
const setsOnce: Demand = ({ text }) =>
  once.test(text) && isYesNo(text, false)
    ? ({ passage }) => /再び|再度|一度|一旦|いつでも/.test(passage.text)
    : undefined

/** 取れなかった場合も: a passage that speaks of success alone leaves it open. */
const setsFailure: Demand = ({ text }) =>
  failed.test(text) && isYesNo(text, false)
    ? ({ passage }) => negative.test(foldedText(passage))
    : undefined

/** 会計年度任用職員も含まれますか: the passage names what is to be counted in, too. */
const countsIn: Demand = (question) => {
  if (!counted.test(question.text) || asksWhat.test(question.text)) return undefined
  const matters = mattersOf(question).filter(({ text }) => !/含|除|入/.test(text))
  return (one) => matters.every((matter) => speaksOf(one, matter)) && question.unknown.length === 0
}

const asksWhat = /何|どこ|どの|どんな|どれ|誰/

const unwilling = /たくない|たくなけれ|たくありません/
const lacking = /(?:が|も)(?:い|お[ら])な(?:い|かった)(?:課|係|部|職場|所|ところ|場合|とき|時)/

/** なりたくない場合, 補佐がいない課: what is to be done with those who are willing and there tells nothing of the others. */
const setsAbsence: Demand = ({ text }) => {
  if (unwilling.test(text)) return ({ passage }) => /意向|希望|辞退|拒|ない/.test(passage.text)
  return lacking.test(text)
    ? ({ passage }) => /不在|欠|いない|代[わ行]|兼/.test(passage.text)
    : undefined
}

const grievance = /納得(?:[いで]|がい)|不服|異議|文句|不満|苦情|クレーム/
const turnsTo = /どこ|誰|どう|どなた|申し|訴え|言[いうえ]|出[しせす]/
const redress = /異議|苦情|不服|不満|申立|申し立て|納得/

/** 評価に納得いかないとき: a passage on the matter is no place to object. */
const hearsObjection: Demand = ({ text }) =>
  grievance.test(text) && turnsTo.test(text)
    ? ({ passage }) => redress.test(passage.text)
    : undefined

/** What happens under a condition, and whether something is allowed, kept or counted in. */
export const givesCondition: readonly Demand[] = [
  saysHandled,
  setsOnce,
  setsFailure,
  countsIn,
  hearsObjection,
  setsAbsence,
]
