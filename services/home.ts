/** The home card: what is open for a person first, then the doors. */
import type { Person } from './people/person.ts'
import type { Door, OpenTask, Outcome } from './vocabulary.ts'

/** Shows a person's home. */
export type Home = {
  readonly show: (
    who: Person,
    input?: { readonly after?: 'courtesy' | undefined },
  ) => Promise<Outcome>
}

const afterCourtesy = 'こちらこそ、ありがとうございます。またいつでもお声がけください。'

/** A home that asks each job what is open for the person, and which doors of their own they have. */
export const createHome = (
  tasks: readonly ((who: Person) => Promise<OpenTask | undefined>)[],
  doors: readonly ((who: Person) => Door | undefined)[] = [],
): Home => ({
  async show(who, { after } = {}) {
    const open = await Promise.all(tasks.map((task) => task(who)))
    const found = open.filter((task) => task !== undefined)
    const own = doors.map((door) => door(who)).filter((door) => door !== undefined)
    const notice = after === undefined ? {} : { notice: afterCourtesy }
    return { show: { view: 'home', name: who.name, ...notice, tasks: found, doors: own } }
  },
})
