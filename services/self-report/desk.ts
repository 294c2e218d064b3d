/** The desk at which a self-report is taken in hand: loads it with its window, and writes what was decided on it. */
import { calendarDate } from '../calendar.ts'
import type { Clock } from '../clock.ts'
import type { RefusalCode } from '../errors.ts'
import { CommitContended } from '../store/commit.ts'
import type { Store, Stored } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import type { Outcome, View } from '../vocabulary.ts'
import type { Answers } from './form.ts'
import { countingVersion, currentContent, emptyReport, type Report } from './report.ts'
import { openReports, type ReportOf, type Reports } from './reports.ts'
import { isOpen, type SelfReportWindow, windowReader } from './window.ts'

/** What the job needs of the rest. `units` are the city's units as they can be wished for. */
export type SelfReportPorts = {
  readonly store: Store
  readonly vault: Vault
  readonly clock: Clock
  readonly units: () => Promise<readonly string[]>
  /** For how many whole years somebody has been in today's section; undefined where the roster does not tell. */
  readonly yearsInSection: (staffId: string) => Promise<number | undefined>
}

/** Who acts: the report is always one's own. */
export type Reporter = { readonly staffId: string }

/** A report as it is now, its answers opened, in the window it belongs to. */
export type InHand = {
  readonly stored: Stored<Report> | undefined
  readonly report: Report
  readonly answers: Answers
  /** Long texts as they were before they were rewritten in this draft. */
  readonly before: Answers
  readonly window: SelfReportWindow
  /** True while the window is open: only then may anything be changed. */
  readonly open: boolean
  readonly units: readonly string[]
}

/** What was decided: the report to write (or none), and what the person sees when it is written. */
export type Decision = { readonly next?: Report; readonly outcome: Outcome }

/** What every form shows, as it was last read; nothing yet after a start. */
export type LastSeen = {
  readonly window?: SelfReportWindow
  readonly units: readonly string[]
}

/** The desk. */
export type Desk = {
  readonly reports: Reports
  readonly now: () => number
  /** The report of the window last opened; a refusal where there is none, or it is another year's. */
  readonly enter: (who: Reporter, fiscalYear?: number) => Promise<InHand | RefusalCode>
  /** What the last turn read that is nobody's own: enough to draw a form again while the store is away. */
  readonly lastSeen: () => LastSeen
  /** Decides on what is there now and writes it; when somebody was first, decides again, and rejects with CommitContended in the end. */
  change(
    who: Reporter,
    fiscalYear: number,
    decide: (now: InHand) => Promise<Decision>,
  ): Promise<Outcome>
}

/** An outcome that is a refusal. */
export const refuse = (code: RefusalCode): Outcome => ({
  show: { view: 'refusal', code, typed: [] },
})

/** An outcome that shows one view. */
export const show = (view: View): Outcome => ({ show: view })

const attemptsMax = 3

/** A desk on these ports. */
export const openDesk = (ports: SelfReportPorts): Desk => {
  const reports = openReports(ports.store, ports.vault)
  const windowOn = windowReader(ports.store, ports.clock)
  let lastSeen: LastSeen = { units: [] }

  /** What an untouched form begins with: last year's work, and the years the roster counts. Kept once the page is saved. */
  const prefilled = async (of: ReportOf): Promise<Answers> => {
    const lastYear = await reports.load({ ...of, fiscalYear: of.fiscalYear - 1 })
    const duties = lastYear && countingVersion(lastYear.body)?.content?.open['duties']
    const years = await ports.yearsInSection(of.staffId)
    return {
      ...(duties ? { duties } : {}),
      ...(years === undefined ? {} : { yearsInSection: String(years) }),
    }
  }

  const enter: Desk['enter'] = async (who, fiscalYear) => {
    const today = calendarDate(ports.clock.now())
    const window = await windowOn(today)
    if (!window) return 'SELF_REPORT_NOT_OPEN'
    if (fiscalYear !== undefined && fiscalYear !== window.fiscalYear) return 'NOT_FOUND'
    const of = { staffId: who.staffId, fiscalYear: window.fiscalYear }
    const [stored, units] = await Promise.all([reports.load(of), ports.units()])
    lastSeen = { window, units }
    const report = stored?.body ?? emptyReport(of.staffId, of.fiscalYear)
    const content = currentContent(report)
    const answers = content ? await reports.unseal(of, content) : await prefilled(of)
    const before = await reports.unseal(of, report.draft?.before)
    return { stored, report, answers, before, window, open: isOpen(window, today), units }
  }

  const change: Desk['change'] = async (who, fiscalYear, decide) => {
    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      const now = await enter(who, fiscalYear)
      if (typeof now === 'string') return refuse(now)
      if (!now.open) return refuse('SELF_REPORT_CLOSED')
      const { next, outcome } = await decide(now)
      if (!next || (await reports.write(now.stored, next))) return outcome
    }
    throw new CommitContended('self-report: others were first at every try')
  }

  return { reports, now: () => ports.clock.now(), enter, lastSeen: () => lastSeen, change }
}
