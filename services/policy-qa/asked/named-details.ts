import type { Asked } from './asked-kinds.ts'

/** Details that no passage gives without naming them: 罰則, 順位, 体験談. Asked for, not only spoken of. */
const nouns =
  /罰則|措置|補償|保険|服装|制服|持ち物|順位|繁忙期|権限|決裁権|任期|難易度|難度|合格率|普及率|離職率|退職率|出席率|成功例|失敗例|体験談|感想|意見|声|苦情|評判|デメリット|欠点|弱点|専門|専攻|出身|学歴|平均|ノルマ|時間割|カリキュラム|主催|業者|メーカー|開発元|製造元|パスワード|マニュアル|手引き?|議事録|個人情報|保存期間|保存年限|責任|責任者|号給|昇給額|特典|ご褒美|表彰|差額|不祥事|施行日|読み方|発音|書き方(?!(?:は|って)、?(?:どう|どこ|何)[^ ]{0,3}違)|作り方|断り方|頼み方|使い方|直し方|回答率|回収率|満足率|任命権者|許可証|受付番号|混雑|待ち時間|所要時間|開館時間|診断書|証明書|届出?書|報告書|誓約書|同意書|順番|階級|変更箇所|付け方|(?:人数|回数|金額|数)の上限/
const asked = new RegExp(
  `(?:[のたるいな]|[\\u3400-\\u9fff\\u30a1-\\u30fa\\u30fc])(${nouns.source})(?:は|って|を(?:ご?教|知|お?示)|が(?:知|ある|あり)|[?？]?$)`,
)

/** Deeds that a passage must speak of wherever a question does. */
const deeds =
  /承認|可決|議決|許可|拒否|辞退|廃止|閉鎖|延期|延長|郵送|録音|録画|兼務|投票|抽選|匿名|無記名|秘密|保管|購入|買[えうい]|(?<!(?:力|知恵|手|胸|意見)を)借り|断[らりるれっ]/

/** No word of a question is left aside for it. */
const noWords = '\u0000'

/** 買える: a passage may have another form of the verb. */
const stemOf = (word: string): string => word.replace(/(?<=[\u3400-\u9fff])[\u3041-\u309f]$/, '')

/** 順位: 9番目 is one. */
const alsoSaid: Readonly<Record<string, string>> = {
  順位: '番目|\\d位',
  意見: '発言|声',
  声: '意見',
}

const saying = (word: string): RegExp =>
  new RegExp([stemOf(word), alsoSaid[word] ?? []].flat().join('|'))

/** The details a question names that a passage must name too. */
export const detailsNamed = (text: string): Asked[] =>
  [asked.exec(text)?.[1], deeds.exec(text)?.[0]].flatMap((word) =>
    word === undefined ? [] : [{ name: 'named', found: saying(word), said: noWords }],
  )
