import { Temporal } from 'temporal-polyfill'

/** A moment that Slack shows in the reader's own time zone. */
export type DateToken = { timestamp: number; format: string; fallback: string }

const pattern =
  /^(DATE|TIME)\(\s*(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))\s*(?:,\s*(COMPACT|SHORT|LONG)\s*)?\)$/i

const formats = { COMPACT: '{date_num}', SHORT: '{date_short}', LONG: '{date_long}' } as const

const styles = {
  COMPACT: { dateStyle: 'short' },
  SHORT: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
  LONG: { dateStyle: 'full' },
} as const

const localeOf = (lang: string): string => {
  try {
    return new Intl.Locale(lang).toString()
  } catch {
    return 'ja'
  }
}

const sizeOf = (word = ''): keyof typeof formats => {
  const size = word.toUpperCase()
  return size === 'SHORT' || size === 'LONG' ? size : 'COMPACT'
}

/**
 * Reads the inside of `{{DATE(2026-05-28T00:00:00Z, SHORT)}}`. The fallback is written for Japan.
 * Undefined when it is no such function or no such day: then the card shows it literally.
 */
export const dateToken = (source: string, lang: string): DateToken | undefined => {
  const [, kind, iso, size] = pattern.exec(source) ?? []
  if (kind === undefined || iso === undefined) return undefined
  const style = sizeOf(size)
  try {
    const moment = Temporal.Instant.from(iso)
    const local = moment.toZonedDateTimeISO('Asia/Tokyo')
    const time = kind.toUpperCase() === 'TIME'
    return {
      timestamp: Math.floor(moment.epochMilliseconds / 1000),
      format: time ? '{time}' : formats[style],
      fallback: local.toLocaleString(localeOf(lang), time ? { timeStyle: 'short' } : styles[style]),
    }
  } catch {
    return undefined
  }
}
