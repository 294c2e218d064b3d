import {
  flagOf,
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  rawListOf,
  textOf,
  wordOf,
} from '../adaptive-card.ts'
import { actionBlocks } from './actions.ts'
import { type Block, plain, type RunStyle, type TextObject } from './blocks.ts'
import { dateToken } from './dates.ts'
import type { Draft } from './draft.ts'
import { limits } from './limits.ts'
import { bare, type Run, readMarkdown, seenText } from './markdown.ts'
import { isLinkUrl } from './strings.ts'
import { contextBlocks, exactText, nearText, richText, textBlocks } from './text.ts'

const isLarge = (node: JsonObject): boolean =>
  ['large', 'extralarge'].includes(wordOf(node, 'size'))

const isHeading = (node: JsonObject): boolean =>
  wordOf(node, 'style') === 'heading' || (isLarge(node) && wordOf(node, 'weight') === 'bolder')

const isSmallPrint = (node: JsonObject): boolean =>
  (flagOf(node, 'isSubtle') === true || wordOf(node, 'size') === 'small') &&
  wordOf(node, 'weight') !== 'bolder' &&
  !isHeading(node)

const tellColor = (draft: Draft, node: JsonObject, path: string): void => {
  const color = wordOf(node, 'color')
  if (color && color !== 'default') draft.cosmetic(path, 'the colour of text')
}

const lookOf = (node: JsonObject): RunStyle => ({
  ...(wordOf(node, 'weight') === 'bolder' || isLarge(node) || isHeading(node)
    ? { bold: true as const }
    : {}),
  ...(wordOf(node, 'fontType') === 'monospace' ? { code: true as const } : {}),
})

const remember = (draft: Draft, runs: readonly Run[]): void => {
  const said = seenText(runs).trim()
  draft.lastText = said.split('\n').at(-1)?.trim() ?? ''
  if (said) draft.said.push(said)
}

const header = (draft: Draft, node: JsonObject, runs: readonly Run[]): Block | undefined => {
  const words = seenText(runs).trim()
  const fits = words.length <= limits.headerTextMax && !words.includes('\n')
  const bareWords = runs.every((run) => !run.url && !run.date)
  if (!draft.headingOpen || !isHeading(node) || !fits || !bareWords) return undefined
  draft.headingOpen = false
  return { type: 'header', text: plain(words) }
}

/** TextBlock: the first heading is a header, small print a context line, the rest a section. */
export const textBlock = (draft: Draft, node: JsonObject, path: string): Block[] => {
  const runs = readMarkdown(textOf(node, 'text').trim(), lookOf(node), draft.lang)
  if (seenText(runs).trim() === '') return []
  remember(draft, runs)
  tellColor(draft, node, path)
  const heading = header(draft, node, runs)
  if (heading) return [heading]
  return isSmallPrint(node) ? contextBlocks(draft, runs, path) : textBlocks(draft, runs, path)
}

const dated = (text: string, style: RunStyle, lang: string): Run[] =>
  text.split(/(\{\{[^{}]{1,200}\}\})/).flatMap((part): Run[] => {
    const date = /^\{\{.*\}\}$/s.test(part) ? dateToken(part.slice(2, -2).trim(), lang) : undefined
    return date ? [{ text: date.fallback, style, date }] : part ? [{ text: part, style }] : []
  })

const runStyle = (node: JsonObject): RunStyle => ({
  ...(flagOf(node, 'highlight') === true ? { bold: true as const } : {}),
  ...lookOf(node),
  ...(flagOf(node, 'italic') === true ? { italic: true as const } : {}),
  ...(flagOf(node, 'strikethrough') === true ? { strike: true as const } : {}),
  ...(flagOf(node, 'underline') === true ? { underline: true as const } : {}),
})

const linkOf = (node: JsonObject): string | undefined => {
  const action = objectOf(node, 'selectAction')
  const url = action && wordOf(action, 'type') === 'action.openurl' ? textOf(action, 'url') : ''
  return isLinkUrl(url) ? url : undefined
}

const inlineRuns = (draft: Draft, inline: unknown, path: string): Run[] => {
  if (!isObject(inline)) return dated(typeof inline === 'string' ? inline : '', {}, draft.lang)
  if (flagOf(inline, 'isVisible') === false) return []
  if (flagOf(inline, 'highlight') === true) draft.warn(path, 'highlighted words are shown bold')
  tellColor(draft, inline, path)
  const url = linkOf(inline)
  const runs = dated(textOf(inline, 'text'), runStyle(inline), draft.lang)
  return url ? runs.map((run) => ({ text: run.text, style: run.style, url })) : runs
}

/** The words of a RichTextBlock. */
export const richRuns = (draft: Draft, node: JsonObject, path: string): Run[] =>
  rawListOf(node, 'inlines').flatMap((inline, index) =>
    inlineRuns(draft, inline, `${path}.inlines[${index}]`),
  )

/** RichTextBlock: a section, or rich text where markup falls short; pressable words get a button. */
export const richTextBlock = (draft: Draft, node: JsonObject, path: string): Block[] => {
  const runs = richRuns(draft, node, path)
  remember(draft, runs)
  const buttons = listOf(node, 'inlines').flatMap((inline) => {
    const action = objectOf(inline, 'selectAction')
    if (!action || linkOf(inline)) return []
    const title = textOf(action, 'title') || textOf(inline, 'text').trim()
    return [title ? { ...action, title } : action]
  })
  if (buttons.length > 0) draft.warn(path, 'words that can be pressed have a button below')
  const words = runs.some((run) => run.text.trim() !== '') ? textBlocks(draft, runs, path) : []
  return [...words, ...actionBlocks(draft, buttons, `${path}.inlines`)]
}

const fieldsJsonMax = 9_000

/** Texts side by side: sections of at most ten fields. */
export const fieldSections = (fields: readonly TextObject[]): Block[] => {
  const groups: TextObject[][] = []
  for (const field of fields) {
    const last = groups.at(-1)
    const size = JSON.stringify(last ?? '').length + JSON.stringify(field).length
    if (last && last.length < limits.fieldsMax && size < fieldsJsonMax) last.push(field)
    else groups.push([field])
  }
  return groups.map((group) => ({ type: 'section', fields: group }))
}

/** A field's text; one that markup cannot say is plain when all it loses is its name's boldness. */
const fieldText = (draft: Draft, runs: readonly Run[]): TextObject | undefined => {
  const exact = exactText(runs)
  if (exact || !draft.rich) return exact ?? nearText(runs)
  const unnamed = runs.map((run, at) => (at === 0 && run.style.bold ? bare(run.text) : run))
  return exactText(unnamed)
}

/** Named texts side by side; what does not fit in a field stands below at full width. */
export const fieldBlocks = (draft: Draft, facts: readonly Run[][], path: string): Block[] => {
  const blocks: Block[] = []
  let open: TextObject[] = []
  const close = (): void => {
    blocks.push(...fieldSections(open))
    open = []
  }
  for (const runs of facts) {
    const field = fieldText(draft, runs)
    if (field && field.text.length <= limits.fieldTextMax) {
      open.push(field)
      continue
    }
    close()
    blocks.push(
      ...(draft.rich && seenText(runs).length < 2_000
        ? [richText(runs)]
        : textBlocks(draft, runs, path)),
    )
  }
  close()
  return blocks
}

/** A bold name above its text. */
export const named = (name: string, value: readonly Run[]): Run[] => [
  ...(name.trim() ? [{ text: name.trim(), style: { bold: true as const } }] : []),
  ...(name.trim() && seenText(value).trim() ? [bare('\n')] : []),
  ...value,
]

/** FactSet: fields of a section, two beside each other. */
export const factSet = (draft: Draft, node: JsonObject, path: string): Block[] => {
  const facts = listOf(node, 'facts')
    .map((fact) =>
      named(textOf(fact, 'title'), readMarkdown(textOf(fact, 'value').trim(), {}, draft.lang)),
    )
    .filter((runs) => seenText(runs).trim() !== '')
  for (const runs of facts) draft.said.push(seenText(runs).replaceAll('\n', ' '))
  return fieldBlocks(draft, facts, path)
}

/** One line made of several texts, when each is Slack markup. */
export const joined = (blocks: readonly Block[], max: number): TextObject | undefined => {
  const texts = blocks.map((block): TextObject | undefined => {
    if (block.type === 'section') return block.fields || block.accessory ? undefined : block.text
    const [only] = block.type === 'context' ? block.elements : []
    return block.type === 'context' && block.elements.length === 1 && only?.type !== 'image'
      ? only
      : undefined
  })
  const [only] = texts
  if (texts.length === 1) return only && only.text.length <= max ? only : undefined
  if (texts.some((text) => text?.type !== 'mrkdwn')) return undefined
  const text = texts.map((one) => one?.text ?? '').join('\n')
  return text !== '' && text.length <= max ? { type: 'mrkdwn', text, verbatim: true } : undefined
}
