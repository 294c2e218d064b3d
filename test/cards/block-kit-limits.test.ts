import { describe, expect, it } from 'vitest'
import { decodeAction } from '../../cards/action-data.ts'
import type { Block } from '../../cards/block-kit/blocks.ts'
import { toBlockKit } from '../../cards/block-kit.ts'
import { cardOf, shown, words } from './projecting.ts'

const execute = (verb: string, more: object = {}) => ({
  type: 'Action.Execute',
  verb,
  title: verb,
  ...more,
})
const textOf = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.type === 'section' ? (block.text?.text ?? '') : '')).join('')

describe('limits', () => {
  it('of a section are kept by splitting at a sentence', () => {
    const text = 'これは長い文です。'.repeat(700)
    const { blocks, warnings } = shown([words(text)])
    expect(blocks.length).toBeGreaterThan(2)
    expect(textOf(blocks)).toBe(text)
    expect(textOf(blocks.slice(0, 1))).toMatch(/。$/)
    expect(warnings).toEqual([`body[0]: text longer than a section, split into ${blocks.length}`])
  })

  it('of a section count what escaping adds', () => {
    const text = 'a<&>'.repeat(1_000)
    expect(
      textOf(shown([words(text)]).pages.flat()).replaceAll(/&(amp|lt|gt);/g, '?'),
    ).toHaveLength(4_000)
  })

  it('of a section hold for long addresses, which stand as text where they do not fit', () => {
    const long = (length: number) => `https://example.jp/${'a&'.repeat(length / 2)}`
    const { blocks } = shown([words(`[規程](${long(1_000)}) と [様式](${long(2_900)})`)])
    expect(JSON.stringify(blocks)).toContain('様式 (https://')
    expect(JSON.stringify(blocks)).toContain('規程')
  })

  it('of a message are kept by pages, each leading to the next, with nothing lost', () => {
    const body = Array.from({ length: 120 }, (_, n) => words(`段落${n}。`))
    const { blocks, pages, warnings } = shown(body)
    expect(pages[0]).toBe(blocks)
    expect(pages).toHaveLength(3)
    expect(blocks.at(-1)).toMatchObject({
      elements: [{ action_id: 'cards.more', text: { text: '続きを読む（2 / 3）' } }],
    })
    const last = blocks.at(-1)
    const [more] = last?.type === 'actions' ? last.elements : []
    expect(decodeAction(more?.type === 'button' ? (more.value ?? '') : '')).toEqual({
      action: 'cards.more',
      args: { page: 2 },
    })
    expect(textOf(pages.flat())).toBe(body.map((_, n) => `段落${n}。`).join(''))
    expect(warnings.join()).toContain('3 pages')
  })

  it('of a message also count characters', () => {
    const body = Array.from({ length: 10 }, () => words('字'.repeat(2_000)))
    const { pages } = shown(body)
    expect(pages.length).toBeGreaterThan(1)
    expect(textOf(pages.flat())).toHaveLength(20_000)
  })

  it('do not leave a heading or a divider alone at the end of a page', () => {
    const body = Array.from({ length: 100 }, (_, n) => words(`段落${n}`, { separator: n === 49 }))
    for (const page of shown(body).pages) expect(page.at(-2)?.type).not.toBe('divider')
  })

  it('let exactly fifty blocks stand on one page, and a hundred in a modal', () => {
    const body = (count: number) => Array.from({ length: count }, () => words('あ'))
    expect(shown(body(50)).pages).toHaveLength(1)
    expect(shown(body(51)).pages).toHaveLength(2)
    expect(shown(body(100), {}, 'modal').pages).toHaveLength(1)
    expect(shown(body(101), {}, 'home').pages).toHaveLength(2)
  })

  it('of a row of buttons are kept by a second row', () => {
    const actions = Array.from({ length: 26 }, (_, n) => execute(`a${n}`))
    expect(shown([], { actions }).blocks).toHaveLength(2)
  })

  it('of a button are kept by a shorter text, in full above it', () => {
    const title = 'とても長いボタンの文字'.repeat(10)
    const { blocks, warnings } = shown([], { actions: [execute('a', { title })] })
    expect(blocks[0]).toMatchObject({ text: { text: title } })
    expect(blocks[1]).toMatchObject({
      elements: [{ text: { text: expect.stringMatching(/^.{74}…$/) } }],
    })
    expect(warnings.join()).toContain('actions[0]')
  })

  it('of a button’s value are kept by a fingerprint that is always the same', () => {
    const show = () => shown([], { actions: [execute('a.b', { data: { x: 'y'.repeat(3_000) } })] })
    const [row] = show().blocks
    const [button] = row?.type === 'actions' ? row.elements : []
    const value = button?.type === 'button' ? (button.value ?? '') : ''
    expect(decodeAction(value)).toEqual({
      action: 'a.b',
      args: { $fingerprint: expect.stringMatching(/^sha256:/) },
    })
    expect(show()).toEqual(show())
    expect(show().warnings.join()).toContain('fingerprint')
  })

  it('never cut a character in two', () => {
    const { blocks } = shown([], { actions: [execute('a', { title: '😀'.repeat(60) })] })
    expect(JSON.stringify(blocks)).not.toMatch(/\\ud[89a-f]/i)
  })

  it('of a table are kept by showing it row by row', () => {
    const cells = [{ type: 'TableCell', items: [words('あ')] }]
    const rows = (count: number) =>
      Array.from({ length: count }, () => ({ type: 'TableRow', cells }))
    expect(shown([{ type: 'Table', rows: rows(30) }]).blocks[0]?.type).toBe('table')
    expect(shown([{ type: 'Table', rows: rows(101) }]).blocks[0]?.type).toBe('section')
  })

  it('leave a client that draws no rich text with sections alone', () => {
    const body = [
      words('これは**太字**です'),
      { type: 'Table', rows: [{ cells: [{ items: [words('あ')] }] }] },
    ]
    const { blocks, warnings } = toBlockKit(cardOf(body), { surface: 'message', rich: false })
    expect(blocks.map((block) => block.type)).toEqual(['section', 'section'])
    expect(textOf(blocks)).toContain('これは太字です')
    expect(warnings.join()).toContain('without that look')
  })
})
