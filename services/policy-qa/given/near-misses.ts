import { isYesNo, otherOffered } from '../asked/asked.ts'
import { figuresIn } from '../asked/figures.ts'
import type { Passage } from '../document.ts'
import { fold, foldedText } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Term } from '../question/reading.ts'
import { mayBeOpposed, settles } from '../ranking/opposites.ts'
import type { Ranked } from '../ranking/rank.ts'

const thereMin = 0.2

/** Whether a passage suits a detail that the question asks for, beside having its words. */
export type Suits = (passage: Passage) => boolean

const always: Suits = () => true

const condition =
  /([\u30a1-\u30fa\u30fc\u3400-\u9fff々]+)[\u3041-\u309f]{0,8}?(?:(?:[ただ]ら|[ただ]後の?[\u3041-\u309f\u3400-\u9fff]{0,6}は? ?|れば|[るいうくす]と)(?=どう(?:な|す|し|いう)| どう(?:な|す|し|いう)|何が| 何が)|(?:たら|[たるい]場合は?) ?(?=どう|何が|$)|[たるい](?:人|職員|者|課|部|部署|場合)(?:は|って) ?(?=どうな|どんな(?:罰|処)))/
/** Verbs too plain to be what the answer turns on. */
const plain = /[出来入行取使思言困迷悩感見知受持当起生居有成欲]$/

/** 安全性が高いと何ができる: what something is good for is told with the thing itself. */
const benefit = /[いる]と何が(?:でき|期待|良|よ[いく]|得られ|つなが)/

const lettersCompared = 2

/** 推進期間が終わったらどうなる: the word that the condition turns on; undefined when it sets none. */
const conditionOf = ({ text, english }: Question): string | undefined => {
  const [, run = ''] = english || benefit.test(text) ? [] : (condition.exec(text) ?? [])
  return run === '' || plain.test(run) ? undefined : run.slice(-lettersCompared)
}

const isAt = (term: Term, at: number): boolean => (term.posting.get(at) ?? 0) > thereMin

/** 書いたら: 書 in 自己申告書 is another word. */
const turnsOn = (text: string, word: string): boolean =>
  word.length > 1
    ? text.includes(word) || word.includes(text)
    : text.startsWith(word) || new RegExp(`${word}[\\u3041-\\u309f]`).test(text)

/** Whether a passage that speaks of the matter speaks of what is to happen to it, too. */
export const meetsCondition = (chosen: Ranked[], question: Question): boolean => {
  const word = conditionOf(question)
  if (word === undefined) return true
  const own = question.terms.filter(({ text }) => turnsOn(text, word))
  const [matter] = question.terms
    .filter((term) => !term.everyday && !own.includes(term))
    .toSorted((one, two) => two.weight - one.weight)
  return chosen.some(
    ({ at }) => own.some((term) => isAt(term, at)) && (matter === undefined || isAt(matter, at)),
  )
}

const work =
  /(?<![\u3400-\u9fff])((?!技術職|専門職|一般職|行政職|一般行政職|事務職|管理職|監督職|管理監督職|総合職|役職|[転前現退復在休就求]職)[\u3400-\u9fff]{1,5}(?:職|士|師))(?:員|さん|の人|の方|たち)*(?:の|は|って|が|に|には|で|だと|なら|を)/
const givenByWork =
  /ジョブローテ|ローテーション|モデル|配置先|配属|資格例|有益な資格|能力(?:育成|拡充|発揮)期|育成期|拡充期|発揮期/

const sameMatter = 0.4

/** 授業料は全額出るか: what settles it must speak of the same matter. */
export const settlesMatter = (chosen: Ranked[], { terms }: Question): boolean => {
  const claimed = terms.filter(({ text }) => mayBeOpposed(text))
  if (claimed.length === 0) return true
  const others = terms.filter((term) => !term.everyday && !claimed.includes(term))
  const weigh = (all: Term[]): number => all.reduce((sum, { weight }) => sum + weight, 0)
  return chosen.some(
    ({ at, passage }) =>
      weigh(others.filter((term) => isAt(term, at))) >= weigh(others) * sameMatter &&
      claimed.every(({ text }) => settles(text, passage)),
  )
}

/** 消防職の配置先: what a table gives kind by kind of work is given for none that has no table. */
const ofItsWork = ({ text, entities }: Question): Suits => {
  const [asked] = givenByWork.exec(text) ?? []
  const [, name] = work.exec(text) ?? []
  if (asked === undefined || name === undefined) return always
  if (!/労務職/.test(name) && entities.some(({ kind }) => kind === 'job' || kind === 'position'))
    return always
  return (passage) => {
    const own = fold([passage.text, ...passage.labels].join(' '))
    return own.includes(name) && own.includes(asked.slice(0, lettersCompared))
  }
}

const beside =
  /(?:(?<subject>[^ はがでに]{2,}?)(?:に|で)は?)?(?<named>[^ はがでに]{2,}?)(?:の?ほか|の他|以外)に?(?:は|も|で)?.*(?:何|ど[んのこれ]|誰|は(?:あ|$)|ほか|別)/
const classes = /(?:係|課|部|室|士|研修|部門|分野|所)$/

/** 管理係のほかに何係: some other of the kind must stand there, beside the one the question names. */
const othersThan = ({ text: asked }: Question): Suits => {
  const { subject = '', named = '' } = beside.exec(asked)?.groups ?? {}
  const [kind] = classes.exec(named) ?? []
  if (kind === undefined) return always
  const known = named.split(/と|や|・|、/)
  const ofKind = new RegExp(`[\\u30a1-\\u30fa\\u30fc\\u3400-\\u9fff]+${kind}(?![長員])`, 'g')
  const itemsIn = (text: string): string[] => text.match(ofKind) ?? []
  return (passage) => {
    const text = foldedText(passage)
    const rest = subject === '' ? text : text.split(subject).slice(1).join(' ')
    const [own = ''] = rest.split(/[・/◎〈]/)
    const items = itemsIn(itemsIn(own).length > 0 ? own : rest)
    return items.some((item) => !known.some((name) => item.endsWith(name)))
  }
}

const asksInside =
  /(?:内容|中身)(?:は|を|って|とは|$)|(?:仕事|業務)(?:は|って|を教|内容|[?？ ]*$)|どんな(?:仕事|業務)|何を(?:して|する|やる|やって)|何を(?:学|教|習|定め|扱)|どんなことを(?:学|教|習|す)|どういうことを(?:学|教|習|す)/

const asksInsideInEnglish =
  /^how (?:long|much|many|often|old|far)\b|^how (?:is|are) .*\b(?:formed|organi[sz]ed|run)\b|^what .*\b(?:teach|taught|learn)/

/** NOMAの研修内容: a list that only names it does not tell of it. */
const notOnlyListed = ({ text, english, terms }: Question): Suits => {
  if (!(english ? asksInsideInEnglish : asksInside).test(text)) return always
  const [matter] = terms
    .filter(({ everyday }) => !everyday)
    .toSorted((one, two) => two.weight - one.weight)
  if (matter === undefined) return always
  return (passage) => {
    const own = foldedText(passage)
    const names = matter.names.filter((name) => name.length > 1 && own.includes(name))
    return names.length === 0 || !names.every((name) => isListed(own, name))
  }
}

/** Whether a name stands in a list, or is only said to be realized, followed or linked with. */
const isListed = (text: string, name: string): boolean =>
  text
    .split(name)
    .slice(1)
    .every((after, at) => {
      const before = text.split(name)[at] ?? ''
      return (
        (before.includes('/') && !before.includes('。')) ||
        (before !== '' && /^[^/。]{0,8}\//.test(after)) ||
        (/[・、部課局所>]$/.test(before) && /^(?:[・、〈]|$)/.test(after)) ||
        /^」?(?:の実現|に基づ|とも?連動|や[^。]*とも?連動)/.test(after)
      )
    })

const counts =
  /(?<whole>[^ は]{2,})(?:は|って)(?<into>[^ は]{2,})に(?:入り|入る|入っ|含ま|当たり|当たる|該当)/

/** PTAは地域貢献活動に入るか: what is only near to what the passage names is not said to be of it. */
const namesWhole = ({ text, english }: Question): Suits => {
  if (!isYesNo(text, english)) return always
  const { whole = '' } = counts.exec(text)?.groups ?? {}
  const runs = whole.match(/[\u30a1-\u30fa\u30fc\u3400-\u9fffa-z0-9]{2,}/g) ?? []
  return runs.length === 0
    ? always
    : ({ text: own, labels }) => {
        const all = fold([own, ...labels].join(' '))
        return runs.some((run) => all.includes(run))
      }
}

const somebodyElse =
  /(家族|配偶者|パート|アルバイト|臨時職員|非常勤|会計年度任用職員|再任用職員?|派遣社員|退職者|業者)(?:さん|の人|の方)?(?:が|も|は|でも|にも|だけ)/

/** 家族が相談してもよいか: what is said of the staff is not said of others. */
const ofThem = ({ text, english }: Question): Suits => {
  const [, name = ''] = somebodyElse.exec(text) ?? []
  if (name === '' || !isYesNo(text, english)) return always
  return ({ text: own, labels }) => fold([own, ...labels].join(' ')).includes(name)
}

/** 14日ですか、20日ですか: a passage that decides between two figures has one of them. */
const hasOneOf = ({ text }: Question): Suits => {
  const offered = otherOffered(text) === '' ? [] : [...figuresIn(text)]
  if (offered.length === 0) return always
  return (passage) => {
    const own = figuresIn(passage.text)
    return offered.some(([unit, values]) => [...values].some((value) => own.get(unit)?.has(value)))
  }
}

/** All that a passage must suit before its words count. */
export const suitsOf = (question: Question): Suits => {
  if (question.english) return notOnlyListed(question)
  const all = [ofItsWork, othersThan, notOnlyListed, namesWhole, ofThem, hasOneOf].map((of) =>
    of(question),
  )
  return (passage) => all.every((suits) => suits(passage))
}
