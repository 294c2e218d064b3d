import { isObject } from './adaptive-card.ts'
import { mapStrings } from './strings-in.ts'

/** A `${…}` that is left in a card, and where. */
export type Leftover = { path: string; expression: string }

/** What a template's expansion left literal, because the data lacks it. Not what the data says. */
export const leftovers = (card: unknown, data: unknown): Leftover[] => {
  const found: Leftover[] = []
  const given = new Set<string>()
  mapStrings(data, (text) => {
    for (const [expression] of text.matchAll(/\$\{[^}]*\}/g)) given.add(expression)
    return text
  })
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string')
      for (const [expression] of value.matchAll(/\$\{[^}]*\}/g))
        if (!given.has(expression)) found.push({ path, expression })
    if (Array.isArray(value)) for (const [at, one] of value.entries()) walk(one, `${path}[${at}]`)
    if (isObject(value))
      for (const [key, one] of Object.entries(value))
        walk(one, path === '' ? key : `${path}.${key}`)
  }
  walk(card, '')
  return found
}
