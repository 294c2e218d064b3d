/** The Slack stand-in as a journey's client: the real Bolt pipeline, signed requests, Block Kit's rules. */
import type { CastMember } from '../../bot/local-mode/city/cast.ts'
import type { Acting } from '../stand-ins/slack/acting.ts'
import { pressInView } from '../stand-ins/slack/payloads.ts'
import { inputs as inputsIn, type Json, wordsIn } from '../stand-ins/slack/shown.ts'
import { formType, payloadForm, postSigned } from '../stand-ins/slack/signed.ts'
import type { Typed } from '../stand-ins/slack/typed.ts'
import { type SlackStandIn, startSlackStandIn } from '../stand-ins/slack/web-api.ts'
import type { Client, Inputs, Seat } from './client.ts'

const strangerId = 'U0STRANGER'

/** What the client needs of the product: to know when an answer that follows an acknowledgement has come. */
export type Settling = { settled(): Promise<void> }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const shownValue = (element: Json): string => {
  const option = element['initial_option'] as Json | undefined
  const options = element['initial_options'] as Json[] | undefined
  if (option) return String(option['value'])
  if (options) return options.map((each) => String(each['value'])).join(',')
  return textOf(element['initial_value'])
}

/** A list is typed as one string, joined by commas; Slack's client picks several. */
const typedFor = (blocks: readonly Json[], given: Inputs): Typed =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const element = inputsIn(blocks).find(({ id }) => id === name)?.element
      const several = ['checkboxes', 'multi_static_select'].includes(String(element?.['type']))
      return [name, several ? value.split(',') : value]
    }),
  )

const submitText = (raw: Json): string => {
  const submit = raw['submit'] as Json | undefined
  return textOf(submit?.['text'])
}

type Reach = { readonly acting: Acting; readonly standIn: SlackStandIn; readonly botUrl: string }

const seatOf = (member: CastMember, reach: Reach, product: Settling): Seat => {
  const { acting } = reach
  const settle = () => product.settled()
  let errors: Readonly<Record<string, string>> = {}
  const inDialog = async (title: string, given: Inputs): Promise<void> => {
    const modal = await acting.modal()
    const typed = typedFor(modal?.blocks ?? [], given)
    errors = {}
    if (submitText(modal?.raw ?? {}) === title) errors = (await acting.submitModal(typed)).errors
    else await acting.pressInModal(title, typed)
    await settle()
  }
  return {
    member,
    async say(text) {
      await acting.say(text)
      await settle()
    },
    async press(title, given = {}) {
      if (await acting.modal()) return await inDialog(title, given)
      await acting.press(title)
      await settle()
    },
    async hammer(title, times, given = {}) {
      const modal = await acting.modal()
      const typed = typedFor(modal?.blocks ?? [], given)
      const submits = submitText(modal?.raw ?? {}) === title
      const hit = () => (submits ? acting.submitModal(typed) : acting.pressInModal(title, typed))
      await Promise.all(Array.from({ length: times }, hit))
      await settle()
    },
    async forge(action, args, given = {}) {
      errors = {}
      await forged(reach, { action, args, inputs: given })
      await settle()
    },
    closeDialog: () => acting.closeModal(),
    async dialog() {
      const modal = await acting.modal()
      if (!modal) return ''
      const said = inputsIn(modal.blocks).map(({ element }) => shownValue(element))
      return [...wordsIn(modal.blocks), ...said, ...Object.values(errors)].join('\n')
    },
    async value(input) {
      const modal = await acting.modal()
      const found = inputsIn(modal?.blocks ?? []).find(({ id }) => id === input)
      return found ? shownValue(found.element) : ''
    },
    async chat() {
      const messages = await acting.messages()
      const fromBot = messages.filter((each) => each.from !== acting.id)
      return fromBot.map((each) => [each.text, ...wordsIn(each.blocks)].join('\n'))
    },
    async notifications() {
      const messages = await acting.messages()
      return messages.filter((each) => each.from !== acting.id).map((each) => each.text)
    },
  }
}

type Forged = { readonly action: string; readonly args: object; readonly inputs: Inputs }

/** Presses a button that is not there, with any input: what a manipulated client would send. */
const forged = async (reach: Reach, what: Forged): Promise<void> => {
  const { acting, standIn, botUrl } = reach
  const modal = await acting.modal()
  if (!modal) throw new Error('a forged press needs an open dialog')
  const value = JSON.stringify({ action: what.action, args: what.args })
  const element = { type: 'button', action_id: what.action, value }
  const button = { text: 'forged', action: what.action, element, blockId: 'forged' }
  const triggerId = standIn.state.newTrigger(acting.id)
  const payload = pressInView(modal, button, { user: acting.id, triggerId })
  const values = Object.fromEntries(
    Object.entries(what.inputs).map(([name, text]) => [
      name,
      { [name]: { type: 'plain_text_input', value: text } },
    ]),
  )
  const view = { ...modal.raw, state: { values } }
  const answer = await postSigned(botUrl, payloadForm({ ...payload, view }), {
    secret: standIn.signingSecret,
    contentType: formType,
  })
  if (!answer.ok) throw new Error(`the forged press was answered with ${answer.status}`)
}

/** A stand-in of Slack with these people; `connect` starts the product against it. */
export const slackClient = async (options: {
  readonly botUrl: string
  readonly people: readonly CastMember[]
}): Promise<{ standIn: SlackStandIn; client: (product: Settling) => Client }> => {
  const standIn = await startSlackStandIn({
    botUrl: `${options.botUrl}/slack/events`,
    people: [
      ...options.people.map(({ person }) => ({
        slackUserId: person.slackUserId ?? '',
        name: person.name,
        email: person.email ?? '',
      })),
      { slackUserId: strangerId, name: '見知らぬ人', email: 'stranger@elsewhere.example' },
    ],
  })
  const [first] = options.people
  const client = (product: Settling): Client => {
    const reach = (id: string): Reach => ({
      acting: standIn.person(id),
      standIn,
      botUrl: `${options.botUrl}/slack/events`,
    })
    return {
      channel: 'slack',
      url: standIn.url,
      seat: (member) => seatOf(member, reach(member.person.slackUserId ?? ''), product),
      stranger: () => seatOf(first!, reach(strangerId), product),
      problems: () => standIn.violations(),
      close: () => standIn.close(),
    }
  }
  return { standIn, client }
}
