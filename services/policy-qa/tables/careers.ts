import { citationsMax, cite } from '../answer/answer.ts'
import { isComparison, isYesNo } from '../asked/asked.ts'
import type { Career, Passage, PolicyDocument, Position, Stage } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { TableAnswer } from './look-up.ts'
import { namesOf, speaksOfMore } from './tables.ts'

const asksStage =
  /何期|どの(?:期|時期|段階|ステージ)|どんな(?:時期|段階)|何(?:の|という)(?:期|時期|段階)|いずれの(?:期|段階)|期のどれ|which (?:stage|phase|period)|what (?:stage|phase)/
const isAbout = /期|段階|ステージ|stage|phase|period/
const asksPositions =
  /職位|役職|職名|肩書|何(?:て|と)いう職|誰|だれ|どの(?:職|級|クラス|ポスト|立場|人)|どんな(?:職|人)|いつ(?:から|まで)|どこ(?:から|まで)|何級|範囲|対象(?:は|者)|who|which position|what position|which rank/

/** Who is asked about: a position of the document, or a name that only the careers know. */
type Who = { name: string; position: Position | undefined }

const isNamed = ({ name }: Stage, text: string): boolean =>
  text.includes(name) || (name.startsWith('能力') && text.includes(name.slice(2)))

/** Names of positions that stand nowhere but over the stages: 主任保健技師. The longest is meant. */
const ownName = (document: PolicyDocument, text: string): string | undefined => {
  const known = new Set(document.positions.flatMap(({ names }) => names.map(fold)))
  const names = document.careers.flatMap(({ stages }) => stages.flatMap(({ names }) => names))
  return names
    .filter((name) => !known.has(name) && text.includes(name))
    .toSorted((one, two) => two.length - one.length)[0]
}

const whoIn = (document: PolicyDocument, question: Question): Who | undefined => {
  const own = ownName(document, question.text)
  if (own !== undefined) return { name: own, position: undefined }
  const [name, ...others] = namesOf(question, 'position')
  if (name === undefined || others.length > 0) return undefined
  return { name, position: document.positions.find((position) => position.name === name) }
}

/** Whether a stage is for somebody: named over it, or between the first and the last that are. */
const isFor = (stage: Stage, { name, position }: Who, positions: Position[]): boolean => {
  if (stage.names.includes(fold(name))) return true
  if (position === undefined) return false
  const ends = positions.flatMap(({ names }, at) =>
    names.some((other) => stage.names.includes(fold(other))) ? [at] : [],
  )
  if (ends.length === 0) return false
  const at = positions.indexOf(position)
  return at <= Math.max(...ends) && (stage.isOpen || at >= Math.min(...ends))
}

/** 係長から: the stage must begin there. */
const beginsWith = (stage: Stage, { name, position }: Who): boolean => {
  const names = (position?.names ?? [name]).map(fold)
  return names.includes(stage.names[0] ?? '')
}

type Found = { career: Career; stage: Stage }

const stagesIn = (careers: Career[]): Found[] =>
  careers.flatMap((career) => career.stages.map((stage) => ({ career, stage })))

const told = (document: PolicyDocument, found: Found[], lines: string[]): TableAnswer => {
  if (found.length === 0) return undefined
  const heads = found.map(({ career }) => career.passageId)
  const firsts = found.map(
    ({ career, stage }) =>
      document.passages.find(
        ({ facets, kind }) =>
          kind === 'cell' && facets.job === career.job && facets.stage === stage.label,
      )?.id,
  )
  const ids = [...new Set([...heads, ...firsts])]
  const passages = ids.flatMap((id) => document.passages.find((passage) => passage.id === id) ?? [])
  return {
    answer: [...new Set(lines)].join('\n'),
    citations: passages.slice(0, citationsMax).map(cite),
  }
}

/** はい、 where every stage bears it out, いいえ、 where none does. */
const decided = (found: Found[], holds: (stage: Stage) => boolean): string => {
  const count = found.filter(({ stage }) => holds(stage)).length
  return count === found.length ? 'はい、' : count === 0 ? 'いいえ、' : ''
}

const rangeOf = ({ career, stage }: Found): string =>
  `${career.job}の${stage.name}は「${stage.range}」です。`

/** …ですか、土木の場合: what it is asked of may follow. */
const asksWhether = ({ text, english }: Question): boolean =>
  isYesNo(text, english) || (/(?:です|ます)か /.test(text) && !/何|どの|誰|いつ/.test(text))

/** Whether a stage is that of a position, or begins with it. */
const leadOf = (
  document: PolicyDocument,
  question: Question,
  found: Found[],
): string | undefined => {
  const who = whoIn(document, question)
  if (who === undefined || !asksWhether(question)) return undefined
  const holds = (stage: Stage): boolean =>
    /から|より上/.test(question.text)
      ? beginsWith(stage, who)
      : isFor(stage, who, document.positions)
  return decided(found, holds)
}

const asksWhat =
  /何をす|どんなこと|(?:どんな|どういう)(?:時期|段階|期)|どのように(?:育|活)|どう(?:育|活)|考え方|期(?:とは|って何(?![てと])|って?[?？]?$)|what happens|what is the .*(?:stage|phase|period)/

/** The passages that say what a stage is for: those of the first row of its table. */
const basicsOf = (document: PolicyDocument, { career, stage }: Found): Passage[] => {
  const own = document.passages.filter(
    ({ facets, kind }) =>
      kind === 'cell' && facets.job === career.job && facets.stage === stage.label,
  )
  return own.filter(({ labels }) => labels[0] === own[0]?.labels[0])
}

/** What is thought of a stage. Kinds of work that say the same are told together. */
const describe = (document: PolicyDocument, found: Found[]): TableAnswer => {
  const passages = found.flatMap((one) => basicsOf(document, one))
  const said = new Map<string, string[]>()
  for (const { text, facets } of passages)
    said.set(text, [...(said.get(text) ?? []), facets.job ?? ''])
  const lines = [...said].map(([text, jobs]) => `${jobs.join('・')}: 「${text}」`)
  return { answer: lines.join('\n'), citations: passages.slice(0, citationsMax).map(cite) }
}

/** Words that ask for a stage or for its ends. */
const isMeant = (document: PolicyDocument, word: string): boolean =>
  /^(?:いつ|どこ|何|職位|役職|時期|段階|期間|始ま|当た|違い|肩書|ポスト|[事技]\S+職員?$|技術(?:者|屋|系)|stage|phase|period|belong|start|begin|career|which|when|ability)/.test(
    word,
  ) || document.careers.some(({ stages }) => stages.some(({ names }) => names.includes(word)))

/** At which stage somebody is. */
const ofSomebody = (document: PolicyDocument, who: Who, careers: Career[]): TableAnswer => {
  const all = who.position === undefined ? document.careers : careers
  const found = stagesIn(all).filter(({ stage }) => isFor(stage, who, document.positions))
  const lines = found.map(
    ({ career, stage }) => `${career.job}の${who.name}は「${stage.label}」に当たります。`,
  )
  return told(document, found, lines)
}

const asksFigure = /人数|何人|割合|給[料与]|手当|期間|年数|何年|勤務時間|試験|倍率/

/** 土木と建築の能力育成期の違い: what is thought of the stage in each kind of work. */
const isOfSeveral = (text: string, careers: Career[], question: Question): boolean =>
  isComparison(text) &&
  !asksPositions.test(text) &&
  !asksFigure.test(text) &&
  careers.length > 1 &&
  namesOf(question, 'job').length > 1

const asksNext =
  /期の(次|後|あと|前)(?:の|に(?:来る|くる|ある|続く))?(?:期|時期|段階|ステージ|は|って|に)/

/** 能力拡充期の次: the stage beside the named one, in the same kind of work. */
const besideStages = (text: string, careers: Career[]): Found[] | undefined => {
  const [, where] = asksNext.exec(text) ?? []
  if (where === undefined) return undefined
  return careers.flatMap((career) => {
    const at = career.stages.findIndex((stage) => isNamed(stage, text))
    const stage = at < 0 ? undefined : career.stages[at + (where === '前' ? -1 : 1)]
    return stage === undefined ? [] : [{ career, stage }]
  })
}

/** Which positions the named stages are for, or what is thought of them. */
const ofStages = (document: PolicyDocument, question: Question, careers: Career[]): TableAnswer => {
  const text = question.text.toLowerCase()
  const found = stagesIn(careers).filter(({ stage }) => isNamed(stage, text))
  if (found.length === 0) return undefined
  const beside = besideStages(text, careers)
  if (beside !== undefined) return told(document, beside, beside.map(rangeOf))
  if (asksWhat.test(text) || isOfSeveral(text, careers, question)) return describe(document, found)
  const lead = leadOf(document, question, found)
  if (lead === undefined && !asksPositions.test(text)) return undefined
  const lines = found.map((one, at) => `${at === 0 ? (lead ?? '') : ''}${rangeOf(one)}`)
  return told(document, found, lines)
}

/** What is thought of somebody at work, where neither a role nor an ability is asked for by name. */
const asksLife =
  /期待|活躍|活か|育て|育成|どう(?:いう|な|育|活|働)|どんな(?:ふう|風|形|活躍|働|存在|立場)|任さ|求められ|どのように(?:育|活|働)|何を(?:する|させ|やる|やら)/
const asksTable = /役割|役目|能力|スキル|資格|力[はがをって]|部署|配属|配置|どこ|どの課|研修|分野/

/** 事務の主査: the end of a name is enough before a position. */
const jobsBefore = (document: PolicyDocument, { text, terms }: Question): string[] => {
  const positions = terms.filter(({ entities }) => entities.some(({ kind }) => kind === 'position'))
  return document.careers
    .map(({ job }) => job)
    .filter((job) =>
      positions.some((position) => text.includes(`${fold(job).slice(-jobEnd)}の${position.text}`)),
    )
}

const jobEnd = 2

/** 土木の技査になったら何を期待される: the stage at which that kind of work has such a position. */
const ofWork = (document: PolicyDocument, question: Question): TableAnswer => {
  const { text } = question
  const named = namesOf(question, 'job')
  const jobs = named.length > 0 ? named : jobsBefore(document, question)
  const positions = namesOf(question, 'position')
  if (jobs.length !== 1 || positions.length !== 1) return undefined
  if (!asksLife.test(text) || asksTable.test(text)) return undefined
  const isOwn = (word: string): boolean => jobs.some((job) => job.endsWith(word))
  const isKnown = (word: string): boolean => isMeant(document, word) || isLife(word) || isOwn(word)
  if (speaksOfMore(question, isKnown)) return undefined
  const who = whoIn(document, question)
  const careers = document.careers.filter(({ job }) => jobs.includes(job))
  if (who === undefined) return undefined
  const found = stagesIn(careers).filter(({ stage }) => isFor(stage, who, document.positions))
  return found.length === 0 ? undefined : describeStages(document, found)
}

const isLife = (word: string): boolean =>
  /^(?:な[るっりれ]|期待|活躍|活か|育|任|求め|働|存在|立場|中心|以上|入っ|入り|まず|最初|新人|若手|中堅|職員|人)/.test(
    word,
  )

const describeStages = (document: PolicyDocument, found: Found[]): TableAnswer => {
  const told = describe(document, found)
  const labels = found.map(({ career, stage }) => `${career.job}の${stage.label}`)
  return told === undefined
    ? undefined
    : { ...told, answer: told.answer.replace(/^[^:]*:/, `${[...new Set(labels)].join('、')}:`) }
}

/**
 * Answers which positions a stage of a career is for (能力発揮期は係長から？), and at which stage a position is
 * (主査は何期), for the kinds of work named or else for all.
 */
export const answerFromCareers = (document: PolicyDocument, question: Question): TableAnswer => {
  const text = question.text.toLowerCase()
  const atWork = ofWork(document, question)
  if (atWork !== undefined) return atWork
  if (!isAbout.test(text) || speaksOfMore(question, (word) => isMeant(document, word)))
    return undefined
  const jobs = namesOf(question, 'job')
  const careers = document.careers.filter(({ job }) => jobs.length === 0 || jobs.includes(job))
  const who = asksStage.test(text) ? whoIn(document, question) : undefined
  return who === undefined
    ? ofStages(document, question, careers)
    : ofSomebody(document, who, careers)
}
