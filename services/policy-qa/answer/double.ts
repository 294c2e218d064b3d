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

/** 福祉と情報の資格の例をそれぞれ: what is asked of both hangs on them. */
const eachWithOwn =
  /^([^のはが、。]{2,12}?)(?:と|や|および|及び)([^のはが、。]{2,12}?)の([^、。]{2,20}?)(は|って|について|を)、?(.*(?:それぞれ|各々).*)$/

const topicOf = (part: string): string =>
  /^(.{2,30}?)(?:は|って|について|とは|の(?=.{0,8}(?:は|が)))/.exec(part)?.[1] ?? ''

/** 研修は、何を目指し、…: what both parts are about stands before them. */
const topicAlone = /^(.{2,30})(?:は|って|では|には|について)$/

const partMin = 4

const withoutEach = (text: string): string => text.replace(/それぞれ|各々|両方|どちらも/g, '')

const listedIn = (said: string): string[] | undefined => {
  const [, one, two, rest] = eachOf.exec(said) ?? []
  return rest === undefined
    ? undefined
    : [one, two].map((topic) => `${topic}の${withoutEach(rest)}`)
}

const ownedIn = (said: string): string[] | undefined => {
  const [, one, two, what, joint, rest] = eachWithOwn.exec(said) ?? []
  return rest === undefined
    ? undefined
    : [one, two].map((whose) => `${whose}の${what}${joint}${withoutEach(rest)}`)
}

const joinedIn = (said: string): string[] | undefined => {
  const [, one, two, joint, rest] = each.exec(said) ?? []
  return rest === undefined
    ? undefined
    : [one, ownedToo(one, two)].map((topic) => `${topic}${joint}${withoutEach(rest)}`)
}

const owner = /^(.{1,14}の)[^の]{1,12}([\u30a1-\u30fa\u30fc\u3400-\u9fff])$/

/** 公園緑地課の事業係と管理係: two of a kind belong to the same. */
const ownedToo = (one = '', two = ''): string => {
  const [, whose = '', kind = ''] = owner.exec(one) ?? []
  return whose !== '' && two.endsWith(kind) && !two.includes('の') ? whose + two : two
}

/** One question about each of two things, as two. */
const pairIn = (said: string): string[] | undefined =>
  listedIn(said) ?? ownedIn(said) ?? joinedIn(said)

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

const pointing = /^.*?その([\u30a1-\u30fa\u30fc\u3400-\u9fff]{1,6})/s
const written = '[\u30a1-\u30fa\u30fc\u3400-\u9fff]'

/** A thing of a kind by its name; what is left out by name (…室除く) before all others. */
const nameOf = (kind: string, quote: string): string | undefined =>
  ['(?=除く)', `(?!${written})`]
    .map((after) => new RegExp(`${written}{2,12}${kind}${after}`).exec(quote)?.[0])
    .find((name) => name !== undefined)

/** その室は…: the part of a question that points back, with the name by which the answer before it calls the thing. */
export const pointedAt = (question: string, before: PolicyAnswer | undefined): string => {
  const [until, kind] = pointing.exec(question) ?? []
  const quote = before?.citations[0]?.quote.normalize('NFKC')
  const name = kind === undefined || quote === undefined ? undefined : nameOf(kind, quote)
  return name === undefined ? question : name + question.slice(until?.length)
}

const linesOf = ({ answer }: PolicyAnswer): string[] => answer.split('\n')

const lead = /^(?:はい|いいえ)。/

/** Are both so: yes for one and no for the other is neither. */
const withoutLeads = (answers: PolicyAnswer[]): PolicyAnswer[] => {
  const leads = new Set(answers.map(({ answer }) => lead.exec(answer)?.[0]))
  return leads.size === 1
    ? answers
    : answers.map((one) => ({ ...one, answer: one.answer.replace(lead, '') }))
}

/** Whether it is asked of two things together, and not of each. */
export const asksBoth = (text: string): boolean => /どちらも|両方とも|いずれも/.test(text)

/** Two answers as one: the lines and citations of each, none twice. Undefined when a part has no answer. */
export const joinAnswers = (all: PolicyAnswer[], both = false): PolicyAnswer | undefined => {
  const answers = both ? withoutLeads(all) : all
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
