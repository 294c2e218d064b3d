import { answerLengthMax, citationsMax, clip, type PolicyAnswer } from './answer.ts'

/** Words that ask. Two of them in one text are mostly two questions. */
const asking =
  /何|誰|だれ|いつ|どこ|いくつ|いくら|どの|どれ|どう|どん|なぜ|\b(?:what|who|when|where|how|which|why)\b/

/** Where one question ends and the next begins. */
const between =
  /[?？。\n]|、(?:また|あと|それと|それから|そして|さらに|加えて)、?|(?<=[でがしてかはくりれせめえけきみびい])[、,]|,? and (?=(?:what|who|when|where|how|which|why)\b)/

/** 女性比率と管理職の割合はそれぞれ何%: one question about each of two things. */
const each =
  /^(.{3,40}?)(?:と|や|、|および|及び|並びに)、?(.{3,40}?)(は|って|について|を)、?(.*(?:それぞれ|各々|両方|どちらも|あわせて|併せて).*)$/

/** 残業と有休、目標の数字をそれぞれ: what is asked of both follows them. */
const eachOf =
  /^([^、,。]{2,20}?)(?:と|や|および|及び)([^、,。]{1,19}[^、,。はがをもにで])[、,]\s*(.*(?:それぞれ|各々|両方|どちらも|あわせて|併せて).*)$/

const topicOf = (part: string): string =>
  /^(.{2,30}?)(?:は|って|について|とは|の(?=.{0,8}(?:は|が)))/.exec(part)?.[1] ?? ''

/** 研修は、何を目指し、…: what both parts are about stands before them. */
const topicAlone = /^(.{2,30})(?:は|って|では|には|について)$/

const partMin = 4

const withoutEach = (text: string): string => text.replace(/それぞれ|各々|両方|どちらも/g, '')

/** One question about each of two things, as two. */
const pairIn = (said: string): string[] | undefined => {
  const listed = eachOf.exec(said)
  if (listed !== null) {
    const [, one = '', two = '', rest = ''] = listed
    return [one, two].map((topic) => `${topic}の${withoutEach(rest)}`)
  }
  const pair = each.exec(said)
  if (pair === null) return undefined
  const [, one = '', two = '', joint = '', rest = ''] = pair
  return [one, two].map((topic) => `${topic}${joint}${withoutEach(rest)}`)
}

/** The questions that a text asks, each able to stand alone; one or none when it asks a single thing. */
export const questionsIn = (text: string): string[] => {
  const said = text.trim()
  const pair = pairIn(said)
  if (pair !== undefined) return pair
  const parts = said.split(between).filter((part) => part.length >= partMin)
  const questions = parts.filter((part) => asking.test(part.toLowerCase()))
  if (questions.length < 2) return []
  const before = parts[0] === questions[0] ? undefined : topicAlone.exec(parts[0] ?? '')?.[1]
  const topic = before ?? topicOf(questions[0] ?? '')
  return questions.flatMap((part, at) =>
    (at === 0 && before === undefined) || topic === '' || part.includes(topic)
      ? [part]
      : [`${topic}は${part}`],
  )
}

const linesOf = ({ answer }: PolicyAnswer): string[] => answer.split('\n')

/** Two answers as one: the lines and citations of each, none twice. Undefined when a part has no answer. */
export const joinAnswers = (answers: PolicyAnswer[]): PolicyAnswer | undefined => {
  const [first] = answers
  if (first === undefined || answers.some(({ refused }) => refused)) return undefined
  const share = Math.floor(answerLengthMax / answers.length) - 1
  const lines = answers
    .map((one) => clip(one.answer, share))
    .flatMap((answer) => answer.split('\n'))
  const most = Math.max(...answers.map(({ citations }) => citations.length))
  const turns = Array.from({ length: most }, (_, at) =>
    answers.flatMap(({ citations }) => citations.slice(at, at + 1)),
  ).flat()
  const citations = [...new Map(turns.map((citation) => [citation.passageId, citation])).values()]
  return {
    ...first,
    answer: clip([...new Set(lines)].join('\n')),
    citations: citations.slice(0, citationsMax),
  }
}

/** Whether the other answer quotes more than the first already says. */
export const saysMore = (other: PolicyAnswer, first: PolicyAnswer): boolean =>
  linesOf(other)
    .slice(1)
    .some((line) => !first.answer.includes(line))
