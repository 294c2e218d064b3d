import { fold } from '../ingest/normal.ts'

const numbers =
  /(\d[\d,.]*)\s*(年|人|日|時間|か月|ヶ月|%|割|回|歳|度|番目|位|つ|円|段階|週|点|件|名)/g

const numbersIn = (text: string): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>()
  for (const [, value = '', unit = ''] of fold(text)
    .replace(/(?<=\d),(?=\d)/g, '')
    .replaceAll('毎年', '1年に1回')
    .replace(/(?<=\d)度(?!目)/g, '回')
    .matchAll(numbers)) {
    const [named, inUnit] = unit === '割' ? [String(Number(value) * 10), '%'] : [value, unit]
    found.set(inUnit, (found.get(inUnit) ?? new Set()).add(named))
  }
  return found
}

/** Years by themselves are compared as years, not as counts. */
const withoutYears = (text: string): string =>
  fold(text).replace(
    /(?:(?:令和|平成|昭和|(?<![a-z])[rhs])(?:\d{1,2}|元)|(?:19|20)\d\d)年度?|\d+年度/g,
    '',
  )

/** The figures of a text by what they count: 人 → 3657. Years of a calendar are not among them. */
export const figuresIn = (text: string): Map<string, Set<string>> => numbersIn(withoutYears(text))

/** Whether a passage counts in everything that the question counts in, so that it can bear it out or correct it. */
export const countsAlike = (question: string, text: string): boolean => {
  const own = figuresIn(text)
  return [...figuresIn(question).keys()].every((unit) => own.has(unit))
}
