/** Who a sender is on today's roster: by the platform's id, else by the e-mail address the platform vouches for. */
import { calendarDate } from '../services/calendar.ts'
import type { Clock } from '../services/clock.ts'
import type { Person } from '../services/people/person.ts'
import type { Roster } from '../services/people/roster.ts'
import type { Sender } from './turn.ts'

const emailsRememberedMax = 5_000

/** Finds a sender on the roster; undefined for a stranger. */
export const createRecogniser = (
  roster: () => Promise<Roster>,
  clock: Clock,
): ((who: Sender) => Promise<Person | undefined>) => {
  const emails = new Map<string, string>()
  const emailOf = async (who: Sender): Promise<string | undefined> => {
    const key = `${who.channel}:${who.id}`
    const known = emails.get(key)
    if (known) return known
    const email = await who.email()
    if (email && emails.size < emailsRememberedMax) emails.set(key, email)
    return email
  }
  return async (who) => {
    const people = await roster()
    const today = calendarDate(clock.now())
    const byId =
      who.channel === 'teams'
        ? people.byAadObjectId(who.id, today)
        : people.bySlackUserId(who.id, today)
    if (byId) return byId
    const email = await emailOf(who)
    return email ? people.byEmail(email, today) : undefined
  }
}
