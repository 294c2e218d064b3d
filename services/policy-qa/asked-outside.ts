import type { Kind } from './asked-kinds.ts'

/** What a passage shows only when it gives the name of somebody. */
const somebody = /教授|氏(?=[、。は])|さん/
const amount = /\d\s*(?:円|万円|千円)|無料/
/** Nothing that a policy says answers this. */
const nowhere = /(?!)/

/**
 * Kinds of things that people ask beside a policy: what is called how outside of it, who is the most, what it costs.
 * A policy speaks of the matter, and hardly ever says these.
 */
export const kindsOutside: readonly Kind[] = [
  {
    name: 'name outside',
    asks: /(?:病院|医院|専門機関|医療機関|地区|サイト|アプリ|ソフト|会社|団体|店|医師|先生|上司|部下|同僚|先輩|管理職|\d市)の?(?:名前|名称|名簿)(?:は|って|を|が|[?？]|$)/,
    found: somebody,
  },
  {
    name: 'author',
    asks: /(?:作者|著者|発案者|執筆者|デザイナー)は|(?:考えた|作った|書いた|決めた|描いた)(?:人|の)は(?:誰|だれ|どなた|どんな人)/,
    found: /教授|氏(?=[、。は])|さん|編集|発行/,
  },
  {
    name: 'what it takes to become',
    asks: /(?:にな[るれ]|に上が[るれ]|にあが[るれ])(?:ための|には?の?)?(?:条件|要件|資格|年数|年齢|試験)(?:は|って|を|[?？]|$)|何年(?:目|くらい|ぐらい|ほど)?(?:で|働けば|勤めれば|たてば|経てば|すれば|かかれば)、?.{0,8}(?:なれ|上がれ|あがれ|昇進|昇任|昇格)|(?:なる|なれる|上がる|あがる|昇任する|昇進する)(?:に|の|まで)(?:は|に)*[ 、]?(?:何年|どのくらいかか)/,
    found: /要件|在級|必要年数|勤続\d/,
  },
  {
    name: 'which of all',
    asks: /ランキング|ワースト|(?:[多少高低強弱]い|少ない|人気の?ある|人気の|仲が[良悪]い|仲の[良悪]い|暇な|忙しい|楽な|きつい)(?:課|部|係|部署|職場|室|会社|地区)は?(?:どこ|どれ|[?？]|$)/,
    found: /ランキング|最も|一番|最多/,
  },
  {
    name: 'price',
    asks: /(?:受講料|参加費|受験料|会費|料金|値段|代金|手数料|送料|テキスト代|教材費)(?:は|って)?(?:いくら|どの?くらい|何円|[?？]|$)/,
    found: amount,
  },
  {
    name: 'who does it',
    asks: /^who (?:is |are )?(?:the )?(?:teach|lectur|instruct|runs? the (?:course|training|lecture|seminar)|(?:gives?|holds?|conducts?) the (?:course|training|lecture|seminar))/,
    found: /講師|(?:上司|先輩|指導者|職員|[員士長者職])(?:が|や|により|による|等により|を講師)/,
  },
  {
    name: 'who chooses',
    asks: /^who (?:selects?|chooses?|picks?|screens?|elects?)\b/,
    found: /(?:[員者長職課会庁])(?:が|により)[^。]{0,40}(?:選|決|判断|審査)/,
  },
  {
    name: 'age of retiring',
    asks: /(?:what age|how old).*\bretir|retirement age(?:[?.]|$)/,
    found: /定年[^。]{0,12}\d+\s*歳|\d+\s*歳[^。]{0,12}(?:定年|退職)/,
  },
  {
    name: 'school by name',
    asks: /which (?:[a-z]+ )?(?:universit|college|school|hospital|compan)|(?:name|list) of the (?:universit|college|school|hospital|compan)/,
    found: /[\u30a1-\u30fa\u30fc\u3400-\u9fff]{2,}大学(?![校院])|株式会社|.{2}病院|[A-Z][a-z]{3,}/,
  },
  {
    name: 'what is recommended',
    asks: /\b(?:which|what)\b.*\brecommend/,
    found: /推奨|おすすめ|お勧め|薦め/,
  },
  {
    name: 'whether one becomes',
    asks: /^(?:can|could|may|will) .*\bbecome (?:an? |the )?(?:[a-z]+cho\b|(?:[a-z]+ )?(?:director|manager|chief|head)\b)/,
    found: /なれ|昇任|昇格|登用/,
  },
  {
    name: 'pay day',
    asks: /(?:振り?込ま|振り込み|支給され|支払われ|払われ|もらえる)(?:れ|る)?(?:の|日)?は?いつ|いつ(?:振り?込|支給|払わ|支払|もらえ)/,
    found: /\d\s*月|支給日/,
  },
  {
    name: 'allowance by name',
    asks: /(?<!応急|お)手当(?!て)|\ballowances?\b|\bbonus/,
    found: /(?<!応急)手当|支給|\d\s*円/,
  },
  {
    name: 'where to apply beside',
    asks: /(?:自治体|市町村|病院|店|業者|大学|高校)は(?:どこ|どちら)(?:です|[?？]|$)/,
    found: /大学|株式会社|病院|.{2}市[とや]/,
  },
  {
    name: 'place of a building',
    asks: /(?:浄水場|清掃センター|公民館|図書館|学校|病院|保育所|公園|体育館|競技場|消防署|駐車場|トイレ|食堂|会議室|庁舎|工場|処分場|市場|空港|駅)は(?:どこ(?:に(?:あ|立|建)|です|[?？]|$))|(?:課|部|室|館)の場所は/,
    found: /〒|番地|\d階|所在地/,
  },
  {
    name: 'counter of what is done',
    asks: /何[本冊枚台通社件校曲杯匹頭戸食足](?=[\u3400-\u9fff][\u3041-\u309f])|何通り/,
    found: /\d\s*[本冊枚台通社件校曲杯匹頭戸食足]/,
  },
  {
    name: 'beyond a figure',
    asks: /\d\s*(?:時間|日|回|%|人|点|か月)を?(?:超え|越え|過ぎ|オーバーし)(?:たら|ると|れば|た場合)/,
    found: /超え|超過|上回/,
  },
  {
    name: 'how it went',
    asks: /(?:測定|試験|検査|調査|アンケート|選挙|審査|選考)結果は?(?:どこ|いつ|[?？]|$)(?!.*見)/,
    found: /結果と|結果が/,
  },
  {
    name: 'items of a form',
    asks: /(?:質問|検査|設問|調査|審査)(?:項目|内容|事項)(?:は|って|を|[?？]|$)/,
    found: /項目は|項目に/,
  },
  {
    name: 'deadline',
    asks: /締め?切り?(?:日)?(?:は|って|を|[?？]|$)|期日は|(?:提出|申請|応募|回答|申込)期限|deadline/,
    found: /締切|期限|までに|日まで|月まで/,
  },
  {
    name: 'days given',
    asks: /何日(?:間|分)?(?:付与|もらえ|与え|支給|つ[くき])|how many (?:[a-z]+ ){0,3}days (?:do|can|will) (?:i|we|staff|employees) get/,
    found: /付与(?:日数)?[はを]?.{0,3}\d+日|\d+日を?(?:付与|与え)/,
  },
  {
    name: 'thing beside it',
    asks: /(?:の|る|った|ための)(?:歌|本|車|アプリ|道具|あだ名|時効|条文|テキスト|教科書|値段|写真|ロゴ|マスコット|制服|服装|名刺)(?:は|って|を教えて.{0,6})[?？]?$/,
    found: nowhere,
  },
  {
    name: 'next version',
    asks: /(?:新しい|次の|次期)(?:方針|計画)(?:は|が)いつ(?:頃|ごろ)?(?:発表|公表|公開|出)/,
    found: /公表|発表/,
  },
]
