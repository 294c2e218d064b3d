import jobTypes from './data/job-types.json' with { type: 'json' }
import type { IngestReport, PolicyDocument } from './document.ts'
import { type Block, readBlocks } from './ingest/blocks.ts'
import { type Builder, createBuilder } from './ingest/builder.ts'
import { type ContentsEntry, readContents } from './ingest/contents.ts'
import { fold, tidy } from './ingest/normal.ts'
import { isStaged, readRows } from './ingest/table.ts'
import { addRoleItems, addTable, positionNamed, readPositions } from './ingest/tables.ts'

/** Where an entry of the contents has no heading of its own in the text, the first table that carries its words begins it. */
const silentStart = (blocks: Block[], entry: ContentsEntry, range: [number, number]): number => {
  const words = fold(entry.title.replace(/[〈＜][^〉＞]*[〉＞]/, ''))
  return blocks.findIndex((block, at) => {
    if (at < range[0] || at >= range[1] || block.make !== 'table') return false
    const text = fold(block.lines.join(''))
    return isStaged(readRows(block.lines)) && shared(words, text) >= 6
  })
}

const shared = (words: string, text: string): number => {
  for (let length = words.length; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      if (text.includes(words.slice(at, at + length))) return length
    }
  }
  return 0
}

const isHeading = (block: Block): boolean => block.make !== 'item' && block.lines.length === 1

/** For every entry of the contents the block it begins at, or -1. */
const startsOf = (blocks: Block[], entries: ContentsEntry[]): number[] => {
  let from = 0
  const keys = blocks.map((block) => (isHeading(block) ? fold(tidy(block.lines[0] ?? '')) : ''))
  const starts = entries.map((entry) => {
    const at = keys.findIndex((key, at) => at >= from && key.endsWith(entry.key))
    if (at >= 0) from = at
    return at
  })
  return starts.map((start, at) => {
    if (start >= 0) return start
    const before = starts.slice(0, at).findLast((other) => other >= 0) ?? 0
    const after = starts.slice(at + 1).find((other) => other >= 0) ?? blocks.length
    const entry = entries[at]
    return entry === undefined ? -1 : silentStart(blocks, entry, [before, after])
  })
}

const addLabel = (builder: Builder, block: Block, title: string): void => {
  const text = tidy(block.lines[0] ?? '')
  const position = positionNamed(builder.positions, text)
  if (position !== undefined) {
    builder.place = {
      ...builder.place,
      label: '',
      facets: { position: position.name },
      roles: false,
    }
  } else if (fold(text) === fold(title)) {
    builder.place = { entry: -1, sub: '奥付', label: '', facets: {}, roles: false }
  } else if (builder.place.facets.position !== undefined) {
    builder.place = { ...builder.place, roles: /役割/.test(text) }
  } else {
    builder.place = { ...builder.place, label: text }
    if (/^(参考|※)/.test(text)) builder.add(text, { kind: 'note' })
  }
}

const addText = (builder: Builder, block: Block): void => {
  const raw = block.lines.join('\n')
  const imprint = builder.place.sub === '奥付'
  if (imprint && /[：:]/.test(raw)) {
    // The office that the first line names is whom the address and numbers belong to.
    const labels = [block.lines[0] ?? '']
    for (const line of block.lines) builder.add(line, { kind: 'imprint', labels })
    return
  }
  const kind = imprint
    ? 'imprint'
    : /^\s*※/.test(raw)
      ? 'note'
      : block.make === 'item'
        ? 'item'
        : 'paragraph'
  builder.add(raw, { kind })
}

/** How many bullets from `at` on belong to one run. */
const runOfItems = (blocks: Block[], at: number): Block[] => {
  const end = blocks.findIndex((block, other) => other >= at && block.make !== 'item')
  return blocks.slice(at, end < 0 ? blocks.length : end)
}

const addBlock = (builder: Builder, block: Block, title: string): void => {
  const isTitle = fold(tidy(block.lines[0] ?? '')) === fold(title)
  if (!isTitle && builder.heading(block)) return
  if (block.make === 'label') addLabel(builder, block, title)
  else addText(builder, block)
}

const addBlocks = (
  builder: Builder,
  blocks: Block[],
  context: { title: string; starts: number[] },
): void => {
  let passed = 0
  for (const [at, block] of blocks.entries()) {
    if (at < passed) continue
    if (block.make === 'table') {
      const silent = context.starts.indexOf(at)
      if (silent >= 0) builder.enter(silent)
      addTable(builder, block, jobTypes)
    } else if (block.make === 'item' && builder.place.roles) {
      const run = runOfItems(blocks, at)
      const lines = run.flatMap((item) => item.lines)
      addRoleItems(builder, lines)
      passed = at + run.length
    } else addBlock(builder, block, context.title)
  }
}

const reportOf = (builder: Builder, entries: ContentsEntry[]): IngestReport => {
  const missing = entries.filter(
    (entry) => !builder.headings.some((heading) => heading.title === entry.title),
  )
  const empty = builder.positions.filter((position) => position.skills.length === 0)
  return {
    headings: builder.headings.length,
    pages: new Set(builder.passages.map((passage) => passage.page).filter((page) => page !== null))
      .size,
    passages: builder.passages.length,
    tables: builder.tables,
    positions: builder.positions.map((position) => position.name),
    abilities: builder.matrix.map((row) => row.ability),
    jobs: [...new Set(builder.passages.flatMap((passage) => passage.facets.job ?? []))],
    notes: [
      ...(entries.length === 0 ? ['目次が見つかりません。ページ番号は付きません。'] : []),
      ...missing.map((entry) => `目次の「${entry.title}」に当たる見出しが本文に見つかりません。`),
      ...empty.map(
        (position) => `職位「${position.name}」の身につけるべき能力の説明が見つかりません。`,
      ),
      ...builder.notes,
    ],
  }
}

/**
 * Reads the text of a policy into numbered passages, with the page numbers of its table of contents. Never
 * throws: what it could not make sense of stands in the report, and every letter of the body is in a passage.
 */
export const ingestText = (text: string): { document: PolicyDocument; report: IngestReport } => {
  // Markdown's marks for headings and stress are no letters of the policy.
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/^#{1,6}\s+/, '').replace(/\*\*(.+?)\*\*/g, '$1'))
  const { entries, endLine } = readContents(lines)
  const title = (lines.find((line) => line.trim() !== '') ?? '').trim()
  const blocks = readBlocks(lines, endLine)
  const builder = createBuilder(entries)
  builder.positions.push(...readPositions(blocks, text))
  addBlocks(builder, blocks, { title, starts: startsOf(blocks, entries) })
  const city = /^[^\s]{1,8}?[市町村区県都府道](?!民)/.exec(title)?.[0] ?? ''
  const { passages, headings, positions, matrix, careers } = builder
  return {
    document: { title, city, passages, headings, positions, matrix, careers },
    report: reportOf(builder, entries),
  }
}
