import { type JsonObject, textOf } from '../adaptive-card.ts'
import { type Block, type PlainText, plain } from './blocks.ts'
import type { Draft } from './draft.ts'
import { limits } from './limits.ts'
import { shortened } from './strings.ts'

/** An input in the making. */
export type Field = {
  readonly node: JsonObject
  readonly path: string
  /** The block_id and action_id it will have. */
  readonly id: string
  /** Its type in lower case, `input.text`. */
  readonly kind: string
  label: string
  /** What has to be said above it because it does not fit inside. */
  readonly before: Block[]
  /** What the small line below it says. */
  readonly hints: string[]
}

/** The grey words in an empty input, unless they already are its label. */
export const placeholderOf = (draft: Draft, field: Field): { placeholder?: PlainText } => {
  const words = textOf(field.node, 'placeholder').trim()
  if (words === '' || words === field.label) return {}
  if (words.length > limits.placeholderMax) {
    draft.warn(field.path, 'placeholder shortened to 150 characters, in full below the input')
    field.hints.push(words)
  }
  return { placeholder: plain(shortened(words, limits.placeholderMax)) }
}
