/** What the lock file promises: that a fresh clone installs, on every system. */
import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

/** The folders where Node looks for a package's dependencies, nearest first: `a/node_modules/b`, `a`, ``. */
const foldersFrom = (path: string): string[] => {
  const folders = [path]
  for (let at = path; at !== ''; folders.push(at)) {
    at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))
  }
  return folders
}

/**
 * Optional dependencies (the programs for each system, most of all) that a lock file does not name: it
 * loses them where it is written in front of a registry that does not hold them, and `npm ci` refuses it.
 */
export const missingFromLock = (text: string): string[] => {
  const { packages } = lockSchema.parse(JSON.parse(text))
  const found = (path: string, name: string): string | undefined =>
    foldersFrom(path)
      .map((folder) => packages[`${folder}${folder && '/'}node_modules/${name}`]?.version)
      .find((version) => version !== undefined)
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, wanted]) => {
        const version = found(path, name)
        return version === undefined || (/^\d/.test(wanted) && version !== wanted)
      })
      .map(([name, wanted]) => `${path} wants ${name} ${wanted}`),
  )
}
