/** One person's self-report of one fiscal year: its document, and every change it can undergo. Pure, but for the letters of a new session. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { sealedSchema } from '../vault/vault.ts'
import { type Answers, fieldNames, fieldsOf } from './form.ts'

/** Answers as they are kept: what only the personnel division sees is sealed. */
const contentSchema = z.strictObject({
  open: z.record(z.string(), z.string()),
  sealed: sealedSchema.optional(),
})

/** Answers as they are kept. */
export type Content = z.output<typeof contentSchema>

/** The document: what is being written (`draft`) and what was handed in (`versions`, the last one counts). Times are epoch ms. */
export const reportSchema = z.strictObject({
  staffId: z.string(),
  fiscalYear: z.number().int(),
  /** Counts every change; a card carries the one it was drawn from. */
  revision: z.number().int(),
  status: z.enum(['draft', 'submitted', 'withdrawn']),
  receiptNumber: z.string().optional(),
  draft: z
    .strictObject({
      content: contentSchema,
      savedAt: z.number(),
      /** Which revision, and which opening of the form, last changed each page: one's own is told apart from another's. */
      pageChanges: z.record(
        z.string(),
        z.strictObject({ revision: z.number(), session: z.string() }),
      ),
      /** The page last left, from 1. */
      lastPage: z.number().int(),
      /** Texts longer than the form shows, as they were before they were rewritten; kept until the report is handed in. */
      before: contentSchema.optional(),
    })
    .optional(),
  versions: z.array(
    z.strictObject({
      number: z.number().int(),
      submittedAt: z.number(),
      /** Gone once withdrawn, or once older than `versionsKeptMax`. */
      content: contentSchema.optional(),
    }),
  ),
  withdrawnAt: z.number().optional(),
})

/** One person's self-report of one fiscal year. */
export type Report = z.output<typeof reportSchema>

/** How many handed-in versions keep their answers; of older ones the stub remains. */
const versionsKeptMax = 20

/** A report nobody has written on yet. */
export const emptyReport = (staffId: string, fiscalYear: number): Report => ({
  staffId,
  fiscalYear,
  revision: 0,
  status: 'draft',
  versions: [],
})

/** The version that counts, or undefined where none was handed in or all were withdrawn. */
export const countingVersion = (report: Report): Report['versions'][number] | undefined =>
  report.status === 'submitted' ? report.versions.at(-1) : undefined

/** What the form shows: what is being written, else what was handed in last. */
export const currentContent = (report: Report): Content | undefined =>
  report.draft?.content ?? countingVersion(report)?.content

/** True where the two sets of answers say the same on that page; an empty answer is no answer. */
export const samePage = (page: number, one: Answers, other: Answers): boolean =>
  fieldsOf(page).every((name) => (one[name] ?? '') === (other[name] ?? ''))

/** A new opening of the form, as the report is now. */
export const newSession = (report: Report): string =>
  `${report.revision}-${randomBytes(5).toString('hex')}`

/** True where another opening of the form changed that page since this one began. */
export const changedElsewhere = (report: Report, page: number, session: string): boolean => {
  const change = report.draft?.pageChanges[String(page)]
  if (!change || change.session === session) return false
  return change.revision > Number(session.split('-')[0])
}

/** The report after a page was saved. */
export const withPage = (
  report: Report,
  change: {
    readonly page: number
    readonly session: string
    readonly content: Content
    readonly before?: Content | undefined
    readonly now: number
  },
): Report => {
  const revision = report.revision + 1
  const { page, session, before } = change
  return {
    ...report,
    revision,
    draft: {
      content: change.content,
      savedAt: change.now,
      lastPage: page,
      pageChanges: { ...report.draft?.pageChanges, [String(page)]: { revision, session } },
      ...(before ? { before } : {}),
    },
  }
}

/** The report after its draft was handed in; the receipt number stays the same through every amendment. */
export const handedIn = (
  report: Report,
  change: { readonly content: Content; readonly receiptNumber: string; readonly now: number },
): Report => {
  const { draft: _written, withdrawnAt: _withdrawn, ...rest } = report
  const number = (report.versions.at(-1)?.number ?? 0) + 1
  const version = {
    number,
    submittedAt: change.now,
    content: change.content,
  }
  return {
    ...rest,
    revision: report.revision + 1,
    status: 'submitted',
    receiptNumber: report.receiptNumber ?? change.receiptNumber,
    versions: [...report.versions.map(keptOnly(number)), version],
  }
}

const keptOnly =
  (newest: number) =>
  (version: Report['versions'][number]): Report['versions'][number] => {
    if (newest - version.number < versionsKeptMax) return version
    const { content: _dropped, ...stub } = version
    return stub
  }

/** The report after it was withdrawn: what was handed in is gone, a stub remains, and the person keeps the text as a draft. */
export const withdrawn = (report: Report, now: number): Report => {
  const revision = report.revision + 1
  const content = currentContent(report)
  const { pageChanges = {}, lastPage = 1, before } = report.draft ?? {}
  const rewritten = before ? { before } : {}
  return {
    ...report,
    revision,
    status: 'withdrawn',
    withdrawnAt: now,
    versions: report.versions.map(({ content: _gone, ...stub }) => stub),
    ...(content ? { draft: { content, savedAt: now, pageChanges, lastPage, ...rewritten } } : {}),
  }
}

/** The answers of one page out of whatever came in: an input left empty does not come in at all from some clients. */
export const pageAnswers = (page: number, input: Readonly<Record<string, unknown>>): Answers => {
  const answers: Record<string, string> = {}
  for (const name of fieldsOf(page)) {
    const value = input[name]
    answers[name] = typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
  }
  return answers
}

/** Only the known fields with something in them, so that equal answers are stored alike. */
export const tidy = (answers: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(
    fieldNames.flatMap((name) => {
      const value = answers[name] ?? ''
      return value.trim() === '' ? [] : [[name, value]]
    }),
  )
