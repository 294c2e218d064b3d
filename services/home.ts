/** The home card: what is open for a person first, then the doors. */
import type { Person } from './people/person.ts'
import type { OpenTask, Outcome } from './vocabulary.ts'

/** Shows a person's home. */
export type Home = { readonly show: (who: Person) => Promise<Outcome> }

/** A home that asks each job what is open for the person. */
export const createHome = (
  tasks: readonly ((who: Person) => Promise<OpenTask | undefined>)[],
): Home => ({
  async show(who) {
    const open = await Promise.all(tasks.map((task) => task(who)))
    const found = open.filter((task) => task !== undefined)
    return { show: { view: 'home', name: who.name, tasks: found } }
  },
})
