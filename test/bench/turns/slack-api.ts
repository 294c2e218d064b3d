/**
 * As much of Slack's Web API as a bot under load meets: every call succeeds at once, and whoever waits
 * for a message to change is told. What Slack would refuse is the contracts' business, not this one's.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** The Web API of a benchmark. */
export type SlackApi = {
  readonly url: string
  /** Resolves with the blocks, as JSON, that the message is next changed to. One waits at a time. */
  changed(ts: string): Promise<string>
  close(): Promise<void>
}

const answer = JSON.stringify({
  ok: true,
  user_id: 'U0BENCH',
  bot_id: 'B0BENCH',
  team_id: 'T0CITY',
})

/** Starts it on a free port of the loopback address. */
export const startSlackApi = async (): Promise<SlackApi> => {
  const waiting = new Map<string, (blocks: string) => void>()

  const take = async (req: IncomingMessage): Promise<void> => {
    const body = await text(req)
    if (!req.url?.endsWith('/chat.update')) return
    const args = new URLSearchParams(body)
    waiting.get(args.get('ts') ?? '')?.(args.get('blocks') ?? '')
  }

  const server = createServer((req, res) => {
    take(req).then(
      () => {
        res.writeHead(200, { 'content-type': 'application/json' })
        res.end(answer)
      },
      () => res.destroy(),
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    changed: (ts) => new Promise((resolve) => waiting.set(ts, resolve)),
    async close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
