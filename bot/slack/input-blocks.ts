/** The inputs of a view, read from its blocks as Slack sends them back. */
import type { ViewOutput } from '@slack/bolt'

/** One input: its block, its id, and its element as it stands. */
export type InputBlock = {
  readonly blockId: string
  readonly actionId: string
  readonly element: object
}

const textAt = (value: object, name: string): string => {
  const found: unknown = Reflect.get(value, name)
  return typeof found === 'string' ? found : ''
}

/** The input in a block, where it holds one. */
export const inputBlockOf = (block: ViewOutput['blocks'][number]): InputBlock | undefined => {
  if (block.type !== 'input') return undefined
  const element: unknown = Reflect.get(block, 'element')
  if (typeof element !== 'object' || element === null) return undefined
  return { blockId: block.block_id ?? '', actionId: textAt(element, 'action_id'), element }
}

/** All inputs of a view, from the top. */
export const inputBlocks = (blocks: ViewOutput['blocks']): InputBlock[] =>
  blocks.flatMap((block) => inputBlockOf(block) ?? [])
