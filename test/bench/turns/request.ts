/** One turn over the wire, and what counts as an answer. */
import { type Agent, request } from 'node:http'
import { formType, signedRequest } from '../../stand-ins/slack/signed.ts'

/** What stands in a stimulus where turns differ: the text typed. */
export const gaps = { text: '@@typed@@' } as const

/** Where a stimulus goes; with `secret` it is signed and sent as Slack's form. */
export type Target = { readonly url: string; readonly secret?: string }

const encoded = (json: string, secret?: string) =>
  secret === undefined
    ? { body: json, headers: { 'content-type': 'application/json; charset=utf-8' } }
    : signedRequest(`payload=${encodeURIComponent(json)}`, { secret, contentType: formType })

/** The stimulus of a person's n-th turn, from 0. */
export const filled = (template: string, turn: number): string =>
  template.replaceAll(
    gaps.text,
    `窓口での証明書の発行、係の予算、電話の応対。${turn}回目の書き直し`,
  )

/** Sends one stimulus and reads its whole answer. Rejects unless it is a 200 with a JSON object in it. */
export const sendTurn = ({ url, secret }: Target, json: string, agent: Agent): Promise<string> => {
  const { body, headers } = encoded(json, secret)
  return new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) }
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, ...length } })
    sent.once('error', reject)
    sent.once('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('end', () => {
        const text = Buffer.concat(parts).toString()
        if (response.statusCode === 200 && text.startsWith('{')) resolve(text)
        else reject(new Error(`answered ${response.statusCode}: ${text.slice(0, 200)}`))
      })
    })
    sent.end(body)
  })
}
