/** A pressed button: answered where it was pressed, or in a dialog that it opens. */
import type { RespondFn } from '@slack/bolt'
import type { Card } from '../../cards/card.ts'
import type { Reply, Surface, Turn } from '../turn.ts'
import { type Asked, askedOf, pressed, sourceOf } from './asked.ts'
import { redrawHome } from './home-tab.ts'
import type { Place, Press } from './inbound.ts'
import { decodeMetadata } from './metadata.ts'
import {
  type Destination,
  openView,
  postCard,
  postSentence,
  publishHome,
  replaceMessage,
  updateView,
} from './outbound.ts'
import { answerTo, type Parts } from './parts.ts'
import { sentences } from './sentences.ts'
import { closeAction, homeOf, messagesOf, modalOf, noticeOf, type Showing } from './views.ts'

/** One press on its way: what it asks for, and how an ephemeral message is replaced. */
type Asking = { readonly press: Press; readonly asked: Asked; readonly respond: RespondFn }

const surfaceOf = (place: Place): Surface => {
  if (place.kind === 'modal') return 'dialog'
  return place.kind === 'home' ? 'home' : 'chat'
}

const turnOf = (parts: Parts, { press, asked }: Asking, surface: Surface): Turn => ({
  who: parts.people(press.user),
  action: asked.action,
  input: asked.input,
  surface,
})

type Drawn = { readonly card: Card; readonly generation: number }

const showingOf = (parts: Parts, { press, asked }: Asking, drawn: Drawn): Showing => ({
  page: asked.page,
  source: sourceOf(drawn.card, pressed(press.data, asked), parts.onlyReads),
  generation: drawn.generation,
})

const modalFor = (parts: Parts, asking: Asking, drawn: Drawn) =>
  modalOf(drawn.card, showingOf(parts, asking, drawn))

/** A trigger lives three seconds: the dialog opens first, and what it shows is asked for then. */
const answerInNewDialog = async (parts: Parts, asking: Asking): Promise<Reply | undefined> => {
  const { user, triggerId } = asking.press
  const opened = await openView(parts, triggerId, noticeOf(sentences.opening, ''))
  if (opened === undefined) {
    await postSentence(parts, { channel: user }, sentences.notOpened)
    return undefined
  }
  const reply = await answerTo(parts, turnOf(parts, asking, 'dialog'))
  const view = reply
    ? modalFor(parts, asking, { card: reply.card, generation: 1 })
    : noticeOf(sentences.apology, '')
  await updateView(parts, opened, view)
  return reply
}

const answerInDialog = async (parts: Parts, asking: Asking, place: Place & { kind: 'modal' }) => {
  const { id, hash, private_metadata } = place.view
  const { generation } = decodeMetadata(private_metadata)
  const reply = await answerTo(parts, turnOf(parts, asking, 'dialog'))
  if (reply) {
    const next = modalFor(parts, asking, { card: reply.card, generation: generation + 1 })
    await updateView(parts, { id, hash }, next)
  } else await postSentence(parts, { channel: asking.press.user }, sentences.apology)
  return reply
}

/** The conversation of a message, and its thread. */
const besides = ({ channel, thread }: Place & { kind: 'message' }): Destination => ({
  channel,
  ...(thread === undefined ? {} : { thread_ts: thread }),
})

/** Answers for one reader's eyes, in place of the message pressed or after it; further pages follow. */
const respondEphemeral = async (
  respond: RespondFn,
  reply: Reply,
  replace: boolean,
): Promise<void> => {
  for (const [index, content] of messagesOf(reply.card).entries()) {
    await respond({
      ...content,
      response_type: 'ephemeral',
      replace_original: replace && index === 0,
    })
  }
}

const homeIn = (parts: Parts, asking: Asking, card: Card) =>
  homeOf(card, showingOf(parts, asking, { card, generation: 0 }))

/** Shows an answer where its button was pressed, or after that where it leaves it. */
const showInPlace = async (parts: Parts, asking: Asking, reply: Reply): Promise<void> => {
  const { place, user } = asking.press
  const anew = parts.answersAnew(asking.asked.action)
  switch (place.kind) {
    case 'modal':
      return
    case 'home':
      return publishHome(parts, user, homeIn(parts, asking, reply.card))
    case 'message':
      return anew
        ? postCard(parts, besides(place), reply.card)
        : replaceMessage(parts, place, reply.card)
    case 'ephemeral':
      return respondEphemeral(asking.respond, reply, !anew)
    case 'nowhere':
      return postCard(parts, { channel: user }, reply.card)
  }
}

const answerInPlace = async (parts: Parts, asking: Asking): Promise<Reply | undefined> => {
  const { place, user } = asking.press
  const reply = await answerTo(parts, turnOf(parts, asking, surfaceOf(place)))
  if (reply) await showInPlace(parts, asking, reply)
  else await postSentence(parts, { channel: user }, sentences.apology)
  return reply
}

/** Answers one press. What is to be kept is left in the person's direct messages; what was done in a dialog shows in the home tab. */
export const onPress = async (parts: Parts, press: Press, respond: RespondFn): Promise<void> => {
  const asked = askedOf(press, parts.onlyReads)
  if (asked === undefined || asked.action === closeAction) return
  const asking = { press, asked, respond }
  const { place } = press
  const reply =
    place.kind === 'modal'
      ? await answerInDialog(parts, asking, place)
      : parts.opensDialog(asked.action)
        ? await answerInNewDialog(parts, asking)
        : await answerInPlace(parts, asking)
  if (reply?.keep) await postCard(parts, { channel: press.user }, reply.keep)
  if (reply && place.kind === 'modal') await redrawHome(parts, press.user)
}
