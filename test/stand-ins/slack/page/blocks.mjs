/** Draws Block Kit. */
import { h } from './dom.mjs'
import { inputField } from './inputs.mjs'

const escapes = { '&amp;': '&', '&lt;': '<', '&gt;': '>' }
const unescaped = (text) => text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => escapes[entity])

const linked = (inside) => {
  if (inside.startsWith('!date^')) return inside.split('|')[1] ?? ''
  const [url = '', label = url] = inside.split('|')
  return h('a', { href: unescaped(url), rel: 'noreferrer', target: '_blank' }, unescaped(label))
}

const looks = { '*': 'strong', _: 'em', '~': 's', '`': 'code' }

/** Slack's own markup: links, bold, italic, struck, code. */
const marked = (text) => {
  const pattern = /<([^>]+)>|([*_~`])(?=\S)(.*?\S)\2(?![\p{L}\p{N}])/gu
  const made = []
  let from = 0
  for (const found of text.matchAll(pattern)) {
    made.push(unescaped(text.slice(from, found.index)))
    made.push(found[1] ? linked(found[1]) : h(looks[found[2]], {}, ...marked(found[3])))
    from = found.index + found[0].length
  }
  return [...made, unescaped(text.slice(from))]
}

const lines = (nodes) => {
  const all = nodes.flatMap((node) =>
    typeof node === 'string'
      ? node.split(/(\n)/).map((part) => (part === '\n' ? h('br') : part))
      : [node],
  )
  return all.filter((node) => node !== '')
}

const words = (text) =>
  h(
    'div',
    { className: 'words' },
    ...lines(text.type === 'mrkdwn' ? marked(text.text) : [text.text]),
  )

const richPart = (part) => {
  const shown = part.type === 'date' ? (part.fallback ?? '') : (part.text ?? part.url ?? '')
  const text = lines([shown])
  const base = part.type === 'link' ? [h('a', { href: part.url, target: '_blank' }, ...text)] : text
  const tags = { bold: 'strong', italic: 'em', strike: 's', code: 'code', underline: 'u' }
  return Object.keys(part.style ?? {}).reduce(
    (inner, style) => [h(tags[style] ?? 'span', {}, ...inner)],
    base,
  )
}

const rich = (block) =>
  h(
    'div',
    { className: 'words' },
    ...block.elements.map((section) => h('div', {}, ...section.elements.flatMap(richPart))),
  )

const picture = (image) => h('img', { src: image.image_url, alt: image.alt_text, width: 48 })

/** A button, or the menu of lesser actions; `press` is given the button's unique id. */
const pressable = (element, press) => {
  if (element.type === 'image') return picture(element)
  if (element.type === 'overflow') {
    const menu = h('select', { ariaLabel: 'ほかの操作' }, h('option', { value: '' }, '…'))
    menu.append(...element.options.map((one) => h('option', { value: one.value }, one.text.text)))
    menu.addEventListener('change', () => menu.value && press(menu.value))
    return menu
  }
  const button = h('button', { type: 'button', className: element.style ?? '' }, element.text.text)
  button.dataset.action = element.action_id
  if (element.accessibility_label) button.ariaLabel = element.accessibility_label
  button.addEventListener('click', () =>
    element.url ? window.open(element.url) : press(element.action_id),
  )
  return button
}

const section = (block, press) =>
  h(
    'div',
    { className: 'section' },
    block.text && words(block.text),
    block.fields && h('div', { className: 'fields' }, ...block.fields.map(words)),
    block.accessory && pressable(block.accessory, press),
  )

const drawn = {
  header: (block) => h('h2', {}, block.text.text),
  divider: () => h('hr'),
  section,
  context: (block) =>
    h(
      'div',
      { className: 'context' },
      ...block.elements.map((one) => (one.type === 'image' ? picture(one) : words(one))),
    ),
  actions: (block, press) =>
    h(
      'div',
      { className: 'actions' },
      ...block.elements.map((element) => pressable(element, press)),
    ),
  image: (block) => h('img', { src: block.image_url, alt: block.alt_text }),
  rich_text: rich,
  table: (block) =>
    h(
      'table',
      {},
      ...block.rows.map((row) =>
        h(
          'tr',
          {},
          ...row.map((cell) => h('td', {}, cell.elements ? rich(cell) : (cell.text ?? ''))),
        ),
      ),
    ),
  input: (block) => inputField(block),
}

/** Draws blocks; `press(id)` is called with what was pressed. */
export const drawBlocks = (blocks, press) => {
  const unknown = (block) => h('p', {}, `［${block.type}］`)
  return h(
    'div',
    { className: 'blocks' },
    ...blocks.map((block) => (drawn[block.type] ?? unknown)(block, press)),
  )
}
