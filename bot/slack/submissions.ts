/** A submitted dialog: acknowledged within three seconds, whether or not its answer is there yet. */

import type { AckFn, types, ViewOutput, ViewResponseAction, ViewSubmitAction } from '@slack/bolt'
import { type ActionData, decodeAction } from '../../cards/action-data.ts'
import type { Problem } from '../../cards/card.ts'
import type { Reply, Turn } from '../turn.ts'
import { asTyped } from './as-typed.ts'
import { sourceOf } from './asked.ts'
import { redrawHome } from './home-tab.ts'
import { inputFor, inputsOf } from './inbound.ts'
import { inputBlocks } from './input-blocks.ts'
import { type DialogMetadata, decodeMetadata } from './metadata.ts'
import { postCard, updateView } from './outbound.ts'
import { answerTo, type Parts } from './parts.ts'
import { sentences } from './sentences.ts'
import { closeAction, modalOf, noticeOf } from './views.ts'

/** A submission on its way: the view as submitted, and what its metadata says of it. */
type Submission = {
  readonly user: string
  readonly view: ViewOutput
  readonly shown: DialogMetadata
  readonly data: ActionData
}

const turnOf = (parts: Parts, { user, view, data }: Submission): Turn => ({
  who: parts.people(user),
  action: data.action,
  input: inputFor(data, inputsOf(view.state.values, view.blocks)),
  surface: 'dialog',
})

/** The problems by block, where every one of them belongs to an input of this view; else undefined, and the card is drawn anew. */
const errorsIn = (view: ViewOutput, problems: readonly Problem[]) => {
  const blocks = inputBlocks(view.blocks)
  const found = problems.flatMap(({ field, sentence }) => {
    const blockId = blocks.find((block) => block.actionId === field)?.blockId
    return blockId === undefined ? [] : [[blockId, sentence] as const]
  })
  return found.length > 0 && found.length === problems.length
    ? Object.fromEntries(found)
    : undefined
}

const redrawn = (parts: Parts, { data, shown }: Submission, { card }: Reply) =>
  modalOf(card, {
    page: 1,
    source: sourceOf(card, { action: data.action, args: data.args }, parts.onlyReads),
    generation: shown.generation + 1,
  })

/** Errors beside the fields leave the dialog as it is, so they are right only where its button still is: one that names another state of the form (its draft was kept meanwhile) must be drawn. */
const errorsBeside = (submission: Submission, { card }: Reply, next: types.ModalView) => {
  const { view, shown } = submission
  const { form, submit } = decodeMetadata(next.private_metadata ?? '')
  return form === shown.form && submit === shown.submit ? errorsIn(view, card.problems) : undefined
}

/** What Slack is told in time. */
const inTime = (
  parts: Parts,
  submission: Submission,
  reply: Reply | undefined,
): ViewResponseAction => {
  const { view, shown } = submission
  if (reply === undefined) {
    const first = inputBlocks(view.blocks)[0]
    return first === undefined
      ? { response_action: 'update', view: noticeOf(sentences.apology, shown.title) }
      : { response_action: 'errors', errors: { [first.blockId]: sentences.apologyInForm } }
  }
  const next = redrawn(parts, submission, reply)
  const errors = errorsBeside(submission, reply, next)
  return errors === undefined
    ? { response_action: 'update', view: next }
    : { response_action: 'errors', errors }
}

/** Acknowledges with what is there after a short wait; later than that, with a view that says it is being saved. */
const answerAndAcknowledge = async (
  parts: Parts,
  submission: Submission,
  ack: AckFn<ViewResponseAction>,
): Promise<Reply | undefined> => {
  const answer = answerTo(parts, turnOf(parts, submission))
  const { promise: late, resolve } = Promise.withResolvers<'late'>()
  const patience = setTimeout(resolve, parts.answerWithinMs, 'late')
  const first = await Promise.race([answer, late])
  clearTimeout(patience)
  if (first !== 'late') {
    await ack(inTime(parts, submission, first))
    return first
  }
  const { view, shown } = submission
  await ack({ response_action: 'update', view: noticeOf(sentences.saving, shown.title) })
  const reply = await answer
  const next = reply ? redrawn(parts, submission, reply) : asTyped(view, shown)
  await updateView(parts, { id: view.id }, next)
  return reply
}

/** Answers a submitted dialog; a dialog that carries no action of ours, or only closes, closes. */
export const onSubmission = async (
  parts: Parts,
  body: ViewSubmitAction,
  ack: AckFn<ViewResponseAction>,
): Promise<void> => {
  const { view, user } = body
  const shown = decodeMetadata(view.private_metadata)
  const data = shown.submit === undefined ? undefined : decodeAction(shown.submit)
  if (data === undefined || data.action === closeAction) return ack()
  const reply = await answerAndAcknowledge(parts, { user: user.id, view, shown, data }, ack)
  if (reply?.keep) await postCard(parts, { channel: user.id }, reply.keep)
  if (reply) await redrawHome(parts, user.id)
}
