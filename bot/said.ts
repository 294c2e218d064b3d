/** What a person who simply writes wants: the home card, or an answer from the policy. */
import type { Turn } from './turn.ts'

/** Far more than either platform lets anybody send. */
const questionLengthMax = 200_000

const ending = '[\\s!！。、.…ー〜~♪☆^_]*$'
const whole = (words: string): RegExp => new RegExp(`^(?:${words})${ending}`, 'iu')

const greetings = whole(
  'こんにち[はわ]|こんばん[はわ]|おはよう(?:ございます)?|はじめまして|よろしく(?:お願いします|おねがいします)?|hello|hi|hey|good (?:morning|afternoon|evening)',
)

const ways = whole(
  'メニュー|ヘルプ|トップ|使い方|つかいかた|はじめる|始める|(?:最初|はじめ|ホーム|メニュー|トップ)(?:に|へ|を)?(?:戻る|もどる|戻って|開く|開いて|見せて|から)?|戻る|もどる|help|menu|home|start|back',
)

/** Thanks, a yes, a farewell: nothing is asked, so nothing is looked up or found missing. */
const courtesies = whole(
  '(?:どうも)?ありがとう(?:ございま(?:す|した))?|どうも|サンキュー|感謝(?:します|です)?|助かり(?:ました|ます)|了解(?:です|しました|いたしました)?|りょうかい(?:です)?|(?:わか|分か|判)りました|承知(?:しました|いたしました|です)?|かしこまりました|はい|いいえ|うん|大丈夫です|結構です|お疲れ(?:さま|様)(?:です|でした)?|おつかれ(?:さま|様)?(?:です|でした)?|失礼します|さようなら|またね|ok(?:です)?|オッケー|thanks?(?: you)?(?: very much)?|thx|got it|bye|[\\p{Extended_Pictographic}\\u{FE0F}\\u{1F3FB}-\\u{1F3FF}\\u200D]+',
)

const declaration = '(?:今年の)?(?:自己申告|異動希望|異動の希望)(?:書|票|の届)?'

/** A wish to do what the home card opens, or when it is due: the product knows that day, the policy does not. */
const doors = whole(
  [
    `(?:${declaration})(?:を|は|って|の)?(?:続き|提出|下書き|内容)?(?:を|は)?(?:出し|提出し|書き|記入し|入力し|直し|修正し|変更し|取り?下げ|見|確認し|始め|続け|し)(?:たい|ます|よう)(?:です|のです|んです|のですが|んですが|んだけど|けど)?`,
    `(?:${declaration})(?:の|は|って)?(?:締め?切り?|〆切|提出期限|提出日|期限)(?:は|って|を教えて(?:ください)?)?(?:いつ)?(?:まで)?(?:です|でした)?か?[?？]?`,
    `(?:${declaration})(?:は|って)?いつまで(?:です|に出せばいいです)?か?[?？]?`,
  ].join('|'),
)

/** The turn of a text: a greeting, a way or a door opens the home card, a courtesy one with a kind word; anything else is a question. */
export const turnOfText = (text: string): Pick<Turn, 'action' | 'input'> => {
  const said = text.normalize('NFKC').trim()
  if (courtesies.test(said)) return { action: 'home.show', input: { after: 'courtesy' } }
  if (said === '' || [greetings, ways, doors].some((words) => words.test(said))) {
    return { action: 'home.show', input: {} }
  }
  return { action: 'policy-qa.ask', input: { question: text.trim().slice(0, questionLengthMax) } }
}
