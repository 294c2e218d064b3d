/** Whether anything listens where the bot should be. */
import { connect } from 'node:net'

/** The bot as seen from the stage. */
export type BotStatus = {
  up(): boolean
  /** Looks now, when somebody watches. */
  look(): Promise<void>
  stop(): void
}

/** True when a connection to the address of `botUrl` can be opened. */
export const reachable = (botUrl: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port, protocol } = new URL(botUrl)
    const socket = connect(Number(port) || (protocol === 'https:' ? 443 : 80), hostname)
    const settle = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(1_000, () => settle(false))
    socket.once('connect', () => settle(true))
    socket.once('error', () => settle(false))
  })

const lookEveryMs = 1_500

/** Looks for the bot while somebody watches, and says so when it came or went. */
export const botStatus = (
  botUrl: string,
  { watched, changed }: { watched: () => boolean; changed: () => void },
): BotStatus => {
  let up = true
  const look = async () => {
    if (!watched()) return
    const now = await reachable(botUrl)
    if (now === up) return
    up = now
    changed()
  }
  const timer = setInterval(() => void look(), lookEveryMs)
  timer.unref()
  return { up: () => up, look, stop: () => clearInterval(timer) }
}
