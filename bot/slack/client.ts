/** The one client of Slack's Web API: bounded retries, a steady pace, nothing of a payload in the log. */
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
const rateDefault = 20

const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`)

/** A dialog must open within three seconds of the press, so views go before messages when both wait. */
const isUrgent = (url: string | URL): boolean => String(url).includes('/views.')

/** The options Bolt and our own client share. A call that Slack calls too fast fails at once, with the wait in it. */
export const clientOptions = (options: ClientOptions): webApi.WebClientOptions => {
  const pace = createPace(options.rate ?? rateDefault)
  return {
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: withSlash(options.apiUrl) }),
    allowAbsoluteUrls: false,
    logger: codesOnly(options.log),
    rejectRateLimitedCalls: true,
    retryConfig: { retries: retriesMax, minTimeout: retryDelayMsMin, maxTimeout: retryDelayMsMax },
    timeout: requestTimeoutMs,
    fetch: async (url, init) => {
      await pace.turn(isUrgent(url))
      return fetch(url, init)
    },
  }
}

/** A client that answers in Slack's name. */
export const createClient = (
  token: Secret<string>,
  options: webApi.WebClientOptions,
): SlackClient => new webApi.WebClient(token.reveal(), options)
