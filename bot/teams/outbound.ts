/** Card → what Teams shows: an activity, a dialog, or a card that takes the place of the one pressed. */
import type { Activity, TaskModuleResponse } from 'botbuilder'
import {
  type AdaptiveCard,
  isObject,
  type JsonObject,
  parseAdaptiveCard,
} from '../../cards/adaptive-card.ts'
import type { Card } from '../../cards/card.ts'
import { buttonData } from './button-data.ts'

/** How buttons work where the card is shown. */
export type Place = {
  readonly surface: 'chat' | 'dialog'
  /** True for an action that opens a dialog. */
  readonly opensDialog: (action: string) => boolean
  /** True for an action whose answer leaves the card it was pressed on. */
  readonly answersAnew: (action: string) => boolean
}

const cardType = 'application/vnd.microsoft.card.adaptive'

/** The card as Teams draws it in that place. */
const teamsCard = (card: Card, place: Place): AdaptiveCard => {
  const drawn = parseAdaptiveCard(withButtons(card.content, place))
  return drawn ?? card.content
}

/** What holds no button stays the same object: most of a form is its choices. */
const withButtons = (node: unknown, place: Place): unknown => {
  if (Array.isArray(node)) {
    const parts: readonly unknown[] = node
    const changed = parts.map((each) => withButtons(each, place))
    return changed.every((each, at) => each === parts[at]) ? node : changed
  }
  if (!isObject(node)) return node
  if (node['type'] === 'Action.Execute') return button(node, place)
  const changed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(node)) {
    const next = typeof value === 'object' ? withButtons(value, place) : value
    if (next !== value) changed[name] = next
  }
  return Object.keys(changed).length === 0 ? node : { ...node, ...changed }
}

const button = (node: JsonObject, place: Place): JsonObject => {
  const { verb, data, fallback: _none, ...rest } = node
  const action = typeof verb === 'string' ? verb : ''
  const carried = buttonData(action, isObject(data) ? data : {})
  const submit = { ...rest, type: 'Action.Submit' }
  if (place.surface === 'dialog') return { ...submit, data: carried }
  if (place.opensDialog(action)) {
    return { ...submit, data: { ...carried, msteams: { type: 'task/fetch' } } }
  }
  // A submit is answered by a message, an execute by a card in the place of the one pressed.
  if (place.answersAnew(action)) return { ...submit, data: carried }
  return {
    ...rest,
    type: 'Action.Execute',
    verb: action,
    data: carried,
    fallback: { ...submit, data: carried },
  }
}

const attachment = (content: AdaptiveCard) => ({ contentType: cardType, content })

/** A message that holds the card alone; what a locked phone shows is the plain sentence. */
export const message = (card: Card, place: Place): Partial<Activity> => ({
  type: 'message',
  summary: card.fallbackText,
  attachments: [attachment(teamsCard(card, place))],
})

/** The answer to `task/fetch` and `task/submit`: the dialog shows this card. */
export const dialog = (card: Card, place: Place): TaskModuleResponse => ({
  task: {
    type: 'continue',
    value: {
      title: card.title,
      width: 'medium',
      height: 'large',
      card: attachment(teamsCard(card, { ...place, surface: 'dialog' })),
    },
  },
})

/** The answer to `adaptiveCard/action`: the card takes the place of the one pressed. */
export const replacement = (card: Card, place: Place): object => ({
  statusCode: 200,
  type: cardType,
  value: teamsCard(card, place),
})

/** The answer to an invoke that is a sentence and no card: a dialog or a pressed card shows it as it is. */
export const toldInvoke = (name: string, sentence: string): object =>
  name.startsWith('task/')
    ? { task: { type: 'message', value: sentence } }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence }

/** The same card with a line above it, for clients that can't open a dialog. */
export const formInChat = (card: Card): Card => ({
  ...card,
  content: {
    ...card.content,
    body: [
      {
        type: 'TextBlock',
        text: 'この画面ではダイアログを開けないため、フォームをチャットに表示しています。',
        isSubtle: true,
        size: 'Small',
        wrap: true,
      },
      ...(Array.isArray(card.content['body']) ? card.content['body'] : []),
    ],
  },
})
