import { isComparison } from '../asked/asked.ts'
import type { Passage } from '../document.ts'
import { fold, foldedText } from '../ingest/normal.ts'
import type { Question } from '../question/question.ts'
import type { Term } from '../question/reading.ts'
import { pairsOf } from '../question/text-index.ts'
import type { Ranked } from '../ranking/rank.ts'

const chosenMax = 4
const closeShare = 0.72
/** A passage that carries as much of the question may stand further back. */
const equalShare = 0.7
/** A heading over a passage is not enough to say that the passage carries the term. */
const carriedMin = 0.7

const strongTerms = (question: Question): Term[] =>
  question.terms.filter((term) => !term.everyday && term.posting.size > 0)

const isSameRow = ({ passage: one }: Ranked, { passage: two }: Ranked): boolean =>
  one.labels[0] === two.labels[0] &&
  one.facets.stage?.slice(0, stageLength) === two.facets.stage?.slice(0, stageLength)

/** 能力育成期 (技師～技術主任) and 能力育成期 (主事～事務主任) are one stage. */
const stageLength = 5

/** For each of several jobs, stages or positions asked about, the best passage that is about it. */
const oneForEach = (question: Question, ranked: Ranked[]): Ranked[] => {
  for (const kind of ['job', 'stage', 'position'] as const) {
    const names = [
      ...new Set(
        question.entities.filter((entity) => entity.kind === kind).map(({ name }) => name),
      ),
    ]
    if (names.length < 2) continue
    const own = names.map((name) =>
      ranked.filter(({ passage }) => fold(passage.facets[kind] ?? '').startsWith(fold(name))),
    )
    const [best] = own
      .flatMap((all) => all.slice(0, 1))
      .toSorted((one, two) => two.score - one.score)
    // Like is compared with like: the same row of the other table, where it is among those that fit.
    const each = own.flatMap((all) => {
      const found = all.find((one) => best !== undefined && isSameRow(one, best)) ?? all[0]
      return found === undefined ? [] : [found]
    })
    if (each.length >= 2) return each
  }
  return []
}

/** Passages for the parts of the question that the first choice leaves open. */
const coverRest = (chosen: Ranked[], question: Question, ranked: Ranked[]): Ranked[] => {
  const terms = strongTerms(question)
  const total = terms.reduce((sum, term) => sum + term.weight, 0)
  const out = [...chosen]
  while (out.length < chosenMax) {
    const open = terms.filter(
      (term) => !out.some(({ at }) => (term.posting.get(at) ?? 0) >= carriedMin),
    )
    const missing = open.reduce((sum, term) => sum + term.weight, 0)
    if (missing < total * 0.22) break
    const gain = (at: number): number =>
      open.reduce((sum, term) => sum + term.weight * (term.posting.get(at) ?? 0), 0)
    const next = ranked
      .filter((other) => !out.includes(other) && gain(other.at) >= missing * 0.5)
      .toSorted((one, two) => gain(two.at) * 1.5 + two.score - (gain(one.at) * 1.5 + one.score))[0]
    if (next === undefined) break
    out.push(next)
  }
  return out
}

const deed = /^[\u3400-\u9fff]{2,}[\u3041-\u309f]{0,2}$/
const deedPlacesMax = 25

/** インターンシップは何を見直す: a passage on the same matter that tells of the deed, where the first choice does not. */
const withDeed = (chosen: Ranked[], question: Question, ranked: Ranked[]): Ranked[] => {
  const isMet = ({ posting }: Term, { at }: Ranked): boolean => (posting.get(at) ?? 0) >= carriedMin
  const [matter] = strongTerms(question)
    .filter((term) => chosen.some((one) => isMet(term, one)))
    .toSorted((one, two) => two.weight - one.weight)
  if (matter === undefined || chosen.length >= chosenMax) return chosen
  const open = question.terms.filter(
    (term) =>
      term.everyday &&
      deed.test(term.text) &&
      term.posting.size <= deedPlacesMax &&
      !chosen.some((one) => isMet(term, one)),
  )
  const next = ranked.find(
    (other) => isMet(matter, other) && open.some((term) => isMet(term, other)),
  )
  return next === undefined ? chosen : [...chosen, next]
}

const alikeMin = 0.8

const isAlike = (one: Set<number>, two: Set<number>): boolean => {
  let shared = 0
  for (const pair of one) if (two.has(pair)) shared++
  return shared >= alikeMin * Math.max(one.size, two.size)
}

/** Tables say the same of several kinds of work: once is enough, unless one of them is asked about. */
const distinct = (chosen: Ranked[], question: Question): Ranked[] => {
  if (question.entities.length > 0) return chosen
  const kept: { one: Ranked; pairs: Set<number> }[] = []
  for (const one of chosen) {
    const pairs = pairsOf(foldedText(one.passage))
    const again =
      one.passage.facets.job !== undefined &&
      kept.some(
        (other) => other.one.passage.facets.job !== undefined && isAlike(other.pairs, pairs),
      )
    if (!again) kept.push({ one, pairs })
  }
  return kept.map(({ one }) => one)
}

/** The passages that together answer: the best, those as good, one for each thing compared, and what is still open. */
export const choose = (question: Question, ranked: Ranked[]): Ranked[] => {
  const [best] = ranked
  if (best === undefined) return []
  const each = oneForEach(question, ranked)
  const first = each.length >= 2 ? each : [best]
  const covered = withDeed(coverRest(first, question, ranked), question, ranked)
  const share = isComparison(question.text) ? closeShare - 0.1 : closeShare
  const close = ranked.filter(
    (other) =>
      other.score >= best.score * share ||
      (other.cover >= best.cover && other.score >= best.score * equalShare),
  )
  return distinct([...new Set([...covered, ...close])], question).slice(0, chosenMax)
}

const goesOn = /^(?:具体的には|その内容は|内訳は)/
const asksMore = /理由|具体|内容|何[にへがを]|何(?:です|でしょ)|どんな|どのような/

/** 具体的には、…: what the next passage says in detail belongs to an answer that asks for it. */
export const withDetail = (question: Question, chosen: Ranked[], ranked: Ranked[]): Ranked[] => {
  const [best] = chosen
  if (best === undefined || !asksMore.test(question.text)) return chosen
  const next = ranked.find(({ at, passage }) => at === best.at + 1 && goesOn.test(passage.text))
  return next === undefined || chosen.includes(next) ? chosen : [best, next, ...chosen.slice(1)]
}

const onlyAsked = /だけ(?!ど)|のみ|しか|限(?:ら|り|定|っ)|以外(?:の[^、。]{1,6})?に|ほかに|\bonly\b/
const exception = /以外[^。、]{0,12}も/

/** ※上記以外の部門においても: the note under a list, which says that the list is not all there is. */
export const isException = ({ passage }: Ranked): boolean => exception.test(passage.text)

const isOfSameCell = (one: Passage, two: Passage): boolean =>
  one.facets.job === two.facets.job &&
  one.facets.stage === two.facets.stage &&
  one.labels[0] === two.labels[0]

/** Asked whether that is all, the note of the same cell that says there is more goes first. */
export const withException = (question: Question, chosen: Ranked[], ranked: Ranked[]): Ranked[] => {
  if (!onlyAsked.test(question.text)) return chosen
  const terms = strongTerms(question)
  const note = ranked.find(
    (other) =>
      isException(other) &&
      chosen.some((one) => isOfSameCell(one.passage, other.passage)) &&
      terms.some((term) => (term.posting.get(other.at) ?? 0) >= carriedMin),
  )
  return note === undefined ? chosen : [...new Set([note, ...chosen])]
}
