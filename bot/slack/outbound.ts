/** Card → Slack: the calls that show something, and what each does when Slack will not have it. */
import type { types } from '@slack/bolt'
import type { Card } from '../../cards/card.ts'
import type { SlackClient } from './client.ts'
import { deliveryFailure } from './errors.ts'
import { type Parts, report } from './parts.ts'
import { sentences } from './sentences.ts'
import { type MessageContent, messagesOf, noticeOf } from './views.ts'

/** Where to post: a conversation, a thread of it, or a person's id, whose direct messages with us are then meant. */
export type Destination = { readonly channel: string; readonly thread_ts?: string }

/** A message's place in Slack. */
export type Posted = { readonly channel: string; readonly ts: string }

const refusedBlocks = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_arguments',
  'view_too_large',
])

/** Whether Slack refused what we drew, rather than the person, the place or the moment. */
const blocksRefused = (error: unknown): boolean => refusedBlocks.has(deliveryFailure(error).code)

const post = async (
  client: SlackClient,
  to: Destination,
  content: MessageContent,
): Promise<void> => {
  await client.chat.postMessage({ ...to, ...content, unfurl_links: false, unfurl_media: false })
}

/** Posts a sentence. */
export const postSentence = async (parts: Parts, to: Destination, text: string): Promise<void> => {
  await post(parts.client, to, {
    text,
    blocks: [{ type: 'section', text: { type: 'plain_text', text } }],
  })
}

const postContent = async (
  parts: Parts,
  to: Destination,
  content: MessageContent,
): Promise<void> => {
  try {
    await post(parts.client, to, content)
  } catch (error) {
    if (!blocksRefused(error)) throw error
    report(parts, 'slack-blocks-refused', error)
    await postSentence(parts, to, content.text)
  }
}

/** Posts a card, all its pages in order; what Slack will not draw is said in its plain sentence. */
export const postCard = async (parts: Parts, to: Destination, card: Card): Promise<void> => {
  for (const content of messagesOf(card)) await postContent(parts, to, content)
}

/** Puts a card in a message's place; further pages follow as messages. A message that can't be changed any more is followed by a new one. */
export const replaceMessage = async (parts: Parts, at: Posted, card: Card): Promise<void> => {
  const [first, ...others] = messagesOf(card)
  if (first === undefined) return
  try {
    await parts.client.chat.update({ channel: at.channel, ts: at.ts, ...first })
  } catch (error) {
    report(parts, 'slack-message-not-replaced', error)
    await postContent(parts, { channel: at.channel }, first)
  }
  for (const content of others) await postContent(parts, { channel: at.channel }, content)
}

/** A dialog's place in Slack; with `hash` a view that has changed meanwhile is left as it is. */
export type OpenView = { readonly id: string; readonly hash?: string }

/** Opens a dialog within the three seconds a trigger lives; undefined where it came too late, which is logged. */
export const openView = async (
  parts: Parts,
  triggerId: string,
  view: types.ModalView,
): Promise<OpenView | undefined> => {
  try {
    const answer = await parts.client.views.open({ trigger_id: triggerId, view })
    return answer.view?.id === undefined ? undefined : { id: answer.view.id }
  } catch (error) {
    report(parts, 'slack-dialog-not-opened', error)
    return undefined
  }
}

/** Shows another view in an open dialog. A dialog closed or changed meanwhile is left alone, which is logged. */
export const updateView = async (
  parts: Parts,
  at: OpenView,
  view: types.ModalView,
): Promise<void> => {
  const place = { view_id: at.id, ...(at.hash === undefined ? {} : { hash: at.hash }) }
  try {
    await parts.client.views.update({ ...place, view })
  } catch (error) {
    report(parts, 'slack-dialog-not-updated', error)
    if (!blocksRefused(error)) return
    const notice = noticeOf(sentences.apology, view.title.text)
    await parts.client.views.update({ view_id: at.id, view: notice })
  }
}

/** Shows a person's home tab. */
export const publishHome = async (
  parts: Parts,
  user: string,
  view: types.HomeView,
): Promise<void> => {
  await parts.client.views.publish({ user_id: user, view })
}
