/** Runs the linter, as configured, over planted files. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { root } from './sources.ts'

const report = z.object({
  number_of_files: z.number(),
  diagnostics: z.array(z.object({ filename: z.string(), code: z.string() })),
})

/** What the linter said: the rules that fired, by planted file. */
export type Verdict = { readonly files: number; readonly rulesOf: ReadonlyMap<string, Set<string>> }

// Inside the repository, where its configuration and its packages are found; outside the folders
// that other tests read at the same time.
const plant = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(root, 'planted-'))
  const tsconfig = { extends: '../tsconfig.json', include: ['**/*.ts'], exclude: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** Lints files, given by name and text, and removes them again. */
export const lint = (files: Readonly<Record<string, string>>): Verdict => {
  const folder = plant(files)
  try {
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
    const args = [oxlint, '--type-aware', '--format=json', basename(folder)]
    const ran = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    const { number_of_files, diagnostics } = report.parse(JSON.parse(ran.stdout))
    const rulesOf = new Map<string, Set<string>>()
    for (const { filename, code } of diagnostics) {
      const name = filename.slice(filename.indexOf(basename(folder)) + basename(folder).length + 1)
      rulesOf.set(name, (rulesOf.get(name) ?? new Set()).add(code))
    }
    return { files: number_of_files, rulesOf }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
