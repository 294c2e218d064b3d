/** Microsoft Teams: verified activities in, cards out. Knows no job. */

import { type Activity, TeamsInfo, TurnContext } from 'botbuilder'
import type { Request as RestifyRequest, Response as RestifyResponse } from 'restify'
import type { Card } from '../../cards/card.ts'
import { refusals } from '../../services/errors.ts'
import type { Secret } from '../../services/secret.ts'
import type { ChannelPorts, Sender, Turn } from '../turn.ts'
import { KeepingAuthentication } from './authentication.ts'
import { deliveryFailure } from './errors.ts'
import { isOfTenant, readActivity, senderOf } from './inbound.ts'
import { dialog, formInChat, message, type Place, replacement, toldInvoke } from './outbound.ts'
import { QuietAdapter } from './quiet-adapter.ts'

/** The bot's registration; left out in local mode, where nobody outside this machine is answered. */
export type TeamsCredentials = {
  readonly appId: string
  readonly appType: 'SingleTenant' | 'UserAssignedMSI'
  readonly tenantId: string
  readonly password?: Secret<string>
}

/** What the channel is made of. */
export type TeamsOptions = {
  readonly credentials?: TeamsCredentials
  readonly ports: ChannelPorts
  readonly opensDialog: (action: string) => boolean
  /** Whether an action's answer leaves the card it was pressed on. */
  readonly answersAnew: (action: string) => boolean
  /** False for a client that can't open dialogs: forms are shown in the chat. */
  readonly dialogs: boolean
}

/** The channel, ready to be put behind a route. */
export type TeamsChannel = {
  readonly listener: (req: RestifyRequest, res: RestifyResponse) => Promise<void>
}

const authentication = (credentials?: TeamsCredentials): KeepingAuthentication =>
  new KeepingAuthentication(
    credentials
      ? {
          MicrosoftAppId: credentials.appId,
          MicrosoftAppType: credentials.appType,
          MicrosoftAppTenantId: credentials.tenantId,
          ...(credentials.password ? { MicrosoftAppPassword: credentials.password.reveal() } : {}),
        }
      : {},
  )

/** Puts the product behind a CloudAdapter. */
export const createTeamsChannel = (options: TeamsOptions): TeamsChannel => {
  const adapter = new QuietAdapter(authentication(options.credentials))
  adapter.onTurnError = async (context, error) => {
    options.ports.log('teams-turn-failed', { failure: deliveryFailure(error).kind })
    await context.sendActivity(refusals.FAULT).catch(() => undefined)
  }
  const onTurn = (context: TurnContext): Promise<void> => answer(context, options)
  const tenantId = options.credentials?.tenantId
  const isLetIn = (activity: Activity): boolean =>
    tenantId === undefined || isOfTenant(activity, tenantId)
  return {
    async listener(req, res) {
      const authorization = req.headers.authorization ?? ''
      const answered = await adapter.answer({ body: req.body, authorization }, isLetIn, onTurn)
      if (answered.status >= 400) options.ports.log('teams-refused', { status: answered.status })
      if (answered.body === undefined) res.send(answered.status)
      else res.send(answered.status, answered.body)
    },
  }
}

const answer = async (context: TurnContext, options: TeamsOptions): Promise<void> => {
  const asked = readActivity(context.activity)
  const who = senderOf(context.activity, () => emailOf(context))
  switch (asked.kind) {
    case 'turn': {
      // Nobody waits for this: a person in distress least of all.
      const remembered = remember({ context, who }, options, 'seen')
      await answerTurn(context, { ...asked.turn, who }, { options, replace: asked.replace })
      return await remembered
    }
    case 'installed':
      await remember({ context, who }, options, 'installed')
      return await answerTurn(context, welcome(who), { options, replace: false })
    case 'updated':
      return await remember({ context, who }, options, 'installed')
    case 'removed':
      return await options.ports.forget(who)
    case 'not-personal':
      return await tellPersonalOnly(context)
    case 'nothing':
      return await nothingToDo(context)
  }
}

const welcome = (who: Sender): Turn => ({ who, action: 'home.show', input: {}, surface: 'chat' })

const emailOf = async (context: TurnContext): Promise<string | undefined> => {
  try {
    const member = await TeamsInfo.getMember(context, context.activity.from.id)
    return member.email ?? member.userPrincipalName
  } catch {
    return undefined
  }
}

/** Others read along: only where to talk is said, whether it was written or pressed. */
const tellPersonalOnly = async (context: TurnContext): Promise<void> => {
  const { type, name } = context.activity
  if (type === 'invoke') await respond(context, toldInvoke(name ?? '', refusals.PERSONAL_ONLY))
  else await context.sendActivity(refusals.PERSONAL_ONLY)
}

/** After an installation the way is written down anew: another replica may have dropped it meanwhile. */
const remember = (
  { context, who }: { readonly context: TurnContext; readonly who: Sender },
  { ports }: TeamsOptions,
  when: 'seen' | 'installed',
): Promise<void> => {
  const reference = { ...TurnContext.getConversationReference(context.activity) }
  return ports.remember(who, { channel: 'teams', reference }, when)
}

type How = { readonly options: TeamsOptions; readonly replace: boolean }

const answerTurn = async (context: TurnContext, turn: Turn, how: How): Promise<void> => {
  const { options, replace } = how
  const place: Place = {
    surface: 'chat',
    opensDialog: (action) => options.dialogs && options.opensDialog(action),
    answersAnew: options.answersAnew,
  }
  const reply = await options.ports.handle(turn)
  const inChat = (card: Card): Card =>
    !options.dialogs && options.opensDialog(turn.action) ? formInChat(card) : card
  if (turn.surface === 'dialog') await respond(context, dialog(reply.card, place))
  else if (replace) await respond(context, replacement(inChat(reply.card), place))
  else await context.sendActivity(message(inChat(reply.card), place))
  if (reply.keep) await context.sendActivity(message(reply.keep, place))
}

const respond = async (context: TurnContext, body: unknown): Promise<void> => {
  const activity: Partial<Activity> = { type: 'invokeResponse', value: { status: 200, body } }
  await context.sendActivity(activity)
}

/** An invoke nobody here knows is answered, too: silence would make Teams send it again. */
const nothingToDo = async (context: TurnContext): Promise<void> => {
  if (context.activity.type !== 'invoke') return
  const activity: Partial<Activity> = { type: 'invokeResponse', value: { status: 501 } }
  await context.sendActivity(activity)
}
