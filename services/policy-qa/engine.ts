import { type Citation, citationsMax, cite, clip, type PolicyAnswer } from './answer/answer.ts'
import { citations, tell } from './answer/compose.ts'
import { contactOf } from './answer/contact.ts'
import { type Curated, createCuratedShelf } from './answer/curated.ts'
import { asksBoth, joinAnswers, pointedAt, questionsIn, saysMore } from './answer/double.ts'
import { createRelated } from './answer/related.ts'
import { askedFor, isYesNo } from './asked/asked.ts'
import type { Asked } from './asked/asked-kinds.ts'
import { type Care, careFor } from './care/care.ts'
import { askedIn, isEnglish } from './care/care-text.ts'
import jobTypes from './data/job-types.json' with { type: 'json' }
import type { Passage, PolicyDocument } from './document.ts'
import { asksWhy } from './given/reasons.ts'
import { choose, withDetail, withException } from './judging/choose.ts'
import { fitting, withContacts } from './judging/fitting.ts'
import { isEnough, withAskingMet } from './judging/judge.ts'
import { notSaid, type Reason, refusalFor } from './judging/refusal.ts'
import { verdict } from './judging/verdict.ts'
import { focusesOf } from './question/focus.ts'
import { createLexicon } from './question/lexicon.ts'
import { type Question, type Reader, readQuestion } from './question/question.ts'
import { createRepair } from './question/repair.ts'
import { createTextIndex } from './question/text-index.ts'
import {
  builtInThesaurus,
  dataFile,
  readReadings,
  readThesaurus,
  readWords,
  type ThesaurusRow,
} from './question/thesaurus.ts'
import { type Ranked, rank, type Shelf } from './ranking/rank.ts'
import { answerAboutItself } from './tables/about.ts'
import { answerFromCareers } from './tables/careers.ts'
import { answerFromChapters } from './tables/chapters.ts'
import { answerFromGoals } from './tables/goals.ts'
import { answerFromMarks } from './tables/marked.ts'
import { answerFromOutline } from './tables/outline.ts'
import { answerFromTables } from './tables/tables.ts'

/** Answers questions about one document. Holds no state between questions. */
export type Engine = {
  answer(question: string): PolicyAnswer
  /** Up to two questions to go on with: answered too, from another place. */
  related(answer: PolicyAnswer): string[]
  /** What the document says about where to turn. */
  whereToTurn(care: Care): PolicyAnswer
  /** The passages just before and after one, for reading on. */
  around(passageId: string): { before: Passage[]; after: Passage[] }
}

/** What the personnel division may add: rows beside the built-in thesaurus, and answers of its own. */
export type EngineOptions = { thesaurus?: ThesaurusRow[]; curated?: Curated[] }

type Parts = { document: PolicyDocument; reader: Reader; shelf: Shelf }

const createParts = (document: PolicyDocument, options: EngineOptions): Parts => {
  const index = createTextIndex(document.passages)
  const lexicon = createLexicon(document, index, {
    thesaurus: [...builtInThesaurus(), ...(options.thesaurus ?? [])],
    positions: readThesaurus(dataFile('positions.tsv')),
    abilities: readThesaurus(dataFile('abilities.tsv')),
    jobs: jobTypes,
    everyday: readWords(dataFile('everyday.txt')),
    englishEveryday: readWords(dataFile('english-everyday.txt')),
  })
  const repair = createRepair({
    document,
    lexicon,
    index,
    load: () => readReadings(dataFile('readings.tsv')),
  })
  return {
    document,
    reader: { index, lexicon, repair },
    shelf: { passages: document.passages, index },
  }
}

/** What a refusal says: why, what stands nearby, whom to ask. */
const refusalTold = (near: Citation | undefined, contact: string, reason: Reason): string[] => [
  reason.japanese,
  near === undefined ? '' : `近い記述は次のとおりです。「${clip(near.quote, nearLengthMax)}」`,
  contact === '' ? '' : `くわしくは${contact}へお尋ねください。`,
]

const refusalToldInEnglish = (
  near: Citation | undefined,
  contact: string,
  reason: Reason,
): string[] => [
  reason.english,
  near === undefined
    ? ''
    : `The nearest passage says (in Japanese): 「${clip(near.quote, nearLengthMax)}」`,
  contact === '' ? '' : `For more, please ask: ${contact}`,
]

const nearLengthMax = 200

/** What was asked, as far as it was read, and why there is no answer. */
type Unanswered = { question: Question; ranked: Ranked[]; reason: Reason }

const refuse = (parts: Parts, { question, ranked, reason }: Unanswered): PolicyAnswer => {
  const contact = contactOf(parts.document).line
  const near =
    ranked[0] !== undefined && ranked[0].cover >= 0.3 ? cite(ranked[0].passage) : undefined
  const told = question.english ? refusalToldInEnglish : refusalTold
  const lines = told(near, contact, reason)
  return {
    refused: true,
    gap: reason === notSaid,
    answer: clip(lines.filter((line) => line !== '').join('\n')),
    citations: near === undefined ? [] : [near],
    ...(near && { nearest: near }),
  }
}

const careQueries: Record<Care, string> = {
  crisis: '健康相談窓口 こころやからだの不調 相談窓口',
  violence: 'ハラスメント相談員 ハラスメントに関する相談',
  harassment: 'ハラスメント相談員 ハラスメントに関する相談',
  health: '健康相談窓口 こころやからだの不調 相談窓口',
  worry: '健康相談窓口 こころやからだの不調 相談窓口',
}

/** What the document answers to a question that was asked together with a confidence, beyond where to turn. */
const besideCare = (parts: Parts, text: string, where: Citation[]): PolicyAnswer | undefined => {
  const asked = askedIn(text)
  if (asked === '') return undefined
  const answer = [text, asked]
    .map((question) => answerPlain(parts, question))
    .find(({ refused }) => !refused)
  const [first] = answer?.citations ?? []
  return where.some(({ passageId }) => passageId === first?.passageId) ? undefined : answer
}

const careLeads = {
  japanese:
    'お話しくださりありがとうございます。方針には、相談できる先が次のように書かれています。',
  english: 'Thank you for telling. The policy says where you can turn (in Japanese):',
} as const

const careAnswer = (parts: Parts, care: Care, text: string): PolicyAnswer => {
  const question = readQuestion(careQueries[care], parts.reader)
  const ranked = rank(question, parts.shelf)
  const where = citations(ranked.slice(0, 2), ranked.slice(0, 2))
  const beside = care === 'crisis' ? undefined : besideCare(parts, text, where)
  const lead = careLeads[isEnglish(text) && text !== '' ? 'english' : 'japanese']
  const told = tell(ranked.slice(0, beside ? 1 : 2), question, lead)
  const lines = beside ? [told, beside.answer] : [told]
  return {
    refused: false,
    answer: clip(lines.join('\n')),
    citations: [...where, ...(beside?.citations ?? [])].slice(0, citationsMax),
    care,
    ...(beside ? { beside: beside.citations } : {}),
  }
}

/** Where it stands, in a short sentence. */
const placeOf = (chosen: Ranked[]): string => {
  const pages = [...new Set(chosen.map(({ passage }) => passage.page))].filter(
    (page) => page !== null,
  )
  const where = pages.length === 0 ? '方針' : `方針の${pages.slice(0, 3).join('・')}ページ`
  return `${where}に、次の記述があります。`
}

const leadFor = (question: Question, chosen: Ranked[]): string => {
  const yes = isYesNo(question.text, question.english) ? verdict(question, chosen) : ''
  if (!question.english) return `${yes}${placeOf(chosen)}`
  const english = { 'はい。': 'Yes. ', 'いいえ。': 'No. ' }[yes] ?? ''
  return `${english}${yes}The policy says (in Japanese):`
}

const fromPassages = (parts: Parts, question: Question, asked: Asked[]): PolicyAnswer => {
  const ranked = rank(withAskingMet(question, asked), parts.shelf)
  const fit = fitting(ranked, question, asked)
  const plain = withContacts(asked, withDetail(question, choose(question, fit), ranked), ranked)
  const chosen = withException(question, plain, ranked)
  if (!isEnough(chosen, question, asked)) {
    return refuse(parts, { question, ranked, reason: notSaid })
  }
  return {
    refused: false,
    answer: tell(chosen, question, leadFor(question, chosen)),
    citations: citations(chosen, fit),
  }
}

/** How many there are, and of which there are most, can be reckoned. */
const toldByTables = /^(?:how many|the utmost .*|which of the two|example)$/

const answerQuestion = (parts: Parts, question: Question): PolicyAnswer => {
  const asked = askedFor(question.text.toLowerCase())
  const counted = asked.every(({ name }) => toldByTables.test(name)) && !asksWhy(question.text)
  const tables = counted ? answerFromTables(parts.document, question) : undefined
  const { document } = parts
  const direct =
    answerAboutItself(document, question) ??
    answerFromCareers(document, question) ??
    tables ??
    answerFromGoals(document, question) ??
    answerFromChapters(document, question) ??
    answerFromMarks(document, question) ??
    answerFromOutline(document, question)
  if (direct === undefined) return fromPassages(parts, question, asked)
  return { refused: false, ...direct, answer: clip(direct.answer) }
}

const answerPlain = (parts: Parts, text: string): PolicyAnswer => {
  const [first = readQuestion(text, parts.reader), ...others] = focusesOf(text, parts.reader)
  const reason = refusalFor(text, parts.document)
  if (reason !== undefined)
    return refuse(parts, { question: first, ranked: rank(first, parts.shelf), reason })
  const answer = answerQuestion(parts, first)
  const joined = answer.table === undefined ? answerEach(parts, text, answer) : undefined
  if (joined !== undefined) return joined
  if (!answer.refused) return answer
  return (
    others.map((other) => answerQuestion(parts, other)).find((other) => !other.refused) ?? answer
  )
}

/** The answer to a text that asks two things: both, when both have one and together they say more. */
const answerEach = (parts: Parts, text: string, whole: PolicyAnswer): PolicyAnswer | undefined => {
  const questions = questionsIn(text)
  if (questions.length < 2 || questions.length > questionsMax) return undefined
  const answers: PolicyAnswer[] = []
  for (const question of questions) {
    const asked = pointedAt(question, answers.at(-1))
    answers.push(answerQuestion(parts, readQuestion(asked, parts.reader)))
  }
  const joined = joinAnswers(answers, asksBoth(text))
  return joined !== undefined && (whole.refused || saysMore(joined, whole)) ? joined : undefined
}

const questionsMax = 3

/** The answer, with the questions near it that the personnel division has answered. */
const offering = (answer: PolicyAnswer, offered: string[]): PolicyAnswer =>
  offered.length === 0 || answer.gap === false ? answer : { ...answer, offered }

/** Builds what is needed to answer questions about `document`. Takes some milliseconds; share the engine. */
export const createEngine = (document: PolicyDocument, options: EngineOptions = {}): Engine => {
  const parts = createParts(document, options)
  const curated = createCuratedShelf(options.curated ?? [])
  // Reads the patterns now: whoever confides first shall not be the one who waits for it.
  careFor('研修')
  return {
    answer(question) {
      const care = careFor(question)
      if (care !== undefined) return careAnswer(parts, care, question)
      const shelf = curated(question)
      return shelf.answer ?? offering(answerPlain(parts, question), shelf.near)
    },
    related: createRelated({
      document,
      index: parts.reader.index,
      answerTo: (question) => answerPlain(parts, question),
    }),
    whereToTurn: (care) => careAnswer(parts, care, ''),
    around: (passageId) => {
      // The bare head of a table says nothing by itself.
      const passages = document.passages.filter(
        ({ id, kind }) => kind !== 'head' || id === passageId,
      )
      const at = passages.findIndex((passage) => passage.id === passageId)
      if (at < 0) return { before: [], after: [] }
      return {
        before: passages.slice(Math.max(0, at - 2), at),
        after: passages.slice(at + 1, at + 3),
      }
    },
  }
}
