/** Where everything of local mode listens, known to be free before anything is started. */
import { once } from 'node:events'
import { createServer } from 'node:net'

/** The ports of one run; 0 is any free one. The product's is never 0: its clients are told of it before it listens. */
export type Ports = {
  readonly product: number
  readonly stage: number
  readonly slack: number
  readonly playground: number
}

const host = '127.0.0.1'
const fixed = { stage: 56_250, slack: 56_260, playground: 56_150 }

/**
 * The usual ports beside the product's own; with `PORT=0` free ones for all, so that a second run,
 * or a machine where one is taken, is one word away. Rejects with a sentence that names a taken port.
 */
export const choosePorts = async (
  product: number,
  use: { playground: boolean },
): Promise<Ports> => {
  if (product === 0) return { product: await freePort(), stage: 0, slack: 0, playground: 0 }
  const teams = use.playground ? fixed.playground : fixed.stage
  const wanted = [product, teams, fixed.slack]
  const free = await Promise.all(wanted.map(isFree))
  const taken = wanted.filter((_port, index) => !free[index])
  if (taken.length > 0) throw new Error(takenSentence(taken))
  return { product, ...fixed }
}

const takenSentence = (taken: readonly number[]): string =>
  [
    `ポート ${taken.join('、')} は、ほかのプログラムが使っています。何も始めていません。`,
    'ひとづくり窓口がもう動いていれば、そちらを Ctrl+C で終えてください。',
    '空いているポートで始めるには、環境変数 PORT を 0 にしてください。',
  ].join('\n')

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  const closed = once(server, 'close')
  server.close()
  await closed
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.')
  return address.port
}

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer()
  try {
    const listening = once(server, 'listening')
    server.listen(port, host)
    await listening
    const closed = once(server, 'close')
    server.close()
    await closed
    return true
  } catch {
    return false
  }
}
