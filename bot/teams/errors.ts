/** What became of a send that failed, in the product's own words. */

/** Why a message could not be delivered: whether, and how, to try again. */
export type DeliveryFailure =
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unreachable' | 'temporary' | 'refused' }

const retryDefaultSeconds = 2
const unreachableCodes = [
  'MessageWritesBlocked',
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const numberIn = (value: unknown, name: string): number | undefined => {
  const found = isObject(value) ? value[name] : undefined
  return typeof found === 'number' ? found : undefined
}

const textIn = (value: unknown, name: string): string => {
  const found = isObject(value) ? value[name] : undefined
  return typeof found === 'string' ? found : ''
}

const isTemporary = (status: number): boolean =>
  status === 0 || status === 404 || status === 412 || status >= 500

/** Reads a failure of the Bot Connector's client. Its message is never kept: it can quote what was sent. */
export const deliveryFailure = (error: unknown): DeliveryFailure => {
  const status = numberIn(error, 'statusCode') ?? numberIn(error, 'status') ?? 0
  if (status === 429) return { kind: 'rate-limited', retryAfterSeconds: retryDefaultSeconds }
  if (status === 403 || unreachableCodes.includes(textIn(error, 'code'))) {
    return { kind: 'unreachable' }
  }
  return { kind: isTemporary(status) ? 'temporary' : 'refused' }
}
