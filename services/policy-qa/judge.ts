import { isYesNo } from './asked.ts'
import type { Asked } from './asked-kinds.ts'
import { meetsNoun } from './asked-noun.ts'
import { isInCompound } from './compound.ts'
import { countsAlike, figuresIn } from './figures.ts'
import { giving } from './given.ts'
import { fold } from './ingest/normal.ts'
import { isItemAsked, isItemWord, mayBeItem } from './items.ts'
import { meetsCondition, settlesMatter, suitsOf } from './near-misses.ts'
import { settles } from './opposites.ts'
import type { Question } from './question.ts'
import { needed, type Ranked } from './rank.ts'
import type { Term } from './reading.ts'
import { spansIn, yearsIn } from './years.ts'

const coverMin = 0.6
const coverMinOfMany = 0.52
/** A thing that the document never mentions. */
const absentMin = 4
const manyTerms = 3
/** English words meet fewer of the document's words, as its synonyms are fewer. */
const coverMinInEnglish = 0.52
const coverMinOfManyInEnglish = 0.47
/** Somebody who tells a story says more than what is asked. */
const coverMinOfStory = 0.45
const coverMinForNumbers = 0.7
const unknownNounNeed = 5
const unknownEnglishNeed = 4.5
const unknownLetterNeed = 2
const unknownActNeed = 1.4
/** Beside a single thing, what is done with it is what is asked. */
const onlyActNeed = 4
const onlyActNeedInEnglish = 5.5
const unknownShare = 0.8
const storyShare = 0.2
const storyLength = 55

/** Words of a passage that carry what is asked for. Of a telephone number and an address each may stand on a line of its own. */
const carries = ({ passage }: Ranked, asked: Asked[]): boolean => {
  const text = passage.text.normalize('NFKC')
  const isFound = ({ found }: Asked): boolean => found.test(text)
  const [contacts, others] = partsOf(asked)
  return others.every(isFound) && (contacts.length === 0 || contacts.some(isFound))
}

const contactKinds: readonly string[] = ['phone', 'address', 'email']

const partsOf = (asked: Asked[]): [contacts: Asked[], others: Asked[]] => [
  asked.filter(({ name }) => contactKinds.includes(name)),
  asked.filter(({ name }) => !contactKinds.includes(name)),
]

const source =
  /.[計法条要規指綱憲][画律例綱程則針]$|.(?:法|ビジョン|ガイドライン|マニュアル|プラン|手引)$/
const sourceMin = 0.3

/** Other papers that the question names: what another plan says is not said by a passage that does not name it. */
const sourcesIn = (question: Question): Term[] =>
  question.terms.filter(
    ({ text, everyday, posting }) =>
      !everyday && text.length >= sourceLength && source.test(text) && posting.size > 0,
  )

const sourceLength = 5

const asksContents =
  /何と何|中身|内容|挙げ|列挙|一覧|すべて|全部|それぞれ|具体的|とは|って[何な?？]|(?:は|って|が)何|教えて|どんなもの|どのようなもの|どういうもの|what (?:is|are)|which|list|name the/i
const counted = /[\d一二三四五六七八九十]+つの「?([^「」のはをが、。]{2,})」?(?!」?は)/g

/** 3つの「基本姿勢」のもと: the passage says that there are some, not what they are. */
const onlyMentions = ({ passage }: Ranked, question: Question): boolean => {
  if (!asksContents.test(question.text) || /いくつ|何個|何つ|how many/i.test(question.text))
    return false
  const names = [...fold(passage.text).matchAll(counted)].map(([, name = '']) => name)
  return names.some((name) => question.terms.some((term) => term.names.includes(name)))
}

const otherMin = 2
/** Words that ask whom to turn to, and name nobody else. */
const turning = /inquir|enquir|question|contact|team|問い?合|担当|方針/

/** 保健所の電話番号: the number in the imprint is that of its own office, and of nothing else that is named. */
const isOfOther = (ranked: Ranked[], question: Question, asked: Asked[]): boolean => {
  if (!asked.some(({ name }) => contactKinds.includes(name))) return false
  const imprint = ranked.filter(({ passage }) => passage.kind === 'imprint')
  const isPrinted = ({ posting }: Term): boolean => imprint.some(({ at }) => posting.has(at))
  const others = tellingOf(question).filter((term) => term.weight > otherMin && !isPrinted(term))
  return [...question.unknown, ...others.map(({ text }) => text)].some(
    (word) => !turning.test(word),
  )
}

/** Passages that carry the kind of thing asked for, in the year asked for. */
export const fitting = (ranked: Ranked[], question: Question, asked: Asked[]): Ranked[] => {
  const named = yearsIn(question.text)
  const best = ranked[0]?.score ?? 0
  const sources = sourcesIn(question)
  const decided = isYesNo(question.text, question.english)
  const ofOther = isOfOther(ranked, question, asked)
  const suits = suitsOf(question)
  return giving(ranked, question).filter((other) => {
    if (ofOther && other.passage.kind === 'imprint') return false
    if (!carries(other, asked) || other.score < best * 0.5) return false
    if (onlyMentions(other, question) || !mayBeItem(other.passage, question.text)) return false
    if (!suits(other.passage)) return false
    if (decided && !countsAlike(question.text, other.passage.text)) return false
    if (!sources.every((source) => (source.posting.get(other.at) ?? 0) >= sourceMin)) return false
    return isOfYears(other.passage.text, named, question)
  })
}

/** Named in the text, or inside the time it sets; whether a year is inside may be asked of a year outside too. */
const isOfYears = (text: string, named: number[], question: Question): boolean => {
  if (named.length === 0) return true
  const own = yearsIn(text)
  const spans = spansIn(text)
  const decided = isYesNo(question.text, question.english)
  const happened = own.length > 1 && /改訂|策定|改定|revis/.test(question.text)
  const asksInside = decided && (spans.length > 0 || happened)
  const within = (year: number): boolean => spans.some(({ from, to }) => from <= year && year <= to)
  return named.every((year) => own.includes(year) || within(year) || asksInside)
}

/** Words that join several things asked for: only then may several passages together be the answer. */
const joined =
  /それぞれ|両方|双方|及び|および|違い|違う|比べ|比較|共通|同じ|(?<=[\u30a0-\u30ff\u3400-\u9fffa-z0-9」)])と(?=[「(\u30a0-\u30ff\u3400-\u9fffa-z0-9])(?!言|聞|思|考|書|比)|や(?!め|り|す|る|っ)|とか(?=[\u30a0-\u30ff\u3400-\u9fff])|、|\band\b|\bboth\b|differ|compar/

/** Whether the passages speak of a position that the question names, by any of its names. */
const speakOfPosition = (chosen: Ranked[], question: Question): boolean => {
  const asked = question.entities.filter(({ kind }) => kind === 'position')
  // Whether it is this position may be answered by a passage that names another.
  if (asked.length === 0 || isYesNo(question.text, question.english)) return true
  const names = asked.flatMap(({ name }) => [name, ...name.split('・')]).map(fold)
  const spoken = question.terms.filter(({ text }) => names.includes(text) || text.length <= 4)
  return chosen.some(({ at, passage }) => {
    const text = fold([passage.text, ...passage.labels].join(' '))
    return (
      names.some((name) => text.includes(name)) ||
      spoken.some((term) => names.includes(term.text) && (term.posting.get(at) ?? 0) > 0.3)
    )
  })
}

/** Whether a passage speaks of the kind of work and of the stage that the question names. */
const speaksOfFacets = ({ passage }: Ranked, { entities }: Question): boolean =>
  (['job', 'stage'] as const).every((kind) => {
    const asked = entities.filter((entity) => entity.kind === kind).map(({ name }) => fold(name))
    const { facets, labels, heads, text } = passage
    const all = fold([facets[kind] ?? '', ...labels, ...heads, text].join(' '))
    return asked.length === 0 || asked.some((name) => all.includes(name))
  })

const coverMinOfClaim = 0.42

/** 海外だけですか, 10年単位ですか: what is claimed may be wrong, so the passage that corrects it will not have its words. */
const isClaim = (question: Question): boolean =>
  isYesNo(question.text, question.english) &&
  (/だけ(?!ど)|のみ|しか(?!し)|より|ばかり|\bonly\b/.test(question.text) ||
    figuresIn(question.text).size > 0)

const coverNeededInEnglish = (question: Question): number => {
  const telling = tellingOf(question)
  const isAbsent = telling.some(({ posting, weight }) => posting.size === 0 && weight >= absentMin)
  const many = telling.length + question.unknown.length >= manyTerms
  return many && !isAbsent ? coverMinOfManyInEnglish : coverMinInEnglish
}

/** With many words one may be put otherwise; of two words, the missing one is what was asked. */
const coverNeeded = (question: Question, asked: Asked[]): number => {
  if (isClaim(question)) return coverMinOfClaim
  if (question.english) return asked.length > 0 ? coverMinInEnglish : coverNeededInEnglish(question)
  if (isStory(question) && asked.length === 0) return coverMinOfStory
  if (asked.some(({ name }) => name !== 'section')) return coverMinForNumbers
  const telling = tellingOf(question)
  const isAbsent = telling.some(({ posting, weight }) => posting.size === 0 && weight >= absentMin)
  return telling.length >= manyTerms && !isAbsent ? coverMinOfMany : coverMin
}

const sayingMore = 3

/** 何年おき, どのくらいの間隔: a passage that holds what is asked for need not hold the words that ask for it. */
export const withAskingMet = (question: Question, asked: Asked[]): Question => {
  const [contacts, others] = partsOf(asked)
  // Of two of them each line has to be found by its own word.
  const shown = contacts.length > 1 ? others : asked
  const asksItem = isItemAsked(question.text)
  const asks = (text: string): boolean =>
    (asksItem && isItemWord(text)) ||
    shown.some(
      ({ said }) =>
        text.includes(said) || (said.includes(text) && said.length - text.length <= sayingMore),
    )
  const met = (term: Term): Term => ({ ...term, weight: 0 })
  const terms = question.terms.map((term) => (asks(term.text) ? met(term) : term))
  return terms.some(({ weight, everyday }) => weight > 0 && !everyday)
    ? { ...question, terms }
    : question
}

const nearMax = 0.62

/** 給与明細 met by 勤勉手当 alone: a single thing asked about, and only something near it in the text. */
const restsOnNear = (chosen: Ranked[], question: Question): boolean => {
  const [only, ...others] = tellingOf(question)
  if (only === undefined || others.length > 0) return false
  const isThere = (term: Term, at: number): boolean =>
    (term.posting.get(at) ?? 0) > (term === only ? nearMax : 0)
  return chosen.every(({ at }) => !question.terms.some((term) => isThere(term, at)))
}

/** Whether the chosen passages say enough of what was asked to be an answer. */
export const isEnough = (chosen: Ranked[], question: Question, asked: Asked[]): boolean => {
  if (chosen.length === 0 || !speakOfPosition(chosen, question)) return false
  if (restsOnNear(chosen, question) || !meetsCondition(chosen, question)) return false
  if (!meetsNoun(chosen, question)) return false
  if (isYesNo(question.text, question.english) && !settlesMatter(chosen, question)) return false
  const together = joined.test(question.text)
  const speaking = chosen.filter((one) => speaksOfFacets(one, question))
  const left = withAskingMet(question, asked)
  const cover = Math.max(
    0,
    ...[question, left].flatMap((read) =>
      together ? [coverOf(chosen, read)] : speaking.map((one) => coverOf([one], read)),
    ),
  )
  return cover >= coverNeeded(question, asked)
}

/** In a story of several sentences a word may be unknown; in a short question it is what is asked. */
const isStory = (question: Question): boolean => question.text.length > storyLength

const tellingOf = ({ terms }: Question): Term[] => terms.filter((term) => !term.everyday)

const actNeed = (question: Question): number => {
  if (tellingOf(question).length > 1) return unknownActNeed
  return question.english ? onlyActNeedInEnglish : onlyActNeed
}

const unknownNeed = (question: Question, total: number): number => {
  const share = isStory(question) || question.english ? storyShare : unknownShare
  return question.unknown.reduce(
    (sum, word) =>
      sum +
      (word.length >= 2
        ? Math.max(question.english ? unknownEnglishNeed : unknownNounNeed, total * share)
        : unknownLetterNeed),
    question.acts.length * actNeed(question),
  )
}

const carriedBy = ({ at, passage }: Ranked, term: Term): number =>
  settles(term.text, passage) ? 1 : (term.posting.get(at) ?? 0)

const isHead = /^[\u30a1-\u30fa\u30fc\u3400-\u9fff]{2,}$/

/** 昇任試験: the term before this one in the same compound, which says what kind of 試験 is meant. */
const kindBefore = (term: Term, { terms, text }: Question): Term | undefined =>
  isHead.test(term.text)
    ? terms.find(
        (other) =>
          other !== term &&
          !other.everyday &&
          isHead.test(other.text) &&
          text.includes(other.text + term.text),
      )
    : undefined

/** The share of what was asked that the passages carry. Unknown words count as not carried, and so does 試験 of another kind. */
const coverOf = (chosen: Ranked[], question: Question): number => {
  const carry = (term: Term): number =>
    Math.max(0, ...chosen.map((one) => Math.min(1, carriedBy(one, term) * 1.2)))
  const isCompound = (term: Term): boolean => isInCompound(term, question, chosen)
  const needed = (term: Term): number =>
    isCompound(term) ? term.weight * phraseWeight : neededHere(term, carry(term))
  const terms = withTwins(question.terms)
  const known = terms.reduce((sum, term) => sum + needed(term), 0)
  const total = known + unknownNeed(question, known)
  if (total === 0) return 0
  const carried = terms.reduce((sum, term) => {
    const kind = kindBefore(term, question)
    const share = kind !== undefined && carry(kind) < otherKindMax ? otherKindShare : 1
    return sum + needed(term) * carry(term) * share
  }, 0)
  return carried / total
}

/** 費用は自己負担: two words of one meaning ask for little more than one. */
const withTwins = (terms: Term[]): Term[] =>
  terms.map((term, at) =>
    terms.slice(0, at).some((other) => !other.everyday && other.names.includes(term.text))
      ? { ...term, weight: term.weight * twinWeight }
      : term,
  )

const twinWeight = 0.5

/** 遠慮なく意見を出: that a whole phrase is met says more than that a word is; that a verb is not says less. */
const neededHere = (term: Term, carried: number): number => {
  const { text, everyday } = term
  if (everyday) return needed(term)
  const isPhrase = text.length >= phraseMin && phrase.test(text)
  if (isPhrase && carried > phraseMet) return needed(term) * phraseWeight
  return needed(term) * (carried < actMet && act.test(text) ? actWeight : 1)
}

const phrase =
  /[\u3400-\u9fff\u30a1-\u30fa].*[\u3041-\u309f]|[\u3041-\u309f].*[\u3400-\u9fff\u30a1-\u30fa]/
const phraseMin = 4
const phraseMet = 0.8
const phraseWeight = 1.3
/** 直す, 抑え: a verb by its ending. */
const act = /^[\u3400-\u9fff]{1,2}[\u3041-\u309f]{1,3}$/
const actMet = 0.2
const actWeight = 0.7

const otherKindMax = 0.2
const otherKindShare = 0.5
