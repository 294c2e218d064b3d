/** Medians, spreads and the table. */

/** One figure: what it is, the two sides in its unit, and the ratio of each pair of runs, product over bare. */
export type Figure = {
  readonly channel: string
  /** Of which turns: `button` or `page`. */
  readonly turn: string
  readonly what: string
  readonly aim: string
  readonly bare: readonly number[]
  readonly product: readonly number[]
}

/** The middle value; of an even number the mean of the middle two. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN
  const high = sorted[Math.floor(middle)] ?? Number.NaN
  return (low + high) / 2
}

const spread = (values: readonly number[], digits: number): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`

/** Runs stand in pairs, one after the other, so that what else the machine does weighs on both. */
export const ratiosOf = ({ bare, product }: Figure): number[] =>
  product.map((value, index) => value / (bare[index] ?? Number.NaN))

const header = ['channel', 'turn', 'figure', 'bare', 'product', 'ratio', 'aim']

/** The figures as a table: median and, in brackets, the smallest and the largest. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = figures.map((figure) => [
    figure.channel,
    figure.turn,
    figure.what,
    spread(figure.bare, figure.what === 'cpu ms a turn' ? 2 : 0),
    spread(figure.product, figure.what === 'cpu ms a turn' ? 2 : 0),
    spread(ratiosOf(figure), 2),
    figure.aim,
  ])
  const all = [header, ...rows]
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n')
}
