/** The clients of Slack's Web API: bounded retries, one pace for all, nothing of a payload in the log. */
import { setTimeout as delay } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import type { Secret } from '../../services/secret.ts'
import type { ChannelPorts } from '../turn.ts'
import { codesOnly } from './logger.ts'
import { createPace, type Pace } from './pace.ts'

/** Slack's Web API, typed. */
export type SlackClient = webApi.WebClient

/** What the clients need: the token, another root of the Web API (tests), the pace in requests a second. */
export type ClientOptions = {
  readonly botToken: Secret<string>
  readonly apiUrl?: string
  readonly rate?: number
  readonly log: ChannelPorts['log']
}

/** Two clients for two kinds of calls, under one pace. */
export type Clients = {
  /** For answers, which somebody waits for: retries, and waits out a "too fast" of up to half a minute. */
  readonly answering: SlackClient
  /** For deliveries: one attempt, every failure at once. A message sent twice is worse than one sent later, and whoever delivers has a schedule of retries. */
  readonly delivering: SlackClient
  /** What Bolt's own calls are made with: the same as answers. */
  readonly options: webApi.WebClientOptions
}

type Manner = { readonly retries: number; readonly patienceSeconds: number }

const answers: Manner = { retries: 2, patienceSeconds: 30 }
const deliveries: Manner = { retries: 0, patienceSeconds: 0 }

const retryDelayMsMin = 300
const retryDelayMsMax = 2_000
const requestTimeoutMs = 10_000
const rateDefault = 20

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`)

/** A dialog must open within three seconds of the press, so views go before messages when both wait. */
const isUrgent = (url: string | URL): boolean => String(url).includes('/views.')

const headerSeconds = (response: Response): number =>
  Number(response.headers.get('retry-after') ?? Number.NaN)

/** Waits out one "too fast" of up to so many seconds; a longer one is handed on, with the wait in it. */
const patiently = async (
  call: () => Promise<Response>,
  patienceSeconds: number,
): Promise<Response> => {
  const first = await call()
  const seconds = headerSeconds(first)
  if (first.status !== 429 || patienceSeconds === 0 || !(seconds <= patienceSeconds)) return first
  await delay(seconds * 1_000)
  return call()
}

const optionsOf = (
  { apiUrl, log }: ClientOptions,
  pace: Pace,
  { retries, patienceSeconds }: Manner,
): webApi.WebClientOptions => {
  /** The time limit counts from the sending: waiting for a turn is no failure of Slack's. */
  const paced = async (url: string | URL, init?: RequestInit): Promise<Response> => {
    await pace.turn(isUrgent(url))
    return fetch(url, { ...init, signal: AbortSignal.timeout(requestTimeoutMs) })
  }
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: withSlash(apiUrl) }),
    allowAbsoluteUrls: false,
    logger: codesOnly(log),
    rejectRateLimitedCalls: true,
    retryConfig: { retries, minTimeout: retryDelayMsMin, maxTimeout: retryDelayMsMax },
    fetch: (url, init) => patiently(() => paced(url, init), patienceSeconds),
  }
}

const asText = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value

/**
 * The library walks through everything it sends, to have it ready for a debug log that is off. What is
 * shown is sent as JSON text in the end; handed over as that, it is left alone.
 */
class LeanClient extends webApi.WebClient {
  override apiCall(
    method: string,
    options: Record<string, unknown> = {},
  ): Promise<webApi.WebAPICallResult> {
    const texts = Object.entries(options).map(([name, value]) => [name, asText(value)])
    return super.apiCall(method, Object.fromEntries(texts))
  }
}

/** Clients that speak in the app's name. */
export const createClients = (options: ClientOptions): Clients => {
  const pace = createPace(options.rate ?? rateDefault)
  const token = options.botToken.reveal()
  const forAnswers = optionsOf(options, pace, answers)
  return {
    answering: new LeanClient(token, forAnswers),
    delivering: new LeanClient(token, optionsOf(options, pace, deliveries)),
    options: forAnswers,
  }
}
