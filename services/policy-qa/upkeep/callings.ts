/** さん, 様 and the like: whether somebody is called by name before it. */

/** Whom one calls so without naming anybody, as the whole of what stands before. */
const nobody =
  /^(?:客|親|母|父|兄|姉|弟|妹|子|奥|嫁|婿|赤|孫|妻|夫|係|課|部|局|長|陰|何|王|神|諸|課長|部長|次長|係長|所長|園長|校長|室長|局長|館長|市長|社長|院長|店長|主査|技査|主任|主事|技師|補佐|担当|議員|委員|教師|医師|本人)$/

/** The same, as the end of what stands before. */
const nobodyAtEnd =
  /(?:皆|みな|みんな|職員|上司|部下|先輩|後輩|同僚|同期|[市町村県住]民|相手|新人|若手|担当者|責任者|利用者|患者|業者|被害者|加害者|障害者|高齢者|経験者|希望者|対象者|若者|医者|管理者|保護者|家族|親御|旦那|係員|課員|部員|店員|学生|生徒|児童|看護師|保健師|弁護士|栄養士|保育士|福祉士|どなた|だれ|誰|たく|疲れ|つかれ|苦労|くろう|世話|おかげ|おじい?|おばあ?|おまわり)$/

/** What makes another word of it: 様式, 同様, 氏名, さんか, 行くんです, ちゃんと. */
const otherWords = [
  '(?<!様(?=[式々態相子]))',
  '(?<![同多仕一異模有左]様)',
  '(?<!氏(?=名))',
  '(?<!ちゃん(?=と))',
  '(?<!くん(?=です|だ|じゃ|の))',
  '(?<!さん(?=か[^らは]|ぎょう|せい))',
  '(?<!君(?=主|臨))',
].join('')

const called = new RegExp(
  `([\\p{Script=Han}々]{1,6}|[ァ-ヶー]{2,12}|(?<![ぁ-ん])[ぁ-ん]{2,5})(?:さん|くん|君|氏|様|さま|ちゃん)${otherWords}`,
  'gu',
)

/** Whether somebody is called by name (山田さん, たなか様) rather than by what they are (皆さん, 上司さん). */
export const callsSomebody = (text: string): boolean =>
  [...text.matchAll(called)].some(([, whom = '']) => !nobody.test(whom) && !nobodyAtEnd.test(whom))
