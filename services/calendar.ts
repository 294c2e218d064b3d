/**
 * Days as the city counts them: in Asia/Tokyo, with the official holidays, in fiscal years that
 * begin on 1 April. Everything is a pure function of its arguments; no one here asks what time it is.
 */
import assert from 'node:assert/strict'
import holidayJp from '@holiday-jp/holiday_jp'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { EpochMs } from './clock.ts'

const zone = 'Asia/Tokyo'
const weekdays = ['月', '火', '水', '木', '金', '土', '日'] as const

/** A day in ISO form, `2026-11-22`. Two of them compare as strings do: `<` is "earlier". */
export type CalendarDate = `${number}-${number}-${number}`

/** A time of day in Asia/Tokyo on the 24-hour clock, `08:30`. */
export type TimeOfDay = `${number}:${number}`

/** The Japanese name of a day of the week, one character. */
export type Weekday = (typeof weekdays)[number]

const reiwaBegins: CalendarDate = '2019-05-01'

const monthLengths = new Map<string, number>()

/** Thousands of rows are checked at a start, of few months: each month is asked of the calendar once. */
const daysIn = (year: number, month: number): number => {
  const name = `${year}-${month}`
  const days = monthLengths.get(name) ?? Temporal.PlainYearMonth.from({ year, month }).daysInMonth
  monthLengths.set(name, days)
  return days
}

/** Whether a text names a day that exists, in ISO form (`2027-02-29` does not). */
export const isCalendarDate = (text: string): text is CalendarDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  if (month < 1 || month > 12 || day < 1) return false
  return day <= daysIn(year, month)
}

/** Accepts what `isCalendarDate` accepts. */
export const calendarDateSchema = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && isCalendarDate(value),
  '日付は 2026-04-01 の形で書いてください。',
)

const plain = (date: CalendarDate): Temporal.PlainDate => Temporal.PlainDate.from(date)

const iso = (date: Temporal.PlainDate): CalendarDate => {
  const text = date.toString()
  assert(isCalendarDate(text), 'a date outside the years 0000 to 9999')
  return text
}

const zoned = (at: EpochMs): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone)

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const isTimeOfDay = (text: string): text is TimeOfDay => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

const minuteMs: EpochMs = 60_000

/** The last answer: every turn asks several times, and within a minute no day begins. */
let lastAsked = { minute: Number.NaN, day: reiwaBegins }

/** The day it is in Japan at that moment. */
export const calendarDate = (at: EpochMs): CalendarDate => {
  const minute = Math.floor(at / minuteMs)
  if (minute !== lastAsked.minute) lastAsked = { minute, day: iso(zoned(at).toPlainDate()) }
  return lastAsked.day
}

/** The time of day in Japan at that moment, to the minute (seconds are cut off). */
export const timeOfDay = (at: EpochMs): TimeOfDay => {
  const { hour, minute } = zoned(at)
  const text = `${twoDigits(hour)}:${twoDigits(minute)}`
  assert(isTimeOfDay(text))
  return text
}

/** The moment that day and time of day are in Japan. A time that isn't one (`25:00`) is a fault and throws. */
export const instantOf = (date: CalendarDate, time: TimeOfDay): EpochMs => {
  assert(isTimeOfDay(time), 'a time of day is written HH:MM')
  return plain(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds
}

/** The fiscal year (年度) a day belongs to: January to March belong to the year before. */
export const fiscalYear = (date: CalendarDate): number => {
  const { year, month } = plain(date)
  return month >= 4 ? year : year - 1
}

/** The day so many days later (earlier, where negative). */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  iso(plain(date).add({ days }))

/** How many days from the first to the second; negative where the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  plain(from).until(plain(to), { largestUnit: 'day' }).days

/** The day of the week, 月 to 日. */
export const weekday = (date: CalendarDate): Weekday => {
  const name = weekdays[plain(date).dayOfWeek - 1]
  assert(name !== undefined)
  return name
}

// The turn of the year, closed by each city's own ordinance and not in the list of holidays.
const isYearEnd = (date: CalendarDate): boolean => {
  const monthDay = date.slice(5)
  return monthDay >= '12-29' || monthDay <= '01-03'
}

const holidays: ReadonlySet<string> = new Set(Object.keys(holidayJp.holidays))

/** Whether the city hall is open (開庁日): no Saturday, Sunday, holiday, nor 29 December to 3 January. */
export const isOpenDay = (date: CalendarDate): boolean =>
  plain(date).dayOfWeek <= 5 && !holidays.has(date) && !isYearEnd(date)

/** That day if the city hall is open, else the first open day after it: where due dates go. */
export const nextOpenDay = (date: CalendarDate): CalendarDate => {
  let day = date
  while (!isOpenDay(day)) day = addDays(day, 1)
  return day
}

/** That day if the city hall is open, else the last open day before it: where reminders go. */
export const previousOpenDay = (date: CalendarDate): CalendarDate => {
  let day = date
  while (!isOpenDay(day)) day = addDays(day, -1)
  return day
}

// Days before Reiwa keep the western year: nothing the city still works on lies there.
const eraYear = (year: number): string => (year === 2019 ? '令和元年' : `令和${year - 2018}年`)

/** `2026-10-29` as `10月29日(木)`. */
export const formatDate = (date: CalendarDate): string => {
  const { month, day } = plain(date)
  return `${month}月${day}日(${weekday(date)})`
}

/** `2026-10-29` as `令和8年10月29日(木)`; days before Reiwa with the western year. */
export const formatDateWithEra = (date: CalendarDate): string => {
  const { year } = plain(date)
  return `${date < reiwaBegins ? `${year}年` : eraYear(year)}${formatDate(date)}`
}

/** The fiscal year 2026 as `令和8年度`; before 2019 with the western year. */
export const formatFiscalYear = (year: number): string =>
  `${year < 2019 ? `${year}年` : eraYear(year)}度`
