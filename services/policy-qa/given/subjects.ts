import { fold, foldedText } from '../ingest/normal.ts'
import type { Demand, Gives } from './demand.ts'
import { mattersOf, sentences, speaksOf, withLabels } from './words.ts'

const age = /\d0代/
/** 20代ですか: a value that is claimed, and not the one of whom something is asked. */
const claimed =
  /(?:\d0代|[部次課係]長|補佐|主[査任事]|技[査師]|職)(?:級|クラス)?(?:です|でした|なの|だけ|だっ|のみ|[?？ ]*$)/

/** 20代の満足度: what is told of another age, or of all, is not told of this one. */
const ofItsAge: Demand = ({ text, terms }) => {
  const [asked] = text.match(age) ?? []
  if (asked === undefined || claimed.test(text)) return undefined
  const names = terms.filter((term) => term.text.includes(asked)).flatMap((term) => term.names)
  return ({ passage }) => [asked, ...names].some((name) => withLabels(passage).includes(name))
}

const group =
  /(女性|男性|管理職|監督職|若手|新人|新規採用職員|会計年度任用職員|再任用職員|一般職|技術職|消防職|専門職|[部次課係]長|課長補佐|主査|主任|主事|技師|(?:土木|建築|設備|福祉)職|保健師)(?:の?職員)?の(?:総合|平均|女性)?(?:満足度|意欲|年齢|比率|割合|人数|職員数|目標|時間外|残業|超過|受検率|受診率)/

/** 女性職員の満足度: what is told of all is not told of a group. */
const ofItsGroup: Demand = ({ text, terms }) => {
  const [, asked] = group.exec(text) ?? []
  if (asked === undefined) return undefined
  const names = terms.filter((term) => term.text.includes(asked)).flatMap((term) => term.names)
  return ({ passage }) => [asked, ...names].some((name) => withLabels(passage).includes(name))
}

const position =
  /部長|次長|課長補佐|課長|係長|主査|技査|(?:事務|技術)主任|主任|主事|技師|技能労務職/g
/** Scopes that a passage sets for all: whoever is not in them is out. */
const scope = /対象|必修|必要|求め|含|○/

/** 係長級の意欲: what is told of some positions by name is not told of another, nor is what stands near it. */
const ofItsPosition: Demand = ({ text, entities, terms }, ranked) => {
  const asked = entities
    .filter(({ kind }) => kind === 'position')
    .flatMap(({ name }) => name.split('・').map(fold))
  if (asked.length === 0 || claimed.test(text) || scope.test(text)) return undefined
  const [matter] = terms
    .filter(({ everyday, named }) => !everyday && !named)
    .toSorted((one, two) => two.weight - one.weight)
  const isNamed: Gives = ({ passage }) => asked.some((name) => withLabels(passage).includes(name))
  const isOfOthers: Gives = (one) => {
    const { facets, text: own } = one.passage
    if (facets.position !== undefined || facets.job !== undefined || scope.test(own)) return false
    const named = fold(own).match(position) ?? []
    return named.length > 0 && !named.some((name) => asked.some((other) => other.endsWith(name)))
  }
  const isContested = ranked.some(
    (one) => isOfOthers(one) && matter !== undefined && speaksOf(one, matter),
  )
  return (one) => (isContested ? isNamed(one) : !isOfOthers(one))
}

const detail = /対象|期間|場所|会場|費用|人数|条件|日程|定員|誰が|何日|何人|どう違|違い/

/** 自治大学校の対象: a list of names tells nothing of each. */
const notJustListed: Demand = (question) => {
  if (!detail.test(question.text)) return undefined
  const [matter] = mattersOf(question)
  if (matter === undefined) return undefined
  return ({ passage }) => {
    const parts = passage.text.split(/[／\s]/).map(fold)
    return !/／/.test(passage.text) || !parts.slice(1).some((part) => matter.names.includes(part))
  }
}

const doer =
  /(?:誰|だれ|どなた)が(?:[^ ]{0,4}?[をに])?([\u3400-\u9fff]{1,2})[\u3041-\u309f]*(?:の|のは|こと)?(?:です|でし|なの)?[かねよ]*[?？ ]*$/
/** Who does something, before what is done. */
const agent =
  /(?:職員|管理職|[員者長士課師]|職|部門|組織|教授|所属)(?:が|は|により|によって|を配置|を通じ|から)/
/** Who is meant by a deed is told by a passage that only says whom it is for. */
const befalls = /^(?:対|受|該当|含|言|唱|支援|助|関)/
/** Deeds that say next to nothing. */
const plain = /^(?:行|作|設|担|担当|実施|務|進|出|指示)$/

/** 誰が指名する: that it is done does not tell who does it. */
const tellsDoer: Demand = ({ text, terms }) => {
  const [, deed = ''] = doer.exec(text) ?? []
  if (deed === '' || befalls.test(deed)) return undefined
  const own = terms.filter((term) => term.text.includes(deed))
  return (one) =>
    (one.passage.facets.position !== undefined ||
      sentences(one.passage).some((said) => agent.test(said))) &&
    (plain.test(deed) ||
      foldedText(one.passage).includes(deed) ||
      own.some((term) => speaksOf(one, term)))
}

/** Who or what something is told of: another of the same class is not the one asked about. */
export const givesSubject: readonly Demand[] = [
  ofItsAge,
  ofItsGroup,
  ofItsPosition,
  notJustListed,
  tellsDoer,
]
