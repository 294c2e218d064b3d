/** The files that Microsoft's Agents Playground reads at its start. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CastMember } from './city/cast.ts'

/** Where the Playground listens. */
export const playgroundPort = 56_150

/** Writes the Playground's configuration: the people to act as (it takes five). */
export const playgroundFiles = async (
  folder: string,
  people: readonly CastMember[],
): Promise<void> => {
  const users = people.slice(0, 5).map(({ person, note }, index) => ({
    id: `user-id-${index}`,
    name: `${person.name} ${note}`,
    userPrincipleName: person.email,
    aadObjectId: person.aadObjectId,
    email: person.email,
  }))
  await writeFile(join(folder, '.m365agentsplayground.yml'), JSON.stringify({ users }))
}
