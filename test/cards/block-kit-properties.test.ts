import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  everyObject,
  isObject,
  type JsonObject,
  parseAdaptiveCard,
} from '../../cards/adaptive-card.ts'
import { type BlockKitProjection, toBlockKit } from '../../cards/block-kit.ts'
import { blockKitProblems } from './block-kit-rules.ts'
import { randomCard } from './random-cards.ts'

const surfaces = ['message', 'modal', 'home'] as const
const options = fc.record({ surface: fc.constantFrom(...surfaces), rich: fc.boolean() })

const project = (value: unknown, how: { surface: 'message' | 'modal' | 'home'; rich: boolean }) => {
  const card = parseAdaptiveCard(value)
  if (!card) throw new Error('no card')
  return toBlockKit(card, how)
}

test('any card, broken ones too, becomes pages that Slack would take', () => {
  fc.assert(
    fc.property(randomCard, options, (card, how) => {
      const { blocks, pages } = project(card, how)
      expect(pages[0]).toBe(blocks)
      for (const page of pages) expect(blockKitProblems(page, how.surface)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

const said = ['text', 'title', 'label', 'value', 'altText', 'placeholder', 'tooltip']

const hides = (node: JsonObject, toggled: ReadonlySet<unknown>): boolean => {
  const shownLater = toggled.has(node['id']) && !String(node['type']).startsWith('Action.')
  return node['fallback'] === 'drop' || (node['isVisible'] === false && !shownLater)
}

/** What of an element a reader could see: not the card behind a disabled button, for one. */
const visible = (node: JsonObject): JsonObject => {
  if (isObject(node['fallback'])) return { fallback: node['fallback'] }
  return node['isEnabled'] === false ? { title: node['title'] } : node
}

const wordsIn = (text: unknown): string[] =>
  typeof text === 'string' ? (text.match(/w\d+x/g) ?? []) : []

/** Every word that a reader of the card would see in Teams. */
const wordsOf = (value: unknown, toggled: ReadonlySet<unknown>): string[] => {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => wordsOf(one, toggled))
  if (!isObject(value) || hides(value, toggled)) return []
  return Object.entries(visible(value)).flatMap(([key, one]) => {
    if (typeof one === 'string') return said.includes(key) ? wordsIn(one) : []
    const runs = key === 'inlines' && Array.isArray(one) ? one.flatMap(wordsIn) : []
    return [...runs, ...wordsOf(one, toggled)]
  })
}

const toggledBy = (card: unknown): Set<unknown> =>
  new Set(
    everyObject(card)
      .filter((one) => one['type'] === 'Action.ToggleVisibility')
      .flatMap((one) => (Array.isArray(one['targetElements']) ? one['targetElements'] : [])),
  )

const told = (shown: BlockKitProjection): string =>
  JSON.stringify([shown.pages, shown.warnings, shown.submit])

test('no word that the card shows is lost: it is on a page or named in a warning', () => {
  fc.assert(
    fc.property(randomCard, options, (card, how) => {
      const kept = new Set(told(project(card, how)).match(/w\d+x/g))
      const lost = wordsOf(card, toggledBy(card)).filter((word) => !kept.has(word))
      expect(lost).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('the same card is always projected the same', () => {
  fc.assert(
    fc.property(randomCard, options, (card, how) => {
      expect(told(project(card, how))).toBe(told(project(structuredClone(card), how)))
    }),
    { numRuns: 50 },
  )
})
