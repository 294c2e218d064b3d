import { describe, expect, it } from 'vitest'
import { optionKey } from '../../cards/block-kit/strings.ts'
import { only, shown, words } from './projecting.ts'

const choices = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ title: `選択${n}`, value: `v${n}` }))
const set = (more: object) => ({ type: 'Input.ChoiceSet', id: 'c', label: '選ぶ', ...more })
const element = (input: object) => only(input, 'modal')['element']

describe('inputs', () => {
  it('are input blocks under their own id, optional unless required, filled in as given', () => {
    const input = {
      type: 'Input.Text',
      id: 'reason',
      label: '理由',
      value: '前の',
      isRequired: true,
    }
    expect(only(input, 'modal')).toEqual({
      type: 'input',
      block_id: 'reason',
      label: { type: 'plain_text', text: '理由' },
      element: { type: 'plain_text_input', action_id: 'reason', initial_value: '前の' },
    })
    expect(only({ ...input, isRequired: false }, 'modal')).toMatchObject({ optional: true })
    expect(only(input)).toMatchObject({ dispatch_action: false })
  })

  it('always have a label: their own, their placeholder, the text before them, their id', () => {
    const bare = { type: 'Input.Text', id: 'x' }
    const label = (body: unknown[]) => shown(body).blocks.at(-1)
    expect(label([{ ...bare, label: 'ア', placeholder: 'イ' }])).toMatchObject({
      label: { text: 'ア' },
    })
    expect(label([{ ...bare, placeholder: 'イ' }])).toMatchObject({ label: { text: 'イ' } })
    expect(label([words('お名前'), bare])).toMatchObject({ label: { text: 'お名前' } })
    expect(label([bare])).toMatchObject({ label: { text: 'x' } })
  })

  it('of text know lines, lengths, addresses, and warn about passwords and patterns', () => {
    const input = { type: 'Input.Text', id: 'x', label: 'ア' }
    expect(element({ ...input, isMultiline: true, maxLength: 400 })).toMatchObject({
      multiline: true,
      max_length: 400,
    })
    expect(element({ ...input, style: 'email' })).toMatchObject({ type: 'email_text_input' })
    expect(element({ ...input, style: 'url' })).toMatchObject({ type: 'url_text_input' })
    expect(element({ ...input, style: 'email', value: '誰か' })).toMatchObject({
      type: 'plain_text_input',
    })
    const odd = shown([{ ...input, style: 'password', regex: '^1', errorMessage: '1から' }])
    expect(odd.warnings.join('\n')).toMatch(/password[\s\S]*pattern/)
    expect(odd.blocks[0]).toMatchObject({ hint: { text: '1から' } })
  })

  it('of numbers, dates and times have pickers, and no value that Slack would refuse', () => {
    const number = { type: 'Input.Number', id: 'n', label: '年', min: 1, max: 40, value: 3.5 }
    expect(element(number)).toEqual({
      type: 'number_input',
      action_id: 'n',
      is_decimal_allowed: true,
      min_value: '1',
      max_value: '40',
      initial_value: '3.5',
    })
    expect(element({ ...number, value: 99 })).not.toHaveProperty('initial_value')
    const date = { type: 'Input.Date', id: 'd', label: '日', min: '2026-04-01' }
    expect(element({ ...date, value: '2026-05-28' })).toMatchObject({ initial_date: '2026-05-28' })
    expect(element({ ...date, value: '2026-02-30' })).not.toHaveProperty('initial_date')
    expect(only(date, 'modal')).toMatchObject({ hint: { text: '2026-04-01〜' } })
    const time = { type: 'Input.Time', id: 't', label: '時', value: '09:30' }
    expect(element(time)).toMatchObject({ type: 'timepicker', initial_time: '09:30' })
  })

  it('of one yes are a checkbox', () => {
    const toggle = {
      type: 'Input.Toggle',
      id: 'ok',
      title: '確認しました',
      valueOn: 'y',
      value: 'y',
    }
    const yes = { text: { type: 'plain_text', text: 'はい' }, value: 'y' }
    expect(only(toggle, 'modal')).toMatchObject({
      label: { text: '確認しました' },
      element: { type: 'checkboxes', options: [yes], initial_options: [yes] },
    })
    expect(only({ ...toggle, label: '同意' }, 'modal')).toMatchObject({
      label: { text: '同意' },
      element: { options: [{ text: { text: '確認しました' } }] },
    })
  })

  it('of choices are boxes, menus or groups of menus, by style and number', () => {
    const type = (more: object) => (element(set(more)) as { type: string }).type
    expect(type({ choices: choices(10), style: 'expanded' })).toBe('radio_buttons')
    expect(type({ choices: choices(10), style: 'expanded', isMultiSelect: true })).toBe(
      'checkboxes',
    )
    expect(type({ choices: choices(11), style: 'expanded' })).toBe('static_select')
    expect(type({ choices: choices(3) })).toBe('static_select')
    expect(type({ choices: choices(3), isMultiSelect: true })).toBe('multi_static_select')
    expect(element(set({ choices: choices(101) }))).toMatchObject({
      option_groups: [{ label: { text: '1〜100' } }, { label: { text: '101〜101' } }],
    })
  })

  it('of many choices stand under the word that neighbours begin with', () => {
    const sections = (department: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({
        title: `${department} 第${at}課`,
        value: `${department}${at}`,
      }))
    const units = [...sections('総務部', 60), ...sections('財政部', 60)]
    expect(element(set({ choices: units }))).toMatchObject({
      option_groups: [{ label: { text: '総務部' } }, { label: { text: '財政部' } }],
    })
    const large = [...sections('総務部', 101), ...sections('財政部', 2)]
    expect(element(set({ choices: large }))).toMatchObject({
      option_groups: [{ label: { text: '1〜100' } }, { label: { text: '101〜103' } }],
    })
  })

  it('of choices have the chosen ones filled in, and none that is not offered', () => {
    expect(element(set({ choices: choices(3), value: 'v1' }))).toMatchObject({
      initial_option: { value: 'v1' },
    })
    expect(
      element(set({ choices: choices(3), value: 'v0,v2', isMultiSelect: true })),
    ).toMatchObject({
      initial_options: [{ value: 'v0' }, { value: 'v2' }],
    })
    const odd = shown([set({ choices: choices(3), value: 'zz' })])
    expect(JSON.stringify(odd.blocks)).not.toContain('initial_option')
    expect(odd.warnings.join()).toContain('zz')
  })

  it('of choices from elsewhere, or too many for a page, are typed, with what is known listed', () => {
    const query = { 'choices.data': { type: 'Data.Query', dataset: 'people' } }
    expect(element(set(query))).toMatchObject({ type: 'plain_text_input' })
    const { pages } = shown([set({ choices: choices(400) })])
    expect(JSON.stringify(pages)).toContain('選択399')
    expect(pages.flat().at(-1)).toMatchObject({ element: { type: 'plain_text_input' } })
  })

  it('have long choices in full above them, and long values as a fingerprint one can compute', () => {
    const long = { title: '題'.repeat(100), value: 'v'.repeat(151) }
    const { blocks, warnings } = shown([set({ choices: [long], value: long.value })], {}, 'modal')
    expect(blocks[0]).toMatchObject({ text: { text: `• ${long.title}` } })
    expect(blocks[1]).toMatchObject({
      element: { initial_option: { value: optionKey(long.value) } },
    })
    expect(warnings.join()).toMatch(/choices\[0\].*fingerprint/)
  })

  it('keep a value that is too long, in full above', () => {
    const value = '文。'.repeat(2_000)
    const { blocks, warnings } = shown(
      [{ type: 'Input.Text', id: 'x', label: 'ア', value }],
      {},
      'modal',
    )
    const full = blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text] : []))
    expect(full.join('')).toBe(value)
    expect(blocks.at(-1)).toMatchObject({ element: { initial_value: expect.stringMatching(/…$/) } })
    expect(warnings.join()).toContain('3,000')
  })

  it('with one id twice, or a very long one, still have ids of their own', () => {
    const input = { type: 'Input.Text', label: 'ア' }
    const twice = shown(
      [
        { ...input, id: 'a' },
        { ...input, id: 'a' },
      ],
      {},
      'modal',
    )
    expect(twice.blocks).toMatchObject([{ block_id: 'a' }, { block_id: 'a:2' }])
    expect(twice.warnings).toEqual(['body[1]: input id is a:2 in Slack', expect.any(String)])
    expect(only({ ...input, id: 'i'.repeat(300) })).toMatchObject({
      block_id: expect.stringMatching(/^sha256:/),
    })
  })

  it('that are hidden are left out, and a warning names them', () => {
    const hidden = { type: 'Input.Text', id: 'secret', label: 'ア', isVisible: false }
    expect(shown([words('あ'), hidden]).warnings.join()).toContain('secret')
  })
})
