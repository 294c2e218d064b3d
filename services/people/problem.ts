/** What is wrong with a file of people, so that whoever made it finds the place and can put it right. */

/** A fault: in a line and column where it has one, and what to do about it, in plain Japanese. */
export type Problem = {
  /** Counted from 1 as an editor counts them; where a record runs over several lines, its first. */
  readonly line?: number
  readonly column?: Column
  readonly message: string
}

/** A column by its name in the file, and its number counted from 1. */
export type Column = { readonly name: string; readonly number: number }

/** `3行目 email列（4列目）: …`, or the message alone where there is no place to name. */
export const problemText = ({ line, column, message }: Problem): string => {
  const place = [
    ...(line === undefined ? [] : [`${line}行目`]),
    ...(column === undefined ? [] : [`${column.name}列（${column.number}列目）`]),
  ]
  return place.length === 0 ? message : `${place.join(' ')}: ${message}`
}

const quotedLengthMax = 40

/**
 * What somebody wrote, for showing it back: in brackets, cut short, without characters that a terminal
 * or a spreadsheet would act upon.
 */
export const quoted = (value: string): string => {
  const visible = value.replace(/[\p{Cc}\p{Cf}]/gu, '�')
  return `「${visible.length > quotedLengthMax ? `${visible.slice(0, quotedLengthMax)}…` : visible}」`
}
