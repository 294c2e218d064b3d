/** What Teams does when a person types, presses or fills in something. */
import { installing, invoking, saying, submitting, uninstalling } from './activities.ts'
import { type Message, replaceCard, speak } from './chat.ts'
import { invokeComplaints } from './checks.ts'
import { type Activity, cardType, isObject, type Json, objectOf, textOf } from './shapes.ts'
import type { BotAnswer, Seat, World } from './world.ts'

/** A pressed button: the action, its data with the inputs merged in, and where it stood. */
export type Press = { action: Json; data: Json; message: Message; cardIndex: number }

/** What Teams says when the bot does not answer as it should. */
const trouble = '問題が発生しました。もう一度お試しください。'

const toast = (world: World, seat: Seat, shown: { text: string; detail?: string }): void => {
  const { text, detail } = shown
  const at = world.stamp().at
  seat.chat.toasts.push({ at, text, error: detail !== undefined, detail: detail ?? '' })
  world.changed()
}

const failed = ({ status }: BotAnswer) => status < 200 || status > 299

const reason = ({ status }: BotAnswer): string => {
  if (status === 0) return 'ボットに接続できません'
  return status === 504 ? 'ボットの応答が15秒以内にありません' : `ボットの応答: HTTP ${status}`
}

/** Sends an activity as it is; trouble is shown to the person. */
export const deliver = async (world: World, seat: Seat, activity: Activity): Promise<BotAnswer> => {
  const answer = await world.deliver(seat, activity)
  if (failed(answer) && activity.type === 'message')
    toast(world, seat, { text: trouble, detail: reason(answer) })
  seat.chat.typing = false
  world.changed()
  return answer
}

/** Types a text and sends it. */
export const type = (world: World, seat: Seat, text: string): Promise<BotAnswer> => {
  const message = speak(seat.chat, text, world.stamp())
  world.changed()
  return deliver(world, seat, saying(text, message.id))
}

/** Adds the app for a person. While nobody listens at the bot's address, it stays removed. */
export const install = async (world: World, seat: Seat): Promise<BotAnswer> => {
  seat.chat.installed = true
  let answer: BotAnswer = { status: 200, body: undefined }
  for (const activity of installing(seat.person)) {
    answer = await deliver(world, seat, activity)
    if (answer.status === 0) seat.chat.installed = false
    if (failed(answer)) break
  }
  return answer
}

/** Removes the app; from here on the bot cannot write to the person. */
export const uninstall = (world: World, seat: Seat): Promise<BotAnswer> => {
  seat.chat.installed = false
  seat.chat.dialog = undefined
  return deliver(world, seat, uninstalling(seat.person))
}

/** Sends an invoke and judges the answer; `complaints` is empty when Teams could use it. */
const invoke = async (
  world: World,
  seat: Seat,
  activity: Activity,
): Promise<{ answer: BotAnswer; complaints: string[] }> => {
  const answer = await deliver(world, seat, activity)
  const complaints = failed(answer)
    ? [reason(answer)]
    : invokeComplaints(textOf(activity.name), answer.status, answer.body)
  for (const each of complaints) world.violate(seat, each)
  return { answer, complaints }
}

const applyExecute = (world: World, seat: Seat, { body, press }: { body: Json; press: Press }) => {
  if (body['type'] === cardType)
    replaceCard(press.message, objectOf(body['value']), press.cardIndex)
  else if (typeof body['value'] === 'string') toast(world, seat, { text: body['value'] })
  else {
    const value = objectOf(body['value'])
    const detail = `${String(body['statusCode'])} ${textOf(value['code'])}`
    toast(world, seat, { text: textOf(value['message']), detail })
  }
  world.changed()
}

const usable = (body: unknown): boolean =>
  isObject(body) && invokeComplaints('adaptiveCard/action', 200, body).length === 0

/** Presses an Action.Execute, or lets the card refresh itself (`trigger` automatic). */
export const execute = async (
  world: World,
  seat: Seat,
  press: Press & { trigger?: 'automatic' },
): Promise<BotAnswer> => {
  const { type: kind, title, id, verb } = press.action
  const action = { type: kind, ...defined({ title, id, verb }), data: press.data }
  const value = { action, trigger: press.trigger ?? 'manual' }
  const activity = invoking('adaptiveCard/action', value, press.message.id)
  const { answer, complaints } = await invoke(world, seat, activity)
  if (usable(answer.body)) applyExecute(world, seat, { body: objectOf(answer.body), press })
  else toast(world, seat, { text: trouble, detail: complaints.join(' / ') })
  return answer
}

const defined = (fields: Json): Json =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const dialogFrom = (task: Json, revision: number): Seat['chat']['dialog'] => {
  const value = objectOf(task['value'])
  const still = { error: '', invalid: {}, revision }
  if (task['type'] === 'message')
    return { title: '', card: undefined, message: textOf(task['value']), ...still }
  const card = objectOf(objectOf(value['card'])['content'])
  return { title: textOf(value['title']), card, message: '', ...still }
}

const troubleIn = (world: World, seat: Seat, complaints: string[]) => {
  const open = seat.chat.dialog
  if (open) open.error = trouble
  toast(world, seat, { text: trouble, detail: complaints.join(' / ') })
}

const shownTask = (body: unknown): Json | undefined => {
  const task = objectOf(objectOf(body)['task'])
  const ready = task['type'] === 'message' || isObject(objectOf(task['value'])['card'])
  return ready ? task : undefined
}

const applyTask = (world: World, seat: Seat, { body, name }: { body: unknown; name: string }) => {
  const task = shownTask(body)
  if (task) seat.chat.dialog = dialogFrom(task, Number(world.stamp().id))
  else if (name === 'task/submit') seat.chat.dialog = undefined
  world.changed()
}

/** Sends task/fetch or task/submit and shows what comes back: a card, a word, or the end. */
export const task = async (world: World, seat: Seat, activity: Activity): Promise<BotAnswer> => {
  const { answer, complaints } = await invoke(world, seat, activity)
  const structural = failed(answer) || (complaints.length > 0 && !shownTask(answer.body))
  if (structural) troubleIn(world, seat, complaints)
  else applyTask(world, seat, { body: answer.body, name: textOf(activity.name) })
  return answer
}

/** The task/submit of a dialog's button. */
export const submission = (data: Json): Activity =>
  invoking('task/submit', { data, context: { theme: 'default' } })

const submit = (world: World, seat: Seat, { data, message }: Press): Promise<BotAnswer> => {
  const teams = objectOf(data['msteams'])
  if (teams['type'] === 'task/fetch') {
    const value = { data, context: { theme: 'default' } }
    return task(world, seat, invoking('task/fetch', value, message.id))
  }
  if (teams['type'] === 'imBack') return type(world, seat, textOf(teams['value']))
  return deliver(world, seat, submitting(data, message.id, world.stamp().id))
}

/** Presses a button; undefined when Teams handles it without the bot (a link, a fold-out). */
export const press = (world: World, seat: Seat, pressed: Press): Promise<BotAnswer> | undefined => {
  const kind = pressed.action['type']
  if (kind === 'Action.Execute') return execute(world, seat, pressed)
  if (kind === 'Action.Submit') return submit(world, seat, pressed)
  return undefined
}
