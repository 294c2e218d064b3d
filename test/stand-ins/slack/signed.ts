/** Requests as Slack signs them. */
import { createHmac } from 'node:crypto'

/** A signed request's parts: the raw body and the headers that vouch for it. */
export type SignedRequest = {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** How to sign: the app's secret, the moment in epoch ms, the content type (JSON unless told). */
export type Signing = {
  readonly secret: string
  readonly at?: number
  readonly contentType?: string
}

/** The content type of interactivity and commands. */
export const formType = 'application/x-www-form-urlencoded'

/** Signs a raw body as Slack does: v0, HMAC-SHA256 over the time in seconds and the body. */
export const signedRequest = (
  body: string,
  { secret, at, contentType }: Signing,
): SignedRequest => {
  const seconds = Math.floor((at ?? Date.now()) / 1_000)
  const digest = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')
  return {
    body,
    headers: {
      'content-type': contentType ?? 'application/json',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${digest}`,
    },
  }
}

/** Posts a signed body and waits for the answer. */
export const postSigned = (url: string, body: string, signing: Signing): Promise<Response> =>
  fetch(url, { method: 'POST', ...signedRequest(body, signing) })

/** Interactivity travels as a form with one field. */
export const payloadForm = (payload: object): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
