import { describe, expect, it } from 'vitest'
import { dialog, message } from '../../bot/teams/outbound.ts'
import { everyObject, type JsonObject } from '../../cards/adaptive-card.ts'
import { toBlockKit } from '../../cards/block-kit.ts'
import type { Card } from '../../cards/card.ts'
import { render } from '../../cards/render.ts'
import {
  answersAnew,
  isActionName,
  onlyReads,
  opensDialog,
  type View,
} from '../../services/vocabulary.ts'
import { blockKitProblems } from './block-kit-rules.ts'
import { samples } from './samples.ts'

const all: readonly (readonly [string, View])[] = Object.values(samples).flatMap((views) =>
  views.map((view: View, index): readonly [string, View] => [`${view.view} #${index + 1}`, view]),
)

const teamsBytesMax = 45_000
const nodes = (card: Card): readonly JsonObject[] => everyObject(card.content)
const ofType = (card: Card, prefix: string): readonly JsonObject[] =>
  nodes(card).filter((node) => typeof node['type'] === 'string' && node['type'].startsWith(prefix))

describe.each(all)('the card of %s', (_name, view) => {
  const card = render(view)

  it('is Adaptive Card 1.5 with every place filled', () => {
    expect(card.content['version']).toBe('1.5')
    for (const node of nodes(card)) {
      for (const [field, value] of Object.entries(node)) {
        if (['text', 'value', 'quote'].includes(field)) continue
        expect(JSON.stringify(value)).not.toMatch(/\$\{(?!x\})/)
      }
    }
  })

  it('has a label on every input, wraps every text, and says something in words for screen readers', () => {
    for (const input of ofType(card, 'Input.')) expect(input['label']).toMatch(/\S/)
    for (const text of ofType(card, 'TextBlock')) expect(text['wrap']).toBe(true)
    expect(card.fallbackText).toMatch(/[。？]$/)
    expect(card.content['fallbackText']).toBe(card.fallbackText)
    expect(card.content['speak']).toBe(card.fallbackText)
  })

  it('has a dialog title that fits and at most six inputs', () => {
    expect(card.title.length).toBeLessThanOrEqual(24)
    expect(ofType(card, 'Input.').length).toBeLessThanOrEqual(6)
  })

  it('offers only buttons that lead to an action there is, one of them primary at the most', () => {
    const buttons = ofType(card, 'Action.')
    for (const button of buttons) {
      expect(isActionName(String(button['verb']))).toBe(true)
      expect(['OK', '送信', 'キャンセル']).not.toContain(button['title'])
    }
    const primary = (card.content['actions'] ?? []) as JsonObject[]
    expect(primary.filter((button) => button['style'] === 'positive').length).toBeLessThanOrEqual(1)
  })

  it('fits into a Teams message and a Teams dialog', () => {
    const place = { surface: 'chat', opensDialog, answersAnew } as const
    for (const sent of [message(card, place), dialog(card, place)]) {
      expect(JSON.stringify(sent).length).toBeLessThan(teamsBytesMax)
    }
  })

  it('can be turned over in Slack where it is long: by asking for it again, which changes nothing', () => {
    const { pages } = toBlockKit(card.content, { surface: 'modal' })
    const inputs = pages.flat().filter(({ type }) => type === 'input')
    if (inputs.length > 0) expect(pages).toHaveLength(1)
    if (pages.length > 1) expect(onlyReads(card.source?.action ?? '')).toBe(true)
  })

  it.each(['message', 'modal', 'home'] as const)('keeps Slack’s rules in a %s', (surface) => {
    const projected = toBlockKit(card.content, { surface })
    for (const page of projected.pages) expect(blockKitProblems(page, surface)).toEqual([])
  })
})

describe('the templates', () => {
  it('begin no text of their own like a numbered list, which a TextBlock would count anew', () => {
    for (const [, view] of all) {
      const own = ofType(render(view), 'TextBlock').map((node) => String(node['text']))
      for (const text of own) expect(text).not.toMatch(/^\d+\.\s/)
    }
  })
})

describe('the home card', () => {
  it('speaks of no place it may not stand in: in Slack it is no part of the chat', () => {
    for (const view of samples.home)
      expect(JSON.stringify(render(view).content)).not.toMatch(/この(チャット|タブ|画面)/)
  })
})

describe('a form in Slack', () => {
  const hintsOf = (view: View): readonly string[] => {
    const { pages } = toBlockKit(render(view).content, { surface: 'modal' })
    return pages.flat().flatMap((block) => (block.type === 'input' ? (block.hint?.text ?? []) : []))
  }

  it('says below a number what may be put in, and below nothing else anything', () => {
    const forms = samples['self-report.form']
    const numbers = forms.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'number'))
    expect(numbers.length).toBeGreaterThan(0)
    expect(forms.flatMap(hintsOf)).toEqual(
      numbers.map(({ numberMax }) => `0から${numberMax}までの数字で入力してください。`),
    )
  })
})
