/** What a person fills in, as Slack reports it in `state.values`. */
import { inputs, type Json } from './shown.ts'

/** What is typed and chosen, by the input's id: text, one choice, several, or a tick. */
export type Typed = Readonly<Record<string, string | readonly string[] | boolean>>

const optionsOf = (element: Json): Json[] => {
  const groups = (element['option_groups'] as { options: Json[] }[] | undefined) ?? []
  const own = (element['options'] as Json[] | undefined) ?? []
  return [...own, ...groups.flatMap((group) => group.options)]
}

const chosen = (element: Json, values: readonly string[]): Json[] =>
  values.map((value) => {
    const option = optionsOf(element).find((one) => one['value'] === value)
    if (option === undefined)
      throw new Error(`no choice ${value} in ${String(element['action_id'])}`)
    return option
  })

const many = (typed: Typed[string], element: Json): readonly string[] => {
  if (typed === true) return optionsOf(element).map((one) => String(one['value']))
  if (typed === false || typed === '') return []
  return typeof typed === 'string' ? [typed] : typed
}

const stateOf = (element: Json, typed: Typed[string] | undefined): Json => {
  const type = String(element['type'])
  const text = typed === undefined ? undefined : String(typed)
  switch (type) {
    case 'static_select':
    case 'radio_buttons': {
      const option =
        text === undefined ? element['initial_option'] : chosen(element, text ? [text] : [])[0]
      return { type, selected_option: option ?? null }
    }
    case 'multi_static_select':
    case 'checkboxes': {
      const options =
        typed === undefined ? element['initial_options'] : chosen(element, many(typed, element))
      return { type, selected_options: options ?? [] }
    }
    case 'datepicker':
      return { type, selected_date: (text ?? element['initial_date'] ?? '') || null }
    case 'timepicker':
      return { type, selected_time: (text ?? element['initial_time'] ?? '') || null }
    default:
      return { type, value: (text ?? element['initial_value'] ?? '') || null }
  }
}

/** What Slack still holds of a dialog: what was filled in, by block id. */
export type Kept = Readonly<Record<string, Json>>

/** The values of every input: what was typed now, else what Slack kept under this block id, else what the input began with. An id that is not there fails. */
export const stateValues = (
  blocks: readonly Json[],
  typed: Typed = {},
  kept: Kept = {},
): Record<string, Json> => {
  const all = inputs(blocks)
  const stray = Object.keys(typed).find((id) => !all.some((one) => one.id === id))
  if (stray !== undefined) throw new Error(`no input ${stray} is shown`)
  return Object.fromEntries(
    all.map(({ block, element, id }) => {
      const blockId = String(block['block_id'])
      const before = typed[id] === undefined ? kept[blockId] : undefined
      return [blockId, before ?? { [id]: stateOf(element, typed[id]) }]
    }),
  )
}
