import { fold, foldedText } from '../ingest/normal.ts'
import type { Demand } from './demand.ts'

/** How the members of a class are named. What is not here has no names of its own: こと, 点, 内容, 力. */
const classes: Readonly<Record<string, RegExp>> = {
  課: /(?<![各\s・、／部局室])課(?![長題内補])/,
  係: /(?<![関各])係(?![長員る])/,
  省: /(?<!中央)(?:[^\s]省(?!庁)|庁$)/,
  省庁: /[^\s]省(?!庁)/,
  階級: /(?:級|司令|士長|監)(?![のをに])/,
  職種: /[^\s専門]職(?![種場員位務域])(?=[、／・や等をがはと])|[^\s]士(?![気業])|[^\s]師(?!長)|[^\s職全構成]員(?![会数])|主[査任事]|技査/,
  法律: /法(?:律)?」|[^\s方手]法(?![律人令])|する法律/,
  年代: /\d代/,
  職位: /[部次課係]長|主[査任事]|技[査師]|[^\s専門]職(?![種場員位務域])/,
  部門: /[^\s各]部門/,
  分野: /[^\s各定]分野|[^\s各]部門/,
  病院: /病院/,
  医療機関: /病院|クリニック|医院/,
  専門機関: /病院|クリニック|大学|協会|[^相談]センター/,
  部署: /[^各]課(?![題])|[^関]係(?![者る])|[^全部各]部(?![署分長門])|各部に|室|センター|支所|局/,
  担当課: /(?<![各\s・、／・部局室])課(?![長題内補])/,
  の課: /(?<![各\s・、／・部局室])課(?![長題内補])|[部局室] 各課/,
  職種一覧: /[^\s専門]職、|・[^\s]士・/,
  大学院: /大学院(?![・修])/,
  大学: /大学(?!校|・|や)/,
  会社: /株式会社|[^\s]{2,}社/,
  企業: /株式会社|[^\s]{2,}社/,
  業者: /株式会社|[^\s]{2,}社/,
  サイト: /「[^」]*」|[A-Za-z]{3,}/,
  アプリ: /「[^」]*」|[A-Za-z]{3,}/,
  科目: /科目(?:は|：|:)|／/,
  講座: /「[^」]*講座|／[^／]*講座|講座／/,
  団体: /協会|連合|組合/,
  地区: /[^各\s]地区(?!保|セ)/,
}

const asked =
  /(?:どの|どこの|どんな|どういう|どういった|どのような|何という|なんという|何て(?:いう|言う)|何の|何(?=[課係](?!長)))([\u3400-\u9fff\u30a1-\u30fa\u30fc]+)/g
/** 担当課はどこ, 配置先の課を教えて: the class is what is asked for, not one of several things that are told. */
const askedLast =
  /((?:(?:配[置属]先|部門|分野)の)?[\u3400-\u9fff\u30a1-\u30fa\u30fc]+)(?:(?:は|って)(?:どこ(?!に)|どれ|何(?=[かで?？ ]|$)|[?？ ]*$)|(?:を|の名前を)(?:ご?教|お?示|知り)|[?？ ]*$)/g

/** 特定分野: what a run of letters ends with says of which class it is. */
const memberOf = (run: string): RegExp | undefined => {
  for (let from = 0; from < run.length - 1; from++) {
    const found = classes[run.slice(from)]
    if (found !== undefined) return found
  }
  return classes[run]
}

const classOf = (text: string): RegExp | undefined => {
  for (const [, run = ''] of [...text.matchAll(asked), ...text.matchAll(askedLast)]) {
    const found = memberOf(run)
    if (found !== undefined) return found
  }
  return undefined
}

/** 観光部にはどんな課: the passage holds members of the class beside the word that the question brings. */
const holdsMembers: Demand = ({ text }) => {
  const member = classOf(text)
  if (member === undefined) return undefined
  const [, owner] = ownedBy.exec(text) ?? []
  if (owner === undefined) {
    return ({ passage: { text: own, facets } }) => member.test(`${own} ${facets.job ?? ''}`)
  }
  return ({ passage }) =>
    passage.text
      .split(/[・〈〉]/)
      .some(
        (part) =>
          part.includes(owner) && member.test(part.slice(part.indexOf(owner) + owner.length)),
      )
}

/** 土木部にはどんな係: the members stand beside their own department. */
const ownedBy =
  /(?<![\u3400-\u9fff])([\u3400-\u9fff\u3041-\u309f\u30a1-\u30fa\u30fc]{2,}[部課])(?:に|の中|の下)[^ ]{0,4}(?:どんな|どの|何という|どういう|どのような)[課係室]/

const named =
  /(?:何という|なんという|何て(?:いう|言う))(?:所|ところ|場所|機関|窓口|施設|組織|人|方|先生|名前)|の(?:名前|名称)は?(?:何|[?？ ]|$)/
const name =
  /「[^」]+」|[\u3400-\u9fff\u30a1-\u30fa\u30fc]{2,}(?:センター|大学校?|協会|機構|研究所|研修所|管理所|事務所|課|係|教授|制度|計画|試験|研修|調査|プログラム|システム|法|方針|ビジョン)/

/** 外の窓口は何という所: a class is not a name. */
const holdsName: Demand = ({ text }) =>
  named.test(text) ? ({ passage }) => name.test(passage.text) : undefined

/** オンライン化される手続きはどれ, 対象の免許はどれ: which of them, where nobody said of which. */
const which =
  /(?:[るたいの])([\u3400-\u9fff\u30a1-\u30fa\u30fc]{2,}[き]?)(?:は|って)(?:どれ|何と何|どんなもの|どういうもの)|([\u3400-\u9fff\u30a1-\u30fa\u30fc]{2,}[き]?)(?:に)?は(?:どんな|どういう|どのような|何の)もの(?:が|で|は)/
/** 資格例, 通信教育などの講座, 研修(…): words that stand beside the class as its members. */
const isListed = (last: string, text: string): boolean =>
  new RegExp(`(?:等|など|といった)(?:の|、)?[^。、]{0,6}${last}|${last}[^。、]{0,2}[(:→]`).test(
    text,
  )

const givesWhich: Demand = (question) => {
  const found = which.exec(question.text)
  const asks = found?.[1] ?? found?.[2]
  if (asks === undefined) return undefined
  const known = memberOf(asks)
  if (known !== undefined) return ({ passage }) => known.test(passage.text)
  const last = asks.slice(-2)
  return ({ passage }) => {
    const text = foldedText(passage)
    if (!text.includes(last) || isListed(last, text)) return true
    return fold(passage.labels.join('|')).includes(last) || isCompound(last, text, question.text)
  }
}

/** 専門能力向上|研修: another word that ends in the class, beside those of the question. */
const isCompound = (last: string, text: string, question: string): boolean =>
  text
    .split(last)
    .slice(0, -1)
    .some((before) => {
      const [own = ''] = /[\u3400-\u9fff\u30a1-\u30fa\u30fc\d]+$/.exec(before) ?? []
      return own !== '' && !question.includes(own + last) && !/^(?:各|等|又)$/.test(own)
    })

/** 応援体制はどんな体制: the class stands in the passage once more than in the word asked about. */
const again =
  /([\u3400-\u9fff\u30a1-\u30fa\u30fcの他]*?)([\u3400-\u9fff\u30a1-\u30fa\u30fc]{2,})(?:とは|って|は)(?:どんな|どういう|どのような|何という|なんという)\2/

const saysWhatKind: Demand = ({ text }) => {
  const [, own = '', word = ''] = again.exec(text) ?? []
  if (word === '') return undefined
  const whole = own + word
  return ({ passage }) => {
    const said = foldedText(passage)
    if (fold(passage.labels.join('|')).includes(whole)) return true
    return said.split(word).length > said.split(whole).length || said.includes(`${whole}(`)
  }
}

/** Members of a class and names: a passage that only names the whole gives none. */
export const givesMembers: readonly Demand[] = [holdsMembers, holdsName, givesWhich, saysWhatKind]
