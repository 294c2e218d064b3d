/** How a text is read before it is asked whether somebody confides: one spelling for many, sentence by sentence. Pure. */

/** A sentence in the one spelling that care.tsv is written in. */
export type Sentence = {
  readonly text: string
  /** It asks: a question mark, a word of asking, or a heading's ending (…は, …とは, a noun). */
  readonly asks: boolean
  /** It asks without any doubt: by a question mark, an ending, or by saying so (…を教えて, …を知りたい). */
  readonly inquires: boolean
}

/** What is read of a long text: people say the hard thing first or last. */
const headMax = 4_000
const tailMax = 2_000

const parts = (text: string): string =>
  text.length <= headMax + tailMax ? text : `${text.slice(0, headMax)}\n${text.slice(-tailMax)}`

const hiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60))

const inFull: readonly [RegExp, string][] = [
  [/\bdo not\b/g, 'dont'],
  [/\bdid not\b/g, 'didnt'],
  [/\bdoes not\b/g, 'doesnt'],
  [/\b(?:can ?not)\b/g, 'cant'],
  [/\bcould not\b/g, 'couldnt'],
  [/\bhave not\b/g, 'havent'],
  [/\bi am\b/g, 'im'],
  [/\bi have been\b/g, 'ive been'],
]

const shortened = (text: string): string =>
  inFull.reduce((said, [long, short]) => said.replace(long, short), text)

/**
 * Folds what people write differently and mean alike: katakana, long vowels, spaces inside Japanese, quotation
 * marks, apostrophes, small letters drawn out, and the letters of the net for 死.
 */
const folded = (text: string): string =>
  shortened(
    hiragana(
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/タヒ(?=[にぬねのん])/g, '死')
        .replace(/じさつ|ジサツ/g, '自殺')
        .replace(/['’‘`´ʼ"“”「」『』]/g, '')
        .replace(/[ー〜~…‥・]|\.{2,}/g, ''),
    )
      .replace(/[ぁぃぅぇぉ]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 1))
      .replace(/(?<![a-z0-9,.])[^\S\n]+|[^\S\n]+(?![a-z0-9])/g, ''),
  )

const askingWords =
  /何(?!も|もか|度|回も|か月も|日も|年も|年か|のため)|どこ(?!ろ|にも|も|か)|どの(?!よう)|どう(?!しても|せ|して(?:い|よ|も)|し(?:たら|よう)|すれば|なる|でも|に(?:も|か))|どんな(?!に)|いつ(?!も|か|まで)|どれ(?!も|だけ|ほど)|どちら(?!も|でも)|誰(?!も|にも|か|の役)|だれ(?!も|にも|か)|なぜ|なんで|いくつ|いくら(?!で)/
const inquiry =
  /教えて|おしえて|知りたい|聞きたい|確認したい|調べ|教示|挙げて|あげてくだ|列挙|まとめて(?:くだ|$)|示し(?:て)?(?:くだ|下さ|$)|お(?:教え|答え|聞かせ)(?:くだ|下さ)|説明(?:して|を)|願います|見たい|[?？]$|(?<!のでは|んじゃ|いい)か$|かしら$|でしょう$|とは$/
const askingEnds = /(?:は|って|の定義|について|[\p{Script=Han}]|べき|の有無)$/u
const englishAsks =
  /^(?:what|who|whom|where|when|why|which|how|is|are|was|were|does|do|did|can|could|may|will|would|should|has|have|explain)\b|\?$|\b(?:tell me|want to know|like to know|need to know|show me|please explain)\b/
const latin = /^[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]*$/u

const doesInquire = (text: string): boolean =>
  latin.test(text) ? englishAsks.test(text) : inquiry.test(text)

const doesAsk = (text: string): boolean =>
  doesInquire(text) || (!latin.test(text) && (askingWords.test(text) || askingEnds.test(text)))

const toldEnds =
  /(?:ます|ました|ません(?:でした)?|です|でした|んだ|のだ|った|いた|れた|した|えた|きた|けた|んだ|ない|なく(?:て)?|たい|たく|ずに|しい|らい|ている|てる|ていく|てくる|れる|せる|てしまう|そう|けど|けれど|けども|のに|から|ので|だし|いし|たし|よ|ね|わ|のが|すが|だが|いが|たが|んです|かも(?:しれない|しれません)?|(?<=[いたるうんだ])の|だ|っす|ちゃう|ばかり|だけ|いる|ある|んだろう?|思う|感じる|じゃん|やん|ねん|くらい|ぐらい|なさい|[てで]|(?:て|で)(?:ください|下さい|ほしい|欲しい))[。!！、.ｗw笑…\s]*$/u
const ofOneself =
  /私|自分|わたし|あたし|僕|俺|心|胸|涙|毎日|毎朝|毎晩|ずっと|最近|もう|夫|妻|家族|上司|同僚|先輩|みんな/
const verbEnd = /[うくすつぬむるぐぶ][。!！]?$/u
const toBot =
  /指示を.{0,8}(?:無視|忘)|プロンプト|モード(?:です|に)|指示文|書き出し|制限(?:のない|を.{0,4}外)|(?:出力|表示|翻訳|要約)し|(?:歌って|占って|作って|見せて|言って|書いて|演じて)(?:みて)?(?:ください|下さい|くれ|[。!！\s]*$)/iu
const courtesies =
  /^(?:ありがと|有難う|有り難う|了解|承知|わかりました|分かりました|はい|いいえ|うん|お疲れ|おつかれ|お世話|よろしく|すみません(?:でした)?$|失礼|こんにち|こんばん|おはよう|助かり|なるほど|役に立|ok|thanks|thank you)/iu
const tellingEnglish = /\b(?:i|i'm|im|i've|ive|my|me|we|our|us)\b/iu

const courtesyLengthMax = 15

const isCourtesy = (sentence: string): boolean =>
  sentence.length <= courtesyLengthMax && courtesies.test(sentence)

const tells = (sentence: string): boolean =>
  !isCourtesy(sentence) &&
  (latin.test(sentence)
    ? tellingEnglish.test(sentence) && !englishAsks.test(sentence.toLowerCase())
    : toldEnds.test(sentence) || (ofOneself.test(sentence) && verbEnd.test(sentence)))

/** A word of asking that is not wondered over: 「研修はどこで」「何が変わるの」, but not 「なんで働いているんだろう」. */
const isQuestion = ({ text, inquires }: Sentence): boolean =>
  inquires ||
  (askingWords.test(text) &&
    !/[んの]だろう|(?:ない|ません|んだろ|た|たい|いる|です|ます|けど|が|ばかり)$/.test(text))

/**
 * A text that asks nothing and tells something: a net for what no rule knows. People do not put hard things into
 * questions. Courtesies and orders to the bot are no tellings.
 */
export const tellsOnly = (text: string): boolean => {
  const said = parts(text).normalize('NFKC').trim()
  if (toBot.test(said) || sentencesOf(text).some(isQuestion)) return false
  return said.split(/(?<=[。!！\n])/u).some((sentence) => tells(sentence.trim()))
}

/** The sentences of a text, folded. */
export const sentencesOf = (whole: string): Sentence[] =>
  folded(parts(whole))
    .split(/(?<=[。!?\n;])(?!と|って)|(?<=[a-z]\.)\s/)
    .map((sentence) => sentence.replace(/[。!.\s;]+$/, '').trim())
    .filter((sentence) => sentence !== '')
    .map((text) => ({ text, asks: doesAsk(text), inquires: doesInquire(text) }))

/** Whether a text asks anything at all. */
const asksSomething = (text: string): boolean => sentencesOf(text).some(({ asks }) => asks)

/** The sentences of a text that ask, as they were written. */
export const askedIn = (text: string): string =>
  parts(text)
    .split(/(?<=[。!！?？\n])|(?<=[a-z]\.)\s/)
    .filter((sentence) => asksSomething(sentence))
    .join('')

/** True for a text without Japanese letters. */
export const isEnglish = (text: string): boolean => latin.test(text)
