/** A person of the stand-in, acting: signed requests to the product, and what they change in the workspace. */
import { type Acting, messageWith, type Submitted } from './acting.ts'
import {
  commandForm,
  dmOf,
  eventPayload,
  homeOpened,
  messageEvent,
  type PressContext,
  pressInMessage,
  pressInView,
  submission,
} from './payloads.ts'
import type { Rules } from './rules.ts'
import { inputs, type Json, pressable, pressables, type ShownView } from './shown.ts'
import { formType, payloadForm, postSigned } from './signed.ts'
import { drawnView, type State } from './state.ts'
import { stateValues, type Typed } from './typed.ts'

/** What acting needs of the workspace. */
export type Stage = {
  readonly state: State
  readonly botUrl: string
  readonly signingSecret: string
  readonly responseRoot: string
  readonly rules: Rules
}

const taken: Submitted = { errors: {} }

const present = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`no ${what} is shown`)
  return found
}

/** What an acknowledgement does to the dialog in front of the person. */
const applyAnswer = (stage: Stage, user: string, answer: Json): Submitted => {
  const { modals } = stage.state
  const shown = modals.get(user)
  switch (answer['response_action']) {
    case 'errors': {
      const all = inputs(shown?.blocks ?? [])
      const errors = Object.entries(answer['errors'] as Record<string, string>)
      const named = errors.map(([blockId, sentence]) => {
        const id = all.find(({ block }) => block['block_id'] === blockId)?.id
        return [present(id, `input block ${blockId}`), sentence]
      })
      return { errors: Object.fromEntries(named) as Record<string, string> }
    }
    case 'update': {
      const view = answer['view'] as Json
      stage.state.violations.push(...stage.rules(view, 'modal'))
      modals.set(user, drawnView(view, shown?.id))
      return taken
    }
    default:
      modals.delete(user)
      return taken
  }
}

/** One person of the stand-in. */
export const actAs = (user: string, stage: Stage): Acting => {
  const { state, botUrl, signingSecret } = stage
  const channel = dmOf(user)

  const postEvent = async (event: Json): Promise<void> => {
    const body = JSON.stringify(eventPayload(event))
    const answer = await postSigned(botUrl, body, { secret: signingSecret })
    if (!answer.ok) throw new Error(`the event was answered with ${answer.status}`)
  }

  const postForm = async (body: string): Promise<Json> => {
    const answer = await postSigned(botUrl, body, { secret: signingSecret, contentType: formType })
    if (!answer.ok) throw new Error(`the interaction was answered with ${answer.status}`)
    const text = await answer.text()
    return text === '' ? {} : (JSON.parse(text) as Json)
  }

  const context = (
    more: { ts?: string; at?: string; typed?: Typed | undefined } = {},
  ): PressContext => ({
    user,
    triggerId: state.newTrigger(user),
    responseUrl: [stage.responseRoot, user, more.at ?? channel, more.ts ?? '-'].join('/'),
    ...(more.typed ? { typed: more.typed } : {}),
  })

  /** In a dialog, what was filled in before is still there; what is filled in now is kept. */
  const inDialog = (view: ShownView, typed?: Typed): PressContext => {
    const kept = stateValues(view.blocks, typed, state.kept.get(user))
    state.kept.set(user, kept)
    return { ...context(), kept }
  }

  const pressView = async (view: ShownView, button: string, at: PressContext): Promise<void> => {
    const payload = pressInView(view, pressable(view.blocks, button), at)
    await postForm(payloadForm(payload))
  }

  const messages = () =>
    Promise.resolve(
      state.messages.filter(
        (one) => one.channel === channel && (one.to === undefined || one.to === user),
      ),
    )

  return {
    id: user,
    messages,
    async say(text) {
      const event = messageEvent(user, text)
      const ts = String(event['ts'])
      state.messages.push({ channel, ts, text, blocks: [], from: user, ephemeral: false })
      await postEvent(event)
    },
    async press(button, at = {}) {
      const has = (blocks: readonly Json[]) =>
        pressables(blocks).some(({ action, text }) => action === button || text === button)
      const message = at.message ?? messageWith(await messages(), ({ blocks }) => has(blocks))
      const payload = pressInMessage(
        message,
        pressable(message.blocks, button),
        context({ ts: message.ts, at: message.channel, typed: at.typed }),
      )
      await postForm(payloadForm(payload))
    },
    openHome: () => postEvent(homeOpened(user)),
    home: () => Promise.resolve(state.homes.get(user)),
    pressInHome: (button) =>
      pressView(present(state.homes.get(user), 'home tab'), button, context()),
    async command(command, text) {
      await postForm(commandForm({ command, text, channel }, context()))
    },
    modal: () => Promise.resolve(state.modals.get(user)),
    async pressInModal(button, typed) {
      const view = present(state.modals.get(user), 'dialog')
      await pressView(view, button, inDialog(view, typed))
    },
    async submitModal(typed) {
      const view = present(state.modals.get(user), 'dialog')
      const answer = await postForm(payloadForm(submission(view, inDialog(view, typed))))
      return applyAnswer(stage, user, answer)
    },
    closeModal() {
      state.modals.delete(user)
      return Promise.resolve()
    },
  }
}
