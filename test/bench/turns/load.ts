/**
 * The load: each connection has its own people and waits for one answer before it sends the next, as
 * people do.
 */
import { Agent } from 'node:http'
import { performance } from 'node:perf_hooks'
import { type Stimulus, type Target, takeTurn } from './request.ts'

/** What to send where, how many at a time, and how long. */
export type Job = {
  readonly target: Target
  /** At least one for each connection. */
  readonly stimuli: readonly Stimulus[]
  readonly connections: number
  readonly warmUpMs: number
  readonly measureMs: number
  readonly turnsMax: number
  /** What every answer must hold: an answer that says no is no turn. */
  readonly expected: string
}

/** Turns answered within the time measured, their median latency, and all that were answered. */
export type Counted = {
  readonly turns: number
  readonly seconds: number
  readonly p50Ms: number
  readonly answeredInAll: number
  readonly firstFailure: string | undefined
}

/** Runs the job. Ends early, with the first failure in what it gives, when a turn is not answered as expected. */
export const load = async (job: Job): Promise<Counted> => {
  const agent = new Agent({ keepAlive: true, maxSockets: job.connections })
  const measureFrom = performance.now() + job.warmUpMs
  const until = measureFrom + job.measureMs
  const latencies: number[] = []
  let firstFailure: string | undefined
  let answeredInAll = 0

  const oneTurn = async (stimulus: Stimulus, turn: number): Promise<void> => {
    const sent = performance.now()
    const answer = await takeTurn(job.target, { stimulus, turn }, agent)
    const now = performance.now()
    if (!answer.includes(job.expected)) throw new Error(`not a turn: ${answer.slice(0, 200)}`)
    answeredInAll += 1
    if (sent >= measureFrom && now <= until) latencies.push(now - sent)
  }

  /** One connection: its people in turn, round after round. */
  const connection = async (first: number): Promise<void> => {
    const own = job.stimuli.filter((_, index) => index % job.connections === first)
    for (let round = 0; ; round += 1) {
      for (const stimulus of own) {
        const over = performance.now() >= until || answeredInAll >= job.turnsMax
        if (over || firstFailure !== undefined) return
        await oneTurn(stimulus, round).catch((error: unknown) => {
          firstFailure ??= String(error)
        })
      }
    }
  }

  await Promise.all(Array.from({ length: job.connections }, (_, first) => connection(first)))
  agent.destroy()
  const seconds = (Math.min(performance.now(), until) - measureFrom) / 1_000
  const sorted = latencies.toSorted((a, b) => a - b)
  const p50Ms = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return { turns: sorted.length, seconds, p50Ms, answeredInAll, firstFailure }
}
