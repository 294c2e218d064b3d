/** Reads a request's body before Bolt does: Bolt needs the raw bytes, and a limit of ours. */
import type { IncomingMessage } from 'node:http'

/** Slack's own payloads stay far below this. */
const bodyBytesMax = 1_048_576

/** The bytes of a body, or undefined when there are more of them than Slack ever sends. */
export const readBody = (req: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  req.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= bodyBytesMax) chunks.push(chunk)
    else chunks.length = 0
  })
  return new Promise((resolve, reject) => {
    req.once('end', () => resolve(size <= bodyBytesMax ? Buffer.concat(chunks) : undefined))
    req.once('error', reject)
  })
}
