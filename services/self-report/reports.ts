/** Self-reports in the store: answers sealed on the way in, opened on the way out. */

import { z } from 'zod'
import { Secret } from '../secret.ts'
import type { Store, Stored } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import { type Answers, fields, isFieldName } from './form.ts'
import { type Content, type Report, reportSchema, tidy } from './report.ts'

/** Whose report of which year. */
export type ReportOf = { readonly staffId: string; readonly fiscalYear: number }

/** The reports as the service uses them. */
export type Reports = {
  load(of: ReportOf): Promise<Stored<Report> | undefined>
  /** Writes the report over the one that was loaded (or as a new one); false where somebody was first. */
  write(loaded: Stored<Report> | undefined, next: Report): Promise<boolean>
  seal(of: ReportOf, answers: Answers): Promise<Content>
  unseal(of: ReportOf, content: Content | undefined): Promise<Answers>
}

const answersSchema = z.record(z.string(), z.string())
const isSealed = (name: string): boolean => isFieldName(name) && fields[name].sealed
const context = (of: ReportOf): string => `self-report/${of.staffId}/${of.fiscalYear}`
const keyOf = (of: ReportOf) =>
  ({ container: 'self-reports', partition: of.staffId, id: String(of.fiscalYear) }) as const

/** The reports in this store, sealed by this vault. */
export const openReports = (store: Store, vault: Vault): Reports => ({
  load: (of) => store.load(keyOf(of), reportSchema),

  async write(loaded, next) {
    const key = keyOf(next)
    const written = loaded
      ? await store.replace(key, loaded.etag, { body: next })
      : await store.create(key, { body: next })
    return typeof written === 'object'
  },

  async seal(of, answers) {
    const all = tidy(answers)
    const named = Object.entries(all)
    const open = Object.fromEntries(named.filter(([name]) => !isSealed(name)))
    const hidden = Object.fromEntries(named.filter(([name]) => isSealed(name)))
    if (Object.keys(hidden).length === 0) return { open }
    return { open, sealed: await vault.seal(new Secret(JSON.stringify(hidden)), context(of)) }
  },

  async unseal(of, content) {
    if (!content) return {}
    if (!content.sealed) return tidy(content.open)
    const text = await vault.open(content.sealed, context(of))
    return tidy({ ...content.open, ...answersSchema.parse(JSON.parse(text.reveal())) })
  },
})
