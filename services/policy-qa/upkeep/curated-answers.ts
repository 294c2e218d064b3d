/** Answers the personnel division wrote itself: one document holds them all, so that a change is one write. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { calendarDate, calendarDateSchema } from '../../calendar.ts'
import type { Clock } from '../../clock.ts'
import type { InputProblem } from '../../shown.ts'
import { commit } from '../../store/commit.ts'
import type { Key, Store, Stored } from '../../store/store.ts'
import { careFor } from '../care/care.ts'
import { curatedId, curatedLimits as limits } from '../form.ts'
import { namesSomebody } from './names.ts'
import { redacted } from './redact.ts'

const answerSchema = z.strictObject({
  id: curatedId,
  /** Counts the changes; a form drawn from an older one is not taken. */
  version: z.int().min(1),
  questions: z.array(z.string()),
  answer: z.string(),
  source: z.string(),
  /** The post of who approved it, never a name. */
  approvedBy: z.string(),
  approvedOn: calendarDateSchema,
})

/** One curated answer. */
export type CuratedAnswer = z.infer<typeof answerSchema>

const shelfSchema = z.strictObject({ answers: z.array(answerSchema) })

/** Every curated answer, as stored. */
export type Shelf = z.infer<typeof shelfSchema>

/** What is typed into the form: `questions` holds one a line. */
export type CuratedDraft = {
  readonly id: string
  /** The version it was drawn from; 0 for a new one. */
  readonly version: number
  readonly questions: string
  readonly answer: string
  readonly source: string
  readonly approvedBy: string
}

/** The curated answers as they are tended. */
export type CuratedAnswers = {
  list(): Promise<readonly CuratedAnswer[]>
  /** `changed`: somebody else was first with this one; `full`: there are as many as there may be. */
  save(draft: CuratedDraft): Promise<'saved' | 'changed' | 'full'>
  /** False where that version is not there any more. */
  remove(id: string, version: number): Promise<boolean>
}

const shelfKey: Key = { container: 'policy', partition: 'answers', id: 'current' }
const subject = { key: shelfKey, parser: shelfSchema }

/** Every curated answer, with the version of the document that holds them; undefined where there was never one. */
export const loadShelf = (store: Store): Promise<Stored<Shelf> | undefined> =>
  store.load(shelfKey, shelfSchema)

/** The id of a new curated answer. */
export const newCuratedId = (): string => `a${randomBytes(5).toString('hex')}`

/** The questions of a draft, one a line, none twice. */
const questionsIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.replace(/^[・\-\s]+/, '').trim())
      .filter((line) => line !== ''),
  ),
]

const tooLong = (text: string, lengthMax: number): string | undefined =>
  text.length > lengthMax
    ? `${text.length}字あります。${lengthMax}字までに短くしてください。`
    : undefined

const empty = (text: string): string | undefined =>
  text.trim() === '' ? '入力してください。' : undefined

const questionProblem = (text: string): string | undefined => {
  const questions = questionsIn(text)
  if (questions.length === 0) return '質問を1行に1つ、1つ以上入力してください。'
  if (questions.length > limits.questionsMax) {
    return `${questions.length}件あります。${limits.questionsMax}件までにしてください。`
  }
  if (questions.some((question) => careFor(question) !== undefined)) {
    return '相談にあたる質問が入っています。その質問には、いつも相談先のご案内が先に出ます。'
  }
  const longest = Math.max(...questions.map((question) => question.length))
  return longest > limits.questionLengthMax
    ? `1つの質問は${limits.questionLengthMax}字までにしてください。`
    : undefined
}

const approverProblem = (text: string): string | undefined => {
  if (namesSomebody(text, []) || redacted(text).includes('〔')) {
    return 'お名前や番号は書かずに、役職だけを入力してください（例：職員課長）。'
  }
  return empty(text) ?? tooLong(text, limits.approvedByLengthMax)
}

/** What keeps a draft from being saved, each with what to do. Pure. */
export const draftProblems = (draft: CuratedDraft): InputProblem[] => {
  const problem = (field: string, label: string, sentence: string | undefined): InputProblem[] =>
    sentence === undefined ? [] : [{ field, label, sentence }]
  return [
    ...problem('questions', '質問', questionProblem(draft.questions)),
    ...problem(
      'answer',
      '回答',
      empty(draft.answer) ?? tooLong(draft.answer.trim(), limits.answerLengthMax),
    ),
    ...problem(
      'source',
      '出典',
      empty(draft.source) ?? tooLong(draft.source, limits.sourceLengthMax),
    ),
    ...problem('approvedBy', '承認した役職', approverProblem(draft.approvedBy)),
  ]
}

const none: Shelf = { answers: [] }

const save = (store: Store, clock: Clock, draft: CuratedDraft) =>
  commit(store, subject, (current) => {
    const { answers } = current ?? none
    const known = answers.find(({ id }) => id === draft.id)
    if ((known?.version ?? 0) !== draft.version) return { keep: true, result: 'changed' as const }
    if (!known && answers.length >= limits.answersMax) {
      return { keep: true, result: 'full' as const }
    }
    const next: CuratedAnswer = {
      id: draft.id,
      version: draft.version + 1,
      questions: questionsIn(draft.questions),
      answer: draft.answer.trim(),
      source: draft.source.trim(),
      approvedBy: draft.approvedBy.trim(),
      approvedOn: calendarDate(clock.now()),
    }
    const others = answers.filter(({ id }) => id !== draft.id)
    return { put: { answers: [...others, next] }, result: 'saved' as const }
  })

const remove = (store: Store, id: string, version: number): Promise<boolean> =>
  commit(store, subject, (current) => {
    const { answers } = current ?? none
    const rest = answers.filter((one) => one.id !== id || one.version !== version)
    if (rest.length === answers.length) return { keep: true, result: false }
    return { put: { answers: rest }, result: true }
  })

/** Opens the curated answers in this store. Drafts are to be checked with `draftProblems` first. */
export const openCuratedAnswers = (ports: {
  readonly store: Store
  readonly clock: Clock
}): CuratedAnswers => ({
  list: async () => (await loadShelf(ports.store))?.body.answers ?? [],
  save: (draft) => save(ports.store, ports.clock, draft),
  remove: (id, version) => remove(ports.store, id, version),
})
