import { isNumbered } from './normal.ts'

/** A run of lines of one make. `at` is the index of its first line in the file. */
export type Block = {
  make: 'heading' | 'label' | 'text' | 'item' | 'table'
  lines: string[]
  at: number
}

const bullet = /^\s*(?:[-–*]\s+|[●■◆◎❖]\s*|・\s*)(?=\S)/
const bracketed = /^(?:【[^】]+】|「[^」]+」とは[?？]|参考[：:].+)$/
const sentenceEnd = /[。、．」）)』]$|。/

const isTable = (line: string): boolean => line.includes('\t') || /^(?:-\s*)?\|.*\|\s*$/.test(line)
const isShort = (line: string): boolean =>
  line.trim().length <= 40 && !sentenceEnd.test(line.trim())

const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === ''

/** A short line by itself that ends like no sentence: a heading without a number. */
const isTitle = (lines: string[], at: number): boolean => {
  if (!isBlank(lines[at + 1]) || !isBlank(lines[at - 1])) return false
  const text = (lines[at] ?? '').trim()
  if (/^[A-Za-z].*\(.*\)$/.test(text)) return text.length <= 40
  return isShort(text) && !/[、：:]/.test(text)
}

const makeOf = (lines: string[], at: number): Block['make'] => {
  const line = lines[at] ?? ''
  const text = line.trim()
  if (isTable(line)) return 'table'
  if (bracketed.test(text)) return 'label'
  if (isNumbered(text) && isShort(text)) return 'heading'
  if (bullet.test(line)) return 'item'
  return isTitle(lines, at) ? 'label' : 'text'
}

/** Whether `next` goes on the block that `make` began: table rows, and text lines without a blank between. */
const goesOn = (make: Block['make'], next: string): boolean => {
  if (next.trim() === '') return false
  if (make === 'table') return true
  if (make === 'heading' || make === 'label') return false
  return !isTable(next) && !bullet.test(next) && !bracketed.test(next.trim())
}

/** Groups the lines from `from` on into blocks. Blank lines and lone bullets separate and are dropped. */
export const readBlocks = (lines: string[], from: number): Block[] => {
  const blocks: Block[] = []
  let at = from
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (/^[\s\-–]*$/.test(line)) {
      at++
      continue
    }
    const make = makeOf(lines, at)
    const block: Block = { make, lines: [line], at }
    at++
    while (at < lines.length && goesOn(make, lines[at] ?? '')) block.lines.push(lines[at++] ?? '')
    blocks.push(block)
  }
  return blocks
}
