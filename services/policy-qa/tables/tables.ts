import { cite } from '../answer/answer.ts'
import { isComparison, isYesNo } from '../asked/asked.ts'
import type { PolicyDocument, Position } from '../document.ts'
import { fold } from '../ingest/normal.ts'
import type { Entity } from '../question/lexicon.ts'
import type { Question } from '../question/question.ts'
import { comparePositions, describedFor, holdersOfDescribed } from './described.ts'
import {
  answerYesNo,
  defineAbilities,
  describeSkills,
  footnoteOf,
  type LookUp,
  listAbilities,
  listExpected,
  listGroups,
  listHolders,
  listRoles,
  type TableAnswer,
} from './look-up.ts'
import { answerForSpan, answerFromWhole, answerMissing, answerWithout } from './reckon.ts'
import { besideOf, spanOf } from './span.ts'

const roleWords =
  /役割|役目|役回り|役どころ|何をする|なにする|なにをする|何する|仕事|務め|責務|担う|ミッション|\broles?\b|responsib|\bdut(?:y|ies)\b|\bmy job\b/
const abilityWords =
  /能力|スキル|身に|求められ|必要|期待|要る|いる力|力(?:は|が|を|って|と|の|に|$)|abilit|skills?\b|competenc|capabilit|require|expected|need|should/
/** 主査は何を期待されている: neither role nor ability by name, so both. */
const expectedWords = /期待|求められ(?:る(?:もの|こと)|て)|\bexpected of\b/
const ownAbilityWords = /能力|スキル|力(?:は|が|を|って|と|の|に|$)|abilit|skill|competenc/
const contentWords =
  /どんな|どのよう|内容|レベル|どの程度|どの?くらい|とは|何ができ|説明|具体|どう|なに|何|違い|how|what|describe|explain|mean/
const whoWords =
  /誰|だれ|どの職位|どの役職|職位|役職|どの肩書|どの階級|どの立場|どこまで|どの人|which position|who|(?:which|what) (?:job )?(?:rank|grade|level|post|job title)s?\b|what position/
const countWords = /いくつ|何個|何種類|何項目|何つ|how many/
const onlyWords = /だけ|のみ|限|\bonly\b/
const commonWords = /共通|同じ|どちらも|両方|common|both|share/

/** 係長から課長補佐に上がると: what is new is what the one has and the other has not. */
const changeWords = /上が|昇(?:任|格|進)|な(?:ると|った|りたて)|変わ|増え|加わ|新し|新た|プラス|減/

const generic =
  /^(?:上が|すぐ[上下]|[一1]つ[上下]|[上下]の職|変わ|増え|加わ|新し|新た|若手|中堅|本来|多く|職位|役職|昇進|昇任|昇格|出世|役割|能力|必要な能力|求められる|身につける|スキル|課長職|入ったばかり|入りたて|入って|なりたて|なったばかり|基本的な考え方|仕事|新人|違い|比較|most|fewest|least|held|hold|position|rank|grade|level|categor|[○〇◯丸印]|group|abilit|four|above|higher|below|lower|just (?:joined|become|became|started)|acquire|gain|possess)/
const countWord = /^(?:two|three|four|five|six|seven|eight|nine)$/
/** Terms that stand in many places say little about what else is asked. */
const tellingMin = 2.2

/** The names of one kind that a question speaks of. */
export const namesOf = (question: Question, kind: Entity['kind']): string[] => [
  ...new Set(question.entities.filter((entity) => entity.kind === kind).map(({ name }) => name)),
]

const isOfTables = (term: string): boolean =>
  [generic, abilityWords, roleWords, whoWords, countWords].some((words) => words.test(term))

/** Whether the question speaks of anything beside positions, abilities, kinds of work and stages. */
export const speaksOfMore = (
  question: Question,
  isMeant: (word: string) => boolean = isOfTables,
): boolean => {
  if (question.unknown.some((word) => !countWord.test(word))) return true
  // The terms of an English question have other letters than the names they stand for.
  const spoken = question.entities.map(({ name }) => fold(name))
  return question.terms.some(
    ({ text, names, everyday, named, weight }) =>
      !everyday &&
      !named &&
      weight > tellingMin &&
      !isMeant(text) &&
      !spoken.some((name) =>
        (question.english ? names : [text]).some(
          (word) => name.includes(word) || word.includes(name),
        ),
      ),
  )
}

const asksRole =
  /役割|役目|役回り|役どころ|務め|責務|ミッション|\broles?\b|responsib|\bdut(?:y|ies)\b/
const wordsMin = 2
/** One word is enough where it is rare and one ability alone has it. */
const rareMin = 3.5

/** 理解して → 理解. */
const stemOf = (word: string): string => word.replace(/(?<=[\u3400-\u9fff])[\u3041-\u309f]+$/, '')

/** The abilities of a position whose description has the words of the question: 状況を理解して何をする. */
const abilitiesSaid = ({ terms }: Question, { skills }: Position): string[] => {
  const telling = terms.filter(
    ({ text, named }) => !named && !roleWords.test(text) && !generic.test(text),
  )
  const stems = telling.map(({ names }) => names.map(stemOf).filter((stem) => stem.length > 1))
  const said = skills.filter(({ text }) =>
    stems.every((names) => names.some((name) => fold(text).includes(name))),
  )
  const weight = telling.reduce((sum, term) => sum + term.weight, 0)
  const isClear = telling.length >= wordsMin || (said.length === 1 && weight >= rareMin)
  return isClear && telling.length > 0 ? said.map(({ ability }) => ability) : []
}

/** One position: an ability by what is said of it, or all that is expected. */
const ofOne = (document: PolicyDocument, question: Question, asked: LookUp): TableAnswer => {
  const { text } = question
  const [position] = asked.positions
  if (position === undefined || asked.positions.length > 1 || asksRole.test(text)) return undefined
  const abilities = abilitiesSaid(question, position)
  if (abilities.length > 0) return describeSkills(document, { ...asked, abilities })
  const expected = expectedWords.test(text) && !ownAbilityWords.test(text)
  return expected && !roleWords.test(text) ? listExpected(document, asked) : undefined
}

/** What is thought of a position in one kind of work stands in a table of its own. */
const isOfWork = (question: Question): boolean =>
  expectedWords.test(question.text) &&
  !ownAbilityWords.test(question.text) &&
  !roleWords.test(question.text) &&
  namesOf(question, 'job').length > 0

const ofPositions = (document: PolicyDocument, question: Question, asked: LookUp): TableAnswer => {
  const { positions } = asked
  const { text } = question
  if (roleWords.test(text) && !/能力|abilit|skill/.test(text)) return listRoles(document, positions)
  const compared = isComparison(text) || commonWords.test(text) || changeWords.test(text)
  if (positions.length === 2 && compared) return comparePositions(document, question, asked)
  const listed = abilityWords.test(text) || countWords.test(text)
  return listed ? listAbilities(document, asked) : undefined
}

/** 説明 of 説明力 asks for no explanation. */
const withoutNames = (text: string, names: string[]): string =>
  names.reduce((rest, name) => rest.replaceAll(name, ''), text)

/** Can you explain …? asks for more than yes or no. */
const asksToTell = /^(?:can|could|would|will) you\b|\bwhat\b|\bdescribe\b|\bdiffer/i

/** Whether it asks what an ability means for somebody, and not whether somebody needs it. */
const asksContent = (text: string, english: boolean): boolean =>
  english && isYesNo(text, true)
    ? asksToTell.test(text)
    : contentWords.test(text) || isComparison(text)

const ofAbilities = (document: PolicyDocument, said: string, asked: LookUp): TableAnswer => {
  const text = withoutNames(said, asked.abilities)
  if (asked.positions.length > 0 && asked.only) return listHolders(document, asked)
  if (asked.positions.length > 0) {
    const content = asksContent(text, asked.english)
    return content ? describeSkills(document, asked) : answerYesNo(document, asked)
  }
  return whoWords.test(text) ? listHolders(document, asked) : defineAbilities(document, asked)
}

const noMark = /[○〇◯丸印]|空欄|blank|circle/
const isMissing =
  /な(?:い|く|し|か)|無|空欄|付いていな|ついてな|blank|without|\bno\b|not|lack|missing|unnecessary/

/** What a missing circle means, in the document's own words. */
const ofFootnote = (document: PolicyDocument, text: string): TableAnswer => {
  if (!noMark.test(text) || !isMissing.test(text)) return undefined
  const footnote = footnoteOf(document)
  return footnote === undefined ? undefined : { answer: footnote.text, citations: [cite(footnote)] }
}

/** 若手への指導は主任の役割か: beside a role, 指導 is something done and not 指導力. */
const namesAbility = ({ text, terms }: Question): boolean =>
  !roleWords.test(text) ||
  terms.some(
    ({ text: term, entities }) =>
      /[力術性]$|[a-z]/.test(term) && entities.some(({ kind }) => kind === 'ability'),
  )

const ofHeld = (document: PolicyDocument, question: Question, asked: LookUp): TableAnswer =>
  isOfWork(question)
    ? undefined
    : (ofOne(document, question, asked) ?? ofPositions(document, question, asked))

/** Which ranks need crisis management? The English names of abilities are no everyday words. */
const asksAbility = ({ text, english }: Question): boolean =>
  /力(?!を?入|を注|を尽)|知識|abilit|skill|position/.test(text) || (english && whoNeeds.test(text))

const whoNeeds =
  /\bwh(?:ich|at) (?:job )?(?:rank|position|grade|level|post|job title)s?\b|\bwho (?:needs?|requires?|(?:must|should|has to) have)\b/

const lookUpOf = (document: PolicyDocument, question: Question): LookUp => {
  const { text, english } = question
  const positions = namesOf(question, 'position')
  const beside = besideOf(document, question)
  const named = document.positions.filter(({ name }) => positions.includes(name))
  return {
    positions: beside ?? named,
    abilities: namesOf(question, 'ability'),
    english,
    only: onlyWords.test(text),
    counted: countWords.test(text),
  }
}

/** An ability that is meant by what is said of it, and not by its name. */
const ofDescribed = (document: PolicyDocument, question: Question): TableAnswer => {
  const isNamed = (['group', 'job', 'stage'] as const).some(
    (kind) => namesOf(question, kind).length > 0,
  )
  if (isNamed || asksRole.test(question.text) || spanOf(document, question).length > 0)
    return undefined
  const asked = lookUpOf(document, question)
  return asked.positions.length === 0
    ? holdersOfDescribed(document, question, asked)
    : describedFor(document, question, asked)
}

const ofNames = (document: PolicyDocument, question: Question): TableAnswer => {
  const { text } = question
  const asked = lookUpOf(document, question)
  const span = spanOf(document, question)
  if (span.length > 0) return answerForSpan(document, { ...asked, span }, question)
  const groups = namesOf(question, 'group')
  const held = asked.positions.length > 0
  const abilities = namesAbility(question) ? asked.abilities : []
  if (abilities.length > 0 && (held || asksAbility(question))) {
    return ofAbilities(document, text, asked)
  }
  if (groups.length > 0 && !held) return listGroups(document, groups)
  return held ? ofHeld(document, question, asked) : undefined
}

/** What is reckoned from all of the table, or from what it leaves blank. */
const ofWhole = (document: PolicyDocument, question: Question): TableAnswer => {
  const abilities = namesOf(question, 'ability')
  const names = namesOf(question, 'position')
  if (namesOf(question, 'group').length > 0) return undefined
  if (abilities.length > 0)
    return names.length > 0 ? undefined : answerWithout(document, abilities, question.text)
  if (names.length === 0) return answerFromWhole(document, question)
  const positions = document.positions.filter(({ name }) => names.includes(name))
  return answerMissing(document, positions, question.text)
}

/** 部長は誰を育て…: whom a position serves is said in the text of its abilities and roles, and no list of them. */
const whom = /(?:誰|だれ|どなた)(?:を|に|へ|と(?!同))/

const asksWhom = (question: Question): boolean =>
  whom.test(question.text) && namesOf(question, 'position').length > 0

/** Answers from the tables of positions and abilities, when the question is about nothing else. */
export const answerFromTables = (document: PolicyDocument, question: Question): TableAnswer => {
  if (document.matrix.length === 0 || asksWhom(question)) return undefined
  const asksMore = speaksOfMore(question)
  const reckoned = asksMore ? undefined : ofWhole(document, question)
  if (reckoned !== undefined) return reckoned
  const footnote = ofFootnote(document, question.text)
  if (footnote !== undefined) return footnote
  return ofDescribed(document, question) ?? (asksMore ? undefined : ofNames(document, question))
}
