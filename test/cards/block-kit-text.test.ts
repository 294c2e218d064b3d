import { describe, expect, it } from 'vitest'
import { only, shown, words } from './projecting.ts'

const markup = (text: string) => ({
  type: 'section',
  text: { type: 'mrkdwn', text, verbatim: true },
})

describe('text', () => {
  it('becomes a section, its Markdown the markup of Slack', () => {
    expect(only(words('a **b** and *c* or __d__ and _e_, [f](https://e.jp?a=1&b=2)'))).toEqual(
      markup('a *b* and _c_ or *d* and _e_, <https://e.jp?a=1&amp;b=2|f>'),
    )
    expect(only(words('- 一つ\r\n* **二つ**\n1. 番号'))).toEqual(
      markup('• 一つ\n• *二つ*\n1. 番号'),
    )
    expect(only(words('**a _b_**'))).toEqual(markup('*a* *_b_*'))
  })

  it('keeps what Adaptive Cards take literally: headings, code, HTML, escapes', () => {
    expect(only(words('# 見出し \\*\\*星 <b>太字</b> & 2 * 3'))).toMatchObject({
      text: { type: 'plain_text', text: '# 見出し **星 <b>太字</b> & 2 * 3' },
    })
    expect(only(words('a < b & c > d'))).toEqual(markup('a &lt; b &amp; c &gt; d'))
  })

  it('never lets what a person wrote mention, link or format', () => {
    expect(only(words('<!channel> <@U1> <#C1> <https://evil.example|銀行>'))).toEqual(
      markup('&lt;!channel&gt; &lt;@U1&gt; &lt;#C1&gt; &lt;https://evil.example|銀行&gt;'),
    )
    for (const text of ['~消し~', '`コード`', ':tada: です', '> 引用'])
      expect(only(words(text))).toMatchObject({ text: { type: 'plain_text', text } })
    expect(only(words(':tada:'))).toMatchObject({ text: { emoji: false } })
    expect(only(words('snake_case_name と 10:30:45'))).toEqual(
      markup('snake_case_name と 10:30:45'),
    )
    expect(only(words('[押す](javascript:alert)'))).toEqual(markup('押す (javascript:alert)'))
  })

  it('is rich text where markup cannot say it, as bold inside a Japanese sentence', () => {
    expect(only(words('これは**太字**です'))).toEqual({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'これは' },
            { type: 'text', text: '太字', style: { bold: true } },
            { type: 'text', text: 'です' },
          ],
        },
      ],
    })
  })

  it('shows dates in the reader’s own time zone, and what is no date as it stands', () => {
    expect(
      only(words('{{DATE(2026-05-28T00:00:00Z, SHORT)}} {{TIME(2026-05-28T00:00:00Z)}}')),
    ).toEqual(
      markup('<!date^1779926400^{date_short}|2026年5月28日(木)> <!date^1779926400^{time}|9:00>'),
    )
    expect(only(words('{{DATE(2026-02-30T00:00:00Z)}}'))).toEqual(
      markup('{{DATE(2026-02-30T00:00:00Z)}}'),
    )
  })

  it('is a header once, a bold line after that, and a context line when small or subtle', () => {
    const { blocks } = shown([
      words('人事評価', { isSubtle: true, size: 'small' }),
      words('準備をお願いします', { size: 'large', weight: 'bolder' }),
      words('次の見出し', { style: 'heading' }),
      words('題 *x*', { size: 'extraLarge', weight: 'bolder' }),
    ])
    expect(blocks).toMatchObject([
      { type: 'context', elements: [{ text: '人事評価' }] },
      { type: 'header', text: { text: '準備をお願いします' } },
      { type: 'section', text: { text: '*次の見出し*' } },
      { type: 'section', text: { text: '*題* *_x_*' } },
    ])
    expect(only(words('題'.repeat(151), { style: 'heading' }))['type']).toBe('section')
  })

  it('is not shown when hidden or empty, and then says that nothing is', () => {
    const { blocks, warnings } = shown([words('秘密', { isVisible: false }), words('  ')])
    expect(JSON.stringify(blocks)).not.toContain('秘密')
    expect(warnings.join()).toContain('nothing to show')
  })

  it('has a divider before it where the card has a separator, but none at the very top', () => {
    const line = { separator: true }
    const types = shown([words('あ', line), words('い', line)]).blocks.map((block) => block.type)
    expect(types).toEqual(['section', 'divider', 'section'])
  })
})

describe('rich text', () => {
  it('keeps every style it has in Slack', () => {
    const run = (text: string, look: object) => ({ type: 'TextRun', text, ...look })
    const block = only({
      type: 'RichTextBlock',
      inlines: [
        'そのまま **x**',
        run('太', { weight: 'bolder' }),
        run('斜', { italic: true }),
        run('消', { strikethrough: true }),
        run('下', { underline: true }),
        run('等', { fontType: 'monospace' }),
        run('網', { selectAction: { type: 'Action.OpenUrl', url: 'https://example.jp' } }),
      ],
    })
    expect(block).toMatchObject({
      type: 'rich_text',
      elements: [
        {
          elements: [
            { text: 'そのまま **x**' },
            { text: '太', style: { bold: true } },
            { text: '斜', style: { italic: true } },
            { text: '消', style: { strike: true } },
            { text: '下', style: { underline: true } },
            { text: '等', style: { code: true } },
            { type: 'link', url: 'https://example.jp', text: '網' },
          ],
        },
      ],
    })
  })

  it('has a button for words that act, and says that highlighting is bold', () => {
    const selectAction = { type: 'Action.Submit', data: { action: 'a.b' } }
    const inlines = [{ type: 'TextRun', text: '押す', highlight: true, selectAction }]
    const { blocks, warnings } = shown([{ type: 'RichTextBlock', inlines }])
    expect(blocks).toMatchObject([
      { type: 'section' },
      { type: 'actions', elements: [{ text: { text: '押す' }, action_id: 'a.b' }] },
    ])
    expect(warnings.join('\n')).toMatch(/highlighted/)
  })
})

describe('the fallback text', () => {
  it('is the card’s own, else what it would speak, else its words', () => {
    const body = [words('題', { style: 'heading' }), words('**本文** です')]
    const speak = '<speak>声で<break/>読みます &amp; 終わり</speak>'
    expect(shown(body, { fallbackText: '要約', speak }).fallbackText).toBe('要約')
    expect(shown(body, { speak }).fallbackText).toBe('声で 読みます &amp; 終わり')
    expect(shown(body).fallbackText).toBe('題 本文 です')
    expect(shown([]).fallbackText).not.toBe('')
  })

  it('is safe to send as a message: no mention gets through', () => {
    expect(shown([words('<!channel>')]).fallbackText).toBe('&lt;!channel&gt;')
  })
})
