/** Cards of every element of Adaptive Cards 1.5, at random, some of them broken on purpose. */
import fc from 'fast-check'

type Node = Record<string, unknown>

let count = 0
const word = fc.constant(null).map(() => `w${(count += 1)}x`)

const decorated = fc
  .tuple(
    word,
    fc.constantFrom(
      (w: string) => w,
      (w: string) => `**${w}**`,
      (w: string) => `_${w}_`,
      (w: string) => `漢字${w}です。`,
      (w: string) => `[${w}](https://example.jp/${w}?a=1&b=2)`,
      (w: string) => `<!channel> ${w} <@U1> &amp; <b>`,
      (w: string) => `:smile: *${w}* ~${w}~ \`${w}\``,
      (w: string) => `\n- ${w}\n> ${w}\n1. ${w}\n`,
      (w: string) => `{{DATE(2026-05-28T00:00:00Z, SHORT)}} ${w}`,
      (w: string) => `😀${w}\\*${w}`,
      (w: string) => `[${w}](javascript:alert(1))`,
      (w: string) => `[${w}](https://example.jp/?${'&'.repeat(250)}${'q'.repeat(90)})`,
      (w: string) => `[${w}](https://example.jp/?${'q'.repeat(2_700)})`,
    ),
  )
  .map(([w, dress]) => dress(w))

const text = fc
  .oneof(
    { weight: 60, arbitrary: fc.array(decorated, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(decorated, { minLength: 250, maxLength: 500 }) },
  )
  .map((parts) => parts.join(' '))
const short = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
const title = fc.oneof(
  { weight: 20, arbitrary: short },
  {
    weight: 1,
    arbitrary: fc.array(word, { minLength: 20, maxLength: 40 }).map((p) => p.join(' ')),
  },
)
const id = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'd.e', '項目') },
  { weight: 1, arbitrary: fc.constantFrom('', 'i'.repeat(300)) },
)
const junk = fc.constantFrom<unknown>(null, 3, true, [], {}, 'junk', [null, 1, 'x'], { type: 7 })
const broken = <T>(good: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: good }, { weight: 1, arbitrary: junk })
const maybe = <T>(good: fc.Arbitrary<T>) => fc.option(broken(good), { nil: undefined })
const flag = maybe(fc.boolean())
const url = fc.constantFrom(
  'https://example.jp/a.png',
  'data:image/png;base64,AAAA',
  'ms-settings:x',
  `https://example.jp/${'a'.repeat(3_100)}`,
  'https://example.jp/<bad>|x',
)

const common = {
  isVisible: fc.option(fc.boolean(), { nil: undefined, freq: 3 }),
  id: maybe(id),
  separator: flag,
  spacing: maybe(fc.constantFrom('small', 'large')),
  requires: maybe(fc.constantFrom({}, { adaptiveCards: '1.2' }, { acTest: '1.0' })),
}

const node = (type: string, fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Node> =>
  fc.record({ type: fc.constant(type), ...common, ...fields })

const input = (type: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
  node(type, {
    id: fc.oneof(
      id,
      fc.nat(50).map((n) => `f${n}`),
    ),
    label: maybe(title),
    isRequired: flag,
    errorMessage: maybe(short),
    ...fields,
  })

const choice = fc.record({
  title,
  value: fc.oneof(
    fc.nat(400).map((n) => `v${n}`),
    fc.constantFrom('', 'v'.repeat(200)),
  ),
})

const choiceSet = input('Input.ChoiceSet', {
  choices: broken(
    fc.oneof(
      { weight: 20, arbitrary: fc.array(choice, { maxLength: 12 }) },
      { weight: 1, arbitrary: fc.array(choice, { minLength: 100, maxLength: 260 }) },
    ),
  ),
  style: maybe(fc.constantFrom('compact', 'expanded', 'filtered')),
  isMultiSelect: flag,
  value: maybe(fc.constantFrom('v1', 'v1,v2', 'nothing')),
  placeholder: maybe(title),
})

/** Any card, with words `w1x`, `w2x`, ... that occur once each. */
export const randomCard: fc.Arbitrary<Node> = fc.letrec<{
  element: Node
  action: Node
  card: Node
}>((tie) => {
  const items = broken(fc.array(tie('element'), { maxLength: 3 }))
  const actions = broken(
    fc.oneof(
      { weight: 20, arbitrary: fc.array(tie('action'), { maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(tie('action'), { minLength: 26, maxLength: 30 }) },
    ),
  )
  const select = fc.option(tie('action'), { nil: undefined, freq: 6 })
  const columns = fc.array(node('Column', { items, selectAction: select }), { maxLength: 5 })
  const cell = fc.record({ type: fc.constant('TableCell'), items })
  const row = fc.record({ type: fc.constant('TableRow'), cells: fc.array(cell, { maxLength: 5 }) })
  const button = {
    title: maybe(title),
    mode: maybe(fc.constantFrom('primary', 'secondary')),
    style: maybe(fc.constantFrom('default', 'positive', 'destructive')),
    isEnabled: flag,
    tooltip: maybe(title),
  }
  const sent = {
    ...button,
    data: maybe(
      fc.oneof(
        fc.constant({ action: 'a.b', k: 1 }),
        fc.string(),
        fc.constant({ big: 'x'.repeat(2_500) }),
      ),
    ),
    associatedInputs: maybe(fc.constantFrom('auto', 'none')),
  }
  return {
    element: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      node('TextBlock', {
        text,
        size: maybe(fc.constantFrom('small', 'large', 'extraLarge')),
        weight: maybe(fc.constantFrom('bolder', 'lighter')),
        isSubtle: flag,
        style: maybe(fc.constantFrom('heading', 'default')),
        fontType: maybe(fc.constantFrom('monospace')),
      }),
      node('RichTextBlock', {
        inlines: broken(
          fc.array(
            fc.oneof(
              short,
              fc.record({
                type: fc.constant('TextRun'),
                text: title,
                italic: flag,
                underline: flag,
                strikethrough: flag,
                highlight: flag,
              }),
            ),
            { maxLength: 5 },
          ),
        ),
      }),
      node('Image', { url, altText: maybe(title), size: maybe(fc.constantFrom('small', 'large')) }),
      node('FactSet', {
        facts: broken(fc.array(fc.record({ title, value: text }), { maxLength: 14 })),
      }),
      input('Input.Text', {
        placeholder: maybe(title),
        value: maybe(text),
        maxLength: maybe(fc.constantFrom(5, 100, 9_000)),
        style: maybe(fc.constantFrom('email', 'url', 'tel', 'password')),
        isMultiline: flag,
        regex: maybe(fc.constant('^a$')),
        inlineAction: select,
      }),
      input('Input.Number', {
        min: maybe(fc.integer({ min: -5, max: 5 })),
        max: maybe(fc.integer({ min: -5, max: 5 })),
        value: maybe(fc.double()),
      }),
      input('Input.Date', { value: maybe(fc.constantFrom('2026-02-29', '2026-05-28', 'soon')) }),
      input('Input.Time', { value: maybe(fc.constantFrom('09:30', '25:00', '9')) }),
      input('Input.Toggle', {
        title: maybe(title),
        value: maybe(fc.constantFrom('true', 'false')),
      }),
      choiceSet,
      node('Media', {
        sources: fc.array(fc.record({ url, mimeType: fc.constant('video/mp4') }), { maxLength: 3 }),
        poster: maybe(url),
        altText: maybe(short),
      }),
      node('ImageSet', {
        images: fc.array(node('Image', { url, altText: short }), { maxLength: 25 }),
        imageSize: maybe(fc.constantFrom('small', 'medium')),
      }),
      node('Container', { items, selectAction: select, style: maybe(fc.constant('emphasis')) }),
      node('ColumnSet', { columns: broken(columns), selectAction: select }),
      node('Table', {
        rows: broken(fc.array(row, { maxLength: 6 })),
        firstRowAsHeaders: flag,
        columns: broken(fc.array(fc.record({ width: fc.nat(3) }), { maxLength: 4 })),
      }),
      node('ActionSet', { actions }),
      node('Unheard.Of', {
        text: short,
        fallback: fc.option(fc.oneof(tie('element'), fc.constant('drop')), { nil: undefined }),
      }),
    ),
    action: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      node('Action.Submit', sent),
      node('Action.Execute', {
        ...sent,
        verb: maybe(fc.constantFrom('a.b', 'c', 'v'.repeat(400))),
      }),
      node('Action.OpenUrl', { ...button, url }),
      node('Action.ToggleVisibility', {
        ...button,
        targetElements: fc.array(id, { maxLength: 2 }),
      }),
      node('Action.ShowCard', { ...button, card: tie('card') }),
      node('Action.Unknown', { ...button, fallback: fc.constantFrom(undefined, 'drop') }),
    ),
    card: fc.record({
      type: fc.constant('AdaptiveCard'),
      version: fc.constant('1.5'),
      body: broken(fc.array(tie('element'), { maxLength: 8 })),
      actions,
      selectAction: select,
      speak: maybe(fc.constant('<speak>声 &amp; 声</speak>')),
      lang: maybe(fc.constantFrom('ja', 'en', '??')),
      rtl: flag,
    }),
  }
}).card
