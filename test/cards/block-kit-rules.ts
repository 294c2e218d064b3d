/** A strict judge of Block Kit: every message and view that any test sends goes through it. */
import type { z } from 'zod'
import { isObject } from '../../cards/adaptive-card.ts'
import { blockSchema, viewSchema } from './block-kit-schema.ts'

type Surface = 'message' | 'modal' | 'home'
type Json = { readonly [field: string]: unknown }

const limitsOf = {
  message: { blocks: 50, size: 13_200, unit: 'characters' },
  modal: { blocks: 100, size: 250_000, unit: 'bytes' },
  home: { blocks: 100, size: 250_000, unit: 'bytes' },
} as const

const shape = (schema: z.ZodType, value: unknown, at: string): string[] =>
  (schema.safeParse(value).error?.issues ?? []).map((issue) => {
    const path = issue.path.map((step) =>
      typeof step === 'number' ? `[${step}]` : `.${String(step)}`,
    )
    return `${at}${path.join('')}: ${issue.message}`
  })

const objectsIn = (value: unknown): Json[] =>
  Array.isArray(value)
    ? value.flatMap(objectsIn)
    : isObject(value)
      ? [value, ...Object.values(value).flatMap(objectsIn)]
      : []

const repeated = (blocks: readonly unknown[], field: string): string[] => {
  const ids = objectsIn(blocks).flatMap((one) =>
    typeof one[field] === 'string' ? [one[field]] : [],
  )
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map(
    (id) => `${field} ${id} is not unique`,
  )
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const offered = (element: Json): readonly unknown[] => [
  ...list(element['options']),
  ...list(element['option_groups']).flatMap((group) =>
    isObject(group) ? list(group['options']) : [],
  ),
]

const choiceProblems = (element: Json): string[] => {
  const type = String(element['type'])
  if (!/select$|^checkboxes$|^radio_buttons$|^overflow$/.test(type) || /external|users/.test(type))
    return []
  const problems: string[] = []
  const all = offered(element)
  const values = all.map((one) => (isObject(one) ? one['value'] : undefined))
  if (new Set(values).size < values.length) problems.push(`${type}: two options have one value`)
  if (element['options'] !== undefined && element['option_groups'] !== undefined)
    problems.push(`${type}: options and option_groups at once`)
  if (all.length === 0) problems.push(`${type}: no options`)
  const known = new Set(all.map((one) => JSON.stringify(one)))
  const initial = [...list(element['initial_options']), element['initial_option']]
  for (const one of initial)
    if (one !== undefined && !known.has(JSON.stringify(one)))
      problems.push(`${type}: initial option is not among the options`)
  return problems
}

const spanProblems = (element: Json): string[] => {
  const [min, max, value] = ['min_value', 'max_value', 'initial_value'].map((field) =>
    element[field] === undefined ? undefined : Number(element[field]),
  )
  if (element['type'] !== 'number_input') return []
  if (min !== undefined && max !== undefined && min > max) return ['number_input: min above max']
  const out = value !== undefined && (value < (min ?? value) || value > (max ?? value))
  return out ? ['number_input: initial value outside of its span'] : []
}

const lengthProblems = (element: Json): string[] => {
  const { initial_value: initial, max_length: max } = element
  const over = typeof initial === 'string' && typeof max === 'number' && initial.length > max
  return over ? ['initial_value is longer than max_length'] : []
}

const markupProblems = (element: Json): string[] => {
  if (element['type'] !== 'mrkdwn' || typeof element['text'] !== 'string') return []
  const { text } = element
  const problems = text.trim() === '' ? ['blank mrkdwn'] : []
  const known = /<(?:https?:\/\/|mailto:)[^<>|]+\|[^<>]+>|<!date\^\d+\^[^<>|^]+\|[^<>]+>/g
  const rest = text.replaceAll(known, '')
  if (/[<>]/.test(rest))
    problems.push(`mrkdwn has a mention or a bare bracket: ${rest.slice(0, 60)}`)
  if (/&(?!amp;|lt;|gt;)/.test(text)) problems.push('mrkdwn has a bare &')
  return problems
}

const surfaceProblems = (block: Json, surface: Surface): string[] => {
  const type = block['type']
  const element = isObject(block['element']) ? block['element']['type'] : undefined
  if (type === 'section' && !block['text'] && !block['fields']) return ['section without text']
  if (type === 'table' && surface !== 'message') return [`table in a ${surface}`]
  const modalOnly = ['number_input', 'email_text_input', 'url_text_input']
  if (typeof element === 'string' && modalOnly.includes(element) && surface !== 'modal')
    return [`${element} in a ${surface}`]
  return []
}

const tableProblems = (blocks: readonly Json[]): string[] => {
  const tables = blocks.filter((block) => block['type'] === 'table')
  const text = objectsIn(tables).reduce(
    (sum, one) => sum + (typeof one['text'] === 'string' ? one['text'].length : 0),
    0,
  )
  const widths = tables.map((table) => new Set(list(table['rows']).map((row) => list(row).length)))
  return [
    ...(tables.length > 1 ? ['more than one table'] : []),
    ...(text > 10_000 ? ['more than 10,000 characters in a table'] : []),
    ...(widths.some((one) => one.size > 1) ? ['table rows of different lengths'] : []),
  ]
}

const sizeProblems = (blocks: readonly unknown[], surface: Surface): string[] => {
  const max = limitsOf[surface]
  const json = JSON.stringify(blocks)
  const size = surface === 'message' ? json.length : Buffer.byteLength(json)
  return [
    ...(blocks.length > max.blocks ? [`${blocks.length} blocks, ${max.blocks} fit`] : []),
    ...(size > max.size ? [`${size} ${max.unit}, ${max.size} fit`] : []),
  ]
}

/** Everything Slack would refuse, or misread, in these blocks on this surface; empty when nothing. */
export const blockKitProblems = (blocks: readonly unknown[], surface: Surface): string[] => {
  const objects = objectsIn(blocks)
  const own = blocks.filter(isObject)
  return [
    ...blocks.flatMap((block, at) => shape(blockSchema, block, `[${at}]`)),
    ...own.flatMap((block, at) => surfaceProblems(block, surface).map((one) => `[${at}]: ${one}`)),
    ...objects.flatMap((one) => [
      ...choiceProblems(one),
      ...spanProblems(one),
      ...lengthProblems(one),
      ...markupProblems(one),
    ]),
    ...repeated(blocks, 'block_id'),
    ...repeated(blocks, 'action_id'),
    ...tableProblems(own),
    ...sizeProblems(blocks, surface),
  ]
}

/** The same for a whole modal view. */
export const modalProblems = (view: unknown): string[] => {
  const blocks = isObject(view) ? list(view['blocks']) : []
  const asks = blocks.some((block) => isObject(block) && block['type'] === 'input')
  const lacksSubmit = asks && isObject(view) && view['submit'] === undefined
  return [
    ...shape(viewSchema, view, 'view'),
    ...(lacksSubmit ? ['view: inputs without a submit button'] : []),
    ...blockKitProblems(blocks, 'modal'),
    ...(Buffer.byteLength(JSON.stringify(view) ?? '') > 250_000 ? ['view: above 250 KB'] : []),
  ]
}
