/** 方針Q&Aの手入れ: the personnel division reads what went unanswered, and writes answers of its own. */
import type { z } from 'zod'
import { recordAudit } from '../../audit.ts'
import type { Clock } from '../../clock.ts'
import type { Person } from '../../people/person.ts'
import type { InputProblem } from '../../shown.ts'
import type { Store } from '../../store/store.ts'
import type { Door, Outcome, View } from '../../vocabulary.ts'
import {
  type curatedFormInput,
  curatedLimits,
  type curatedRemoveInput,
  type curatedSaveInput,
  type groupInput,
  type pageInput,
} from '../form.ts'
import {
  type CuratedAnswer,
  type CuratedAnswers,
  type CuratedDraft,
  draftProblems,
  newCuratedId,
  openCuratedAnswers,
} from './curated-answers.ts'
import type { Unanswered } from './unanswered.ts'

/** Who tends the policy: the role decides. */
export type Tender = Pick<Person, 'staffId' | 'roles'>

/** Every action of tending. Whoever lacks the role is refused as if nothing were there. */
export type Upkeep = {
  readonly list: (who: Tender, input: z.output<typeof pageInput>) => Promise<Outcome>
  readonly answers: (who: Tender, input: z.output<typeof pageInput>) => Promise<Outcome>
  readonly form: (who: Tender, input: z.output<typeof curatedFormInput>) => Promise<Outcome>
  readonly save: (who: Tender, input: z.output<typeof curatedSaveInput>) => Promise<Outcome>
  readonly askRemoval: (who: Tender, input: z.output<typeof curatedRemoveInput>) => Promise<Outcome>
  readonly remove: (who: Tender, input: z.output<typeof curatedRemoveInput>) => Promise<Outcome>
  readonly dismiss: (who: Tender, input: z.output<typeof groupInput>) => Promise<Outcome>
  /** The way in, for those who have the role. */
  readonly door: (who: Tender) => Door | undefined
}

type Desk = {
  readonly store: Store
  readonly clock: Clock
  readonly unanswered: Unanswered
  readonly answers: CuratedAnswers
}

const perPage = 6
const wordingsShownMax = 3

const notices = {
  saved: '回答を保存しました。数秒後から、この質問にはこの回答が先に出ます。',
  removed: '回答を削除しました。数秒後から、方針の本文でお答えします。',
  gone: 'この回答は、ほかの画面ですでに変わっていました。いまの一覧です。',
  dismissed: '一覧から外しました。',
  mended: 'まだ保存していません。入力内容は下に残っています。次のところを直してください。',
  elsewhere:
    'この回答は、ほかの画面で書き直されていました。入力内容は下に残っています。一覧で今の回答を確かめてから、もう一度保存してください。',
  full: `回答は${curatedLimits.answersMax}件までです。使わなくなった回答を削除してから、もう一度保存してください。入力内容は下に残っています。`,
} as const

const mayTend = (who: Tender): boolean => who.roles.includes('hr')
const notFound: Outcome = { show: { view: 'refusal', code: 'NOT_FOUND', typed: [] } }
const show = (view: View): Outcome => ({ show: view })

const pageOf = <T>(all: readonly T[], page: number) => {
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  const at = Math.min(page, pages)
  return { page: at, pages, total: all.length, items: all.slice((at - 1) * perPage, at * perPage) }
}

const listView = async (desk: Desk, page: number, notice?: string): Promise<View> => {
  const [groups, answers] = await Promise.all([desk.unanswered.open(), desk.answers.list()])
  const { items, ...place } = pageOf(groups, page)
  const shown = items.map(({ id, month, question, wordings, refused, wrong }) => ({
    id,
    month,
    question,
    wordings: wordings.slice(0, wordingsShownMax),
    refused,
    wrong,
  }))
  return {
    view: 'policy-qa.upkeep',
    ...place,
    groups: shown,
    answers: answers.length,
    ...(notice ? { notice } : {}),
  }
}

const rowOf = ({ id, version, questions, answer, source, ...approved }: CuratedAnswer) => ({
  id,
  version,
  question: questions[0] ?? '',
  more: questions.length - 1,
  answer,
  source,
  approvedBy: approved.approvedBy,
  approvedOn: approved.approvedOn,
})

const answersView = async (desk: Desk, page: number, notice?: string): Promise<View> => {
  const { items, ...place } = pageOf((await desk.answers.list()).toReversed(), page)
  return {
    view: 'policy-qa.answers',
    ...place,
    answers: items.map(rowOf),
    ...(notice ? { notice } : {}),
  }
}

type Typed = CuratedDraft & { readonly group?: string | undefined }

const formView = (
  { group, ...draft }: Typed,
  about: { readonly problems?: readonly InputProblem[]; readonly notice?: string } = {},
): View => ({
  view: 'policy-qa.answer-form',
  ...draft,
  ...(group === undefined ? {} : { group }),
  problems: about.problems ?? [],
  ...(about.notice ? { notice: about.notice } : {}),
})

const emptyDraft = (questions: string): CuratedDraft => ({
  id: newCuratedId(),
  version: 0,
  questions,
  answer: '',
  source: '',
  approvedBy: '',
})

const form = async (
  desk: Desk,
  { id, group }: z.output<typeof curatedFormInput>,
): Promise<Outcome> => {
  if (id !== undefined) {
    const known = (await desk.answers.list()).find((answer) => answer.id === id)
    if (!known) return show(await answersView(desk, 1, notices.gone))
    const { questions, approvedOn: _on, ...rest } = known
    return show(formView({ ...rest, questions: questions.join('\n') }))
  }
  if (group === undefined) return show(formView(emptyDraft('')))
  const found = await desk.unanswered.find(group)
  return found ? show(formView({ ...emptyDraft(found.question), group })) : notFound
}

const record = (desk: Desk, who: Tender, what: string): Promise<void> =>
  recordAudit(desk.store, {
    at: desk.clock.now(),
    who: who.staffId,
    what,
    counts: { answers: 1 },
  })

const save = async (
  desk: Desk,
  who: Tender,
  input: z.output<typeof curatedSaveInput>,
): Promise<Outcome> => {
  const problems = draftProblems(input)
  if (problems.length > 0) return show(formView(input, { problems, notice: notices.mended }))
  const outcome = await desk.answers.save(input)
  if (outcome !== 'saved') {
    const notice = outcome === 'full' ? notices.full : notices.elsewhere
    return show(formView(input, { notice }))
  }
  await record(desk, who, 'policy.answer.saved')
  if (input.group === undefined) return show(await answersView(desk, 1, notices.saved))
  await desk.unanswered.settle(input.group, 'answered')
  return show(await listView(desk, 1, notices.saved))
}

const askRemoval = async (
  desk: Desk,
  { id, version }: z.output<typeof curatedRemoveInput>,
): Promise<Outcome> => {
  const found = (await desk.answers.list()).find((one) => one.id === id && one.version === version)
  if (!found) return show(await answersView(desk, 1, notices.gone))
  return show({ view: 'policy-qa.answer-removal', ...rowOf(found) })
}

const remove = async (
  desk: Desk,
  who: Tender,
  { id, version }: z.output<typeof curatedRemoveInput>,
): Promise<Outcome> => {
  const removed = await desk.answers.remove(id, version)
  if (removed) await record(desk, who, 'policy.answer.removed')
  return show(await answersView(desk, 1, removed ? notices.removed : notices.gone))
}

const dismiss = async (desk: Desk, who: Tender, group: string): Promise<Outcome> => {
  if (!(await desk.unanswered.settle(group, 'dismissed'))) return notFound
  await record(desk, who, 'policy.unanswered.dismissed')
  return show(await listView(desk, 1, notices.dismissed))
}

/** The tending, on these ports. */
export const createUpkeep = (ports: {
  readonly store: Store
  readonly clock: Clock
  readonly unanswered: Unanswered
}): Upkeep => {
  const desk: Desk = { ...ports, answers: openCuratedAnswers(ports) }
  const forTenders =
    <I>(work: (who: Tender, input: I) => Promise<Outcome>) =>
    async (who: Tender, input: I): Promise<Outcome> =>
      mayTend(who) ? await work(who, input) : notFound
  return {
    list: forTenders(async (_who, { page }) => show(await listView(desk, page ?? 1))),
    answers: forTenders(async (_who, { page }) => show(await answersView(desk, page ?? 1))),
    form: forTenders((_who, input) => form(desk, input)),
    save: forTenders((who, input) => save(desk, who, input)),
    askRemoval: forTenders((_who, input) => askRemoval(desk, input)),
    remove: forTenders((who, input) => remove(desk, who, input)),
    dismiss: forTenders((who, { group }) => dismiss(desk, who, group)),
    door: (who) =>
      mayTend(who) ? { title: '方針Q&Aの手入れ', action: 'policy-qa.upkeep' } : undefined,
  }
}
