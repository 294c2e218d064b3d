/** Says how much knip has looked at: a gate that read nothing must not look green. */
import type { ReporterOptions } from 'knip'

const filesMin = 100

// oxlint-disable-next-line import/no-default-export -- knip takes a reporter as a default export
export default ({ counters }: ReporterOptions): void => {
  if (counters.total < filesMin) throw new Error(`knip read no more than ${counters.total} files.`)
  process.stdout.write(`knip looked at ${counters.total} files\n`)
}
