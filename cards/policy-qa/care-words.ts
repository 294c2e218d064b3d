/** The reviewed words of the card that comes first when somebody confides. Changed only together with those who listen. */
import type { Views } from '../../services/vocabulary.ts'

/** What stands on the card besides telephone lines and the document's passage. */
export type CareWords = {
  readonly heading: string
  readonly sentence: string
  readonly passageLead: string
  /** What stands over the answer to a question that was asked beside the confidence. */
  readonly besideLead: string
  /** Where it may have been a question after all: how to ask it. */
  readonly again: string
  /** What becomes of what was written. */
  readonly kept: string
}

/** Stands in the sentences for the office that the policy in force prints. */
const personnelContact = '｛担当｝'

const listens = 'ここは自動でお返事する窓口のため、お話をじかに聞くことができません。'
const asMuch = '話せる範囲で大丈夫です。'

const inJapanese = {
  passageLead: '方針にも、相談先のことが書かれています。',
  besideLead: 'お尋ねのことは、方針に次のように書かれています。',
  again: '',
  kept: 'お書きになった文章を、この窓口は記録せず、だれにも知らせません。チャットに書かれたときは、その文章がチャットの履歴には残ります。',
}

const inEnglish = {
  passageLead: 'The policy also says where to turn (in Japanese).',
  besideLead: 'On what you asked, the policy says (in Japanese):',
  again: '',
  kept: 'This service does not record what you wrote and tells nobody. If you wrote it in the chat, it stays in the history of the chat.',
}

const listensInEnglish = 'This is an automated service and cannot listen the way a person can.'

const japanese: { readonly [kind in Views['policy-qa.care']['kind']]: CareWords } = {
  crisis: {
    heading: '話を聞いてくれる人がいます',
    sentence: `${listens}下の窓口では、人が話を聞いています。${asMuch}`,
    ...inJapanese,
  },
  harassment: {
    heading: '相談できるところがあります',
    sentence: `${listens}職場のハラスメントの相談窓口に相談できます。だれに話せばよいかわからないときは、${personnelContact}へ。${asMuch}`,
    ...inJapanese,
  },
  health: {
    heading: '相談できるところがあります',
    sentence: `${listens}からだやこころの調子のことは、職場や職場の外の相談窓口に話せます。窓口がわからないときは、${personnelContact}へ。${asMuch}`,
    ...inJapanese,
  },
  violence: {
    heading: '話を聞いてくれる人がいます',
    sentence: `${listens}起きたことは、あなたのせいではありません。下の窓口では、人が話を聞いています。いま危ないときは、110へ。${asMuch}`,
    ...inJapanese,
  },
  worry: {
    heading: '相談できるところがあります',
    sentence: `${listens}仕事や暮らしで気がかりなことも、職場や職場の外の相談窓口に話せます。窓口がわからないときは、${personnelContact}へ。${asMuch}`,
    ...inJapanese,
  },
  unsure: {
    heading: 'お書きくださり、ありがとうございます',
    sentence: `${listens}方針の本文には、お答えになる記述が見つかりませんでした。つらいことや困りごとがあるときは、職場や職場の外の相談窓口に話せます。窓口がわからないときは、${personnelContact}へ。${asMuch}`,
    ...inJapanese,
    again: '方針についてのお尋ねでしたら、「…は何ですか」のように、もう一度お書きください。',
  },
}

const english: { readonly [kind in Views['policy-qa.care']['kind']]: CareWords } = {
  crisis: {
    heading: 'There are people who listen',
    sentence: `${listensInEnglish} At the numbers below, people do. Say only as much as you wish.`,
    ...inEnglish,
  },
  harassment: {
    heading: 'There are people to turn to',
    sentence: `${listensInEnglish} There are people at work who take such complaints in confidence. If you do not know whom to ask: ${personnelContact}.`,
    ...inEnglish,
  },
  health: {
    heading: 'There are people to turn to',
    sentence: `${listensInEnglish} There are places at work and outside where you can talk about your health. If you do not know whom to ask: ${personnelContact}.`,
    ...inEnglish,
  },
  violence: {
    heading: 'There are people who listen',
    sentence: `${listensInEnglish} What happened is not your fault. At the numbers below, people listen. If you are in danger now, call 110. Say only as much as you wish.`,
    ...inEnglish,
  },
  worry: {
    heading: 'There are people to turn to',
    sentence: `${listensInEnglish} There are places inside and outside the office where you can talk about what troubles you, at work or at home. If you do not know whom to ask: ${personnelContact}.`,
    ...inEnglish,
  },
  unsure: {
    heading: 'Thank you for writing',
    sentence: `${listensInEnglish} The policy does not seem to speak of this. If something troubles you, there are places inside and outside the office where you can talk. If you do not know whom to ask: ${personnelContact}.`,
    ...inEnglish,
    again: 'If you wanted to ask about the policy, please write it as a question.',
  },
}

/** The words for this view. */
export const careWords = (view: Views['policy-qa.care']): CareWords => {
  const words = (view.english ? english : japanese)[view.kind]
  const unknown = view.english ? 'your personnel division' : '人事の担当課'
  const office = view.contact?.line || unknown
  return { ...words, sentence: words.sentence.replaceAll(personnelContact, office) }
}
