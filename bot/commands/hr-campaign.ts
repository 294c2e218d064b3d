/** `hr campaign open FILE.json`: opens the window of a campaign; for now, of the self-report. */
import { z } from 'zod'
import { recordAudit } from '../../services/audit.ts'
import { fiscalYear, formatDateWithEra, formatFiscalYear } from '../../services/calendar.ts'
import { openWindow, windowSchema } from '../../services/self-report/window.ts'
import { type Command, readArguments, say, UsageError } from './command.ts'
import { readJsonFile } from './json-file.ts'
import { operator, withStore } from './open-store.ts'

const yearsApartMax = 1

const campaignSchema = windowSchema
  .extend({
    kind: z.literal('self-report', 'kind は self-report としてください。'),
    fiscalYear: z.int('年度（fiscalYear）を、2026 のような西暦の数で書いてください。'),
  })
  .refine(({ opensOn, dueOn }) => opensOn <= dueOn, {
    path: ['dueOn'],
    message: '締め切り（dueOn）は、受付の初日（opensOn）と同じ日かそれより後にしてください。',
  })
  .refine((window) => Math.abs(window.fiscalYear - fiscalYear(window.opensOn)) <= yearsApartMax, {
    path: ['fiscalYear'],
    message:
      '年度（fiscalYear）と受付の初日（opensOn）が離れています。どちらかの書き間違いでないか、確かめてください。',
  })

const example =
  '{"kind":"self-report","fiscalYear":2026,"opensOn":"2026-10-01","dueOn":"2026-11-30"}'

const readCampaign = async (path: string): Promise<z.output<typeof campaignSchema> | string> => {
  const file = await readJsonFile(path, example)
  if ('problem' in file) return file.problem
  const parsed = campaignSchema.safeParse(file.value)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path: at, message }) => `  ${at.join('.')}: ${message}`)
  return ['次のところを直してください。', ...faults, `例: ${example}`].join('\n')
}

const open = async (path: string): Promise<number> => {
  const campaign = await readCampaign(path)
  if (typeof campaign === 'string') {
    say.error(`受付を始めていません。${campaign}`)
    return 1
  }
  const { kind: _self, ...window } = campaign
  return withStore('受付の期間は前のままです。', async ({ store, clock }) => {
    await recordAudit(store, {
      at: clock.now(),
      who: operator(),
      what: 'self-report.window',
      counts: { fiscalYear: window.fiscalYear },
    })
    await openWindow(store, window)
    const days = `${formatDateWithEra(window.opensOn)}から${formatDateWithEra(window.dueOn)}まで`
    say(`${formatFiscalYear(window.fiscalYear)}の自己申告を、${days}受け付けます。`)
    return 0
  })
}

/** Exit code 0: the window is open (or moved); 1: nothing is different, and why. */
export const campaignOpenCommand: Command = {
  usage: 'campaign open FILE.json',
  async run(args) {
    const { positionals } = readArguments(args, [])
    const [path, ...rest] = positionals
    if (path === undefined || rest.length > 0) throw new UsageError('ファイルを1つ書いてください。')
    return await open(path)
  },
}
