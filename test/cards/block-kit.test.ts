import { describe, expect, it } from 'vitest'
import { decodeAction } from '../../cards/action-data.ts'
import { toBlockKit } from '../../cards/block-kit.ts'
import { cardOf, only, shown, words } from './projecting.ts'

const png = 'https://example.jp/a.png'
const image = (more: object = {}) => ({ type: 'Image', url: png, altText: '図', ...more })
const column = (...items: object[]) => ({ type: 'Column', items })
const columns = (...list: object[]) => ({ type: 'ColumnSet', columns: list })
const types = (body: unknown, more: object = {}) => shown(body, more).blocks.map((one) => one.type)
const execute = (verb: string, more: object = {}) => ({
  type: 'Action.Execute',
  verb,
  title: verb,
  ...more,
})
const buttons = (actions: object[]) => {
  const [row] = shown([], { actions }).blocks
  return row?.type === 'actions' ? row.elements : []
}

describe('pictures', () => {
  it('are image blocks, or icons in a context line when small', () => {
    expect(only(image())).toEqual({ type: 'image', image_url: png, alt_text: '図' })
    expect(only(image({ size: 'small' }))).toMatchObject({ type: 'context' })
    expect(only({ type: 'Image', url: png })).toMatchObject({ alt_text: '画像' })
  })

  it('that Slack cannot load are their description, with a warning', () => {
    const { blocks, warnings } = shown([image({ url: 'data:image/png;base64,AAAA' })])
    expect(blocks).toMatchObject([{ type: 'context', elements: [{ text: '図' }] }])
    expect(warnings).toEqual([
      'body[0]: picture shown as its description: Slack shows no data: pictures',
    ])
  })

  it('in a set of small ones stand in rows of ten', () => {
    const images = Array.from({ length: 12 }, () => image())
    const { blocks } = shown([{ type: 'ImageSet', imageSize: 'small', images }])
    expect(blocks.map((one) => (one.type === 'context' ? one.elements.length : 0))).toEqual([10, 2])
  })

  it('that move are a poster and links', () => {
    const sources = [{ mimeType: 'video/mp4', url: 'https://example.jp/v.mp4' }]
    const captionSources = [{ mimeType: 'vtt', label: '日本語', url: 'https://example.jp/c.vtt' }]
    const media = { type: 'Media', poster: png, altText: '説明会', sources, captionSources }
    const { blocks } = shown([media])
    expect(blocks).toMatchObject([{ type: 'image' }, { type: 'section' }])
    expect(JSON.stringify(blocks)).toMatch(/v\.mp4\|▶ 説明会[\s\S]*c\.vtt\|字幕 日本語/)
  })
})

describe('layout', () => {
  it('puts text beside text, and a picture or button beside its text', () => {
    expect(only(columns(column(words('左')), column(words('右'))))).toMatchObject({
      fields: [{ text: '左' }, { text: '右' }],
    })
    const person = columns(column(image({ size: 'small' })), column(words('山田'), words('人事課')))
    expect(only(person)).toMatchObject({
      text: { text: '山田\n人事課' },
      accessory: { image_url: png },
    })
    const act = columns(column(words('文')), column({ type: 'ActionSet', actions: [execute('a')] }))
    expect(only(act)).toMatchObject({ text: { text: '文' }, accessory: { action_id: 'a' } })
  })

  it('puts anything else below each other and says so', () => {
    const { blocks, warnings } = shown([
      columns(column({ type: 'Input.Date', id: 'd', label: '日' }), column(words('右'))),
    ])
    expect(blocks.map((one) => one.type)).toEqual(['input', 'section'])
    expect(warnings).toEqual(['body[0]: columns are shown below each other'])
  })

  it('shows facts as fields, ten to a section', () => {
    const facts = Array.from({ length: 12 }, (_, n) => ({ title: `題${n}`, value: `値 **${n}**` }))
    const { blocks } = shown([{ type: 'FactSet', facts }])
    expect(blocks.map((one) => (one.type === 'section' ? one.fields?.length : 0))).toEqual([10, 2])
    expect(blocks[0]).toMatchObject({
      fields: [{ text: '*題0*\n値 *0*' }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    })
  })

  it('has a button for a container that can be pressed', () => {
    const selectAction = { type: 'Action.OpenUrl', url: 'https://example.jp', title: '詳しく' }
    expect(only({ type: 'Container', items: [words('概要')], selectAction })).toMatchObject({
      text: { text: '概要' },
      accessory: { type: 'button', url: 'https://example.jp', text: { text: '詳しく' } },
    })
  })

  const cell = (text: string) => ({ type: 'TableCell', items: [words(text)] })
  const row = (...texts: string[]) => ({ type: 'TableRow', cells: texts.map(cell) })
  const table = { type: 'Table', rows: [row('氏名', '状況'), row('山田', '済'), row('佐藤', '')] }

  it('shows one table of a message as a table, the others and other places row by row', () => {
    expect(types([table, table])).toEqual(['table', 'section', 'section'])
    expect(shown([table], {}, 'modal').blocks).toMatchObject([
      { fields: [{ text: '*氏名*\n山田' }, { text: '*状況*\n済' }] },
      { fields: [{ text: '*氏名*\n佐藤' }, { text: '*状況*\n—' }] },
    ])
  })

  it('shows a table with more than text in its cells as its cells', () => {
    const cells = [
      cell('山田'),
      { type: 'TableCell', items: [{ type: 'Input.Date', id: 'd', label: '日' }] },
    ]
    expect(types([{ type: 'Table', rows: [{ type: 'TableRow', cells }] }])).toEqual([
      'section',
      'input',
    ])
  })
})

describe('actions', () => {
  it('are buttons that carry what decodeAction reads, each with an id of its own', () => {
    const [first, second] = buttons([
      execute('self-report.save', { data: { page: 2 }, style: 'positive', title: '保存' }),
      execute('self-report.save', {
        data: { page: 3 },
        style: 'destructive',
        associatedInputs: 'none',
      }),
    ])
    expect(first).toEqual({
      type: 'button',
      action_id: 'self-report.save',
      text: { type: 'plain_text', text: '保存' },
      value: '{"action":"self-report.save","args":{"page":2}}',
      style: 'primary',
    })
    expect(second).toMatchObject({ action_id: 'self-report.save:2', style: 'danger' })
    const value = second?.type === 'button' ? (second.value ?? '') : ''
    expect(decodeAction(value)).toEqual({
      action: 'self-report.save',
      args: { page: 3 },
      inputs: 'none',
    })
  })

  it('of other makers are named by their data or title', () => {
    const [named, titled] = buttons([
      { type: 'Action.Submit', title: 'あ', data: { action: 'x.y', k: 1 } },
      { type: 'Action.Submit', title: 'い', data: 'text' },
    ])
    expect(named).toMatchObject({ action_id: 'x.y', value: '{"action":"x.y","args":{"k":1}}' })
    expect(titled).toMatchObject({
      action_id: 'action',
      value: '{"action":"い","args":{"data":"text"}}',
    })
  })

  it('open pages; an address Slack cannot open is text', () => {
    const open = (url: string) => ({ type: 'Action.OpenUrl', title: '規程', url })
    expect(buttons([open('https://example.jp')])).toMatchObject([{ url: 'https://example.jp' }])
    expect(only({ type: 'ActionSet', actions: [open('tel:110')] })).toMatchObject({
      text: { text: '規程 tel:110' },
    })
  })

  it('of lesser weight are a menu, where they fit in one', () => {
    const lesser = { mode: 'secondary' }
    expect(buttons([execute('a'), execute('b', lesser), execute('c', lesser)])).toMatchObject([
      { type: 'button', action_id: 'a' },
      {
        type: 'overflow',
        options: [{ value: '{"action":"b","args":{}}' }, { text: { text: 'c' } }],
      },
    ])
    expect(buttons([execute('b', lesser)])).toMatchObject([{ type: 'button' }])
    const big = execute('b', { ...lesser, data: { x: 'y'.repeat(200) } })
    expect(buttons([big, execute('c', lesser), execute('d', lesser)])).toMatchObject([
      { type: 'button', action_id: 'b' },
      { type: 'overflow' },
    ])
  })

  it('that show a card show it in place, with its inputs and actions', () => {
    const inner = {
      type: 'AdaptiveCard',
      body: [{ type: 'Input.Text', id: 'x', label: 'メモ' }],
      actions: [execute('note')],
    }
    const actions = [{ type: 'Action.ShowCard', title: 'メモを書く', card: inner }]
    expect(shown([words('本文')], { actions }).blocks).toMatchObject([
      { type: 'section' },
      { type: 'divider' },
      { text: { text: '*メモを書く*' } },
      { type: 'input', block_id: 'x' },
      { elements: [{ action_id: 'note' }] },
    ])
  })

  it('that show and hide leave everything shown, and a warning', () => {
    const actions = [{ type: 'Action.ToggleVisibility', title: '詳細', targetElements: ['more'] }]
    const { blocks, warnings } = shown([words('細部', { id: 'more', isVisible: false })], {
      actions,
    })
    expect(blocks).toMatchObject([{ text: { text: '細部' } }])
    expect(warnings).toHaveLength(2)
  })

  it('that are disabled are a line of text', () => {
    expect(
      only({ type: 'ActionSet', actions: [execute('a', { isEnabled: false })] }),
    ).toMatchObject({
      type: 'context',
      elements: [{ text: 'a（いまは使えません）' }],
    })
  })

  it('with a tooltip are read out with it', () => {
    expect(buttons([execute('保存', { tooltip: '下書きに残します' })])).toMatchObject([
      { accessibility_label: '保存 下書きに残します' },
    ])
  })
})

describe('a modal', () => {
  const input = { type: 'Input.Text', id: 'x', label: 'ア' }

  it('submits with the positive action, else the first one where there are inputs', () => {
    const actions = [execute('back'), execute('save', { style: 'positive', title: '保存して次へ' })]
    const modal = shown([input], { actions }, 'modal')
    expect(modal.submit).toEqual({
      text: '保存して次へ',
      actionId: 'save',
      value: '{"action":"save","args":{}}',
    })
    expect(modal.blocks.at(-1)).toMatchObject({ elements: [{ action_id: 'back' }] })
    expect(shown([input], { actions: [execute('a'), execute('b')] }, 'modal').submit).toMatchObject(
      { actionId: 'a' },
    )
    expect(shown([words('あ')], { actions: [execute('a')] }, 'modal').submit).toBeUndefined()
    expect(shown([input], {}, 'modal').warnings.join()).toContain('no action to submit')
  })

  it('neither submits with one of several cards nor asks for what only they need', () => {
    const inside = (id: string) => ({
      body: [{ ...input, id, isRequired: true }],
      actions: [execute(id)],
    })
    const show = (id: string) => ({ type: 'Action.ShowCard', title: id, card: inside(id) })
    const several = shown([], { actions: [show('a'), show('b')] }, 'modal')
    expect(several.submit).toBeUndefined()
    expect(several.blocks).toMatchObject([
      {},
      { optional: true },
      {},
      {},
      {},
      { optional: true },
      {},
    ])
    const one = shown([], { actions: [show('a')] }, 'modal')
    expect(one.submit).toMatchObject({ actionId: 'a:2' })
    expect(JSON.stringify(one.blocks)).not.toContain('optional')
  })

  it('keeps its title and submit text within 24 characters', () => {
    const title = '期首面談の準備をお願いしますという長い長い題名です'
    const modal = shown(
      [words(title, { style: 'heading' }), input],
      { actions: [execute('a', { title })] },
      'modal',
    )
    expect([modal.title?.length, modal.submit?.text.length]).toEqual([24, 24])
    expect(JSON.stringify(modal.blocks)).toContain(title)
    expect(modal.warnings.join()).toContain(title)
  })
})

describe('what is not known', () => {
  it('is its fallback, or nothing when it asks to be dropped, or its content', () => {
    const odd = { type: 'Badge', text: '新' }
    expect(only({ ...odd, fallback: words('代わり') })).toMatchObject({ text: { text: '代わり' } })
    expect(only(odd)).toMatchObject({ text: { text: '新' } })
    const dropped = shown([words('あ'), { ...odd, fallback: 'drop' }])
    expect(dropped.blocks).toHaveLength(1)
    expect(dropped.warnings.join()).toContain('Badge')
    const needy = { ...words('高度'), requires: { acme: '2.0' }, fallback: words('普通') }
    expect(only(needy)).toMatchObject({ text: { text: '普通' } })
  })

  it('never throws, whatever the fields hold', () => {
    for (const body of [undefined, null, 'x', 3, {}, [null, 1, 'x', [], {}, { type: 3 }]])
      expect(
        toBlockKit(cardOf(body, { actions: body }), { surface: 'message' }).blocks,
      ).toHaveLength(1)
    let deep: object = words('底')
    for (let n = 0; n < 2_000; n += 1) deep = { type: 'Container', items: [deep] }
    expect(shown([deep]).warnings.join()).toContain('nested too deeply')
  })
})
