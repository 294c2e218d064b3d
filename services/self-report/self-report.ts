/** 自己申告: opened, saved page by page, looked over, handed in, amended until the deadline, withdrawn. */
import type { z } from 'zod'
import type { OpenTask, Outcome, View } from '../vocabulary.ts'
import {
  type Desk,
  type InHand,
  openDesk,
  type Reporter,
  refuse,
  type SelfReportPorts,
  show,
} from './desk.ts'
import {
  isFieldName,
  type openInput,
  type overlongInput,
  type reportInput,
  type revisionInput,
  type saveInput,
} from './form.ts'
import { problemsOf } from './problems.ts'
import { newReceiptNumber } from './receipt.ts'
import { countingVersion, currentContent, handedIn, newSession, withdrawn } from './report.ts'
import {
  contentView,
  openTask,
  overlongView,
  receiptView,
  withdrawalOutcome,
  withdrawnView,
} from './report-views.ts'
import { pageAgain, review, save } from './save.ts'
import { formView } from './views.ts'

/** Every action of the job. Each answers an outcome; none rejects for what a person did. */
export type SelfReport = {
  readonly open: (who: Reporter, input: z.output<typeof openInput>) => Promise<Outcome>
  readonly save: (who: Reporter, input: z.output<typeof saveInput>) => Promise<Outcome>
  /** Looks everything over once more. */
  readonly review: (who: Reporter, input: z.output<typeof reportInput>) => Promise<Outcome>
  readonly submit: (who: Reporter, input: z.output<typeof revisionInput>) => Promise<Outcome>
  readonly show: (who: Reporter, input: z.output<typeof reportInput>) => Promise<Outcome>
  readonly overlong: (who: Reporter, input: z.output<typeof overlongInput>) => Promise<Outcome>
  readonly askWithdrawal: (who: Reporter, input: z.output<typeof reportInput>) => Promise<Outcome>
  readonly withdraw: (who: Reporter, input: z.output<typeof revisionInput>) => Promise<Outcome>
  /** The page that could not be saved, with what was typed and this sentence above it. Reads nothing. */
  readonly saveAgain: (input: z.output<typeof saveInput>, notice: string) => View
  /** What the home card says of it; undefined where there is nothing to do or to see. */
  readonly task: (who: Reporter) => Promise<OpenTask | undefined>
}

/** The job, on these ports. */
export const createSelfReport = (ports: SelfReportPorts): SelfReport => {
  const desk = openDesk(ports)
  return {
    open: (who, input) => open(desk, who, input.page),
    save: (who, input) => save(desk, who, input),
    review: (who, input) => lookOver(desk, who, input.fiscalYear),
    submit: (who, input) => submit(desk, who, input),
    show: (who, input) => read(desk, who, input.fiscalYear),
    overlong: (who, input) => overlong(desk, who, input),
    askWithdrawal: (who, input) => askWithdrawal(desk, who, input.fiscalYear),
    withdraw: (who, input) => withdraw(desk, who, input),
    saveAgain: (input, notice) => pageAgain(desk, input, notice),
    async task(who) {
      const now = await desk.enter(who)
      return typeof now === 'string' ? undefined : openTask(now)
    },
  }
}

const changedNotice = 'ほかの画面で内容が変わっていました。もう一度ご覧のうえ、提出してください。'

const open = async (desk: Desk, who: Reporter, page?: number): Promise<Outcome> => {
  const now = await desk.enter(who)
  if (typeof now === 'string') return refuse(now)
  if (!now.open) return readOnly(now)
  const place = { window: now.window, session: newSession(now.report) }
  const at = page ?? now.report.draft?.lastPage ?? 1
  return show(formView(place, { page: at, answers: now.answers, before: now.before }, now.units))
}

const lookOver = async (desk: Desk, who: Reporter, fiscalYear: number): Promise<Outcome> => {
  const now = await desk.enter(who, fiscalYear)
  if (typeof now === 'string') return refuse(now)
  return now.open ? show(review(now)) : readOnly(now)
}

/** After the deadline what somebody wrote can still be read: the draft, else what was handed in. */
const readOnly = (now: InHand): Outcome => {
  if (now.report.draft) return show(review(now))
  return countingVersion(now.report)
    ? show(contentView(now.report, now.answers, false))
    : refuse('SELF_REPORT_CLOSED')
}

type AtRevision = z.output<typeof revisionInput>

const submit = (desk: Desk, who: Reporter, input: AtRevision): Promise<Outcome> =>
  desk.change(who, input.fiscalYear, async (now) => {
    const counting = countingVersion(now.report)
    // Pressed again: the same receipt, which stands in the chat already.
    if (counting && !now.report.draft) return { outcome: show(receiptView(now.report, now.window)) }
    const content = currentContent(now.report)
    const stale = now.report.revision !== input.revision
    const complete = problemsOf(now.answers, now.units).length === 0
    if (!content || stale || !complete) {
      return { outcome: show(review(now, stale ? changedNotice : undefined)) }
    }
    const receiptNumber = newReceiptNumber(input.fiscalYear)
    const next = handedIn(now.report, { content, receiptNumber, now: desk.now() })
    const receipt = receiptView(next, now.window)
    return { next, outcome: { show: receipt, keep: receipt } }
  })

const read = async (desk: Desk, who: Reporter, fiscalYear: number): Promise<Outcome> => {
  const now = await desk.enter(who, fiscalYear)
  if (typeof now === 'string') return refuse(now)
  const content = countingVersion(now.report)?.content
  if (now.report.status === 'withdrawn') return show(withdrawnView(now, true))
  if (!content) return refuse('NOT_FOUND')
  const answers = await desk.reports.unseal({ staffId: who.staffId, fiscalYear }, content)
  return show(contentView(now.report, answers, now.open))
}

const overlong = async (
  desk: Desk,
  who: Reporter,
  input: z.output<typeof overlongInput>,
): Promise<Outcome> => {
  const now = await desk.enter(who, input.fiscalYear)
  if (typeof now === 'string') return refuse(now)
  const texts = input.text === 'before' ? now.before : now.answers
  const text = isFieldName(input.field) ? texts[input.field] : undefined
  return text ? show(overlongView(input, { text, open: now.open })) : refuse('NOT_FOUND')
}

const askWithdrawal = async (desk: Desk, who: Reporter, fiscalYear: number): Promise<Outcome> => {
  const now = await desk.enter(who, fiscalYear)
  if (typeof now === 'string') return refuse(now)
  if (!now.open) return refuse('SELF_REPORT_CLOSED')
  return withdrawalOutcome(now)
}

const withdraw = (desk: Desk, who: Reporter, input: AtRevision): Promise<Outcome> =>
  desk.change(who, input.fiscalYear, async (now) => {
    const current = now.report.status === 'submitted' && now.report.revision === input.revision
    if (!current) return { outcome: withdrawalOutcome(now) }
    const next = withdrawn(now.report, desk.now())
    const gone = withdrawnView({ ...now, report: next }, false)
    return { next, outcome: { show: gone, keep: gone } }
  })
