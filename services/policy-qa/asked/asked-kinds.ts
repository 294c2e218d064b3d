/** What kind of thing a question asks for, and how a passage shows that it carries such a thing. */
export type Asked = {
  name: string
  /** The passage must carry this, else the question stays unanswered. */
  found: RegExp
  /** The words that ask for it: what shows it in a passage need not be those words. */
  said: string
}

/** A kind of thing: how it is asked for, and what a passage that carries it shows. */
export type Kind = { name: string; asks: RegExp; found: RegExp }

const date = /(?:令和|平成|昭和)\s*(?:\d+|元)|\d{4}\s*[年～]|\d+\s*年度|\d+\s*月(?!額)/
const when = new RegExp(
  `${date.source}|毎年|毎月|直後|時は|に際|\\d年に|日頃|年間|時期|年程度|その後|早期に`,
)

/** Asked for by number or name: what the words of asking look like, and what an answer must hold. */
export const kinds: readonly Kind[] = [
  {
    name: 'money',
    asks: /(?:給与|給料|賃金|年収|月給|初任給|退職金)(?:額)?(?:は(?:[?？]|$)|って(?:[?？]|$)|[をも](?:ご?教|お?示|知|伺))|(?<!(?:目標(?:値)?は|人数|数と|比率|割合|率の|現状値?|数値)[^。]{0,24})いくら|何円|何万円|金額|上限額|総額|単価|時給|月額|日額|how much (?!of\b)(?:money|is(?! covered| paid| supported)|are|does|do|can|will|[a-z ]{0,40}(?:bonus|allowance|pay|salary|subsid|fee|\bcost))|what (?:do|does|did|will|would) .{1,60} costs?\b(?=[?.]|$)|what(?: is| are| was| were|'s) the (?:cost|price|budget|fee)s?\b|salary of|amount of (?:the |a )?(?:money|subsid|grant|allowance|aid|support|payment)|(?:max|maximum|upper|highest) (?:amount|sum|limit of the (?:subsid|grant))|\byen\b/,
    found: /\d\s*(?:円|万円|千円)/,
  },
  {
    name: 'percent',
    asks: /何\s*(?:%|パー(?!ト)|割)|(?<![倍統効能引軽])率(?:は(?!.{0,2}(?:上げ|下げ|高め|高く|向上|伸ば))|って|[をも](?:ご?教|お?示|知|伺)|の目標|[?？]|$)|(?:割合|配点|配分|内訳)(?:は(?!見直|変|改|(?<=配分は)何)|って|が(?!見直|変|改)|を(?!見直|変|改)|も(?:ご?教|お?示|知|聞)|[?？]|$)|per ?cent|what (?:share|proportion|percentage|ratio)/,
    found: /\d\s*(?:%|％|パーセント|割)/,
  },
  {
    name: 'people',
    asks: /何[十百千万]*人(?!も|かの)|何名(?!も)|人数(?:は(?!抑|増|減)|って|[をも](?:ご?教|お?示|知|伺)|が何|の(?:内訳|目標|上限)|と(?!い)|[?？]|$)|定員(?:は(?!抑|増|減)|って|[をも](?:ご?教|お?示|知|伺)|[?？]|$)|定数は(?!抑|増|減)|how many (?:(?!(?:are|is|do|does|did|can|should|must|have|has|will|were|was|need|needs|years|months|weeks|days|hours|minutes|times|per|percent|between)\b)[a-z-]+ ){0,4}?(?:people|employee|staff|women|men\b|member|person|counsel|worker|manager|nurse|officer|official|engineer|supporter|psychologist|trainer|applicant|student|director|chief|head|female|male|new|specialist|generalist|mentor|doctor|recruit|intern\b)/,
    found: /\d\s*(?:人|名)/,
  },
  {
    name: 'months',
    asks: /何\s*[かカヶケヵ箇]\s*月|how many months/,
    found: /\d\s*[かカヶケヵ箇]\s*月/,
  },
  {
    name: 'month',
    asks: /何月|(?:実施|開催|支給|開始)月|which month|what month/,
    found: /\d\s*月(?!額)/,
  },
  {
    name: 'days',
    asks: /何日間|何日(?!付)|日数(?:は|と|や|[をも](?:ご?教|お?示|知|伺)|が何|って|[?？]|$)|how many (?:[a-z]+ ){0,2}days|\bnumber of (?:[a-z]+ ){0,2}days/,
    found: /\d\s*日/,
  },
  {
    name: 'date',
    asks: /日付|締め?切り?|(?<!有効|賞味)期限(?!を?(?:区切|切[らるっ]|設け|定め|決め|付け|つけ))|期日|の日は(?:[?？]|$)|試験日|実施日|開催日|日程は?(?:いつ|何|[をも](?:ご?教|お?示|知|伺)|[?？]|$)|何月何日|what date|deadline|exact date/,
    found: /\d\s*日(?!間)|\d+\s*月/,
  },
  { name: 'weeks', asks: /何週|how many weeks/, found: /\d\s*週/ },
  { name: 'minutes', asks: /何分(?!野|の|類|担)|how many minutes/, found: /\d\s*分/ },
  {
    name: 'hours',
    asks: /何時間|how many (?:[a-z]+ )?hours|\bnumber of (?:[a-z]+ )?hours/,
    found: /\d\s*時間/,
  },
  { name: 'clock', asks: /何時(?!間|期)|何時から|what time/, found: /\d\s*時(?!間)|\d:\d\d/ },
  {
    name: 'age',
    asks: /何歳|定年は(?:何|いくつ|[?？]|$)|年齢(?:は|の?(?:上限|制限|条件)(?:は|って|[をも](?:ご?教|お?示|知|伺)|が|[?？]|$))|何才|how old(?! you are)|what age|(?<!higher |raised |rising |later )retirement age(?! goes| rises| is being)|age limit/,
    found: /\d\s*(?:歳|代)/,
  },
  {
    name: 'years',
    asks: /何年間|何年(?!度|代|に|の|から|まで|ご|お|で[すし]|何月)|何年目|年数(?!の[順多長]|順|で決|によ|に応|だけ|が[長多])|how many years/,
    found: /(?<!(?:令和|平成|昭和|\d)\s*\d?)\d{1,2}\s*年(?!度|\s*\d+\s*月)/,
  },
  {
    name: 'every',
    asks: /何年(?:に(?=[\d一何いど])|ご|お)|頻度|ペース|間隔|周期|(?<!a)サイクル|何度(?!も)|how often|how frequently/,
    found: /\d\s*(?:回|度(?!に))|毎年|毎月|定期|\d年程度|随時|適宜/,
  },
  {
    name: 'times a year',
    asks: /何回|回数は|how many times/,
    found: /\d\s*(?:回|度(?!に))|毎年|毎月/,
  },
  {
    name: 'points',
    asks: /何点|(?:点数|スコア|得点|(?<![配し善更題問要違通意眼観利拠視起うくぐすつむるいたな])点)(?:は(?!何[にの]|どう)|が何|って|[をも](?:ご?教|お?示|知|伺)|を知|[?？]|$)|合格点|(?<!(?:low|lower|lowest|high|higher|highest|poor|poorest|bad|good|worst|best) )\bscores?\b/,
    found: /\d\s*点/,
  },
  { name: 'weekday', asks: /曜日|what days? of the week|weekday/, found: /[月火水木金土日]曜/ },
  { name: 'rank', asks: /何番目|何位|順位|what rank|how does .* rank/, found: /\d\s*(?:番|位)/ },
  { name: 'floor', asks: /何階|何号室|部屋番号|which floor/, found: /\d\s*(?:階|号室)/ },
  {
    name: 'how many',
    asks: /(?<!齢は|歳は)いくつ(?:あ|い|を|の|[?？。]|$)|何個|何項目|何[かヶヵケ箇カ個]所/,
    found:
      /(?!一人(?:ひとり|一人)|一つ[一ひ])[\d一二三四五六七八九十]\s*(?:つ|か所|箇所|カ所|ヶ所|個|種|項目|人|市|段階|分野)/,
  },
  {
    name: 'value',
    asks: /(?:数値|の値)(?:は|って)(?:いくつ|何|どの?くらい|[?？]|$)/,
    found: /\d\s*(?:%|％|人|歳|日|時間|点|割)/,
  },
  { name: 'times', asks: /何倍|倍率(?:は(?!どう|下|低|上|見直)|[?？ ]*$)/, found: /\d\s*倍/ },
  {
    name: 'web',
    asks: /\burl\b|which (?:[a-z]+ )?(?:web)?site\b|サイトのアドレス|ホームページのアドレス|リンク先/,
    found: /https?:|www\./,
  },
  {
    name: 'person',
    asks: /氏名|担当者名|責任者名|(?:人|長|員|者|師|管理職|市長)の?(?:名前|名簿|一覧|リスト)|フルネーム|お名前|担当者(?:名)?は(?:誰|どなた)|担当者は(?:誰|[?？]|$)|(?:director|manager|head|chief|mayor|person|counsel\w+|leader|trainer)(?:'s|s') name|name of the (?:person|mayor|director|head|chief|manager|counsel)|who is the (?:mayor|current|director|head|chief)/,
    found: /教授|氏(?=[、。は])|さん/,
  },
  {
    name: 'venue',
    asks: /会場|何ビル|どこの建物|何号館|集合場所|\bvenue\b/,
    found: /会場|会館|ビル/,
  },
  {
    name: 'phone',
    asks: /電話|内線|\btel\b|phone|ファックス|ファクス|fax/,
    found: /\d{2,4}-\d{2,4}-\d{3,4}/,
  },
  {
    name: 'address',
    asks: /住所|所在地|郵便番号|postal (?:code|address)|zip code|mailing address|\b(?:the|street|office|whose) address\b|'s address\b/,
    found: /〒|番地|\d{3}-\d{4}/,
  },
  {
    name: 'where to read it',
    asks: /(?:どこで|どこに|どこから)(?:公開|公表|見られ|見れ|閲覧|読め|入手|もらえ|手に入)/,
    found: /公開|公表|掲載|https?:|窓口/,
  },
  {
    name: 'how it is measured',
    asks: /(?:測定|算定|算出|選出|採点|集計|選定)の?方法|測り方|選び方|数え方|計算の?(?:仕方|方法)/,
    found: /選考|測|算|基準|数え/,
  },
  { name: 'unit of leave', asks: /(?:時間|半日|分|日|週)単位|半休/, found: /単位|半日/ },
  { name: 'ordinal', asks: /第何(?!章|何章|[節回])/, found: /第[\d一二三四五]/ },
  { name: 'night away', asks: /泊ま|宿泊|何泊|日帰り/, found: /泊|宿/ },
  { name: 'cost', asks: /費用?(?:負担)?(?:は|って|の額|[?？]|$)/, found: /円|経費|費用/ },
  {
    name: 'place on a map',
    asks: /どこの(?:県|市町|町|国|都道)|何県|最寄り|行き方/,
    found: /〒|番地/,
  },
  {
    name: 'steps of a drawing',
    asks: /図(?:の(?:中身|内容|説明)|に(?:は|描|書|示)|では)|(?:評価|申請|手続き?|選考|採用|異動)の(?:流れ|手順|順番|スケジュール|日程)/,
    found: /→|まず|次に|その後/,
  },
  {
    name: 'section',
    asks: /(?:何|どの|どこの)(?:課|係)(?!長)/,
    found: /(?<!・各)[課係室局署]|支所|センター|部門|グループ/,
  },
  {
    name: 'section',
    asks: /どこに(?:配置|配属)|配置先|配属先/,
    found: /[課係室局署部]|支所|センター|分野|庁|配置|配属/,
  },
  {
    name: 'email',
    asks: /メールアドレス|メアド|メルアド|メールを?(?:ご?教|おし|知り|[?？]|$)|電話(?:番号)?(?:と|や|、|・| )メール|メール(?:と|や|、|・| )電話|e-?mail|\bmail address/,
    found: /@/,
  },
  {
    name: 'population',
    asks: /人口(?:は|って|[をも](?:ご?教|お?示|知|伺)|が何)|(?:^|の)人口[?？]?$|将来人口|人口の(?:目標|見通|推計|予測|推移)|population of/,
    found: /人口(?:は|が)[約\d]/,
  },
  {
    name: 'how many',
    asks: /how many/,
    found: /[\d一二三四五六七八九十]\s*(?:人|名|つ|回|度|日|時間|か月|年|種|市|割|ページ|%|％)/,
  },
  {
    name: 'how many',
    asks: /how many (?!(?:[a-z-]+ ){0,3}?(?:year|month|week|day|hour|minute|time|per ?cent|page|round))/,
    found: /[\d一二三四五六七八九十]\s*(?:人|名|つ|種|市|件|個|項目|段階|分野|か所)/,
  },
  {
    name: 'form',
    asks: /(?:応募|申込|申し込み|申込み|申請|提出|予約|受講|利用)(?:の?方法|の仕方|手続|先|書|用紙|フォーム|するには|の流れ|期間|期限)|(?:応募|申込み?|申し込み|申請|エントリー|予約)(?:は|って|の?窓口は)(?:どこ|どう|誰|いつ)|用紙|(?:誰|どこ)(?:に|へ)(?:出|提出|申|届|送)|どうやって(?:申|応募)|様式|how (?:do|can|should) (?:i|we|staff|employees) (?:apply|register|sign up)|application form/,
    found: /申込|申請書|提出先|応募方法|メールアドレス/,
  },
  {
    name: 'allowance',
    asks: /手当額|支給額|手当の額|(?<!応急)手当(?:は|が|も|って|とか)?.{0,4}(?:出|つ|付|もら|支給|あ[るり])|(?:給料|給与|賃金|報酬)(?:は|が|も).{0,4}(?:出|もら|支給|どう|減)/,
    found: /\d\s*円|支給/,
  },
  {
    name: 'another time',
    asks: /(?:昨年|去年|前年|一昨年|先月|先週|今月|来月)度?の?.{0,24}(?:率|数|額|結果|実績|スコア|点|割合|件|何人|何名|何回|何時間|何日|何%)|\b(?:last|previous) (?:year|month|week|fiscal)/,
    found: /昨年|前年/,
  },
  {
    name: 'tally',
    asks: /[^点度年]数(?:は(?!抑|増|減)|って|[をも](?:ご?教|お?示|知|伺)|[?？]?$)(?!.*(?:どうな|なぜ|どうし))/,
    found: /\d\s*(?:人|名|件|回|つ|市|種|日|か所)|[一二三四五六七八九十]つ/,
  },
  {
    name: 'duration',
    asks: /期間(?:は|って|[をも](?:ご?教|お?示|知|伺)|[?？]|$)|(?:期間|長さ)はどの?くらい|どのくらいの(?:期間|長さ)|how long/,
    found: /[\d一二三四五六七八九十]\s*(?:年|か月|ヶ月|週|日|時間)/,
  },
  {
    name: 'next',
    asks: /(?<!年)次の?.{0,14}(?:は|が)(?:いつ|何[年月日])|次回|今後の予定/,
    found: /次回|予定/,
  },
  {
    name: 'the one before',
    asks: /(?<![のい改訂以])前の(?:方針|計画)の|前回の?(?:方針|計画|募集|試験|採用|研修|研究|評価)|旧(?:方針|計画)|(?:一つ|ひとつ)前の/,
    found: /前回|従前|旧/,
  },
  {
    name: 'what a revision changed',
    asks: /(?:改[訂定正]|見直し)(?:で|版で|により|によって|では|前と|前後で).{0,10}(?:変わ|変更|追加|違|新し)|変更点|改[訂定正](?:点|内容|箇所)|新旧/,
    found: /変更点|改めました|追加しました/,
  },
  {
    name: 'where it is held',
    asks: /(?:研修|試験|説明会|健診|健康診断|面談|面接|セミナー|検査|チェック)(?:は|って)(?:いつ)?(?:どこで|どの(?:会場|部屋|建物|場所))(?!も)/,
    found: /会場|会館|ビル|現場|場所|研修所|センター|大学|機関|窓口/,
  },
  {
    name: 'who pays',
    asks: /(?:誰|だれ|どこ|どちら)が(?:負担|払|支払|持)|自己負担|実費/,
    found: /費|円|負担/,
  },
  {
    name: 'holder',
    asks: /(?:市長|部長|次長|課長|補佐|係長|室長|局長|所長|会長|委員長|講師|担当者)(?:は|って|の名前は?)(?:今|現在)?(?:誰|どなた|だれ)(?!(?:[をにへと]|の(?!名)))/,
    found: /教授|氏(?=[、。は])/,
  },
  { name: 'grades', asks: /何段階|何等級|何ランク/, found: /[\d一二三四五]\s*(?:段階|等級)/ },
  {
    name: 'of which year',
    asks: /(?:目標|対象|計画|開始|終了|策定|作成|制定|施行|改訂)年(?:度|月)?(?:は|を|[?？]|$)/,
    found: /\d\s*年/,
  },
  {
    name: 'until when',
    asks: /何年度?まで|いつまで(?:の|が|に)?(?:計画|期間|有効)|計画期間は|有効期間は/,
    found: /まで|期間/,
  },
  {
    name: 'as it is now',
    asks: /実績|目標.{0,12}達成(?:した|しました|できた|できました|済み)|実測|実際(?:の|は|に).{0,12}(?:何|どの?くらい|数|率)/,
    found: /状況|実績|結果|となってい/,
  },
  {
    name: 'a paper to look at',
    asks: /記入例|記載例|見本|サンプル|ひな形|雛形|テンプレート|基準表|早見表|(?:担当課|担当部署|手続き?|連絡先|講座|対象者|該当者|受講者|参加者)の?(?:一覧|リスト|名簿)/,
    found: /記入例|見本|一覧|基準表/,
  },
  {
    name: 'what is open now',
    asks: /募集(?:部署|業務|職種|人数|枠|先|要項|中)|募集して(?:い|る)/,
    found: /募集(?:部署|業務|職種|人数|枠|先|要項|中)/,
  },
  {
    name: 'another paper',
    asks: /(?:計画|(?:(?<!人材)(?:育成|採用|運営|推進|確保)|づくりの基本)方針|プラン|指針|法律?|要綱)(?:に|で)は?(?:何が|何を|どんな|どういう|どのような).*(?:書|定|載|盛|記|含)|(?:(?<!(?<!主)行動)計画|プラン|指針|要綱|(?:育成|採用|運営|推進|確保)方針)の(?:中身|内容|数値目標|目標値|概要|要点|柱)/,
    found: /(?:計画|方針|プラン|指針|法律?|要綱)(?:に|で)は|推進期間|目標[：:]/,
  },
  {
    name: 'figures of another paper',
    asks: /(?:計画|プラン|指針|要綱)(?:の|で(?:は|の)?)(?:数値目標|目標値|目標数値|指標)/,
    found: /目標[：:]/,
  },
  {
    name: 'company',
    asks: /(?:会社(?:は(?=どこ|何|どの|[?？]?$)|名|を教)|(?:業者|メーカー|ベンダー|委託先)(?:は|って|名|を教))/,
    found: /社(?=[がはのに ])|株式/,
  },
  {
    name: 'who exactly',
    asks: /(?:メンバー|構成員|相談員|支援員|指導員|指導者|評価者|講師|委員|責任者|リーダー|産業医|心理士|カウンセラー|議員|知事|大臣|教育長|事務局)(?:は|って|が|とは)?(?:今|現在)?(?:誰|だれ|どなた|何という人)(?![とをにへの])|(?:メンバー|構成員|委員)(?:は|って|を教えて.{0,6}|の一覧|[?？。]|$)(?=[?？。]|$)|^who is the [a-z' -]*(?:counsel|evaluator|instructor|lecturer|supporter|psychologist|psychiatrist|doctor|nurse|chair|physician)[a-z]*(?! training)/,
    found: /教授|氏(?=[、。は])/,
  },
  {
    name: 'the most of all',
    asks: /どの(?:課|部|部署|係|市|職場)が(?:一番|いちばん|最も)|(?:一番|いちばん|最も|最多|最少|トップ|1位).{0,20}(?:市|町|自治体|都市|部署|課|部|人)は?(?:どこ|どれ|どの|誰)/,
    found: /最も|一番|1位|最多|最優先/,
  },
  {
    name: 'when',
    asks: /(?<![思追こどそ])いつ(?!も|でも)|(?:^|[.?!,;] ?|\b(?:and|since|exactly|know|tell me|until|say|is|from) )when\b(?! (?:do|does|should|can|would) (?:you|we|they|i|one|the city)\b)(?! (?:is|are) [a-z -]*\b(?:used|needed|necessary|called)\b)(?![^?.,]{3,},(?: (?:and|then|but|so))? (?:what|who|which|how|where|why|do|does|should|can|is|are|must|will|may|could)\b)|時期は|何年度|何年(?:の|から|まで)|what year|which year/,
    found: when,
  },
]
