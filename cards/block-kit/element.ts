import {
  flagOf,
  isObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
  wordOf,
} from '../adaptive-card.ts'
import { actionBlocks, withSelectAction } from './actions.ts'
import { type Block, divider } from './blocks.ts'
import type { Draft } from './draft.ts'
import { background, image, imageSet, media } from './images.ts'
import { inputBlocks } from './inputs.ts'
import { column, columnSet, container } from './layout.ts'
import { isWebUrl } from './strings.ts'
import { table } from './table.ts'
import { wordsBlocks } from './text.ts'
import { factSet, richTextBlock, textBlock } from './text-elements.ts'

type Draw = (draft: Draft, node: JsonObject, path: string) => Block[]

const childrenFields = ['body', 'items', 'columns', 'rows', 'cells', 'pages', 'images'] as const

const children: Draw = (draft, node, path) =>
  childrenFields.flatMap((field) =>
    listOf(node, field).flatMap((child, index) =>
      draft.element(child, `${path}.${field}[${index}]`),
    ),
  )

const fallback: Draw = (draft, node, path) => {
  const instead = objectOf(node, 'fallback')
  if (instead) return draft.element(instead, `${path}.fallback`)
  const type = textOf(node, 'type') || 'without a type'
  if (wordOf(node, 'fallback') === 'drop') {
    draft.warn(path, `left out, as the card asks where ${type} is not known`)
    return []
  }
  const words = [textOf(node, 'text') || textOf(node, 'title')].filter((one) => one.trim() !== '')
  const blocks = [
    ...words.flatMap((one) => wordsBlocks(draft, one, path)),
    ...children(draft, node, path),
    ...actionBlocks(draft, listOf(node, 'actions'), `${path}.actions`),
  ]
  const done = blocks.length > 0 ? 'only its content is shown' : 'left out'
  draft.warn(path, `element ${type} is not part of Adaptive Cards 1.5: ${done}`)
  return blocks
}

const authentication: Draw = (draft, node, path) => {
  const asked = objectOf(node, 'authentication')
  if (!asked) return []
  draft.warn(`${path}authentication`, 'signing in is shown as text and links only')
  const buttons = listOf(asked, 'buttons').map((button) => ({
    type: 'Action.OpenUrl',
    title: textOf(button, 'title'),
    url: textOf(button, 'value'),
  }))
  const open = buttons.filter((button) => isWebUrl(button.url))
  return [
    ...wordsBlocks(draft, textOf(asked, 'text'), `${path}authentication`),
    ...actionBlocks(draft, open, `${path}authentication.buttons`),
  ]
}

const tellCard = (draft: Draft, node: JsonObject, path: string): void => {
  const here = path === '' ? 'card' : path
  background(draft, node, here)
  if (flagOf(node, 'rtl') === true) draft.cosmetic(here, 'writing from right to left')
  if (textOf(node, 'minHeight')) draft.cosmetic(here, 'a least height')
  if (objectOf(node, 'refresh')) draft.warn(`${here}.refresh`, 'Slack does not refresh by itself')
  if (wordOf(node, 'verticalContentAlignment')) draft.cosmetic(here, 'vertical alignment')
}

const cardParts: Draw = (draft, node, path) => {
  tellCard(draft, node, path)
  const dot = path === '' ? '' : `${path}.`
  const body = listOf(node, 'body').flatMap((item, index) =>
    draft.element(item, `${dot}body[${index}]`),
  )
  const pressed = withSelectAction(draft, body, { node, path: path === '' ? 'card' : path })
  return [
    ...authentication(draft, node, dot),
    ...pressed,
    ...actionBlocks(draft, listOf(node, 'actions'), `${dot}actions`),
  ]
}

const actionSet: Draw = (draft, node, path) =>
  actionBlocks(draft, listOf(node, 'actions'), `${path}.actions`)

const draws: Readonly<Record<string, Draw>> = {
  adaptivecard: cardParts,
  textblock: textBlock,
  richtextblock: richTextBlock,
  image,
  imageset: imageSet,
  media,
  container,
  columnset: columnSet,
  column,
  factset: factSet,
  actionset: actionSet,
  table,
  tablerow: children,
  tablecell: container,
  'input.text': inputBlocks,
  'input.number': inputBlocks,
  'input.date': inputBlocks,
  'input.time': inputBlocks,
  'input.toggle': inputBlocks,
  'input.choiceset': inputBlocks,
}

const supportedVersion = 1.5

const meets = (node: JsonObject): boolean => {
  const wanted = objectOf(node, 'requires') ?? {}
  return Object.keys(wanted).every((feature) => {
    if (feature.toLowerCase() !== 'adaptivecards') return false
    return wanted[feature] === '*' || (numberOf(wanted, feature) ?? 0) <= supportedVersion
  })
}

const isHidden: (draft: Draft, node: JsonObject, path: string) => boolean = (draft, node, path) => {
  if (flagOf(node, 'isVisible') !== false) return false
  if (draft.toggled.has(textOf(node, 'id'))) {
    draft.warn(path, 'hidden at first in the card, shown from the start in Slack')
    return false
  }
  if (wordOf(node, 'type').startsWith('input.'))
    draft.warn(path, `hidden input left out, so its value is not sent: ${textOf(node, 'id')}`)
  return true
}

const looks = (draft: Draft, node: JsonObject, path: string): void => {
  const alignment = wordOf(node, 'horizontalAlignment')
  if (alignment === 'center' || alignment === 'right') draft.cosmetic(path, 'alignment')
}

const drawOf: (draft: Draft, node: JsonObject, path: string) => Draw = (draft, node, path) => {
  const type = wordOf(node, 'type')
  const known = Object.hasOwn(draws, type) ? draws[type] : undefined
  if (!known || meets(node)) return known ?? fallback
  draft.warn(path, 'requires what Slack is not known to have')
  return node['fallback'] === undefined ? known : fallback
}

/** One element, known or not, as blocks; a separator before it is a divider. */
export const elementBlocks: Draw = (draft, node, path) => {
  if (!isObject(node) || isHidden(draft, node, path)) return []
  looks(draft, node, path)
  const blocks = drawOf(draft, node, path)(draft, node, path)
  return flagOf(node, 'separator') === true && blocks.length > 0 ? [divider, ...blocks] : blocks
}
