/** Who acted: the user id of a verified payload, and the e-mail address when somebody asks for it. */
import type { EpochMs } from '../../services/clock.ts'
import type { Sender } from '../turn.ts'
import type { SlackClient } from './client.ts'
import { deliveryFailure } from './errors.ts'

/** Turns a Slack user id into the sender of a turn. */
export type People = (userId: string) => Sender

const emailKeptMs = 10 * 60_000
const peopleKeptMax = 5_000

type Kept = { readonly email: Promise<string | undefined>; readonly until: EpochMs }

/** Undefined where Slack has no such person or shows no address; any other failure rejects, so that nobody is taken for a stranger because Slack was down. */
const fetchEmail = async (client: SlackClient, user: string): Promise<string | undefined> => {
  try {
    const answer = await client.users.info({ user })
    return answer.user?.profile?.email
  } catch (error) {
    if (deliveryFailure(error).kind === 'unreachable') return undefined
    throw error
  }
}

/** Addresses are asked for once and kept for ten minutes. */
export const createPeople = (client: SlackClient, now: () => EpochMs): People => {
  const kept = new Map<string, Kept>()

  const emailOf = (user: string): Promise<string | undefined> => {
    const known = kept.get(user)
    if (known !== undefined && now() < known.until) return known.email
    const email = fetchEmail(client, user)
    if (kept.size >= peopleKeptMax) kept.clear()
    kept.set(user, { email, until: now() + emailKeptMs })
    email.catch(() => kept.delete(user))
    return email
  }

  return (userId) => ({ channel: 'slack', id: userId, email: () => emailOf(userId) })
}
