import {
  type AdaptiveCard,
  type CardAction,
  everyObject,
  flagOf,
  type JsonObject,
  listOf,
  objectOf,
  wordOf,
} from '../adaptive-card.ts'

const submits = (action: CardAction): boolean =>
  ['action.submit', 'action.execute'].includes(wordOf(action, 'type')) &&
  flagOf(action, 'isEnabled') !== false &&
  flagOf(action, 'isVisible') !== false

const childFields = ['body', 'items', 'columns', 'rows', 'cells'] as const
const depthMax = 60

const visibleParts = (node: JsonObject, depth = 0): JsonObject[] =>
  flagOf(node, 'isVisible') === false || depth > depthMax
    ? []
    : [
        node,
        ...childFields.flatMap((field) =>
          listOf(node, field).flatMap((child) => visibleParts(child, depth + 1)),
        ),
      ]

/**
 * The action that a modal's own submit button stands for: the first positive one; else, with inputs,
 * the first Submit or Execute of the card, or the only one of the cards it can show.
 */
export const liftedAction = (card: AdaptiveCard, hasInputs: boolean): CardAction | undefined => {
  const own = listOf(card, 'actions')
  const sets = visibleParts(card)
    .filter((node) => wordOf(node, 'type') === 'actionset')
    .flatMap((node) => listOf(node, 'actions'))
  const positive = [...own, ...sets].find(
    (action) => submits(action) && wordOf(action, 'style') === 'positive',
  )
  if (positive || !hasInputs) return positive
  const shown = everyObject(card)
    .filter((node) => wordOf(node, 'type') === 'action.showcard')
    .flatMap((node) => listOf(objectOf(node, 'card') ?? {}, 'actions'))
  const [only, ...others] = shown.filter(submits)
  return [...own, ...sets].find(submits) ?? (others.length === 0 ? only : undefined)
}
