/** Whether two questions ask the same: of the same people and things, for the same, and neither turned round. */
import { fold } from '../ingest/normal.ts'
import { pairsOf } from '../question/text-index.ts'

const questionLengthMax = 300
const japanese = /[\u3041-\u30ff\u3400-\u9fff]/

const politeness =
  /(?:を?(?:教えて|おしえて)?(?:ください|下さい|(?:くれ|もらえ|いただけ|頂け)(?:ますか|ませんか))|を?教えて|を?(?:知りたい|聞きたい)(?:です|のですが)?|とは何ですか|とは何|ですか|でしょうか|ますか|ますでしょうか|とは|は)$/

/** A question without its marks and without how politely it asks; English keeps its spaces. */
export const bareQuestion = (question: string): string => {
  const text = question.slice(0, questionLengthMax)
  if (!japanese.test(text))
    return text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z0-9%']+/g, ' ')
      .trim()
  return fold(text)
    .replace(/〔[^〕]*〕|[?？。、，,!！「」『』()・]/g, '')
    .replace(politeness, '')
}

/** Kanji that only ask: 教えて, 知りたい. In a longer run (教育) they are something else. */
const askingRun =
  /^(?:何.?|誰|教|知|聞|伺|尋|下|頂|願|致|申|詳|具体的|現在|今|私|出来|有|貰|見|言|思)$/
const runs = /[\u30a1-\u30fa\u30fc]+|[\u3400-\u9fff々]+|[a-z]+|\d[\d.]*%?/g
const askingWord =
  /^(?:an?|the|is|are|was|were|be|do|does|did|can|could|may|will|would|shall|should|i|we|you|me|my|our|its?|this|that|there|of|in|on|at|to|for|by|with|about|and|or|please|tell|know|like|want|get|have|has|much|many|what|which|who|when|where|how|why|long|often)$/

/** What a question is about, in its order and run together: 駐車場の料金は and 駐車場料金を教えて are one. */
const contentOf = (bare: string): string =>
  japanese.test(bare)
    ? (bare.match(runs) ?? []).filter((run) => !askingRun.test(run)).join('')
    : bare
        .split(' ')
        .filter((word) => !askingWord.test(word))
        .join(' ')

const asking =
  /いつ|どこ|だれ|誰|どなた|なぜ|どうして|どうやって|どのくらい|どのぐらい|どのよう|どんな|どの|どれ|どちら|どう|いくつ|いくら|何[\u3400-\u9fff]?|なに|\b(?:what|who|when|where|how (?:much|many|long|often)|how|which|why)\b/g
const oneWord: Readonly<Record<string, string>> = { 誰: 'だれ', どなた: 'だれ', なに: '何' }
const turning =
  /ない|なく|なし|なけれ|ません|ずに|不要|だけ|のみ|しか|以外|から|まで|\b(?:not|no|without|only|from|until)\b|n't/g

const all = (text: string, words: RegExp): string =>
  [...new Set((text.match(words) ?? []).map((word) => oneWord[word] ?? word))].toSorted().join()

/** A question, read for comparing it with others. */
export type Compared = {
  readonly content: string
  readonly asks: string
  /** 支給されません and 支給されます, から and まで: what turns a question round. */
  readonly turns: string
  readonly pairs: Set<number>
}

/** Reads a question once, for comparing it with many. */
export const compared = (question: string): Compared => {
  const bare = bareQuestion(question)
  const content = contentOf(bare)
  return { content, asks: all(bare, asking), turns: all(bare, turning), pairs: pairsOf(bare) }
}

/** How alike two questions are in their letters: 0 to 1. */
export const likeness = ({ pairs: one }: Compared, { pairs: two }: Compared): number => {
  let shared = 0
  for (const pair of one) if (two.has(pair)) shared++
  return one.size + two.size === 0 ? 0 : (2 * shared) / (one.size + two.size)
}

const likenessMin = 0.6

/**
 * Whether two questions ask the same. Beside their likeness every word of content must be the same: 係長 is not
 * 課長, 令和9年度 not 令和8年度, and one word more asks for something else.
 */
export const sameQuestion = (one: Compared, two: Compared): boolean =>
  one.content === two.content &&
  one.turns === two.turns &&
  (one.asks === two.asks || one.asks === '' || two.asks === '') &&
  likeness(one, two) >= likenessMin
