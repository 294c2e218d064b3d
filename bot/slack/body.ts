/** Reads a request's body before Bolt does: Bolt needs the raw bytes, and a limit of ours. */
import type { IncomingMessage } from 'node:http'

/** Slack's own payloads stay far below this. */
const bodyBytesMax = 1_048_576

/** The bytes of a body, or undefined when there are more of them than Slack ever sends. */
export const readBody = async (req: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= bodyBytesMax) chunks.push(bytes)
    else chunks.length = 0
  }
  return size <= bodyBytesMax ? Buffer.concat(chunks) : undefined
}
