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
    asks: /(?:作者|著者|発案者|執筆者|デザイナー)は|(?:考えた|作った|書いた|決めた|描いた)(?:人|の)は(?:誰|だれ|どなた|どんな人)|^who (?:designed|wrote|drew|drafted|invented|created|came up with)\b/,
    found: /教授|氏(?=[、。は])|さん|編集|発行/,
  },
  {
    name: 'what it takes to become',
    asks: /(?:にな[るれ]|に上が[るれ]|にあが[るれ])(?:ための|には?の?)?(?:条件|要件|資格|年数|年齢|試験)(?:は|って|を|[?？]|$)|何年(?:目|くらい|ぐらい|ほど)?(?:で|働けば|勤めれば|たてば|経てば|すれば|かかれば)、?.{0,8}(?:なれ|上がれ|あがれ|昇進|昇任|昇格)|(?:なる|なれる|上がる|あがる|昇任する|昇進する)(?:に|の|まで)(?:は|に)*[ 、]?(?:何年|どのくらいかか)/,
    found: /要件|在級|必要年数|勤続\d/,
  },
  {
    name: 'which of all',
    asks: /ランキング|ワースト|(?:[多少高低強弱]い|少ない|人気の?ある|人気の|仲が[良悪]い|仲の[良悪]い|暇な|忙しい|楽な|きつい)(?:課|部|係|部署|職場|室|会社|地区)(?:は|って)?(?:どこ|どれ|[?？]|$)|(?:一番|いちばん|最も|最多).{0,20}(?:課|部|係|部署|職場)(?:は|って)?(?:どこ|どれ|[?？]|$)|残業(?:の|が)?多い(?:課|部|係|部署|職場)|which (?:department|section|division|office|team|bureau)s? (?:is|was|has|had|are|were) the (?:most|least|best|worst|highest|lowest|busiest|happiest)/,
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
    asks: /(?:what age|how old).*\bretir|(?:what|which|know|about) (?:is |are )?(?:the |our |my )?(?:[a-z]+ )?retirement age(?:[?.]|$)/,
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
    asks: /(?:振り?込ま|振り込み|支給され|支払われ|払われ|もらえる)(?:れ|る)?(?:の|日)?は?いつ|いつ(?:振り?込|支給|払わ|支払|もらえ)|(?:給料|給与|賃金)(?:は|が|って)?いつ(?:から)?(?:上が|増え|入る)/,
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
    asks: /(?:浄水場|清掃センター|公民館|図書館|学校|病院|保育所|公園|体育館|競技場|消防署|駐車場|トイレ|食堂|会議室|庁舎|工場|処分場|市場|空港|駅)は(?:どこ(?:に(?:あ|立|建)|です|[?？]|$))|(?:課|部|室|館|所|局|署|センター)の場所(?:は|って|[?？ ]*$)|(?:所|センター)(?:は|って)?どこに(?:あ|立|建)|研修(?:所|センター)は?どこ(?:です|[?？]|$)/,
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
  {
    name: 'part of what is',
    asks: /いくつ(?=[\u3400-\u9fff])|何(?:チーム|コース|グループ|クラス|ポスト|団体|講座|科目|世帯|施設|企業|機関|大学|自治体|文字)(?=を|が|に?[あい]|で|[?？]|$)/,
    found:
      /[\d一二三四五六七八九十]+\s*(?:つ|か所|個|チーム|コース|グループ|クラス|ポスト|団体|講座|科目|世帯|施設|企業|機関|大学|自治体|文字)/,
  },
  {
    name: 'money spent',
    asks: /(?:かかった|使った|つかった|出した|必要な)(?:お金|費用|金|経費|予算)(?:は|って)?(?:を教|総|(?:どれ|どの?くらい)(?!.{0,6}(?:出|支援|補助|助成|もらえ|戻|みて|見て|負担し))|[?？]|$)|予算(?:は|って)(?:[?？]|$|どれ|どの?くらい)/,
    found: amount,
  },
  {
    name: 'years to rise',
    asks: /から.{1,8}(?:まで|になるまで|に上がるまで)(?:は|に|には)?(?:何年|どの?くらい)(?:かか|要|必要|です|[?？]|$)/,
    found: /要件|在級|必要年数|勤続\d/,
  },
  {
    name: 'by when',
    asks: /いつまでに|何年度?までに|いつからいつ|by when\b/,
    found: /年度?(?:まで|末)|月(?:まで|末)|日まで|期間/,
  },
  {
    name: 'length of a period',
    asks: /how long is the (?!polic|plan)[a-z -]*(?:period|term)\b/,
    found: /\d\s*(?:か月|年程度|週間|日間)/,
  },
  {
    name: 'this year or next',
    asks: /(?:今年|今年度|本年度|今期)の?は?(?:何|どれ|どんな).{0,6}(?:決ま|なった|なりま|なって)|来年度?の(?:事業|予算|予定|目標|体制|組織|募集|日程)|前回の?(?:調査|アンケート|健診|検査|評価)(?:から|より|と比べ|に比べ|の結果)/,
    found: /前回|来年|今年/,
  },
  {
    name: 'whose words',
    asks: /(?:誰|だれ|どなた)の(?:言葉|考え|発言|意見|提案|作品|説)|(?:去年|昨年|今年|前回|先月|来年)度?.{0,14}(?:誰|だれ|どなた)/,
    found: somebody,
  },
  {
    name: 'what if not',
    asks: /(?:(?<![受う]け)(?:ない|なかった|なけれ)|さぼ[るっ]|サボ[るっ]|破[るっ]|違反し)(?:と|た?ら|ば|た場合は?|場合は?|[^、。]{1,4}は)?、?(?:どうな[るりん]|何が起)/,
    found: /処分|懲戒|罰則|ペナルティ|勧奨/,
  },
  {
    name: 'punishment',
    asks: /(?:たら|ると|いと|れば|場合は?)、?(?:怒られ|叱られ|罰せ|罰が|処分|クビ|減点|減給|ペナルティ)[^、。]{0,6}$/,
    found: /処分|懲戒|罰則|ペナルティ/,
  },
  {
    name: 'all of what is named',
    asks: /(?:着眼点|評価項目|評価基準|設問|質問項目|判定基準)(?:は|って|を|の)?(?:全部|すべて|全て|一覧|具体的|何と何|詳し)/,
    found: /(?:着眼点|評価項目|評価基準|設問|質問項目|判定基準)(?:は|：|:)/,
  },
  {
    name: 'hours of work',
    asks: /(?<!外)(?:勤務|就業|始業|終業|休憩|受付|開館|営業)時間(?:は(?!柔|変|自由|選)|って|を教|[?？]|$)/,
    found: /時間.{0,6}\d/,
  },
  {
    name: 'what it takes to get it',
    asks: /(?:研修|講座|試験|資格|セミナー)を?(?:受け|取|受講す|申し込|参加す)(?:る|む)には(?:どう|何が|何を|[?？]|$)/,
    found: /申込|申し込|希望制|指名制|必修|受験資格/,
  },
  {
    name: 'place of an office',
    asks: /where is the (?!.*(?:city hall|in charge|responsible|contact|issue|publish|desk|counsel|consult))[a-z ]+ located/,
    found: nowhere,
  },
  {
    name: 'how to get a licence',
    asks: /(?:資格|主事|士|免許|技術者)の取り方|(?:相談員|支援員|指導者|評価者|講師|心理士)の資格は/,
    found: /受験|申込|要件/,
  },
  {
    name: 'how somebody found it',
    asks: /(?:感想|体験談|口コミ|体験記)(?:は|を|が|って)/,
    found: /感想|体験談/,
  },
  {
    name: 'every section',
    asks: /の(?:課|係)(?:を|は)?(?:全部|すべて|全て|一覧)/,
    found: /(?<!各)課[、 ・]|係、/,
  },
  { name: 'length of the paper', asks: /何ページ(?:あり|ある|の冊子|構成|分)/, found: nowhere },
  {
    name: 'title of a paper',
    asks: /(?<=(?:計画|プラン|方針|指針|ビジョン|調査|法律|事業|プログラム)の)名前は何/,
    found: /「[^」]+」/,
  },
]
