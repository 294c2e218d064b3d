import { kindsOfDetails } from './asked-details.ts'
import { kindsInEnglish } from './asked-english.ts'
import { type Asked, type Kind, kinds } from './asked-kinds.ts'
import { kindsOutside } from './asked-outside.ts'
import { detailsInEnglish } from './english-details.ts'
import { detailsNamed } from './named-details.ts'

/** 何問, 何泊, 何社: any counter; an answer must count in it. */
const counter = /何([\u3400-\u9fff])(?=[でがをにのはか？?もほくぐあいやだな必参受]|$)/g
const noCounters = '長組期級故卒気処者課部係法力職語年月日時章人名歳割度回番位曜階倍点割個種頁円分'

const counted = (text: string): Asked[] =>
  [...text.matchAll(counter)]
    .filter(([, letter = '']) => letter !== '' && !noCounters.includes(letter))
    .map(([said, letter = '']) => ({
      name: 'count',
      found: new RegExp(`[\\d一二三四五六七八九十]\\s*${letter}`),
      said,
    }))

const figureOf =
  /(技術職|消防職|教育職|医療職|技能労務職|会計年度任用職員|再任用職員|男性|(?:土木|建築|設備|福祉)職|保健師)(?:職員)?(?:の(?:平均年齢|人数|職員数|数)|は?何人)/
const yearOf = /((?:令和|平成)\d+)年度?の(?:進捗|実績|状況|結果|予算|決算)/

/** No word of a question is left aside for it. */
const noWords = '\u0000'

const totalOf = /((?:令和|平成)\d+)年度?の(?:総|全)?(?:職員数|職員総数|職員の(?:総数|人数))/
const sectionOf =
  /(?<![\u3400-\u9fff])([\u3400-\u9fff\u3041-\u309f]{2,8}部)(?:の課(?:を|は|って|の名前|一覧)|には?(?:どんな|何という|どの|どういう)課)/

/** 技術職の平均年齢, 令和6年度の実績, 土木部の課: what one group, year or department has is none of another. */
const ofItsOwn = (text: string): Asked[] =>
  [
    { asks: figureOf, shown: (whose: string) => whose },
    { asks: yearOf, shown: (whose: string) => `${whose}年[^。]*(?:状況|実績|結果)` },
    { asks: totalOf, shown: (whose: string) => `${whose}年度?[^。]{0,12}?[\\d,]+\\s*人` },
    { asks: sectionOf, shown: (whose: string) => `${whose}[\\s・]*(?!各課)[^\\s・]*課` },
  ].flatMap(({ asks, shown }) => {
    const [said, whose = ''] = asks.exec(text) ?? []
    return said === undefined
      ? []
      : [{ name: 'of its own', found: new RegExp(shown(whose)), said: noWords }]
  })

const japanese = /[\u3040-\u30ff\u3400-\u9fff]/
const latin = /[a-z]{2}/

/** Only what may be asked for in the letters of the text is looked for. */
const detailsFor = (text: string): Kind[] => [
  ...(japanese.test(text) ? kindsOfDetails : []),
  ...(latin.test(text) ? detailsInEnglish : []),
]

/** 日数は見直されますか: whether it changes is asked, and not how many there are. */
const changes =
  /^(?:も|が|は|を|の)?(?:定期的に|毎年|適宜|今後)?、?(?:見直|変え|変わ|改め|増や|減ら|増え|延ば|どう(?:す|し(?=[また])|考|扱|決))/

const asksChange = (text: string, said: RegExpExecArray): boolean =>
  /[はがを]$/.test(said[0]) && changes.test(text.slice(said.index + said[0].length))

/** What the question asks for, as far as its words show. */
export const askedFor = (text: string): Asked[] => [
  ...[...kinds, ...kindsOutside, ...kindsInEnglish].flatMap(({ name, asks, found }) => {
    const said = asks.exec(text)
    return said === null || asksChange(text, said) ? [] : [{ name, found, said: said[0] }]
  }),
  ...detailsFor(text).flatMap(({ name, asks, found }) =>
    asks.test(text) ? [{ name, found, said: noWords }] : [],
  ),
  ...counted(text),
  ...ofItsOwn(text),
  ...detailsNamed(text),
]

/** 年当たりですか、月当たりですか: one of two is asked for. */
const choice = /(?<!と|いつ|何)か[、 ](?!.*とか).{2,16}か[?？。]?$/

/** The part of a question that offers the other of two; empty where it offers no choice. */
export const otherOffered = (text: string): string => choice.exec(text.trim())?.[0].slice(2) ?? ''

/** Whether it can be answered by はい or いいえ. */
export const isYesNo = (text: string, english: boolean): boolean => {
  if (english)
    return /^(?:is|are|was|were|does|do|did|can|could|will|would|should|has|have|may|must|am)\b/.test(
      text.trim().toLowerCase(),
    )
  if (
    /何|誰|どこ|いつ|いずれ[のが]|どの|どん|どう|どれ|どち|なぜ|いくつ|いくら|なに|だれ|って[?？]?$|とは/.test(
      text,
    )
  )
    return false
  if (choice.test(text.trim())) return false
  return (
    /(?:か|の|る|い|た|だ|め|要|す|う|ね|よ|け|わけ|本当|内|中|感じ|的|同じ|可能|須|義務|ある|修|制|り)[?？。]?$/.test(
      text.trim(),
    ) && !/教え|知りたい|ください|下さい|示し|述べ|挙げ/.test(text)
  )
}

/** Whether it asks for a list of things. */
export const isList = (text: string): boolean =>
  /挙げ|列挙|一覧|種類|すべて|全て|全部|どんな.*(?:ある|あり|含)|何がある|何があり|どのような.*(?:ある|あり|含)|項目|具体的|など|リスト|\blist\b|what (?:are|kinds|types)|which/.test(
    text,
  )

/** Whether it compares. */
export const isComparison = (text: string): boolean =>
  /違い|違う|違って|比較|比べ|異な|差は|共通|同じ|それぞれ|vs|differ|compare|\bboth\b|versus|respectively/.test(
    text,
  )

/** Whether it asks on which page or in which chapter something stands. */
export const isPlace = (text: string): boolean =>
  /何ページ|何頁|ページ(?:番号)?(?:は|を|に)|どのページ|何章|どの章|第何章|which page|what page|which chapter|what chapter|page number/.test(
    text,
  )
