import type { Passage } from '../document.ts'
import { fold, foldedText } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Ranked } from '../ranking/rank.ts'

const sameMin = 0.6

/** The verb that a question ends with: 選|びますか, 雇|うのですか. Particles after it make it a noun. */
const lastVerb =
  /([\u3400-\u9fff]+)(?!は|が|を|に|の|も|で(?!き)|と|って|や(?!す)|だ|か|なの|なん|なる|へ|まで|から)[\u3041-\u309f]+[?？。 ]*$/
/** Verbs that say next to nothing: a passage that says the rest need not have them. */
const light =
  /^(?:[使受行有書載入含当要聞見言出取助得学働持求就付考関対良思]|必要|勉強|可能|実施|推進|対象|申告|利用|活用)$/

/** 毎年|確認します: no verb is longer than this in kanji. */
const stemLengthMax = 2

/** The stem of the verb that a question in Japanese ends with; empty where it says next to nothing. */
export const verbOf = (question: Question): string => {
  const [, run = ''] = question.english ? [] : (lastVerb.exec(question.text) ?? [])
  const stem = run.slice(-stemLengthMax)
  return light.test(stem) ? '' : stem
}

/** 控え|るよう求めますか: verbs before the last claim something too. */
const verbs =
  /([\u3400-\u9fff]{1,2})(?!は|が|を|に|の|も|で(?!き)|と|って|や(?!す)|だ|か|な|へ|まで|から|より|など)(?=[\u3041-\u309f])/g

/** The stems of all that a question in Japanese says is done, that say anything. */
const stemsOf = (question: Question): string[] =>
  [verbOf(question), ...[...question.text.matchAll(verbs)].map(([, stem = '']) => stem)].filter(
    (stem) => stem !== '' && !light.test(stem),
  )

/** 選びますか: what is done stands in the passage too, in its own or in a kindred word. */
const hasVerbs = (question: Question, { at, passage }: Ranked): boolean => {
  const text = foldedText(passage)
  const isMet = (stem: string): boolean =>
    text.includes(stem) ||
    question.terms.some(
      (term) => term.text.includes(stem) && (term.posting.get(at) ?? 0) >= sameMin,
    )
  return question.english || stemsOf(question).every(isMet)
}

/** Everything a passage is about, as one text with a mark between its parts. */
const wholeOf = ({ text, labels, heads, facets }: Passage): string =>
  fold([text, ...labels, ...heads, facets.position ?? ''].join('|'))

/** 課長 inside 課長補佐 is another position. */
const standsAlone = (name: string, text: string): boolean =>
  text
    .split(name)
    .slice(1)
    .some((after) => !/^(?![職等級][^員]?)[\u3400-\u9fff]/.test(after))

/** Whether the passage speaks of the very position and of the very kind of work that the question names. */
const speaksOfSame = (question: Question, { passage }: Ranked): boolean => {
  const named = (kind: 'position' | 'job'): string[] =>
    question.entities.filter((entity) => entity.kind === kind).map(({ name }) => name)
  const [positions, jobs] = [named('position'), named('job')]
  const { job } = passage.facets
  if (jobs.length > 0 && job !== undefined && !jobs.includes(job)) return false
  const text = wholeOf(passage)
  return positions.every((position) =>
    position.split('・').some((name) => standsAlone(fold(name), text)),
  )
}

/** 上司の評価, 部下を支援: the one to whom something is done. */
const doneTo =
  /((?:上|部)司|部下|同僚|先輩|後輩|管理職|[部次課係]長|主[査任事])(?:を|の)(?=評価|指導|指名|推薦|支援|監督)/

/** Who does it to whom is the same: 管理職に対する評価者研修 is no evaluation of the 管理職. */
const isSameWayRound = (question: Question, { passage }: Ranked): boolean => {
  const [, object] = doneTo.exec(question.text) ?? []
  if (object === undefined) return true
  const names = question.terms.filter(({ text }) => text === object).flatMap((term) => term.names)
  const text = foldedText(passage)
  return [object, ...names].some((name) => text.includes(`${name}を`) || text.includes(`${name}の`))
}

const into = /([\u30a1-\u30fa\u30fc\u3400-\u9fffa-z]{2,})に(?:入[りるっ]|含ま|当た[りる]|該当)/

/** OJTに当たりますか: the passage must name what it is asked to be a part of. */
const namesWhole = ({ text }: Question, { passage }: Ranked): boolean => {
  const [, name = ''] = into.exec(text) ?? []
  return fold([passage.text, ...passage.labels.slice(-1)].join('|')).includes(name)
}

/** Whether the passage speaks of the same people, and of who does it to whom as the question does. */
export const isOfSame = (question: Question, ranked: Ranked): boolean =>
  speaksOfSame(question, ranked) && isSameWayRound(question, ranked)

/** 失敗を責|める, 時間に縛|られる: the words of a question go on as a verb. */
const goesOn = /^(?:ら?れ|さ|し|っ[てた]|[うくぐすつぬぶむるいきぎちにびみりえけげせてねべめ])/
const saysNot = /^[\u3041-\u309f]{0,3}?(?:ず(?![つっ])|な(?:い|く|し)|ません|ことなく)/
const endsInNot = /(?:ず|ない|なく)$/

const isNot = (name: string, text: string): boolean => {
  const at = text.indexOf(name)
  return at >= 0 && (endsInNot.test(name) || saysNot.test(text.slice(at + name.length)))
}

/** 失敗を恐れる職場ですか, where the passage says 失敗を恐れず: what is asked about is just what it does not do. */
const isDenied = (question: Question, { passage }: Ranked): boolean => {
  const text = foldedText(passage)
  return question.terms.some(({ text: said, names }) => {
    const at = question.text.indexOf(said)
    return (
      at >= 0 &&
      goesOn.test(question.text.slice(at + said.length)) &&
      [said, ...names].some((name) => isNot(name, text))
    )
  })
}

const rising = /上が|上昇|増|伸び|高ま|高い|拡大|改善|良くな/
const falling = /下が|低下|減|縮小|削減|悪化|低い|少ない/
const level = /横ばい|頭打ち|停滞|足踏み|変わらな/
const obliged = /必要が|べき|なければ|ねば/

/** 倍率は上がっていますか of a 倍率の低下, and what must be of what may: another direction or degree than the passage tells. */
const isOtherWay = ({ text: asked }: Question, { passage }: Ranked): boolean => {
  const text = foldedText(passage)
  const [kept] = level.exec(asked) ?? []
  return (
    (rising.test(asked) && falling.test(text)) ||
    (falling.test(asked) && rising.test(text)) ||
    (kept !== undefined && !text.includes(kept)) ||
    (obliged.test(asked) && !obliged.test(text))
  )
}

/** Whether a passage that has the words of a question also says what it claims: the same deed, of the same people. */
export const isBorneOut = (question: Question, ranked: Ranked): boolean =>
  hasVerbs(question, ranked) &&
  isOfSame(question, ranked) &&
  namesWhole(question, ranked) &&
  !isDenied(question, ranked) &&
  !isOtherWay(question, ranked)
