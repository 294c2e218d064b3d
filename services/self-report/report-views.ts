/** What a person sees of a self-report once it is written: receipt, content, withdrawal, the line on the home card. Pure. */
import { calendarDate, formatDate } from '../calendar.ts'
import type { OpenTask, Outcome, View } from '../vocabulary.ts'
import { refuse, show } from './desk.ts'
import { type Answers, type FieldName, fields, isFieldName, pageCount } from './form.ts'
import { countingVersion, type Report } from './report.ts'
import type { LongText } from './shown.ts'
import { pageOf, partLength, sectionsOf } from './views.ts'
import type { SelfReportWindow } from './window.ts'

/** A report in its window, and whether that is open. */
export type Standing = {
  readonly report: Report
  readonly window: SelfReportWindow
  readonly open: boolean
}

/** The receipt: shown when something is handed in, and then left in the chat as proof. It carries no answer. */
export const receiptView = (report: Report, window: SelfReportWindow): View => {
  const version = countingVersion(report)
  return {
    view: 'self-report.receipt',
    fiscalYear: window.fiscalYear,
    receiptNumber: report.receiptNumber ?? '',
    version: version?.number ?? 1,
    submittedOn: calendarDate(version?.submittedAt ?? 0),
    dueOn: window.dueOn,
  }
}

/** What was handed in, for the person's own eyes. */
export const contentView = (report: Report, answers: Answers, amendable: boolean): View => {
  const version = countingVersion(report)
  return {
    view: 'self-report.content',
    fiscalYear: report.fiscalYear,
    receiptNumber: report.receiptNumber ?? '',
    version: version?.number ?? 1,
    submittedOn: calendarDate(version?.submittedAt ?? 0),
    sections: sectionsOf(answers).filter((section) => section.rows.length > 0),
    draftOpen: report.draft !== undefined,
    amendable,
  }
}

/** Asks before withdrawing; where there is nothing (any more) to withdraw, says so. */
export const withdrawalOutcome = ({ report, window, open }: Standing): Outcome => {
  const receiptNumber = report.receiptNumber ?? ''
  if (report.status === 'submitted') {
    const { fiscalYear, revision } = report
    return { show: { view: 'self-report.withdrawal', fiscalYear, revision, receiptNumber } }
  }
  return report.status === 'draft'
    ? refuse('NOT_FOUND')
    : show(withdrawnView({ report, window, open }, true))
}

/** What is left to say of a report that was withdrawn: just now, or earlier. */
export const withdrawnView = ({ report, window, open }: Standing, earlier: boolean): View => ({
  view: 'self-report.withdrawn',
  fiscalYear: window.fiscalYear,
  open,
  receiptNumber: report.receiptNumber ?? '',
  dueOn: window.dueOn,
  earlier,
})

/** One part of a text that is longer than its field. */
export const overlongView = (
  at: Omit<LongText, 'label'> & { readonly fiscalYear: number; readonly part: number },
  { text, open }: { readonly text: string; readonly open: boolean },
): View => {
  const parts = Math.max(1, Math.ceil(text.length / partLength))
  const part = Math.min(at.part, parts)
  const label = isFieldName(at.field) ? labelOf(at.field) : ''
  const shown = text.slice((part - 1) * partLength, part * partLength)
  const { fiscalYear, field } = at
  const page = open ? { page: pageOf(field) } : {}
  return {
    view: 'self-report.overlong',
    fiscalYear,
    field,
    label,
    part,
    parts,
    text: shown,
    rewritten: at.text === 'before',
    ...page,
  }
}

const labelOf = (name: FieldName): string => fields[name].label

const job = '自己申告'

const closedSentence = '受付は終わりました。提出していない下書きは、いつでも読めます。'

/** The line on the home card. */
export const openTask = ({ report, window, open }: Standing): OpenTask | undefined => {
  const { fiscalYear } = window
  const due = `${formatDate(window.dueOn)}まで`
  const seen = {
    title: '提出した内容を見る',
    action: 'self-report.show',
    args: { fiscalYear },
  } as const
  const goOn = { title: '下書きを続ける', action: 'self-report.open', args: {} } as const
  if (report.status === 'submitted' && !(open && report.draft)) {
    const amend = open ? `${due}、直せます。` : ''
    return {
      job,
      sentence: `提出済みです（受付番号 ${report.receiptNumber}）。${amend}`,
      button: seen,
    }
  }
  if (!open) {
    const read = {
      title: '下書きを読む',
      action: 'self-report.review',
      args: { fiscalYear },
    } as const
    return report.draft ? { job, sentence: closedSentence, button: read } : undefined
  }
  if (report.status === 'submitted') {
    return {
      job,
      sentence: `提出したあとの直しが途中です。${due}。続きは約5分です。`,
      button: goOn,
    }
  }
  if (report.status === 'withdrawn') {
    return { job, sentence: `取り下げ済みです。${due}、もう一度提出できます。`, button: goOn }
  }
  if (!report.draft) {
    const start = { title: '書き始める', action: 'self-report.open', args: {} } as const
    return { job, sentence: `受付中です。${due}。約10分です。`, button: start }
  }
  const sentence = `途中です（${report.draft.lastPage} / ${pageCount}）。${due}。続きは約5分です。`
  return { job, sentence, button: goOn }
}
