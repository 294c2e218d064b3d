/** An Adaptive Card as it travels through this product: JSON that anybody may have written. */

/** A JSON object with nothing known about its fields; read them with the functions below. */
export type JsonObject = { readonly [field: string]: unknown }

/** One action (Action.Execute, Action.OpenUrl, ...). */
export type CardAction = JsonObject

/** A whole card. Only `type` is certain; every other field may be missing or of a wrong type. */
export type AdaptiveCard = JsonObject & { readonly type: 'AdaptiveCard' }

/** Whether a value is a JSON object (neither null nor an array). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCard = (value: JsonObject): value is AdaptiveCard => value['type'] === 'AdaptiveCard'

/** The value as a card, or undefined when its `type` does not say AdaptiveCard. */
export const parseAdaptiveCard = (value: unknown): AdaptiveCard | undefined =>
  isObject(value) && isCard(value) ? value : undefined

const spoken = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''

/** A field as text: numbers and booleans are written out, anything else is the empty string. */
export const textOf = (node: JsonObject, field: string): string => spoken(node[field])

/** A field as an enumeration word: Adaptive Cards compare these without regard to case. */
export const wordOf = (node: JsonObject, field: string): string => spoken(node[field]).toLowerCase()

/** A yes-or-no field; undefined when it says neither. */
export const flagOf = (node: JsonObject, field: string): boolean | undefined => {
  const word = wordOf(node, field)
  return word === 'true' ? true : word === 'false' ? false : undefined
}

/** A numeric field; undefined when it is no finite number. */
export const numberOf = (node: JsonObject, field: string): number | undefined => {
  const text = spoken(node[field]).trim()
  const value = text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** The objects in a list field. What is no object is left out; see `brokenCount` to tell of it. */
export const listOf = (node: JsonObject, field: string): readonly JsonObject[] => {
  const value = node[field]
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** A list field as it stands, strings included (`inlines`, `targetElements`). */
export const rawListOf = (node: JsonObject, field: string): readonly unknown[] => {
  const value: unknown = node[field]
  return Array.isArray(value) ? value : []
}

/** An object field, or undefined. */
export const objectOf = (node: JsonObject, field: string): JsonObject | undefined => {
  const value = node[field]
  return isObject(value) ? value : undefined
}

/** Every JSON object in a value, the value itself first, however deep. Never recursive. */
export const everyObject = (root: unknown): readonly JsonObject[] => {
  const found: JsonObject[] = []
  const open: unknown[] = [root]
  while (open.length > 0) {
    const value = open.pop()
    if (isObject(value)) found.push(value)
    const inner: readonly unknown[] = Array.isArray(value) ? value : valuesOf(value)
    for (let at = inner.length - 1; at >= 0; at -= 1) {
      if (typeof inner[at] === 'object') open.push(inner[at])
    }
  }
  return found
}

const valuesOf = (value: unknown): readonly unknown[] =>
  isObject(value) ? Object.values(value) : []
