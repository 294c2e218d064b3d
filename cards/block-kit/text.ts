import type { Block, RichTextBlock, RichTextPart, RunStyle, TextObject } from './blocks.ts'
import { plain, section } from './blocks.ts'
import type { Draft } from './draft.ts'
import { limits } from './limits.ts'
import { bare, type Run, seenText } from './markdown.ts'
import { mrkdwnOf } from './mrkdwn.ts'
import { escaped, firstPiece } from './strings.ts'

const styled = (style: RunStyle): { style?: RunStyle } =>
  Object.keys(style).length > 0 ? { style } : {}

const part = (run: Run): RichTextPart =>
  run.date
    ? { type: 'date', ...run.date, ...styled(run.style) }
    : run.url
      ? { type: 'link', url: run.url, text: run.text, ...styled(run.style) }
      : { type: 'text', text: run.text, ...styled(run.style) }

/** Runs as rich text, which can say everything. */
export const richText = (runs: readonly Run[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    { type: 'rich_text_section', elements: runs.filter((run) => run.text !== '').map(part) },
  ],
})

const hasLook = (run: Run): boolean =>
  run.url !== undefined || run.date !== undefined || Object.keys(run.style).length > 0

const flat = (run: Run): string => (run.url ? `${run.text} (${run.url})` : run.text)

/** Runs as one text object; undefined when only rich text can say them exactly. */
export const exactText = (runs: readonly Run[]): TextObject | undefined => {
  const markup = mrkdwnOf(runs)
  if (markup !== undefined) return { type: 'mrkdwn', text: markup, verbatim: true }
  return runs.some(hasLook) ? undefined : plain(seenText(runs))
}

/** Runs as one text object, giving up styles (never words or addresses) where it has to. */
export const nearText = (runs: readonly Run[]): TextObject => {
  const exact = exactText(runs)
  if (exact) return exact
  const unstyled = runs.map((run) => ({ ...run, style: {} }))
  return exactText(unstyled) ?? plain(unstyled.map(flat).join(''))
}

/** What the markers, brackets and spaces round a run take at most. */
const runOverhead = 12

const cost = (run: Run): number =>
  escaped(run.text).length + escaped(run.url ?? '').length + runOverhead

const fitting = (run: Run, room: number): [Run, Run] => {
  const most = Math.max(1, room - escaped(run.url ?? '').length - runOverhead)
  let units = most
  let piece = firstPiece(run.text, units)
  while (escaped(piece).length > most && units > 1) {
    units = Math.floor((units * most) / (escaped(piece).length + 1))
    piece = firstPiece(run.text, Math.max(2, units))
  }
  const length = Math.max(piece.length, 1)
  return [
    { ...run, text: run.text.slice(0, length) },
    { ...run, text: run.text.slice(length) },
  ]
}

type Portions = { done: Run[][]; page: Run[]; room: number }

const turn = (state: Portions, max: number): void => {
  state.done.push(state.page)
  state.page = []
  state.room = max
}

const keepsWhole = (run: Run, state: Portions, max: number): boolean =>
  run.date !== undefined ||
  (state.page.length > 0 && (run.url !== undefined || state.room < max / 4))

/** Runs in portions that each stay within `max` once written down. */
const portions = (runs: readonly Run[], max: number): Run[][] => {
  const state: Portions = { done: [], page: [], room: max }
  const open = runs.toReversed()
  for (let run = open.pop(); run; run = open.pop()) {
    if (cost(run) > state.room && keepsWhole(run, state, max)) turn(state, max)
    if (cost(run) <= state.room || run.date) {
      state.page.push(run)
      state.room -= cost(run)
      continue
    }
    const [now, later] = fitting(run, state.room)
    state.page.push(now)
    turn(state, max)
    if (later.text !== '') open.push(later)
  }
  return [...state.done, state.page].filter((one) => seenText(one).trim() !== '')
}

const sectionMax = limits.sectionTextMax - 200

/** Runs as the blocks that say them best: sections, or rich text where markup falls short. */
export const textBlocks = (draft: Draft, runs: readonly Run[], path: string): Block[] => {
  const parts = portions(runs, sectionMax)
  if (parts.length > 1) draft.warn(path, `text longer than a section, split into ${parts.length}`)
  return parts.map((portion) => {
    const exact = exactText(portion)
    if (exact) return section(exact)
    if (draft.rich) return richText(portion)
    draft.warn(path, 'bold, italic or underlined words are shown without that look')
    return section(nearText(portion))
  })
}

/** Runs as the small grey line. */
export const contextBlocks = (draft: Draft, runs: readonly Run[], path: string): Block[] =>
  portions(runs, limits.contextTextMax - 100).map((portion): Block => {
    if (!exactText(portion))
      draft.warn(path, 'a small line is shown without its bold or italic words')
    return { type: 'context', elements: [nearText(portion)] }
  })

/** A line of plain words as a section. */
export const wordsBlocks = (draft: Draft, words: string, path: string): Block[] =>
  textBlocks(draft, [bare(words)], path)
