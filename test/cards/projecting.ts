import { type AdaptiveCard, parseAdaptiveCard } from '../../cards/adaptive-card.ts'
import { type BlockKitProjection, toBlockKit } from '../../cards/block-kit.ts'
import { blockKitProblems } from './block-kit-rules.ts'

type Surface = 'message' | 'modal' | 'home'

/** A card of these elements, fields of the card itself beside them. */
export const cardOf = (body: unknown, more: object = {}): AdaptiveCard => {
  const card = parseAdaptiveCard({ type: 'AdaptiveCard', version: '1.5', body, ...more })
  if (!card) throw new Error('no card')
  return card
}

/** Projects a card and lets the judge see every page. */
export const shown = (
  body: unknown,
  more: object = {},
  surface: Surface = 'message',
): BlockKitProjection => {
  const projection = toBlockKit(cardOf(body, more), { surface })
  const problems = projection.pages.flatMap((page) => blockKitProblems(page, surface))
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return projection
}

/** The only block of a card with this one element. */
export const only = (element: object, surface: Surface = 'message'): Record<string, unknown> => {
  const { blocks } = shown([element], {}, surface)
  if (blocks.length !== 1) throw new Error(`${blocks.length} blocks: ${JSON.stringify(blocks)}`)
  return { ...blocks[0] }
}

/** A TextBlock. */
export const words = (text: string, look: object = {}): object => ({
  type: 'TextBlock',
  text,
  ...look,
})
