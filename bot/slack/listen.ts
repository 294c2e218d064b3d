/** Which of Bolt's listeners leads to which flow. */
import type { App, ViewSubmitAction } from '@slack/bolt'
import { onPress } from './actions.ts'
import { onHomeOpened } from './home-tab.ts'
import { pressesOf } from './inbound.ts'
import { onCommand, onMention, onMessage } from './messages.ts'
import { type Parts, report } from './parts.ts'
import { onSubmission } from './submissions.ts'

/** The slash command people write; the manifest registers the same. */
export const slashCommand = '/hitozukuri'

/** Listens to everything a person can do in Slack. `add` is told of each turn under way; what fails in one is logged and stays in it. */
export const listen = (
  app: App,
  parts: Parts,
  add: (turn: Promise<void>) => Promise<void>,
): void => {
  const run = (flow: Promise<void>): Promise<void> =>
    add(flow.catch((error: unknown) => report(parts, 'slack-flow-failed', error)))

  app.event('message', ({ event, body }) =>
    run(onMessage(parts, { event, eventId: body.event_id, team: body.team_id })),
  )
  app.event('app_home_opened', ({ event, body }) =>
    run(onHomeOpened(parts, { event, eventId: body.event_id, team: body.team_id })),
  )
  app.event('app_mention', ({ event, body }) =>
    run(onMention(parts, { event, eventId: body.event_id, team: body.team_id })),
  )
  app.command(slashCommand, async ({ command, ack, respond }) => {
    await ack()
    await run(onCommand(parts, command, respond))
  })
  app.action({ type: 'block_actions' }, async ({ body, ack, respond }) => {
    await ack()
    for (const press of pressesOf(body)) await run(onPress(parts, press, respond))
  })
  app.view<ViewSubmitAction>({ type: 'view_submission' }, ({ body, ack }) =>
    run(onSubmission(parts, body, ack)),
  )
  app.error((error) => Promise.resolve(report(parts, 'slack-library-failed', error)))
}
