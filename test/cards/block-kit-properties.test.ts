import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyObject, isObject, parseAdaptiveCard } from '../../cards/adaptive-card.ts'
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
    { numRuns: 400 },
  )
})

const said = ['text', 'title', 'label', 'value', 'altText', 'placeholder', 'tooltip']

const hides = (value: unknown, toggled: ReadonlySet<unknown>): boolean =>
  isObject(value) && value['isVisible'] === false && !toggled.has(value['id'] ?? '')

/** Every word that a reader of the card would see in Teams. */
const wordsOf = (value: unknown, toggled: ReadonlySet<unknown>): string[] => {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => wordsOf(one, toggled))
  if (!isObject(value) || hides(value, toggled)) return []
  return Object.entries(value).flatMap(([key, one]) => {
    if (typeof one === 'string') return said.includes(key) ? (one.match(/w\d+x/g) ?? []) : []
    const words =
      Array.isArray(one) && key === 'inlines' ? one.filter((x) => typeof x === 'string') : []
    return [...words.flatMap((x: string) => x.match(/w\d+x/g) ?? []), ...wordsOf(one, toggled)]
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
      const all = told(project(card, how))
      const lost = wordsOf(card, toggledBy(card)).filter((word) => !all.includes(word))
      expect(lost).toEqual([])
    }),
    { numRuns: 400 },
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
