/** The one client of Slack's Web API: bounded retries, a steady pace, nothing of a payload in the log. */
import { setTimeout as delay } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import type { Secret } from '../../services/secret.ts'
import type { ChannelPorts } from '../turn.ts'
import { codesOnly } from './logger.ts'
import { createPace } from './pace.ts'

/** Slack's Web API, typed. */
export type SlackClient = webApi.WebClient

/** What the client needs: the token, another root of the Web API (tests), the pace in requests a second. */
export type ClientOptions = {
  readonly botToken: Secret<string>
  readonly apiUrl?: string
  readonly rate?: number
  readonly log: ChannelPorts['log']
}

const retriesMax = 2
const retryDelayMsMin = 300
const retryDelayMsMax = 2_000
const requestTimeoutMs = 10_000
const patienceSecondsMax = 2
const rateDefault = 20

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`)

/** A dialog must open within three seconds of the press, so views go before messages when both wait. */
const isUrgent = (url: string | URL): boolean => String(url).includes('/views.')

const headerSeconds = (response: Response): number =>
  Number(response.headers.get('retry-after') ?? Number.NaN)

/** Somebody waits for the answer, so a short "too fast" is waited out once; a longer one fails, with the wait in it. */
const patiently = async (call: () => Promise<Response>): Promise<Response> => {
  const first = await call()
  const seconds = headerSeconds(first)
  if (first.status !== 429 || !(seconds <= patienceSecondsMax)) return first
  await delay(seconds * 1_000)
  return call()
}

/** The options Bolt and our own clients share. */
export const clientOptions = (options: ClientOptions): webApi.WebClientOptions => {
  const pace = createPace(options.rate ?? rateDefault)
  const paced = async (url: string | URL, init?: RequestInit): Promise<Response> => {
    await pace.turn(isUrgent(url))
    return fetch(url, init)
  }
  return {
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: withSlash(options.apiUrl) }),
    allowAbsoluteUrls: false,
    logger: codesOnly(options.log),
    rejectRateLimitedCalls: true,
    retryConfig: { retries: retriesMax, minTimeout: retryDelayMsMin, maxTimeout: retryDelayMsMax },
    timeout: requestTimeoutMs,
    fetch: (url, init) => patiently(() => paced(url, init)),
  }
}

/** The same for deliveries: one attempt, since a message sent twice is worse than one sent later, and whoever delivers has a schedule of retries. */
export const attemptOptions = (options: webApi.WebClientOptions): webApi.WebClientOptions => ({
  ...options,
  retryConfig: { retries: 0 },
})

/** A client that answers in Slack's name. */
export const createClient = (
  token: Secret<string>,
  options: webApi.WebClientOptions,
): SlackClient => new webApi.WebClient(token.reveal(), options)
