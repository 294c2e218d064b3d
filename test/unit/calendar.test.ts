import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type CalendarDate,
  calendarDate,
  daysBetween,
  fiscalYear,
  formatDate,
  formatDateWithEra,
  formatFiscalYear,
  instantOf,
  isCalendarDate,
  isOpenDay,
  nextOpenDay,
  previousOpenDay,
  timeOfDay,
  weekday,
} from '../../services/calendar.ts'

const utc = (text: string) => Temporal.Instant.from(text).epochMilliseconds

const anyInstant = fc.integer({ min: utc('2019-05-01T00:00Z'), max: utc('2049-12-31T00:00Z') })
const anyDate = anyInstant.map(calendarDate)
const anyDays = fc.integer({ min: -4_000, max: 4_000 })

const inJapan = (locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Tokyo', ...options })

const inEra = inJapan('ja-JP-u-ca-japanese', {
  era: 'long',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
})
const inIso = inJapan('sv-SE', { dateStyle: 'short' })
const onClock = inJapan('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

const noon = (date: CalendarDate) => instantOf(date, '12:00')

describe('a moment', () => {
  test('belongs to the day it is in Japan, nine hours before the one in London', () => {
    expect(calendarDate(utc('2026-11-22T14:59:59.999Z'))).toBe('2026-11-22')
    expect(calendarDate(utc('2026-11-22T15:00:00Z'))).toBe('2026-11-23')
    expect(timeOfDay(utc('2026-11-22T15:00:59Z'))).toBe('00:00')
    expect(instantOf('2026-11-23', '00:00')).toBe(utc('2026-11-22T15:00:00Z'))
  })

  test('has the day and the time of day that Intl gives it', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(calendarDate(at)).toBe(inIso.format(at))
        expect(timeOfDay(at)).toBe(onClock.format(at))
      }),
    )
  })

  test('comes back from its day and time, to the minute', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const again = instantOf(calendarDate(at), timeOfDay(at))
        expect(at - again).toBeGreaterThanOrEqual(0)
        expect(at - again).toBeLessThan(60_000)
      }),
    )
  })

  test('is refused at a time of day that is none', () => {
    expect(() => instantOf('2026-11-22', '25:00')).toThrow('HH:MM')
    expect(() => instantOf('2026-11-22', '9:00')).toThrow('HH:MM')
  })
})

describe('a day', () => {
  test.each(['2028-02-29', '2026-12-31', '2026-04-01'])('%s is one', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })

  test.each([
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '2026/04/01',
    '',
    '2026-04-01T00:00',
    '2026-04-01\n',
    '２０２６-04-01',
  ])('%j is none', (text) => {
    expect(isCalendarDate(text)).toBe(false)
  })

  test('so many days on is so many days away, in both directions', () => {
    fc.assert(
      fc.property(anyDate, anyDays, (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(addDays(addDays(date, days), -days)).toBe(date)
      }),
    )
  })

  test('later in time is greater as text', () => {
    fc.assert(
      fc.property(anyDate, anyDays, (date, days) => {
        expect(addDays(date, days) > date).toBe(days > 0)
      }),
    )
  })
})

describe('the fiscal year', () => {
  test.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2027-01-15', 2026],
    ['2027-03-31', 2026],
  ] as const)('of %s is %i', (date, year) => {
    expect(fiscalYear(date)).toBe(year)
  })

  test('never goes back, and turns on 1 April only', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const turned = fiscalYear(addDays(date, 1)) - fiscalYear(date)
        expect(turned).toBe(date.endsWith('-03-31') ? 1 : 0)
      }),
    )
  })
})

const holidays: readonly CalendarDate[] = [
  ...(['2026-09-21', '2026-09-22', '2026-09-23', '2026-11-03', '2026-11-23'] as const),
  ...(['2027-01-01', '2027-01-11', '2027-02-11', '2027-02-23', '2027-03-22'] as const),
  ...(['2027-04-29', '2027-05-03', '2027-05-04', '2027-05-05', '2027-07-19'] as const),
  ...(['2027-08-11', '2027-09-20', '2027-09-23', '2027-10-11', '2027-11-03'] as const),
  ...(['2027-11-23', '2028-01-10', '2028-02-11', '2028-02-23', '2028-03-20'] as const),
]

const daysFrom = (first: CalendarDate, last: CalendarDate) =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))

describe('the city hall', () => {
  test.each(holidays)('is closed on the holiday %s', (date) => {
    expect(isOpenDay(date)).toBe(false)
  })

  test('is closed from 29 December to 3 January', () => {
    const closed = daysFrom('2027-12-28', '2028-01-05').filter((date) => !isOpenDay(date))
    expect(closed).toEqual([
      '2027-12-29',
      '2027-12-30',
      '2027-12-31',
      '2028-01-01',
      '2028-01-02',
      '2028-01-03',
    ])
  })

  test('is open on every other weekday of the fiscal year 2027', () => {
    const closedWeekdays = daysFrom('2027-04-01', '2028-03-31').filter(
      (date) => !isOpenDay(date) && weekday(date) !== '土' && weekday(date) !== '日',
    )
    const turnOfYear = ['2027-12-29', '2027-12-30', '2027-12-31', '2028-01-03']
    const expected = [...holidays.filter((date) => fiscalYear(date) === 2027), ...turnOfYear]
    expect(closedWeekdays).toEqual(expected.toSorted())
  })

  test('is open on the due dates of the sample evaluation cycle', () => {
    const due = ['2027-04-30', '2027-05-28', '2028-01-31', '2028-02-10', '2028-02-29'] as const
    expect(due.filter((date) => !isOpenDay(date))).toEqual([])
  })

  test('opens next on the first open day from the day asked about on, and closed last alike', () => {
    expect(nextOpenDay('2027-03-20')).toBe('2027-03-23')
    expect(previousOpenDay('2027-03-22')).toBe('2027-03-19')
    expect(nextOpenDay('2026-09-19')).toBe('2026-09-24')
    fc.assert(
      fc.property(anyDate, (date) => {
        const next = nextOpenDay(date)
        const previous = previousOpenDay(date)
        expect(isOpenDay(next) && isOpenDay(previous)).toBe(true)
        expect(daysFrom(previous, next).filter(isOpenDay)).toEqual([...new Set([previous, next])])
        expect(previous <= date && date <= next).toBe(true)
      }),
    )
  })
})

describe('in words', () => {
  test('a day is short, or has its era', () => {
    expect(formatDate('2026-10-29')).toBe('10月29日(木)')
    expect(formatDateWithEra('2026-10-29')).toBe('令和8年10月29日(木)')
    expect(formatDateWithEra('2019-05-01')).toBe('令和元年5月1日(水)')
    expect(formatDateWithEra('2019-04-30')).toBe('2019年4月30日(火)')
  })

  test('a day with its era is what Intl writes', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const parts = new Map(
          inEra.formatToParts(noon(date)).map(({ type, value }) => [type, value]),
        )
        // The first year of an era is 元年; Intl counts it 1.
        const year = `${parts.get('era')}${parts.get('year')?.replace(/^1$/, '元')}年`
        const day = `${parts.get('month')}月${parts.get('day')}日(${parts.get('weekday')})`
        expect(formatDateWithEra(date)).toBe(`${year}${day}`)
      }),
    )
  })

  test('a fiscal year is named by the era in which it began', () => {
    expect(formatFiscalYear(2026)).toBe('令和8年度')
    expect(formatFiscalYear(2019)).toBe('令和元年度')
    expect(formatFiscalYear(2018)).toBe('2018年度')
    expect(formatFiscalYear(fiscalYear('2027-01-15'))).toBe('令和8年度')
  })
})
