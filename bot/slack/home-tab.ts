/** The home tab: drawn when its person opens it, and again after what they did in a dialog before it. */
import type { types } from '@slack/bolt'
import type { Turn } from '../turn.ts'
import { publishHome } from './outbound.ts'
import { answerTo, type Delivered, firstTime, type Parts, report } from './parts.ts'
import { sentences } from './sentences.ts'
import { homeNoticeOf, homeOf } from './views.ts'

const source = { action: 'home.show', args: {} } as const
const showing = { page: 1, source, generation: 0 } as const

const turnOf = (parts: Parts, user: string): Turn => ({
  who: parts.people(user),
  action: source.action,
  input: {},
  surface: 'home',
})

/** Draws the home tab each time a person opens it. */
export const onHomeOpened = async (
  parts: Parts,
  opened: Delivered<types.AppHomeOpenedEvent>,
): Promise<void> => {
  const { event, eventId, team } = opened
  if (event.tab !== 'home' || !(await firstTime(parts, eventId))) return
  const { user, channel } = event
  const turn = turnOf(parts, user)
  await parts.ports.remember(
    turn.who,
    { channel: 'slack', reference: { team, channel, user } },
    'seen',
  )
  parts.openedHomes.add(user)
  const reply = await answerTo(parts, turn)
  await publishHome(
    parts,
    user,
    reply ? homeOf(reply.card, showing) : homeNoticeOf(sentences.apology),
  )
}

/** Draws the home tab anew where its person has opened it: what it says may have changed. Where that fails the tab stays as it is, which is logged. */
export const redrawHome = (parts: Parts, user: string): Promise<void> =>
  parts.openedHomes.redraw(user, async () => {
    try {
      const reply = await answerTo(parts, turnOf(parts, user))
      if (reply) await publishHome(parts, user, homeOf(reply.card, showing))
    } catch (error) {
      report(parts, 'slack-home-not-redrawn', error)
    }
  })
