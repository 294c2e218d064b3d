/**
 * How much the product costs beside a bare bot on the same stack: turns a second of a card's button that
 * writes to the store and of a self-report page saved, and the time from the start of the process to its
 * first answer.
 * node test/bench/turns.ts [--channel teams|slack] [--turn button|page] [--rounds 6] [--starts 8]
 *   [--seconds 5] [--json FILE]
 * Both bots get the same stimulus from the same generator, in turn; only the ratios mean anything.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { startBot } from './turns/bots.ts'
import { type Figure, median, ratiosOf, tableOf } from './turns/figures.ts'
import { load } from './turns/load.ts'
import { type BotName, type Scene, setScene } from './turns/scene.ts'
import type { Channel, Kind } from './turns/stimulus.ts'

const { values: flags } = parseArgs({
  options: {
    channel: { type: 'string' },
    turn: { type: 'string' },
    rounds: { type: 'string', default: '6' },
    starts: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '5' },
    'warm-up': { type: 'string', default: '4' },
    json: { type: 'string' },
  },
})

const connections = 50
const turnsMax = 100_000
/** What shows that a bot answered with what it should: thanks in place of the buttons, the next page of the form, or the fixed words. */
const expected = {
  button: 'お知らせくださり、ありがとうございます。',
  page: '保存して次へ',
  bare: '受け取りました。',
} as const

type Run = { readonly perSecond: number; readonly cpuMs: number; readonly p50Ms: number }
type Measured = { readonly scene: Scene; readonly kind: Kind; readonly bot: 'product' | 'bare' }

const measure = async ({ scene, kind, bot }: Measured): Promise<Run> => {
  const running = await startBot(await scene.start(bot))
  try {
    const before = running.cpuMs()
    const counted = await load({
      target: running.target,
      stimuli: scene.stimuli(kind),
      connections,
      warmUpMs: Number(flags['warm-up']) * 1_000,
      measureMs: Number(flags.seconds) * 1_000,
      turnsMax,
      expected: expected[bot === 'bare' ? bot : kind],
    })
    const told = `${bot}, ${kind} on ${scene.channel}`
    if (counted.firstFailure) throw new Error(`${told}: ${counted.firstFailure}`)
    const cpuMs = (running.cpuMs() - before) / counted.answeredInAll
    await running.stop()
    // Every answer must lie in the store; the first turn saved a page.
    const due = counted.answeredInAll + (kind === 'page' ? 1 : 0)
    if (bot === 'product' && scene.kept(kind) !== due) {
      throw new Error(`${told}: ${due} turns were answered, ${scene.kept(kind)} kept`)
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

const throughput = async (scene: Scene, kind: Kind): Promise<Figure[]> => {
  const found = await pairs(Number(flags.rounds), ['bare', 'product'], (bot) =>
    measure({ scene, kind, bot: bot === 'product' ? 'product' : 'bare' }),
  )
  const { channel } = scene
  const of = (bot: BotName, value: (run: Run) => number) => (found.get(bot) ?? []).map(value)
  const figure = (what: string, aim: string, value: (run: Run) => number): Figure => {
    return {
      channel,
      turn: kind,
      what,
      aim,
      bare: of('bare', value),
      product: of('product', value),
    }
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
    return {
      channel: scene.channel,
      turn: 'page',
      what,
      aim,
      bare: of(bare),
      product: of('product'),
    }
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
    const figures = Number(flags.starts) > 0 ? await startUp(scene) : []
    for (const kind of ['page', 'button'] as const) {
      if (Number(flags.rounds) === 0 || (flags.turn ?? kind) !== kind) continue
      figures.unshift(...(await throughput(scene, kind)))
    }
    return figures
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
