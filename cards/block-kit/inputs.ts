import { flagOf, type JsonObject, numberOf, objectOf, textOf, wordOf } from '../adaptive-card.ts'
import { actionBlocks } from './actions.ts'
import { type Block, type InputBlock, type InputElement, type PlainText, plain } from './blocks.ts'
import { choiceElement } from './choices.ts'
import type { Draft } from './draft.ts'
import { type Field, placeholderOf } from './field.ts'
import { limits } from './limits.ts'
import { dateElement, numberElement, timeElement } from './number-inputs.ts'
import { isWebUrl, optionKey, shortened } from './strings.ts'
import { wordsBlocks } from './text.ts'

const labelFor = (draft: Draft, field: Field): { label: string; from: 'own' | 'other' } => {
  const { node } = field
  const own = textOf(node, 'label').trim() || textOf(node, 'placeholder').trim()
  if (own) return { label: own, from: 'own' }
  const title = field.kind === 'input.toggle' ? textOf(node, 'title').trim() : ''
  return { label: title || draft.lastText || textOf(node, 'id') || '入力', from: 'other' }
}

const isMailAddress = (text: string): boolean => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text)

const textKind = (
  draft: Draft,
  field: Field,
): 'email_text_input' | 'url_text_input' | undefined => {
  const style = wordOf(field.node, 'style')
  const value = textOf(field.node, 'value')
  if (style !== 'email' && style !== 'url') return undefined
  if (draft.surface !== 'modal') {
    draft.warn(field.path, `${style} is a plain text input outside of modals`)
    return undefined
  }
  const fits = value === '' || (style === 'email' ? isMailAddress(value) : isWebUrl(value))
  return fits && flagOf(field.node, 'isMultiline') !== true ? `${style}_text_input` : undefined
}

const lengthMax = (draft: Draft, field: Field, value: string): { max_length?: number } => {
  const asked = numberOf(field.node, 'maxLength')
  if (asked === undefined || asked < 1) return {}
  const max = Math.min(Math.max(Math.floor(asked), value.length), limits.inputTextMax)
  if (asked > limits.inputTextMax) draft.warn(field.path, 'maxLength lowered to 3,000 characters')
  if (value.length > asked) draft.warn(field.path, 'maxLength raised to hold the value it has')
  return { max_length: max }
}

const initialText = (draft: Draft, field: Field): string => {
  const value = textOf(field.node, 'value')
  if (value.length <= limits.inputTextMax) return value
  draft.warn(field.path, 'value shortened to 3,000 characters, in full above the input')
  field.before.push(...wordsBlocks(draft, value, field.path))
  return shortened(value, limits.inputTextMax)
}

const textElement = (draft: Draft, field: Field): InputElement => {
  const { node, path, id } = field
  const style = wordOf(node, 'style')
  if (style === 'password') draft.warn(path, 'a password would be readable while it is typed')
  if (textOf(node, 'regex')) {
    draft.warn(path, 'Slack cannot check the pattern; whoever receives the answer must')
    field.hints.push(textOf(node, 'errorMessage'))
  }
  const value = initialText(draft, field)
  const common = {
    action_id: id,
    ...(value ? { initial_value: value } : {}),
    ...placeholderOf(draft, field),
  }
  const kind = textKind(draft, field)
  if (kind) return { type: kind, ...common }
  const multiline = flagOf(node, 'isMultiline') === true && style !== 'password'
  return {
    type: 'plain_text_input',
    ...common,
    ...(multiline ? { multiline } : {}),
    ...lengthMax(draft, field, value),
  }
}

const japanese = /[\u3040-\u30FF\u4E00-\u9FFF]/

const toggleElement = (draft: Draft, field: Field): InputElement => {
  const { node } = field
  const title = textOf(node, 'title').trim()
  const on = textOf(node, 'valueOn') || 'true'
  const asLabel = title === '' || title === field.label || title.length > limits.optionTextMax
  if (title.length > limits.optionTextMax && title !== field.label)
    field.before.push(...wordsBlocks(draft, title, field.path))
  const yes = japanese.test(title + field.label) ? 'はい' : 'Yes'
  if (optionKey(on) !== on) draft.warn(field.path, 'valueOn travels as its fingerprint (150 fit)')
  const option = { text: plain(asLabel ? yes : title), value: optionKey(on) }
  return {
    type: 'checkboxes',
    action_id: field.id,
    options: [option],
    ...(textOf(node, 'value') === on ? { initial_options: [option] } : {}),
  }
}

const elementOf = (draft: Draft, field: Field): InputElement => {
  switch (field.kind) {
    case 'input.number':
      return numberElement(draft, field)
    case 'input.date':
      return dateElement(draft, field)
    case 'input.time':
      return timeElement(draft, field)
    case 'input.toggle':
      return toggleElement(draft, field)
    case 'input.choiceset':
      return choiceElement(draft, field)
    default:
      return textElement(draft, field)
  }
}

const hintOf = (draft: Draft, field: Field): { hint?: PlainText } => {
  const hint = field.hints.filter(Boolean).join(' ')
  if (hint.length > limits.hintMax) draft.warn(field.path, `hint shortened: ${hint}`)
  return hint ? { hint: plain(shortened(hint, limits.hintMax)) } : {}
}

const inlineAction = (draft: Draft, node: JsonObject, path: string): Block[] => {
  const action = objectOf(node, 'inlineAction')
  if (!action) return []
  draft.warn(path, 'the button inside the input stands below it')
  return actionBlocks(draft, [action], `${path}.inlineAction`)
}

const isRequired = (draft: Draft, node: JsonObject, path: string): boolean => {
  if (flagOf(node, 'isRequired') !== true) return false
  if (draft.aside) draft.warn(path, 'not required, as the modal would ask for it in any case')
  return !draft.aside
}

/** An input as an input block: block_id and action_id are its id, and a label is always there. */
export const inputBlocks = (draft: Draft, node: JsonObject, path: string): Block[] => {
  const id = draft.inputId(textOf(node, 'id'), path)
  const kind = wordOf(node, 'type')
  const field: Field = { node, path, id, kind, label: '', before: [], hints: [] }
  const { label, from } = labelFor(draft, field)
  field.label = label
  if (from === 'other') draft.warn(path, `no label, so "${shortened(label, 40)}" labels it`)
  if (label.length > limits.labelMax) {
    draft.warn(path, 'label shortened to 2,000 characters, in full above the input')
    field.before.push(...wordsBlocks(draft, label, path))
  }
  const element = elementOf(draft, field)
  const block: InputBlock = {
    type: 'input',
    block_id: id,
    label: plain(shortened(label, limits.labelMax)),
    element,
    ...(isRequired(draft, node, path) ? {} : { optional: true }),
    ...hintOf(draft, field),
    ...(draft.surface === 'modal' ? {} : { dispatch_action: false as const }),
  }
  return [...field.before, block, ...inlineAction(draft, node, path)]
}
