/** What went wrong between us and Slack, in few words. What Slack said beside its code is dropped: it may hold what people wrote. */

/** Why Slack did not take something. `code` is Slack's own short word, safe to log. */
export type DeliveryFailure =
  /** Too fast: try again after this many seconds. */
  | { readonly kind: 'rate-limited'; readonly code: string; readonly retryAfterSeconds: number }
  /** This person or conversation can't be written to; trying again will not help. */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** Slack or the way to it is down: try again. It may have been taken all the same. */
  | { readonly kind: 'temporary'; readonly code: string }
  /** Slack understood and said no: our token, our blocks or our arguments are wrong. */
  | { readonly kind: 'refused'; readonly code: string }

const unreachableCodes = new Set([
  'channel_not_found',
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'user_not_visible',
  'is_archived',
  'not_in_channel',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'team_not_found',
])

const temporaryCodes = new Set([
  'internal_error',
  'fatal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
  'accesslimited',
  'external_channel_migrating',
])

/** What to wait where Slack says "too fast" without saying how long. */
const retryAfterSecondsDefault = 30

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** Slack's codes are words of small letters; anything else could be somebody's text. */
const codeWord = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z0-9_]{1,80}$/.test(value) ? value : undefined

const ofPlatform = (code: string): DeliveryFailure => {
  if (code === 'ratelimited' || code === 'rate_limited') {
    return { kind: 'rate-limited', code, retryAfterSeconds: retryAfterSecondsDefault }
  }
  if (unreachableCodes.has(code)) return { kind: 'unreachable', code }
  return { kind: temporaryCodes.has(code) ? 'temporary' : 'refused', code }
}

const ofStatus = (status: unknown): DeliveryFailure => {
  const code = typeof status === 'number' ? `http_${status}` : 'http_unknown'
  if (status === 429) {
    return { kind: 'rate-limited', code, retryAfterSeconds: retryAfterSecondsDefault }
  }
  return { kind: typeof status === 'number' && status < 500 ? 'refused' : 'temporary', code }
}

/** Sorts any failure of a call to Slack; what is not Slack's counts as temporary, under its own code or `unknown`. */
export const deliveryFailure = (error: unknown): DeliveryFailure => {
  const code = codeWord(propertyOf(error, 'code')) ?? 'unknown'
  switch (code) {
    case 'slack_webapi_platform_error':
      return ofPlatform(codeWord(propertyOf(propertyOf(error, 'data'), 'error')) ?? 'unknown')
    case 'slack_webapi_rate_limited_error': {
      const seconds = propertyOf(error, 'retryAfter')
      const retryAfterSeconds = typeof seconds === 'number' ? seconds : retryAfterSecondsDefault
      return { kind: 'rate-limited', code: 'ratelimited', retryAfterSeconds }
    }
    case 'slack_webapi_http_error':
      return ofStatus(propertyOf(error, 'statusCode'))
    case 'slack_bolt_respond_error':
      return ofStatus(propertyOf(error, 'statusCode'))
    default:
      return { kind: 'temporary', code }
  }
}
