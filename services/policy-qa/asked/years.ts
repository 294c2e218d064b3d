import { fold } from '../ingest/normal.ts'

const years = /(令和|平成|昭和|(?<![a-z])[rhs])\s*(\d{1,2}|元)\s*年?度?|(20\d\d|19\d\d)\s*年?度?/g
const eras: Record<string, number> = {
  令和: 2018,
  r: 2018,
  平成: 1988,
  h: 1988,
  昭和: 1925,
  s: 1925,
}

const western = (era: string | undefined, count: string | undefined): number =>
  (eras[era ?? ''] ?? 0) + (count === '元' ? 1 : Number(count))

/** The years a text names, in the western count. */
export const yearsIn = (text: string): number[] =>
  [...fold(text).matchAll(years)].map(([, era, count, named]) =>
    named === undefined ? western(era, count) : Number(named),
  )

const span =
  /(令和|平成|昭和)(\d{1,2}|元)年度?(?:から|~)(令和|平成|昭和)?(\d{1,2}|元)年度?(?:まで|の|$)/g

/** The times a text sets by two years of one calendar: 令和5年度から9年度まで. */
export const spansIn = (text: string): { from: number; to: number }[] =>
  [...fold(text).matchAll(span)]
    .map(([, era, first, laterEra, last]) => ({
      from: western(era, first),
      to: western(laterEra ?? era, last),
    }))
    .filter(({ from, to }) => from < to)
