import { isYesNo } from '../asked/asked.ts'
import type { Asked } from '../asked/asked-kinds.ts'
import { figuresIn } from '../asked/figures.ts'
import type { Passage } from '../document.ts'
import { meetsCondition, settlesMatter } from '../given/near-misses.ts'
import { fold, oncePer } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import { type Term, tellingOf } from '../question/reading.ts'
import { asksUnknownThing } from '../question/unknown-thing.ts'
import { isInCompound, kindBefore, whoseIn } from '../ranking/compound.ts'
import { settles } from '../ranking/opposites.ts'
import { needed, type Ranked } from '../ranking/rank.ts'
import { isItemAsked, isItemWord } from '../tables/items.ts'
import { partsOf } from './fitting.ts'

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

/** Words that join several things asked for: only then may several passages together be the answer. */
const joined =
  /それぞれ|両方|双方|及び|および|違い|違う|比べ|比較|共通|同じ|(?<=[\u30a0-\u30ff\u3400-\u9fffa-z0-9」)])と(?=[「(\u30a0-\u30ff\u3400-\u9fffa-z0-9])(?!言|聞|思|考|書|比)|や(?!め|り|す|る|っ)|とか(?=[\u30a0-\u30ff\u3400-\u9fff])|、|\band\b|\bboth\b|differ|compar/

const ownWords = oncePer(({ text, labels }: Passage) => fold([text, ...labels].join(' ')))

/** Whether the passages speak of a position that the question names, by any of its names. */
const speakOfPosition = (chosen: Ranked[], question: Question): boolean => {
  const asked = question.entities.filter(({ kind }) => kind === 'position')
  // Whether it is this position may be answered by a passage that names another.
  if (asked.length === 0 || isYesNo(question.text, question.english)) return true
  const names = asked.flatMap(({ name }) => [name, ...name.split('・')]).map(fold)
  const spoken = question.terms.filter(({ text }) => names.includes(text) || text.length <= 4)
  return chosen.some(({ at, passage }) => {
    const text = ownWords(passage)
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
    if (asked.length === 0) return true
    const { facets, labels, heads, text } = passage
    const all = fold([facets[kind] ?? '', ...labels, ...heads, text].join(' '))
    return asked.some((name) => all.includes(name))
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
  if (asksUnknownThing(question)) return false
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
    const isOther =
      (kind !== undefined && carry(kind) < otherKindMax) ||
      whoseIn(term, question).some((whose) => carry(whose) < otherWhoseMax)
    const share = isOther ? otherKindShare : 1
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

const otherWhoseMax = 0.5
const otherKindMax = 0.2
const otherKindShare = 0.5
