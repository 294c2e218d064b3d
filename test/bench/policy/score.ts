/** A question with what a right answer must hold. `gold` are passages of the document; `gold_alt[i]` serve as well as `gold[i]`. */
export type Question = {
  id: string
  question: string
  type: string
  style?: string
  near_miss?: boolean
  answer_must: string[]
  answer_any?: string[][]
  answer_must_not?: string[]
  gold: string[]
  gold_alt?: string[][]
}

/** What a system answered, with its computing time in microseconds. */
export type Answer = {
  id: string
  answer: string
  refused: boolean
  citations: { quote: string }[]
  latency_us: number
}

/** How one answer fared. */
export type Verdict = {
  id: string
  type: string
  unanswerable: boolean
  refused: boolean
  right: boolean
  golds: number
  cited: number
  why: string[]
}

const answerLengthMax = 600
const citationsMax = 10
const quoteLengthMax = 800
/** A citation counts when it shares this much of a gold passage, or is a run of this many letters inside it. */
const sharedMin = 0.6
const insideMin = 12

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll('\u301c', '~')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\d),(?=\d)/g, '')
    .toLowerCase()

const bare = (text: string): string =>
  plain(text.replace(/<[^>]*>/g, '')).replace(/[|●■◆◎❖・\-→]/g, '')

type Span = { from: number; to: number }

const spansOf = (text: string, part: string): Span[] => {
  const spans: Span[] = []
  if (part === '') return spans
  for (let from = text.indexOf(part); from >= 0; from = text.indexOf(part, from + 1)) {
    spans.push({ from, to: from + part.length })
  }
  return spans
}

const covers = (quote: Span, gold: Span): boolean => {
  const length = gold.to - gold.from
  const shared = Math.min(gold.to, quote.to) - Math.max(gold.from, quote.from)
  if (shared >= sharedMin * length) return true
  const inside = quote.from >= gold.from && quote.to <= gold.to
  return inside && quote.to - quote.from >= Math.min(insideMin, length)
}

const faults = (question: Question, answer: Answer): string[] => {
  const text = plain(answer.answer)
  const has = (part: string): boolean => text.includes(plain(part))
  const lacking = question.answer_must.filter((part) => !has(part))
  const none = (question.answer_any ?? []).filter((parts) => !parts.some(has))
  const forbidden = (question.answer_must_not ?? []).filter(has)
  return [
    ...(answer.refused ? ['refused'] : []),
    ...(Array.from(answer.answer).length > answerLengthMax ? ['too long'] : []),
    ...lacking.map((part) => `lacks ${part}`),
    ...none.map((parts) => `lacks one of ${parts.slice(0, 3).join('/')}`),
    ...forbidden.map((part) => `has ${part}`),
  ]
}

const citedGolds = (question: Question, answer: Answer, policy: string): number => {
  const quotes = answer.citations
    .slice(0, citationsMax)
    .map(({ quote }) => bare(quote))
    .filter((quote) => quote.length <= quoteLengthMax)
    .flatMap((quote) => spansOf(policy, quote))
  const isCited = (gold: string): boolean =>
    spansOf(policy, bare(gold)).some((span) => quotes.some((quote) => covers(quote, span)))
  return question.gold.filter((gold, at) =>
    [gold, ...(question.gold_alt?.[at] ?? [])].some(isCited),
  ).length
}

/** Judges answers against questions: what must be said, what must be quoted, and what must be refused. */
export const judge = (questions: Question[], answers: Answer[], document: string): Verdict[] => {
  const policy = bare(document)
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  return questions.map((question) => {
    const none: Answer = {
      id: question.id,
      answer: '',
      refused: false,
      citations: [],
      latency_us: 0,
    }
    const answer = byId.get(question.id) ?? none
    const unanswerable = question.type === 'oos'
    const why = unanswerable ? (answer.refused ? [] : ['answered']) : faults(question, answer)
    return {
      id: question.id,
      type: question.type,
      unanswerable,
      refused: answer.refused,
      right: why.length === 0,
      golds: question.gold.length,
      cited: unanswerable ? 0 : citedGolds(question, answer, policy),
      why,
    }
  })
}
