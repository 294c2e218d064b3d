/** Reading what the product shows in Slack: buttons, inputs, text. */

/** Any JSON object. */
export type Json = Record<string, unknown>

/** A message as a person sees it. */
export type ShownMessage = {
  readonly channel: string
  readonly ts: string
  readonly text: string
  readonly blocks: readonly Json[]
  readonly from: string
  readonly ephemeral: boolean
}

/** A dialog or home tab as a person sees it. */
export type ShownView = {
  readonly id: string
  readonly hash: string
  readonly type: string
  readonly title: string
  readonly blocks: readonly Json[]
  readonly raw: Json
}

/** A button or menu entry that can be pressed. */
export type Pressable = {
  readonly text: string
  readonly action: string
  readonly element: Json
  readonly blockId: string
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listAt = (value: Json, name: string): Json[] => {
  const found = value[name]
  return Array.isArray(found) ? found.filter(isJson) : []
}

const textIn = (value: unknown): string =>
  isJson(value) && typeof value['text'] === 'string' ? value['text'] : ''

const actionIn = (value: unknown): string => {
  try {
    const data: unknown = JSON.parse(String(value))
    return isJson(data) ? String(data['action']) : ''
  } catch {
    return ''
  }
}

const pressablesOf = (element: Json, blockId: string): Pressable[] => {
  if (element['type'] === 'button') {
    return [{ text: textIn(element['text']), action: actionIn(element['value']), element, blockId }]
  }
  if (element['type'] !== 'overflow') return []
  return listAt(element, 'options').map((option) => ({
    text: textIn(option['text']),
    action: actionIn(option['value']),
    element: { ...element, selected_option: option },
    blockId,
  }))
}

/** Everything that can be pressed in blocks, from the top. */
export const pressables = (blocks: readonly Json[]): Pressable[] =>
  blocks.flatMap((block, index) => {
    const accessory = block['accessory']
    const elements = [...listAt(block, 'elements'), ...(isJson(accessory) ? [accessory] : [])]
    const blockId = typeof block['block_id'] === 'string' ? block['block_id'] : `b${index}`
    return elements.flatMap((element) => pressablesOf(element, blockId))
  })

const optionIn = (element: Json): unknown => {
  const option = element['selected_option']
  return isJson(option) ? option['value'] : undefined
}

/** The button with this action's name, these words on it, or this id; of a menu, the entry with this value. */
export const pressable = (blocks: readonly Json[], wanted: string): Pressable => {
  const all = pressables(blocks)
  const named = ({ action, text, element }: Pressable): boolean =>
    [action, text, element['action_id'], optionIn(element)].includes(wanted)
  const found = all.find(named)
  if (found === undefined) {
    throw new Error(`no button ${wanted}; there are: ${all.map((one) => one.text).join(', ')}`)
  }
  return found
}

/** The input blocks. */
export const inputs = (blocks: readonly Json[]): { block: Json; element: Json; id: string }[] =>
  blocks.flatMap((block) => {
    const element = block['element']
    if (block['type'] !== 'input' || !isJson(element)) return []
    return [{ block, element, id: String(element['action_id']) }]
  })

/** Every sentence that blocks show, in order. */
export const wordsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (!isJson(value)) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : wordsIn(inner),
  )
}
