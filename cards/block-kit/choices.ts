import {
  flagOf,
  type JsonObject,
  listOf,
  objectOf,
  rawListOf,
  textOf,
  wordOf,
} from '../adaptive-card.ts'
import { type InputElement, type Option, type OptionGroup, plain } from './blocks.ts'
import type { Draft } from './draft.ts'
import { type Field, placeholderOf } from './field.ts'
import { limits } from './limits.ts'
import { bare } from './markdown.ts'
import { optionKey, shortened } from './strings.ts'
import { textBlocks } from './text.ts'

type Choice = { readonly title: string; readonly value: string; readonly option: Option }

/** Choices as Slack takes them, what is to be said of some of them, and their length as JSON. */
type Offer = {
  readonly choices: readonly Choice[]
  readonly told: readonly { readonly index: number; readonly what: string }[]
  readonly jsonLength: number
}

const readOffer = (list: readonly JsonObject[]): Offer => {
  const found = new Map<string, Choice>()
  const told: { index: number; what: string }[] = []
  for (const [index, one] of list.entries()) {
    const value = textOf(one, 'value')
    const title = textOf(one, 'title').trim() || value || '（名前なし）'
    const key = optionKey(value)
    if (key !== value)
      told.push({ index, what: 'value travels as its fingerprint (1 to 150 characters fit)' })
    if (found.has(key))
      told.push({ index, what: `left out, as an earlier choice has its value: ${title}` })
    else {
      const text = plain(shortened(title, limits.optionTextMax))
      found.set(key, { title, value, option: { text, value: key } })
    }
  }
  const choices = [...found.values()]
  const jsonLength = JSON.stringify(choices.map(({ option }) => option)).length
  return { choices, told, jsonLength }
}

/** Lists that can't change are read once: a city's units stand three times on one page of a form. */
const offersRead = new WeakMap<object, Offer>()

const isFixed = (list: readonly unknown[]): boolean =>
  Object.isFrozen(list) && list.every((one) => Object.isFrozen(one))

const readOnce = (node: JsonObject): Offer => {
  const list = rawListOf(node, 'choices')
  const known = offersRead.get(list)
  if (known) return known
  const offer = readOffer(listOf(node, 'choices'))
  if (isFixed(list)) offersRead.set(list, offer)
  return offer
}

const offerOf = (draft: Draft, field: Field): Offer => {
  const offer = readOnce(field.node)
  for (const { index, what } of offer.told) draft.warn(`${field.path}.choices[${index}]`, what)
  return offer
}

const tellLongTitles = (draft: Draft, field: Field, choices: readonly Choice[]): void => {
  const long = choices.filter((one) => one.title.length > limits.optionTextMax)
  if (long.length === 0) return
  draft.warn(
    field.path,
    `${long.length} choices shortened to 75 characters, in full above the input`,
  )
  const lines = long.map((one) => `• ${one.title}`).join('\n')
  field.before.push(...textBlocks(draft, [bare(lines)], field.path))
}

const chosen = (draft: Draft, field: Field, choices: readonly Choice[]): Option[] => {
  const value = textOf(field.node, 'value')
  if (value === '') return []
  const multiple = flagOf(field.node, 'isMultiSelect') === true
  const wanted = multiple ? value.split(',').map((one) => one.trim()) : [value]
  const hits = choices.filter(
    (one) => wanted.includes(one.value) || wanted.includes(one.value.trim()),
  )
  if (hits.length < wanted.length)
    draft.warn(field.path, `not all of its value is among the choices: ${value}`)
  return hits.map((one) => one.option)
}

const typed = (draft: Draft, field: Field, choices: readonly Choice[]): InputElement => {
  draft.warn(
    field.path,
    choices.length === 0
      ? 'its choices come from elsewhere, so the answer is typed'
      : 'too many choices for one menu, so the answer is typed; they are listed above it',
  )
  if (choices.length > 0) {
    const lines = choices.map((one) => `• ${one.title}`).join('\n')
    field.before.push(...textBlocks(draft, [bare(lines)], field.path))
  }
  const value = textOf(field.node, 'value').slice(0, limits.inputTextMax)
  return {
    type: 'plain_text_input',
    action_id: field.id,
    ...(value ? { initial_value: value } : {}),
    ...placeholderOf(draft, field),
  }
}

const firstWord = ({ text }: Option): string => text.text.split(/[ \u3000]/, 1)[0] ?? ''

/** Neighbours that begin with the same word, under that word: a department's sections under the department. */
const byFirstWord = (options: readonly Option[]): OptionGroup[] => {
  const groups: { word: string; options: Option[] }[] = []
  for (const option of options) {
    const word = firstWord(option)
    const last = groups.at(-1)
    if (last?.word === word) last.options.push(option)
    else groups.push({ word, options: [option] })
  }
  return groups.map(({ word, options }) => ({ label: plain(word), options }))
}

const byNumber = (options: readonly Option[]): OptionGroup[] => {
  const starts = Array.from(
    { length: Math.ceil(options.length / limits.optionsMax) },
    (_, part) => part * limits.optionsMax,
  )
  return starts.map((at) => {
    const part = options.slice(at, at + limits.optionsMax)
    return { label: plain(`${at + 1}〜${at + part.length}`), options: part }
  })
}

const fits = (groups: readonly OptionGroup[]): boolean =>
  groups.length <= limits.optionGroupsMax &&
  groups.every(
    ({ label, options }) =>
      label.text !== '' &&
      label.text.length <= limits.optionTextMax &&
      options.length <= limits.optionsMax,
  )

const grouped = (
  options: readonly Option[],
): { options: Option[] } | { option_groups: OptionGroup[] } => {
  if (options.length <= limits.optionsMax) return { options: [...options] }
  const named = byFirstWord(options)
  return { option_groups: fits(named) ? named : byNumber(options) }
}

const boxes = (field: Field, options: Option[], initial: Option[]): InputElement => {
  const [first] = initial
  if (flagOf(field.node, 'isMultiSelect') === true) {
    const marked = initial.length > 0 ? { initial_options: initial } : {}
    return { type: 'checkboxes', action_id: field.id, options, ...marked }
  }
  const marked = first ? { initial_option: first } : {}
  return { type: 'radio_buttons', action_id: field.id, options, ...marked }
}

const menu = (
  draft: Draft,
  field: Field,
  drawn: { options: Option[]; initial: Option[] },
): InputElement => {
  const { initial } = drawn
  const [first] = initial
  const common = { action_id: field.id, ...grouped(drawn.options), ...placeholderOf(draft, field) }
  if (flagOf(field.node, 'isMultiSelect') === true) {
    const marked = initial.length > 0 ? { initial_options: initial } : {}
    return { type: 'multi_static_select', ...common, ...marked }
  }
  return { type: 'static_select', ...common, ...(first ? { initial_option: first } : {}) }
}

/** How much of a page one menu may take, in JSON characters (a view counts bytes: threefold). */
const menuJsonMax = { message: 10_000, modal: 60_000, home: 60_000 } as const

/**
 * Input.ChoiceSet: up to ten expanded choices are radio buttons or checkboxes, more a menu, in
 * groups of a hundred; more than fit on one page are listed, and the answer is typed.
 */
export const choiceElement = (draft: Draft, field: Field): InputElement => {
  const { choices, jsonLength } = offerOf(draft, field)
  const options = choices.map((one) => one.option)
  const initial = chosen(draft, field, choices)
  const tooMany =
    options.length > limits.optionsMax * limits.optionGroupsMax ||
    jsonLength + JSON.stringify(initial).length > menuJsonMax[draft.surface]
  if (choices.length === 0 || tooMany) return typed(draft, field, choices)
  if (objectOf(field.node, 'choices.data'))
    draft.warn(field.path, 'only the choices in the card are offered, not those from elsewhere')
  tellLongTitles(draft, field, choices)
  const expanded = wordOf(field.node, 'style') === 'expanded'
  if (expanded && options.length <= limits.boxesMax) {
    const { placeholder } = placeholderOf(draft, field)
    if (placeholder) draft.warn(field.path, `no place for its placeholder: ${placeholder.text}`)
    return boxes(field, options, initial)
  }
  if (expanded) draft.warn(field.path, 'more than ten expanded choices are a menu')
  return menu(draft, field, { options, initial })
}
