/**
 * The load generator, a process of its own: reads a job on standard input, writes what it counted.
 * Each connection has its own people and waits for one answer before it sends the next, as people do.
 */
import { Agent } from 'node:http'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { filled, sendTurn, type Target } from './request.ts'

/** What to send where, how many at a time, and how long. */
export type Job = {
  readonly target: Target
  /** A person's stimulus with gaps; at least one for each connection. */
  readonly templates: readonly string[]
  readonly connections: number
  readonly warmUpMs: number
  readonly measureMs: number
  readonly turnsMax: number
  /** What every answer must hold: an answer that says no is no turn. */
  readonly expected: string
}

/** Turns answered within the time measured, their latencies, and all that were answered. */
export type Counted = {
  readonly turns: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly answeredInAll: number
  readonly failures: number
  readonly firstFailure: string
}

const job = JSON.parse(await text(process.stdin)) as Job
const agent = new Agent({ keepAlive: true, maxSockets: job.connections })
const began = performance.now()
const measureFrom = began + job.warmUpMs
const until = measureFrom + job.measureMs
const latencies: number[] = []
const failed: string[] = []
let answeredInAll = 0

const oneTurn = async (template: string, turn: number): Promise<void> => {
  const json = filled(template, turn)
  const sent = performance.now()
  const answer = await sendTurn(job.target, json, agent)
  const now = performance.now()
  if (!answer.includes(job.expected)) throw new Error(`not a turn: ${answer.slice(0, 200)}`)
  answeredInAll += 1
  if (sent >= measureFrom && now <= until) latencies.push(now - sent)
}

/** One connection: its people in turn, round after round. */
const connection = async (first: number): Promise<void> => {
  const own = job.templates.filter((_, index) => index % job.connections === first)
  for (let round = 0; ; round += 1) {
    for (const template of own) {
      if (performance.now() >= until || answeredInAll >= job.turnsMax || failed.length > 0) return
      await oneTurn(template, round).catch((error: unknown) => failed.push(String(error)))
    }
  }
}

await Promise.all(Array.from({ length: job.connections }, (_, first) => connection(first)))
agent.destroy()
const seconds = (Math.min(performance.now(), until) - measureFrom) / 1_000
const sorted = latencies.toSorted((a, b) => a - b)
const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
const counted: Counted = {
  turns: sorted.length,
  seconds,
  p50Ms: at(0.5),
  p99Ms: at(0.99),
  answeredInAll,
  failures: failed.length,
  firstFailure: failed[0] ?? '',
}
process.stdout.write(JSON.stringify(counted))
