import { foldedText } from '../ingest/normal.ts'
import type { Ranked } from '../ranking/rank.ts'
import type { Demand } from './demand.ts'
import { isIn, mattersOf, sentences, speaksOf, withLabels } from './words.ts'

const asksGoal =
  /目標(?:の)?(?:値|数値|数字)(?!.*(?:すべて|一覧|全部))|目標(?:は|って|が)?(?:何(?:%|人|歳|日|時間|件|回)|いくつ|どの?くらい)/
const goal = /目標.{0,20}\d/

/** エンゲージメントの目標値: a goal belongs to the matter of its own row. */
export const givesGoal: Demand = (question) => {
  if (!asksGoal.test(question.text)) return undefined
  const matters = mattersOf(question).filter(
    ({ text, weight }) => weight > tellingMin && !/目標|数値|数字/.test(text),
  )
  const isOfIt = (one: Ranked): boolean =>
    joined.test(question.text)
      ? matters.some((matter) => speaksOf(one, matter))
      : matters.every((matter) => speaksOf(one, matter))
  return (one) => goal.test(foldedText(one.passage)) && (matters.length === 0 || isOfIt(one))
}

const tellingMin = 3.5
const joined = /[^こもっ]と|や|・|それぞれ|両方/

const asksNow = /今(?!後|日|回|度|年|ま)|現在|現状|実際|直近|いまの/
const asksFigure =
  /何\s*(?:%|割|人|日|時間|件|回)|(?:率|数|割合|平均|時間|日数)(?:は|って|が|[?？ ]|$)|どの?くらい/
/** 目標:12%(登用状況9.2%): the goal, without what it says of today. */
const goalFigure = /目標[::]?[^\d(]*[\d.]+[^(]*/g

const state =
  /(?:年|月|状況|現在|結果|調査|平均)[^。]*\d\s*(?:%|割|人|日|時間|件|歳|市|回)|\d\s*(?:%|人|歳)[^。]*(?:状況|現在|結果|となって)/

/** 今の受診率: what is aimed at is not what is reached. */
export const givesCurrent: Demand = ({ text }) =>
  asksNow.test(text) && asksFigure.test(text) && !/目標/.test(text)
    ? ({ passage }) => state.test(foldedText(passage).replace(goalFigure, ''))
    : undefined

const asksPeriod =
  /(?:計画|実施|有効|対象|推進|派遣|任用|実習|研修)期間(?:は|って|を|が|[?？ ]|$)|期間(?:は|って)?(?:[?？ ]|$|どの?くらい|何)/
const period = /期間|\d\s*(?:年間|か月|ヶ月|箇月|週間|日間|年程度)|年度?から.{0,14}まで/

/** …計画 計画期間: a year in the passage is no length of time. */
export const givesPeriod: Demand = (question) => {
  if (!asksPeriod.test(question.text)) return undefined
  const [matter] = mattersOf(question).filter(({ text }) => !/期間/.test(text))
  return (one) =>
    period.test(foldedText(one.passage)) &&
    (matter === undefined || speaksOf(one, matter) || isIn(matter, withLabels(one.passage)))
}

const asksYear = /何年(?:に(?![\d一何](?:回|度))|のこと|頃|ころ|ごろ)/
const year = /\d\s*年(?!に\d|間|程度|ごと|おき|単位|の\d|以)/
const event =
  /(提唱|策定|制定|導入|開始|設置|創設|発足|改[訂定]|実施|施行|公表|公布|設立|開設|始)[\u3041-\u309fー]{0,8}(?:の|こと)?は?何年|何年[^ ]*?(提唱|策定|制定|導入|開始|設置|創設|発足|改[訂定]|実施|施行|公表|公布|設立|開設|始)/

/** 何年に提唱: the year stands in the sentence that tells of the event. */
export const givesFigure: Demand = (question) => {
  const { text } = question
  if (becomes.test(text)) return ({ passage }) => rise.test(foldedText(passage))
  const anchor = anchorOf(text)
  if (anchor !== undefined) return ({ passage }) => sentences(passage).some(standsBy(anchor))
  const said = event.exec(text)
  if (said === null && !asksYear.test(text)) return undefined
  const deed = said?.[1] ?? said?.[2] ?? ''
  const [matter] = mattersOf(question).filter((term) => term.text !== deed)
  return (one) =>
    sentences(one.passage).some((sentence) => year.test(sentence) && sentence.includes(deed)) &&
    (matter === undefined || speaksOf(one, matter) || isIn(matter, withLabels(one.passage)))
}

const howMuch =
  /(?:どれ|どの)(?:くらい|ぐらい|ほど|程度)[^ ]{0,4}(?:減|増|上が|下が|伸び|多|少な|高|低)|あと何[\u3400-\u9fff]|残[りっ](?:て|は何|の日数|何)/
/** どれくらい減る, あと何日: a passage that tells of the change or of the whole gives no such figure. */
export const givesAmount: Demand = (question) => {
  const { text } = question
  if (!howMuch.test(text)) return undefined
  if (/残|あと何/.test(text)) return ({ passage }) => /残り|残る|残って/.test(passage.text)
  const [matter] = mattersOf(question)
  return (one) =>
    sentences(one.passage).some((sentence) => /\d/.test(sentence)) &&
    (matter === undefined || speaksOf(one, matter))
}

/** 何歳でなれる: an age beside a position is not the age at which somebody gets there. */
const becomes = /何(?:歳|才|年目)[^ ]{0,8}(?:なれ|なる|なり|昇|就|上が)/
const rise = /(?:昇任|昇格|なれ|就く|就任)[^。]*\d|\d+歳[^。]{0,10}(?:昇|なれ|就)/

const dated =
  /([\u3400-\u9fff\u30a1-\u30fa\u30fc]{2,})(?:の?(?:直前|直後|年)の|前の|後の|当時の)[^ ]*(?:何人|何歳|何%|何割|いくつ|何件)/

/** 震災前の職員数: what a figure is dated by, other than a year. */
const anchorOf = (text: string): string | undefined => dated.exec(text)?.[1]?.replace(/[前後]$/, '')

/** The figure and what dates it stand in one clause or in two neighbouring ones. */
const standsBy =
  (anchor: string) =>
  (sentence: string): boolean => {
    const clauses = sentence.split(/、/)
    return clauses.some((clause, at) => {
      const near = clause + (clauses[at + 1] ?? '')
      return near.includes(anchor) && /\d\s*(?:人|歳|%|割|件)/.test(near)
    })
  }
