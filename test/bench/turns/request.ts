/** One turn over the wire, and what counts as its answer. */
import { type Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { formType, signedRequest } from '../../stand-ins/slack/signed.ts'

/** What stands in a stimulus where turns differ: the turn's number. */
export const gap = '@@turn@@'

/** A person's stimulus as JSON with gaps; `changes`: the message whose change is the answer, else the response is. */
export type Stimulus = { readonly json: string; readonly changes?: string }

/** Where a stimulus goes; with `secret` it is signed and sent as Slack's form. `changed` waits for a message's new blocks. */
export type Target = {
  readonly url: string
  readonly secret?: string
  readonly changed?: (message: string) => Promise<string>
}

const encoded = (json: string, secret?: string) =>
  secret === undefined
    ? { body: json, headers: { 'content-type': 'application/json; charset=utf-8' } }
    : signedRequest(`payload=${encodeURIComponent(json)}`, { secret, contentType: formType })

/** Rejects unless the response is a 200. A kept connection that the bot has just closed is no failure of the bot's: another one is tried. */
const post = (target: Target, json: string, agent: Agent): Promise<string> => {
  const { url, secret } = target
  const { body, headers } = encoded(json, secret)
  return new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) }
    const sent = request(url, { method: 'POST', agent, headers: { ...headers, ...length } })
    sent.once('error', (error: NodeJS.ErrnoException) => {
      if (!sent.reusedSocket || error.code !== 'ECONNRESET') reject(error)
      else resolve(post(target, json, agent))
    })
    sent.once('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('end', () => {
        const text = Buffer.concat(parts).toString()
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`answered ${response.statusCode}: ${text.slice(0, 200)}`))
      })
    })
    sent.end(body)
  })
}

const changeMsMax = 10_000

const neverChanged = async (signal: AbortSignal): Promise<never> => {
  await delay(changeMsMax, undefined, { signal })
  throw new Error('the message pressed never changed')
}

/** Takes one turn, the n-th from 0 with this stimulus, and gives what the person then sees. */
export const takeTurn = async (
  target: Target,
  { stimulus, turn }: { readonly stimulus: Stimulus; readonly turn: number },
  agent: Agent,
): Promise<string> => {
  const json = stimulus.json.replaceAll(gap, String(turn))
  const { changes } = stimulus
  if (changes === undefined || !target.changed) return post(target, json, agent)
  const changed = target.changed(changes)
  await post(target, json, agent)
  const limit = new AbortController()
  try {
    return await Promise.race([changed, neverChanged(limit.signal)])
  } finally {
    limit.abort()
  }
}
