import { figuresIn } from '../asked/figures.ts'
import { spansIn, yearsIn } from '../asked/years.ts'
import { foldedText } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Term } from '../question/reading.ts'
import { opposites } from '../ranking/opposites.ts'
import type { Ranked } from '../ranking/rank.ts'
import { isBorneOut, isOfSame, verbOf } from './borne-out.ts'
import { isException } from './choose.ts'

/** A plan that is only being thought about, or a rule with exceptions: neither yes nor no. */
const hedged =
  /検討(?:します|する|中)|含め検討|除く|除き|だけでな|ことなく|ではな|ではあ|でな|以外|一部|適宜/

/** A question that turns its own words round (だけ, 全員, ずっと, …ない): finding the words proves nothing. */
const turned =
  /な(?:い|く|し|か|くて)|ません|ず(?:に|とも)|不要|無用|だけ(?!ど)|のみ|しか|全部|全て|すべて|全員|全額|みんな|誰でも|必ず|絶対|ずっと|いつも|毎[日週月回]|最初|すぐ|以外|同じ|等しい|一斉|より|逆|反対|関係な|もう|まだ|減|増|決ま|\b(?:not|only|all|every|never|always|no|without|still|already|entire|whole|everyone)\b|n't/

/** The sentences that speak of the years asked about; all of it where none is named. */
const ofSameYears = (question: string, text: string): string => {
  const named = yearsIn(question)
  const clauses = text.split(/(?<=。)|(?<=から)/)
  const same = clauses.filter((clause) => named.some((year) => yearsIn(clause).includes(year)))
  return same.length === 0 ? text : same.join('')
}

const hasOtherNumber = (question: string, text: string): boolean => {
  const own = figuresIn(ofSameYears(question, text))
  for (const [unit, values] of figuresIn(question)) {
    const there = own.get(unit)
    if (there !== undefined && ![...values].some((value) => there.has(value))) return true
  }
  return false
}

/** Whether the question names a year before or after the time that the passage sets. */
const isOutside = (question: string, text: string): boolean => {
  const spans = spansIn(text)
  if (spans.length === 0) return false
  return yearsIn(question).some((year) => spans.every(({ from, to }) => year < from || year > to))
}

/** The ending of the word that an opposite was known by: 必ず受|ける. */
const endingLength = 2

/** What is spoken of beside the word that has an opposite. */
const thingsBeside = (question: Question, said: RegExp): Term[] => {
  const found = said.exec(question.text)
  if (found === null) return []
  const matched = question.text.slice(found.index, found.index + found[0].length + endingLength)
  return question.terms.filter((term) => !term.everyday && !matched.includes(term.text))
}

/** What a passage on the same thing says about a pair of opposites: yes, no, or nothing. */
const byOpposites = (question: Question, chosen: Ranked[]): string => {
  const [said, other] = opposites.find(([word]) => word?.test(question.text)) ?? []
  if (said === undefined || other === undefined) return ''
  const things = thingsBeside(question, said)
  for (const one of chosen) {
    const { at, passage } = one
    const text = foldedText(passage)
    if (!things.every((term) => (term.posting.get(at) ?? 0) >= sameMin)) continue
    if (said.test(text)) return isClaimMet(question, one, said) ? 'はい。' : ''
    if (other.test(text)) return 'いいえ。'
  }
  return ''
}

/** 毎年全部変えますか claims more than the word that has an opposite; 毎年…適宜見直し says it of another deed. */
const isClaimMet = (question: Question, one: Ranked, said: RegExp): boolean => {
  const rest = question.text.replace(said, ' ').replace(obliged, ' ')
  if (turned.test(rest) || ofBoth.test(rest) || !isOfSame(question, one)) return false
  const text = foldedText(one.passage)
  const verb = verbOf(question)
  // 必ず出席: the deed is a part of the word that has an opposite.
  if (said.exec(question.text)?.[0].includes(verb.slice(0, 1))) return true
  if (!isBorneOut(question, one)) return false
  const from = text.search(said)
  const until = text.slice(from, Math.max(from, text.indexOf(verb, from)))
  return !hedged.test(until) && !picked.test(until)
}

/** 希望を募り、適任者を選考のうえ: who wishes is not yet chosen. */
const picked = /選考|適任|審査|試験/

/** …なければなりませんか asks whether one must, and turns nothing round. */
const obliged = /なければ?(?:いけません|なりません|いけない|ならない)/
const ofBoth = /どちらも|どっちも|両方とも|いずれも/

const sameMin = 0.6

/** 生活排水対策室除く, 年功序列に捉われることなく: the very thing asked about is what the passage leaves out. */
const leavesOut = (question: Question, text: string): boolean => {
  if (/除|以外|とらわれ|捉われ/.test(question.text)) return false
  return question.terms.some(
    ({ names, everyday }) =>
      !everyday &&
      names.some((name) =>
        ['除く', 'を除', 'は除', 'に捉われることなく', 'にとらわれることなく'].some((left) =>
          text.includes(name + left),
        ),
      ),
  )
}

const asksNeed = /必要(?:です|なの|か|[?？]|$)|必須|(?:要|い)[りる](?:ます|の|か)/
const saysNeed = /必要|求め|必修|不可欠|必須|を要|目標/

const carriedMin = 0.7

/** 時間外勤務を長時間勤務に: two names of one thing are one. */
const conceptsIn = (terms: Term[]): number =>
  terms.filter((term, at) =>
    terms.slice(0, at).every((other) => !isAlso(term, other) && !isAlso(other, term)),
  ).length

const isAlso = ({ names }: Term, { text }: Term): boolean => names.includes(text)

/** Every word of content stands in the one passage, and nothing in either turns it round. */
const isSure = (question: Question, one: Ranked): boolean => {
  const { at, passage } = one
  const telling = question.terms.filter((term) => !term.everyday)
  return (
    question.unknown.length === 0 &&
    conceptsIn(telling) >= 2 &&
    telling.every((term) => (term.posting.get(at) ?? 0) >= carriedMin) &&
    !turned.test(question.text) &&
    !hedged.test(passage.text) &&
    (!asksNeed.test(question.text) || saysNeed.test(passage.text)) &&
    isBorneOut(question, one)
  )
}

/**
 * はい。 or いいえ。, for a question that asks for one of them, where the passage decides it; else nothing. A wrong はい is
 * worse than a passage quoted without one.
 */
export const verdict = (question: Question, chosen: Ranked[]): string => {
  if (isNeither.some((words) => words.test(question.text))) return ''
  const opposite = byOpposites(question, chosen)
  if (opposite !== '') return turnedRound(question.text) ? '' : opposite
  const [best] = chosen
  if (best === undefined) return ''
  const text = foldedText(best.passage)
  if (contradicts.some((is) => is(question, best, text))) return 'いいえ。'
  return isSure(question, best) || isInside(question.text, text) ? 'はい。' : ''
}

/** Asked whether that is all, the passage says that there is more. */
const saysMore = (question: Question, best: Ranked): boolean =>
  isException(best) && onlyThese.test(question.text) && !turnedRound(question.text)

const onlyThese = /だけ(?!ど)|のみ|しか|限(?:ら|り|定|っ)|\bonly\b/

/** The ways in which a passage says no to what it is asked. */
const contradicts: ((question: Question, best: Ranked, text: string) => boolean)[] = [
  (question, _, text) => isOutside(question.text, text),
  (question, _, text) => hasOtherNumber(question.text, text),
  (question, _, text) => leavesOut(question, text),
  saysMore,
]

/** AかBか, どっち, …の目的: a choice or a noun asked for is no yes or no. */
const asksWhich =
  /どっち(?!も)|どちら(?!も)|それとも|(?<![何誰確ほしどな])か、?.{2,12}か[?？]?$|(?:目的|内容|理由|対象|条件|方法|期間|時期|中身|違い|根拠)[?？]?$|\bor\b/

/** 有休が取りにくい職場です, 失敗を恐れない職場づくり: told or named, and not asked. */
const tells =
  /(?:です|ます|でした|ました|ません|たい|[つづ]くり|取組み|仕組み|もの|こと|ところ)[。]?$/

const isNeither = [asksWhich, tells]

/** …ではないですよね, 必須じゃない: yes and no would change places. */
const turnedRound = (text: string): boolean =>
  /(?:では|じゃ|で|わけ|必要)な(?:い|く)|ありませ|ませんよ|不要|\bnot\b|n't/.test(text)

const isInside = (question: string, text: string): boolean =>
  spansIn(text).length > 0 && yearsIn(question).length > 0 && !turnedRound(question)
