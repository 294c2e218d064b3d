/** Small change for a JSON server on node:http. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a handler answers: a status, a JSON body, more headers. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> }

const requestBytesMax = 4_000_000

/** The parsed JSON body of a request; undefined when there is none or it is no JSON. */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request) {
    const chunk = part as Buffer
    bytes += chunk.length
    if (bytes > requestBytesMax) return undefined
    parts.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'))
  } catch {
    return undefined
  }
}

/** Sends an answer. */
export const reply = (response: ServerResponse, { status, body, headers }: Answer): void => {
  const text = body === undefined ? '' : JSON.stringify(body)
  response.writeHead(status, {
    ...(text ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    'content-length': Buffer.byteLength(text),
    ...headers,
  })
  response.end(text)
}

/** An error as the Bot Connector words it. */
export const failure = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
})
