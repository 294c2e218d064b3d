/** Leaving a page of the form: what was typed is kept first, then looked at. */
import type { z } from 'zod'
import { refusals } from '../errors.ts'
import type { Outcome, View } from '../vocabulary.ts'
import { type Desk, type InHand, type Reporter, show } from './desk.ts'
import {
  type Answers,
  answersBytesMax,
  fields,
  fieldsOf,
  isFieldName,
  pageCount,
  type saveInput,
} from './form.ts'
import { problemsOf, problemsOnPage } from './problems.ts'
import {
  changedElsewhere,
  countingVersion,
  newSession,
  pageAnswers,
  type Report,
  samePage,
  withPage,
} from './report.ts'
import { formView, reviewView, row, shownLengthMax } from './views.ts'

type Save = z.output<typeof saveInput>

const notices = {
  elsewhere:
    'ほかの画面で、同じページが書き直されていました。いま入力された内容は下に残っています。この内容でよければ、もう一度保存してください。',
  mended: '入力内容は下書きに残しました。次のところを直してください。',
  withdrawn: 'この自己申告は取り下げられています。よろしければ、もう一度提出してください。',
} as const

/** Keeps the page as a draft and shows the next one, or the same one with what is to be mended. */
export const save = (desk: Desk, who: Reporter, input: Save): Promise<Outcome> =>
  desk.change(who, input.fiscalYear, async (now) => {
    const typed = whole(pageAnswers(input.page, input), now.answers)
    const answers = { ...now.answers, ...typed }
    if (bytesOf(answers) > answersBytesMax) return { outcome: show(tooLong(now, input)) }
    const same = samePage(input.page, answers, now.answers)
    if (!same && changedElsewhere(now.report, input.page, input.session)) {
      return { outcome: show(conflict(now, input, typed)) }
    }
    if (same && nothingToKeep(now.report, input.page)) {
      const left = { ...input, answers, before: now.before }
      return { outcome: show(following(now, now.report, left)) }
    }
    const of = { staffId: who.staffId, fiscalYear: input.fiscalYear }
    const before = rewritten(now, typed)
    const [content, kept] = await Promise.all([
      desk.reports.seal(of, answers),
      Object.keys(before).length > 0 ? desk.reports.seal(of, before) : undefined,
    ])
    const { page, session } = input
    const next = withPage(now.report, { page, session, content, before: kept, now: desk.now() })
    return { next, outcome: show(following(now, next, { ...input, answers, before })) }
  })

/** The long texts to keep beside their rewriting: what the form showed of them was the beginning only. */
const rewritten = (now: InHand, typed: Answers): Answers => {
  const here = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      const was = isFieldName(name) ? (now.answers[name] ?? '') : ''
      return was.length > shownLengthMax && was !== value ? [[name, was]] : []
    }),
  )
  const all = { ...now.before, ...here }
  return bytesOf(all) > answersBytesMax ? here : all
}

/** True where writing the page again would change nothing: not even where the form goes on. */
const nothingToKeep = (report: Report, page: number): boolean =>
  report.draft ? report.draft.lastPage === page : countingVersion(report) !== undefined

const bytesOf = (answers: Answers): number => Buffer.byteLength(JSON.stringify(answers))

const tooLong = (now: InHand, input: Save): View => {
  const place = { window: now.window, session: input.session }
  return formView(place, unkept(input, refusals.SELF_REPORT_TOO_LONG), now.units)
}

/** The page as it came in: what is not kept is shown as it was typed. */
const unkept = (input: Save, notice: string) =>
  ({ page: input.page, answers: pageAnswers(input.page, input), notice, unkept: true }) as const

/**
 * The page once more with what was typed, where the store could not be asked: what else stands on it is
 * as it was last seen. `notice` says what happened.
 */
export const pageAgain = (desk: Desk, input: Save, notice: string): View => {
  const { session, fiscalYear } = input
  const { window, units } = desk.lastSeen()
  const place = { window: window?.fiscalYear === fiscalYear ? window : { fiscalYear }, session }
  return formView(place, unkept(input, notice), units.length > 0 ? units : unitsChosen(input))
}

const unitsChosen = (input: Save): string[] =>
  fieldsOf(input.page)
    .filter((name) => fields[name].kind === 'unit')
    .flatMap((name) => pageAnswers(input.page, input)[name] ?? [])
    .filter((unit) => unit !== '')

type Left = Pick<Save, 'page' | 'session' | 'go'> & {
  readonly answers: Answers
  readonly before: Answers
}

const following = (now: InHand, report: Report, left: Left): View => {
  const { page, session, go, answers, before } = left
  const place = { window: now.window, session }
  if (go === 'later') {
    return { view: 'self-report.saved', page, pages: pageCount, dueOn: now.window.dueOn }
  }
  if (go === 'back')
    return formView(place, { page: Math.max(1, page - 1), answers, before }, now.units)
  const problems = problemsOnPage(page, answers, now.units)
  if (problems.length > 0) {
    const state = { page, answers, before, problems, notice: notices.mended }
    return formView(place, state, now.units)
  }
  if (page < pageCount) return formView(place, { page: page + 1, answers, before }, now.units)
  return review({ ...now, report, answers })
}

/** Everything looked over, with what is still to be mended. */
export const review = (now: InHand, notice?: string): View => {
  const { open, before } = now
  const place = { window: now.window, revision: now.report.revision }
  const problems = open ? problemsOf(now.answers, now.units) : []
  const withdrawn = open && now.report.status === 'withdrawn' ? notices.withdrawn : undefined
  const said = notice ?? withdrawn
  const handedIn = countingVersion(now.report) !== undefined
  const about = { problems, handedIn, open, before, ...(said ? { notice: said } : {}) }
  return reviewView(place, now.answers, about)
}

const conflict = (now: InHand, input: Save, typed: Answers): View => {
  const others = fieldsOf(input.page)
    .filter((name) => (now.answers[name] ?? '') !== (typed[name] ?? ''))
    .map((name) => row(name, now.answers[name] ?? '（空欄）'))
  const place = { window: now.window, session: newSession(now.report) }
  return formView(place, { ...unkept(input, notices.elsewhere), others }, now.units)
}

/** A text too long to show comes back shortened: unless it was changed, the whole of it is kept. */
const whole = (typed: Answers, kept: Answers): Answers =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => {
      const before = isFieldName(name) ? (kept[name] ?? '') : ''
      const same = before.length > shownLengthMax && before.slice(0, shownLengthMax) === value
      return [name, same ? before : value]
    }),
  )
