/** What people write to us: a direct message, a slash command, a mention. */
import type { RespondFn, SlashCommand, types } from '@slack/bolt'
import { turnOfText } from '../said.ts'
import { plainText } from './inbound.ts'
import { type Destination, postCard, postSentence } from './outbound.ts'
import { answerTo, type Delivered, firstTime, type Parts, report } from './parts.ts'
import { sentences } from './sentences.ts'
import { messagesOf } from './views.ts'

/** What is known of a message before it is known to be a person's. */
type AnyMessage = types.AllMessageEvents

/** A person's own words, with or without a file. */
type Personal = types.GenericMessageEvent | types.FileShareMessageEvent

/** A person's own new words to us alone; edits, joins and what bots say are none. */
const isPersonal = (event: AnyMessage): event is Personal =>
  (event.subtype === undefined || event.subtype === 'file_share') &&
  event.channel_type === 'im' &&
  !('bot_id' in event && event.bot_id !== undefined)

/** An answer stays in the thread in which it was asked. */
const placeOf = ({ channel, thread_ts }: Personal): Destination => ({
  channel,
  ...(thread_ts === undefined ? {} : { thread_ts }),
})

const answerMessage = async (parts: Parts, event: Personal, team: string): Promise<void> => {
  const { user, channel } = event
  const to = placeOf(event)
  const text = plainText(event.text ?? '')
  if (event.subtype === 'file_share' && text === '') {
    return postSentence(parts, to, sentences.fileOnly)
  }
  const who = parts.people(user)
  const reference = { team, channel, user }
  const remembered = parts.ports.remember(who, { channel: 'slack', reference }, 'seen')
  const reply = await answerTo(parts, { who, ...turnOfText(text), surface: 'chat' })
  if (reply === undefined) await postSentence(parts, to, sentences.apology)
  else await postCard(parts, to, reply.card)
  if (reply?.keep) await postCard(parts, to, reply.keep)
  await remembered
}

/** Answers a direct message in the conversation it came from, and remembers that conversation. */
export const onMessage = async (parts: Parts, said: Delivered<AnyMessage>): Promise<void> => {
  const { event, eventId, team } = said
  if (!isPersonal(event)) return
  try {
    if (await firstTime(parts, eventId)) await answerMessage(parts, event, team)
  } catch (error) {
    report(parts, 'slack-message-not-answered', error)
    await postSentence(parts, placeOf(event), sentences.apology)
  }
}

/** Whoever calls us where others read along is pointed to the direct messages, and only they see it. */
export const onMention = async (
  parts: Parts,
  mentioned: Delivered<types.AppMentionEvent>,
): Promise<void> => {
  const { channel, user } = mentioned.event
  if (user === undefined || channel.startsWith('D')) return
  if (!(await firstTime(parts, mentioned.eventId))) return
  await parts.client.chat.postEphemeral({ channel, user, text: sentences.mention })
}

/** Answers `/hitozukuri …` where it was written, for its writer's eyes only. */
export const onCommand = async (
  parts: Parts,
  command: SlashCommand,
  respond: RespondFn,
): Promise<void> => {
  const who = parts.people(command.user_id)
  const asked = turnOfText(plainText(command.text))
  const reply = await answerTo(parts, { who, ...asked, surface: 'chat' })
  const contents = reply ? messagesOf(reply.card) : [{ text: sentences.apology }]
  for (const content of contents) await respond({ response_type: 'ephemeral', ...content })
  if (reply?.keep) await postCard(parts, { channel: command.user_id }, reply.keep)
}
