import {
  type CardAction,
  everyObject,
  flagOf,
  type JsonObject,
  objectOf,
  textOf,
  wordOf,
} from '../adaptive-card.ts'
import { actionIdOf, actionValue } from './action-value.ts'
import { type Block, type Button, divider, type Option, plain } from './blocks.ts'
import type { Draft } from './draft.ts'
import { limits } from './limits.ts'
import { bare } from './markdown.ts'
import { isWebUrl, shortened } from './strings.ts'
import { contextBlocks, textBlocks, wordsBlocks } from './text.ts'

/** A row in the making: what stands before the buttons, the buttons, the menu, what follows. */
type Row = { before: Block[]; buttons: Button[]; menu: Option[]; after: Block[] }

const titleOf = (action: CardAction): string =>
  textOf(action, 'title').trim() ||
  textOf(action, 'tooltip').trim() ||
  (wordOf(action, 'type') === 'action.openurl' ? '開く' : '選ぶ')

const looks = (draft: Draft, action: CardAction, path: string): Partial<Button> => {
  const tooltip = textOf(action, 'tooltip').trim()
  if (textOf(action, 'iconUrl')) draft.cosmetic(path, 'an icon on a button')
  const spoken = tooltip && tooltip !== titleOf(action) ? `${titleOf(action)} ${tooltip}` : ''
  const style = wordOf(action, 'style')
  return {
    ...(style === 'positive' ? { style: 'primary' as const } : {}),
    ...(style === 'destructive' ? { style: 'danger' as const } : {}),
    ...(spoken ? { accessibility_label: shortened(spoken, limits.accessibilityLabelMax) } : {}),
  }
}

const buttonText = (draft: Draft, row: Row, named: { title: string; path: string }): string => {
  const { title, path } = named
  if (title.length <= limits.buttonTextMax) return title
  draft.warn(path, 'button text shortened to 75 characters, in full above the buttons')
  row.before.push(...wordsBlocks(draft, title, path))
  return shortened(title, limits.buttonTextMax)
}

const link = (
  draft: Draft,
  action: CardAction,
  path: string,
): Pick<Button, 'action_id' | 'url'> => ({
  action_id: draft.actionId('cards.link', path),
  url: textOf(action, 'url').trim(),
})

const pressable = (draft: Draft, action: CardAction, path: string) =>
  wordOf(action, 'type') === 'action.openurl'
    ? link(draft, action, path)
    : { action_id: actionIdOf(draft, action, path), value: actionValue(draft, action, path) }

const addButton = (draft: Draft, row: Row, one: { action: CardAction; path: string }): void => {
  const { action, path } = one
  const text = buttonText(draft, row, { title: titleOf(action), path })
  const secondary = wordOf(action, 'mode') === 'secondary'
  if (secondary && wordOf(action, 'type') === 'action.openurl') {
    row.menu.push({
      text: plain(text),
      value: `link:${row.menu.length}`,
      url: textOf(action, 'url').trim(),
    })
    return
  }
  const value = secondary ? actionValue(draft, action, path) : ''
  const alike = row.menu.some((option) => option.value === value)
  if (secondary && value.length <= limits.optionValueMax && !alike) {
    row.menu.push({ text: plain(text), value })
    return
  }
  if (secondary) draft.warn(path, 'a secondary action is a button: its data does not fit in a menu')
  const press = pressable(draft, action, path)
  row.buttons.push({ type: 'button', ...press, text: plain(text), ...looks(draft, action, path) })
}

const addShowCard = (draft: Draft, row: Row, one: { action: CardAction; path: string }): void => {
  const { action, path } = one
  draft.warn(path, `the card behind "${titleOf(action)}" is shown in place`)
  row.after.push(divider)
  row.after.push(
    ...textBlocks(draft, [{ text: titleOf(action), style: { bold: true } }], `${path}.title`),
  )
  const inner = objectOf(action, 'card')
  if (!inner) return
  const before = draft.aside
  draft.aside =
    draft.surface === 'modal' && !everyObject(inner).some((node) => node === draft.lifted)
  row.after.push(...draft.element({ ...inner, type: 'AdaptiveCard' }, `${path}.card`))
  draft.aside = before
}

const addOpenUrl = (draft: Draft, row: Row, one: { action: CardAction; path: string }): void => {
  const { action, path } = one
  const url = textOf(action, 'url').trim()
  if (isWebUrl(url)) return addButton(draft, row, one)
  draft.warn(path, 'a link that Slack buttons cannot open is shown as text')
  row.before.push(...wordsBlocks(draft, `${titleOf(action)} ${url}`.trim(), path))
}

const addFallback = (draft: Draft, row: Row, one: { action: CardAction; path: string }): void => {
  const { action, path } = one
  const fallback = objectOf(action, 'fallback')
  if (fallback && !path.endsWith('.fallback.fallback.fallback'))
    return add(draft, row, { action: fallback, path: `${path}.fallback` })
  if (wordOf(action, 'fallback') !== 'drop')
    draft.warn(path, `unknown action left out: ${textOf(action, 'type')} ${titleOf(action)}`)
}

const tellTooltip = (draft: Draft, action: CardAction, path: string): void => {
  const tooltip = textOf(action, 'tooltip').trim()
  if (tooltip && tooltip !== titleOf(action))
    draft.warn(path, `a tooltip is at most read out by screen readers: ${tooltip}`)
}

const add = (draft: Draft, row: Row, one: { action: CardAction; path: string }): void => {
  const { action, path } = one
  if (action === draft.lifted || flagOf(action, 'isVisible') === false) return
  tellTooltip(draft, action, path)
  if (flagOf(action, 'isEnabled') === false) {
    draft.warn(path, 'a disabled button is shown as a line of text')
    row.before.push(...contextBlocks(draft, [bare(`${titleOf(action)}（いまは使えません）`)], path))
    return
  }
  switch (wordOf(action, 'type')) {
    case 'action.submit':
    case 'action.execute':
      return addButton(draft, row, one)
    case 'action.openurl':
      return addOpenUrl(draft, row, one)
    case 'action.showcard':
      return addShowCard(draft, row, one)
    case 'action.togglevisibility':
      return draft.warn(path, `always shown, so no button to show or hide: ${titleOf(action)}`)
    default:
      return addFallback(draft, row, one)
  }
}

const menus = (
  draft: Draft,
  row: Row,
  path: string,
): Extract<Block, { type: 'actions' }>['elements'] => {
  const { menu } = row
  const groups: Option[][] = []
  for (let at = 0; at < menu.length; ) {
    const left = menu.length - at
    const size = left === limits.overflowMax + 1 ? limits.overflowMax - 1 : limits.overflowMax
    groups.push(menu.slice(at, at + size))
    at += size
  }
  return groups.map((options) => {
    const [only] = options
    if (options.length >= limits.overflowMin || !only)
      return { type: 'overflow', action_id: draft.actionId('cards.overflow', path), options }
    const { text, value, url } = only
    return url
      ? { type: 'button', action_id: draft.actionId('cards.link', path), text, url }
      : { type: 'button', action_id: draft.actionId('cards.menu', path), text, value }
  })
}

const rowJsonMax = 9_000
const emptyRowSize = JSON.stringify({ type: 'actions', elements: [] }).length

const rows = (elements: Extract<Block, { type: 'actions' }>['elements']): Block[] => {
  const found: Extract<Block, { type: 'actions' }>[] = []
  let size = 0
  for (const element of elements) {
    const last = found.at(-1)
    const price = JSON.stringify(element).length + 1
    size += price
    if (last && last.elements.length < limits.actionElementsMax && size < rowJsonMax) {
      last.elements.push(element)
      continue
    }
    found.push({ type: 'actions', elements: [element] })
    size = emptyRowSize + price
  }
  return found
}

/** Actions as rows of buttons with a menu of the secondary ones; cards to show follow in place. */
export const actionBlocks = (
  draft: Draft,
  actions: readonly CardAction[],
  path: string,
): Block[] => {
  const row: Row = { before: [], buttons: [], menu: [], after: [] }
  actions.forEach((action, index) => add(draft, row, { action, path: `${path}[${index}]` }))
  return [...row.before, ...rows([...row.buttons, ...menus(draft, row, path)]), ...row.after]
}

const onlyButton = (blocks: readonly Block[]): Button | undefined => {
  const [row] = blocks
  const [button] = blocks.length === 1 && row?.type === 'actions' ? row.elements : []
  return button?.type === 'button' ? button : undefined
}

/** Blocks that can be pressed in a card: in Slack a button beside the text, or below the blocks. */
export const withSelectAction = (
  draft: Draft,
  blocks: Block[],
  one: { node: JsonObject; path: string },
): Block[] => {
  const action = objectOf(one.node, 'selectAction')
  if (!action) return blocks
  const pressed = actionBlocks(draft, [action], `${one.path}.selectAction`)
  draft.warn(one.path, 'pressing the whole of it is a button of its own')
  const button = onlyButton(pressed)
  const [only] = blocks
  const free = blocks.length === 1 && only?.type === 'section' && !only.accessory
  if (!free || !button) return [...blocks, ...pressed]
  return [{ ...only, accessory: button }]
}
