/** The end of the process, as the system asks for it. */
import process from 'node:process'

/** Calls `stop` once, at the first SIGTERM or SIGINT, and lets the process end by itself. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false
  const once = (): void => {
    if (stopping) return
    stopping = true
    stop().catch(() => {
      process.exitCode = 1
    })
  }
  process.on('SIGTERM', once)
  process.on('SIGINT', once)
}
