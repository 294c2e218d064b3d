/** Card → Slack: the calls that show something, and what each does when Slack will not have it. */
import type { types } from '@slack/bolt'
import type { Card } from '../../cards/card.ts'
import type { SlackClient } from './client.ts'
import { deliveryFailure } from './errors.ts'
import { type Parts, report } from './parts.ts'
import { sentences } from './sentences.ts'
import { type MessageContent, messagesOf, noticeOf } from './views.ts'

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
  channel: string,
  content: MessageContent,
): Promise<Posted> => {
  const answer = await client.chat.postMessage({
    channel,
    ...content,
    unfurl_links: false,
    unfurl_media: false,
  })
  return { channel: answer.channel ?? channel, ts: answer.ts ?? '' }
}

/** Posts a sentence. `channel` may be a person's id: the message then goes to their direct messages with us. */
export const postSentence = async (parts: Parts, channel: string, text: string): Promise<void> => {
  await post(parts.client, channel, {
    text,
    blocks: [{ type: 'section', text: { type: 'plain_text', text } }],
  })
}

const postContent = async (
  parts: Parts,
  channel: string,
  content: MessageContent,
): Promise<void> => {
  try {
    await post(parts.client, channel, content)
  } catch (error) {
    if (!blocksRefused(error)) throw error
    report(parts, 'slack-blocks-refused', error)
    await postSentence(parts, channel, content.text)
  }
}

/** Posts a card, all its pages in order; what Slack will not draw is said in its plain sentence. */
export const postCard = async (parts: Parts, channel: string, card: Card): Promise<void> => {
  for (const content of messagesOf(card)) await postContent(parts, channel, content)
}

/** Puts a card in a message's place; further pages follow as messages. A message that can't be changed any more is followed by a new one. */
export const replaceMessage = async (parts: Parts, at: Posted, card: Card): Promise<void> => {
  const [first, ...others] = messagesOf(card)
  if (first === undefined) return
  try {
    await parts.client.chat.update({ channel: at.channel, ts: at.ts, ...first })
  } catch (error) {
    report(parts, 'slack-message-not-replaced', error)
    await postContent(parts, at.channel, first)
  }
  for (const content of others) await postContent(parts, at.channel, content)
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
