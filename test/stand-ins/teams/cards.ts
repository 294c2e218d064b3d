/** What a person can do with a card: find its buttons, fill its inputs, be told what is missing. */
import { isObject, type Json, textOf } from './shapes.ts'

/** A button and the inputs that travel with it when it is pressed. */
export type FoundAction = { action: Json; inputs: Json[] }

/** Answers by input id: text, several choices, or on/off. */
export type Inputs = Record<string, string | number | boolean | readonly string[]>

/** What the client would send, and what it would complain about under an input. */
export type Filled = { values: Record<string, string>; invalid: Record<string, string> }

const kind = (node: Json) => textOf(node['type'])
const skipped = new Set(['data', 'fallback', 'msteams', 'refresh', 'metadata', 'authentication'])

/** Visits every object of a card in reading order; the card behind an Action.ShowCard is left out. */
const visit = (node: unknown, see: (node: Json) => void): void => {
  if (Array.isArray(node)) for (const item of node) visit(item, see)
  if (!isObject(node)) return
  see(node)
  for (const [key, value] of Object.entries(node))
    if (!skipped.has(key) && !(key === 'card' && kind(node) === 'Action.ShowCard'))
      visit(value, see)
}

/** Every object of a card, also those behind its ShowCard buttons. */
export const nodesOf = (card: unknown): Json[] => {
  const found: Json[] = []
  visit(card, (node) => {
    found.push(node)
    if (kind(node) === 'Action.ShowCard') found.push(...nodesOf(node['card']))
  })
  return found
}

/** The inputs of a card, without those behind its ShowCard buttons. */
const inputsOf = (card: unknown): Json[] => {
  const inputs: Json[] = []
  visit(card, (node) => {
    if (kind(node).startsWith('Input.')) inputs.push(node)
  })
  return inputs
}

/** Every button of a card with the inputs it sends: those of its own card and of the cards around. */
const actionsOf = (card: unknown, around: Json[] = []): FoundAction[] => {
  const inputs = [...around, ...inputsOf(card)]
  const found: FoundAction[] = []
  visit(card, (node) => {
    if (!kind(node).startsWith('Action.')) return
    found.push({ action: node, inputs: node['associatedInputs'] === 'none' ? [] : inputs })
    if (kind(node) === 'Action.ShowCard') found.push(...actionsOf(node['card'], inputs))
  })
  return found
}

/** All the words of a card, in reading order, as a person would read them out. */
export const wordsOf = (card: unknown): string => {
  const words: string[] = []
  for (const node of nodesOf(card))
    for (const key of ['text', 'title', 'value', 'label', 'placeholder', 'altText'])
      if (typeof node[key] === 'string' && node[key] !== '') words.push(node[key])
  return words.join('\n')
}

/** The button `wanted` (its title, or the action itself) among `cards`; an error lists what is there. */
export const findAction = (cards: readonly Json[], wanted: string | Json): FoundAction => {
  const all = cards.flatMap((card) => actionsOf(card))
  const found = all.find(({ action }) =>
    typeof wanted === 'string' ? action['title'] === wanted : action === wanted,
  )
  if (found) return found
  if (typeof wanted !== 'string') return { action: wanted, inputs: cards.flatMap(inputsOf) }
  const titles = all.map(({ action }) => `「${textOf(action['title'])}」`).join(' ')
  throw new Error(`No button 「${wanted}」 here. There is: ${titles || 'none'}`)
}

const asText = (value: Inputs[string]) => (Array.isArray(value) ? value.join(',') : String(value))

const toggled = (input: Json, value: string) => {
  if (value === 'true') return textOf(input['valueOn']) || 'true'
  if (value === 'false') return textOf(input['valueOff']) || 'false'
  return value
}

const chosen = (input: Json, value: string): string => {
  const choices = Array.isArray(input['choices']) ? input['choices'].filter(isObject) : []
  const pick = (one: string) => {
    const choice = choices.find((each) => each['value'] === one || each['title'] === one)
    if (choice) return textOf(choice['value'])
    if (input['style'] === 'filtered' || input['choices.data']) return one
    throw new Error(`「${one}」 cannot be chosen in ${textOf(input['id'])}`)
  }
  if (value === '') return value
  return input['isMultiSelect'] === true ? value.split(',').map(pick).join(',') : pick(value)
}

const enter = (input: Json, value: string): string => {
  if (kind(input) === 'Input.Toggle') return toggled(input, value || 'false')
  if (kind(input) === 'Input.ChoiceSet') return chosen(input, value)
  return value
}

const lessAsNumber = (one: unknown, other: unknown) => Number(one) < Number(other)
const lessAsText = (one: unknown, other: unknown) => textOf(one) < textOf(other)

const outOfRange = (input: Json, value: string): boolean => {
  const isBelow = kind(input) === 'Input.Number' ? lessAsNumber : lessAsText
  const { min, max } = input
  return (min !== undefined && isBelow(value, min)) || (max !== undefined && isBelow(max, value))
}

const breaksRule = (input: Json, value: string): boolean => {
  if (value === '') return input['isRequired'] === true
  if (kind(input) === 'Input.Toggle')
    return input['isRequired'] === true && value !== (textOf(input['valueOn']) || 'true')
  const longest = input['maxLength']
  if (typeof longest === 'number' && value.length > longest) return true
  if (typeof input['regex'] === 'string' && !new RegExp(input['regex']).test(value)) return true
  if (kind(input) === 'Input.Number' && Number.isNaN(Number(value))) return true
  return outOfRange(input, value)
}

/**
 * Fills `inputs` with what a person enters (`given`) over what the card already holds. Throws when a
 * person could not do that: an input that is not there, a choice that is not offered.
 */
export const fillIn = (inputs: readonly Json[], given: Inputs): Filled => {
  const ids = new Set(inputs.map((input) => textOf(input['id'])))
  for (const id of Object.keys(given))
    if (!ids.has(id)) throw new Error(`No input ${id} here. There is: ${[...ids].join(' ')}`)
  const filled: Filled = { values: {}, invalid: {} }
  for (const input of inputs) {
    const id = textOf(input['id'])
    const held = given[id] ?? input['value'] ?? ''
    const value = enter(input, asText(held as Inputs[string]))
    if (breaksRule(input, value))
      filled.invalid[id] = textOf(input['errorMessage']) || '入力内容を確認してください'
    if (value !== '') filled.values[id] = value
  }
  return filled
}

/** `given` as the wire would carry it, unchecked: what a forged or stale client sends. */
export const forced = (given: Inputs): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([id, value]) => [id, asText(value)]))
