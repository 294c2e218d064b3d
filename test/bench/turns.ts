/**
 * How much the product costs beside a bare bot on the same stack: turns a second of a self-report
 * page saved, and the time from the start of the process to its first answer.
 * node test/bench/turns.ts [--channel teams|slack] [--rounds 6] [--starts 8] [--seconds 5] [--json FILE]
 * Both bots get the same stimulus from the same generator, in turn; only the ratios mean anything.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { startBot } from './turns/bots.ts'
import { type Figure, median, ratiosOf, tableOf } from './turns/figures.ts'
import type { Counted, Job } from './turns/load.ts'
import type { Target } from './turns/request.ts'
import { type BotName, type Scene, setScene } from './turns/scene.ts'
import type { Channel } from './turns/stimulus.ts'

const { values: flags } = parseArgs({
  options: {
    channel: { type: 'string' },
    rounds: { type: 'string', default: '6' },
    starts: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '5' },
    'warm-up': { type: 'string', default: '4' },
    json: { type: 'string' },
  },
})

const connections = 50
const turnsMax = 100_000
/** What shows that a bot answered with what it should: the next page of the form, or the fixed card. */
const expected = { product: '保存して次へ', bare: '受け取りました。' } as const

const load = async (target: Target, scene: Scene, bot: 'product' | 'bare'): Promise<Counted> => {
  const job: Job = {
    target,
    templates: scene.templates,
    connections,
    warmUpMs: Number(flags['warm-up']) * 1_000,
    measureMs: Number(flags.seconds) * 1_000,
    turnsMax,
    expected: expected[bot],
  }
  const file = new URL('turns/load.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(job))
  const counted = JSON.parse(await text(child.stdout)) as Counted
  if (counted.failures > 0) throw new Error(`${bot} on ${scene.channel}: ${counted.firstFailure}`)
  return counted
}

type Run = { readonly perSecond: number; readonly cpuMs: number; readonly p50Ms: number }

const measure = async (scene: Scene, bot: 'product' | 'bare'): Promise<Run> => {
  const running = await startBot(await scene.start(bot))
  try {
    const before = running.cpuMs()
    const counted = await load(running.target, scene, bot)
    const cpuMs = (running.cpuMs() - before) / counted.answeredInAll
    await running.stop()
    // Each save counts its report up by one: every answer must lie in the store.
    if (bot === 'product' && scene.saves() !== counted.answeredInAll + 1) {
      throw new Error(`${counted.answeredInAll + 1} turns were answered, ${scene.saves()} saved`)
    }
    return { perSecond: counted.turns / counted.seconds, cpuMs, p50Ms: counted.p50Ms }
  } finally {
    await running.stop()
  }
}

/** One after the other, and the next time the other way round. */
const pairs = async <T>(
  count: number,
  names: readonly BotName[],
  run: (bot: BotName) => Promise<T>,
): Promise<Map<BotName, T[]>> => {
  const found = new Map<BotName, T[]>(names.map((name) => [name, []]))
  for (let round = 0; round < count; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      found.get(name)?.push(await run(name))
    }
  }
  return found
}

const throughput = async (scene: Scene): Promise<Figure[]> => {
  const found = await pairs(Number(flags.rounds), ['bare', 'product'], (bot) =>
    measure(scene, bot === 'product' ? 'product' : 'bare'),
  )
  const { channel } = scene
  const of = (bot: BotName, value: (run: Run) => number) => (found.get(bot) ?? []).map(value)
  const figure = (what: string, aim: string, value: (run: Run) => number): Figure => {
    return { channel, what, aim, bare: of('bare', value), product: of('product', value) }
  }
  return [
    figure('turns a second', '≥ 0.8', (run) => run.perSecond),
    figure('median latency, ms', '', (run) => run.p50Ms),
    figure('cpu ms a turn', '', (run) => run.cpuMs),
  ]
}

const startUp = async (scene: Scene): Promise<Figure[]> => {
  const once = async (bot: BotName) => {
    const running = await startBot(await scene.start(bot))
    await running.stop()
    return { ms: running.firstAnswerMs, cpuMs: running.firstAnswerCpuMs }
  }
  const names = ['bare', 'bare-cached', 'product'] as const
  // The first start of each reads its files from the disk and fills its compile cache.
  for (const name of names) await once(name)
  const found = await pairs(Number(flags.starts), names, once)
  const figure = (what: string, bare: BotName, value: 'ms' | 'cpuMs'): Figure => {
    const of = (bot: BotName) => (found.get(bot) ?? []).map((run) => run[value])
    const aim = value === 'ms' ? '≤ 1.3' : ''
    return { channel: scene.channel, what, aim, bare: of(bare), product: of('product') }
  }
  return [
    figure('start to first answer, ms', 'bare', 'ms'),
    figure('the same, bare with compile cache', 'bare-cached', 'ms'),
    figure('cpu ms to first answer', 'bare', 'cpuMs'),
  ]
}

const onChannel = async (channel: Channel, folder: string): Promise<Figure[]> => {
  const scene = await setScene(channel, folder)
  try {
    const starts = Number(flags.starts) > 0 ? await startUp(scene) : []
    return [...(Number(flags.rounds) > 0 ? await throughput(scene) : []), ...starts]
  } finally {
    await scene.close()
  }
}

const folder = await mkdtemp(join(tmpdir(), 'hitozukuri-bench-'))
try {
  const figures: Figure[] = []
  for (const channel of ['teams', 'slack'] as const) {
    if (flags.channel !== undefined && flags.channel !== channel) continue
    figures.push(...(await onChannel(channel, join(folder, channel))))
  }
  process.stdout.write(`${tableOf(figures)}\n`)
  if (flags.json) {
    const lines = figures.map((each) => ({ ...each, ratio: median(ratiosOf(each)) }))
    await writeFile(flags.json, `${JSON.stringify(lines, undefined, 2)}\n`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
