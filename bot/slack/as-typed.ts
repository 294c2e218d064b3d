/** A submitted view drawn again with everything that was typed into it: nothing is lost when saving failed late. */
import type { types, ViewOutput } from '@slack/bolt'
import type { ElementState, StateValues } from './inbound.ts'
import { inputBlockOf } from './input-blocks.ts'
import { type DialogMetadata, encodeMetadata } from './metadata.ts'
import { sentences } from './sentences.ts'

type Blocks = ViewOutput['blocks']

const initialNames = [
  'initial_value',
  'initial_option',
  'initial_options',
  'initial_date',
  'initial_time',
]

/** What was typed, under the name by which a fresh element takes it. Empty choices are left out: Slack takes no empty list. */
const initialOf = (state: ElementState): Record<string, unknown> => ({
  ...(state.value ? { initial_value: state.value } : {}),
  ...(state.selected_option ? { initial_option: state.selected_option } : {}),
  ...(state.selected_options?.length ? { initial_options: state.selected_options } : {}),
  ...(state.selected_date ? { initial_date: state.selected_date } : {}),
  ...(state.selected_time ? { initial_time: state.selected_time } : {}),
})

const bare = (element: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(element).filter(([name]) => !initialNames.includes(name)))

const typedInto = (block: Blocks[number], values: StateValues, generation: number) => {
  const input = inputBlockOf(block)
  const state = input && values[input.blockId]?.[input.actionId]
  if (input === undefined || state === undefined) return block
  return {
    ...block,
    block_id: `${input.blockId.replace(/#\d+$/, '')}#${generation}`,
    element: { ...bare(input.element), ...initialOf(state) },
  }
}

/** The same form with what was typed, and above it the sentence that says what happened. */
export const asTyped = (view: ViewOutput, shown: DialogMetadata): types.ModalView => {
  const generation = shown.generation + 1
  const apology = { type: 'section', text: { type: 'plain_text', text: sentences.apologyInForm } }
  const blocks = view.blocks.map((block) => typedInto(block, view.state.values, generation))
  return {
    type: 'modal',
    title: view.title,
    ...(view.close ? { close: view.close } : {}),
    ...(view.submit ? { submit: view.submit } : {}),
    private_metadata: encodeMetadata({ ...shown, generation }),
    blocks: [apology, ...blocks],
  }
}
