/** What is owed to somebody else: posted once, and findable afterwards by the id of its delivery. */
import type { Card } from '../../cards/card.ts'
import type { ConversationReference } from '../turn.ts'
import type { SlackClient } from './client.ts'
import { type DeliveryFailure, deliveryFailure } from './errors.ts'
import { type MessageContent, messagesOf } from './views.ts'

/** What became of a delivery. */
export type Sent =
  | { readonly sent: true; readonly channel: string; readonly ts: string }
  | { readonly sent: false; readonly failure: DeliveryFailure }

const deliveryEvent = 'hitozukuri_delivery'

/** How far back a delivery is looked for: it was in flight when we stopped, so it is among the latest. */
const messagesLookedAtMax = 100

const textAt = (
  reference: ConversationReference['reference'],
  name: string,
): string | undefined => {
  const found = reference[name]
  return typeof found === 'string' ? found : undefined
}

/** The conversation, or the person: Slack takes either and posts to the direct messages with us. */
const addressOf = ({ reference }: ConversationReference): string =>
  textAt(reference, 'channel') ?? textAt(reference, 'user') ?? ''

const post = async (
  client: SlackClient,
  channel: string,
  content: MessageContent & { deliveryId: string },
) => {
  const { deliveryId, ...shown } = content
  const metadata = { event_type: deliveryEvent, event_payload: { id: deliveryId } }
  return client.chat.postMessage({ channel, ...shown, metadata, unfurl_links: false })
}

/** Posts a card to somebody. A failure is a value; a `temporary` one may have been posted all the same: ask `wasDelivered`. */
export const deliver = async (
  client: SlackClient,
  to: ConversationReference,
  what: { readonly card: Card; readonly deliveryId: string },
): Promise<Sent> => {
  try {
    let first: { channel: string; ts: string } | undefined
    for (const content of messagesOf(what.card)) {
      const { channel, ts } = await post(client, addressOf(to), {
        ...content,
        deliveryId: what.deliveryId,
      })
      first ??= { channel: channel ?? '', ts: ts ?? '' }
    }
    return { sent: true, channel: first?.channel ?? '', ts: first?.ts ?? '' }
  } catch (error) {
    return { sent: false, failure: deliveryFailure(error) }
  }
}

const conversationOf = async (client: SlackClient, to: ConversationReference): Promise<string> => {
  const known = textAt(to.reference, 'channel')
  if (known !== undefined) return known
  const opened = await client.conversations.open({ users: textAt(to.reference, 'user') ?? '' })
  return opened.channel?.id ?? ''
}

const carries = (payload: unknown, deliveryId: string): boolean =>
  typeof payload === 'object' && payload !== null && Reflect.get(payload, 'id') === deliveryId

/** Whether a delivery of this id stands in the conversation. Rejects where Slack does not say. */
export const wasDelivered = async (
  client: SlackClient,
  to: ConversationReference,
  deliveryId: string,
): Promise<boolean> => {
  const history = await client.conversations.history({
    channel: await conversationOf(client, to),
    include_all_metadata: true,
    limit: messagesLookedAtMax,
  })
  return (history.messages ?? []).some(
    ({ metadata }) =>
      metadata?.event_type === deliveryEvent && carries(metadata.event_payload, deliveryId),
  )
}
