import { type JsonObject, listOf, objectOf, textOf, wordOf } from '../adaptive-card.ts'
import type { Block, ImageElement } from './blocks.ts'
import type { Draft } from './draft.ts'
import { limits } from './limits.ts'
import { bare, type Run } from './markdown.ts'
import { isLinkUrl, isWebUrl, shortened } from './strings.ts'
import { contextBlocks, textBlocks, wordsBlocks } from './text.ts'

const alternative = (node: JsonObject, draft: Draft, path: string): string => {
  const alt = textOf(node, 'altText').trim()
  if (alt.length > limits.altTextMax) draft.warn(path, 'altText shortened to 2,000 characters')
  return shortened(alt || '画像', limits.altTextMax)
}

/** A picture as an element; undefined (and a warning) when Slack cannot load its address. */
const imageElement = (draft: Draft, node: JsonObject, path: string): ImageElement | undefined => {
  const url = textOf(node, 'url').trim()
  if (isWebUrl(url))
    return { type: 'image', image_url: url, alt_text: alternative(node, draft, path) }
  const why = url.startsWith('data:')
    ? 'Slack shows no data: pictures'
    : 'its address is not http(s)'
  draft.warn(path, `picture shown as its description: ${why}`)
  return undefined
}

const isSmall = (node: JsonObject): boolean =>
  ['small', 'icon'].includes(wordOf(node, 'size')) ||
  wordOf(node, 'style') === 'person' ||
  /^[1-4]?\dpx$/.test(wordOf(node, 'width'))

const described = (draft: Draft, node: JsonObject, path: string): Block[] =>
  contextBlocks(draft, [bare(textOf(node, 'altText').trim() || '（画像）')], path)

/** Image: an image block; a small one becomes an icon in a context line. */
export const image = (draft: Draft, node: JsonObject, path: string): Block[] => {
  const element = imageElement(draft, node, path)
  if (!element) return described(draft, node, path)
  return isSmall(node) ? [{ type: 'context', elements: [element] }] : [element]
}

/** ImageSet: small pictures in rows of ten, larger ones below each other. */
export const imageSet = (draft: Draft, node: JsonObject, path: string): Block[] => {
  const size = wordOf(node, 'imageSize')
  const blocks = listOf(node, 'images').flatMap((one, index) =>
    image(draft, size === 'small' ? { ...one, size } : one, `${path}.images[${index}]`),
  )
  const merged: Block[] = []
  for (const block of blocks) {
    const last = merged.at(-1)
    const joins =
      last?.type === 'context' &&
      block.type === 'context' &&
      last.elements.length + block.elements.length <= limits.contextElementsMax &&
      JSON.stringify(last).length < 6_000
    if (joins) last.elements.push(...block.elements)
    else merged.push(block)
  }
  return merged
}

const sourceLine = (node: JsonObject, label: string): Run[] => {
  const url = textOf(node, 'url')
  const kind = textOf(node, 'mimeType')
  const words = [label, kind && `(${kind})`].filter(Boolean).join(' ')
  return isLinkUrl(url)
    ? [{ text: words, style: {}, url }]
    : [bare([words, url].filter(Boolean).join(' '))]
}

/** Media: its poster, and links to the sources and captions (a player needs a scope of its own). */
export const media = (draft: Draft, node: JsonObject, path: string): Block[] => {
  draft.warn(path, 'media is shown as its poster and links')
  const poster = textOf(node, 'poster')
  const name = textOf(node, 'altText').trim() || '動画・音声'
  const still = poster ? image(draft, { ...node, url: poster, size: '' }, `${path}.poster`) : []
  const sources = listOf(node, 'sources').map((one) => sourceLine(one, `▶ ${name}`))
  const captions = listOf(node, 'captionSources').map((one) =>
    sourceLine(one, `字幕 ${textOf(one, 'label')}`.trim()),
  )
  const lines = [...sources, ...captions]
  if (lines.length === 0) return [...still, ...wordsBlocks(draft, name, path)]
  const runs = lines.flatMap((line, index) => (index > 0 ? [bare('\n'), ...line] : line))
  return [...still, ...textBlocks(draft, runs, path)]
}

/** Tells of a background picture, which Slack has no place for. */
export const background = (draft: Draft, node: JsonObject, path: string): void => {
  if (objectOf(node, 'backgroundImage') || textOf(node, 'backgroundImage'))
    draft.cosmetic(path, 'a background picture')
}
