/** Whether a text is really a confidence: somebody in danger, hurt, ill or worried, whoever it is about. Pure. */

import { dataFile } from '../question/thesaurus.ts'
import { type Sentence, sentencesOf, tellsOnly } from './care-text.ts'

/** What a confidence is about, what endangers life first. `violence` is sexual, at home, or stalking. */
export type Care = 'crisis' | 'violence' | 'harassment' | 'health' | 'worry'

const kinds: readonly Care[] = ['crisis', 'violence', 'harassment', 'health', 'worry']

/**
 * How far a rule reaches: `always`; not into questions about people it happened to (`done`), or might happen to
 * (`told`); into no question at all (`bare`).
 */
type Reach = 'always' | 'done' | 'told' | 'bare'

/** `says` finds the first place, `each` every place: looking for the first alone is several times as fast. */
type Rule = {
  readonly care: Care
  readonly reach: Reach
  readonly says: RegExp
  readonly each: RegExp
}

const reaches: readonly Reach[] = ['always', 'done', 'told', 'bare']

const ruleIn = (line: string): Rule[] => {
  const [kind = '', far = '', pattern = ''] = line.split('\t')
  const care = kinds.find((one) => one === kind)
  const reach = reaches.find((one) => one === far)
  if (!care || !reach || pattern === '') return []
  return [{ care, reach, says: new RegExp(pattern, 'u'), each: new RegExp(pattern, 'gu') }]
}

let rules: readonly Rule[] | undefined

const allRules = (): readonly Rule[] => {
  rules ??= dataFile('care.tsv').split(/\r?\n/).flatMap(ruleIn)
  return rules
}

/** 「〜された職員への」「〜になった人の」: said of whoever it happened to. */
const ofOthers =
  /^[^、]{0,17}?[ただるいうなのすくむ](?:職員(?!課)|社員|新人|若手|管理職|部下|同僚|人(?!間|事)|者|方(?!針|法)|仕事|業務)(?:は|の|へ|に|を|が|も|で|と|から|たち|$)/
/** 「〜たら」「〜場合」「〜とき」: said of what might be. */
const perhaps =
  /^[^、]{0,8}?(?:[ただ]ら|れば|[ただるい](?:場合|とき|時(?!間)|際|ため|職場|上司|前に)|ないように|なら(?:ど|誰|何))/
const counts = /何(?:人|件|名|%|割)|件数|割合|統計|how many/
const oneself = /(?<![a-z])(?:i|im|ive|my|me|mine|we|our|us)(?![a-z])/

/** A sentence of a text, and whether anything is asked in the text. */
type Said = Sentence & { readonly besideQuestion: boolean }

const isPlain = (said: Said, reach: Reach, end: number): boolean => {
  const { text, asks, besideQuestion } = said
  if (reach === 'always') return false
  const rest = text.slice(end - 1, end + 40)
  if (!asks) return reach === 'told' && besideQuestion && ofOthers.test(rest)
  if (counts.test(text)) return true
  if (/^[^\p{Script=Han}\p{Script=Hiragana}]*$/u.test(text)) return !oneself.test(text)
  return ofOthers.test(rest) || (reach === 'told' && perhaps.test(rest))
}

const isSaid = ({ reach, says, each }: Rule, said: Said): boolean =>
  says.test(said.text) &&
  said.text.matchAll(each).some((match) => !isPlain(said, reach, match.index + match[0].length))

const kindsIn = (sentences: readonly Sentence[]): readonly Care[] => {
  const besideQuestion = sentences.some(({ asks }) => asks)
  const all = sentences.map((sentence) => ({ ...sentence, besideQuestion }))
  const found = allRules()
    .filter(({ reach }) => reach !== 'bare' || !besideQuestion)
    .filter((rule) => all.some((said) => isSaid(rule, said)))
    .map(({ care }) => care)
  return kinds.filter((kind) => found.includes(kind))
}

/**
 * What somebody confides, or undefined where they ask a plain question. Errs on the side of care for what endangers
 * life. A worry told beside a question leaves the question to be answered first.
 */
export const careFor = (question: string): Care | undefined => {
  const sentences = sentencesOf(question)
  const [first] = kindsIn(sentences)
  return first === 'worry' && sentences.some(({ asks }) => asks) ? undefined : first
}

/**
 * Whether a text is a confidence, or tells something instead of asking. Such a text is never listed, rated, counted,
 * logged or sent to a model, whatever it was answered with.
 */
export const isConfided = (text: string): boolean =>
  kindsIn(sentencesOf(text)).length > 0 || tellsOnly(text)
