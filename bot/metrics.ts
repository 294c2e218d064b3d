/** What /metrics tells: how many turns ended how, in Prometheus text. No person, no unit, no text. */
import type { Registry } from 'prom-client'

/** The product's figures. */
export type Metrics = {
  readonly countTurn: (action: string, end: 'shown' | 'refused' | 'failed') => void
  /** The Prometheus text and its content type. */
  readonly text: () => Promise<{ readonly body: string; readonly contentType: string }>
}

type Count = { readonly action: string; readonly end: string; turns: number }

/** Figures that start at nought. The library is loaded when somebody first asks: a start does not wait for it. */
export const createMetrics = (): Metrics => {
  const counts = new Map<string, Count>()
  let registry: Promise<Registry> | undefined
  return {
    countTurn(action, end) {
      const key = `${action} ${end}`
      const count = counts.get(key) ?? { action, end, turns: 0 }
      count.turns += 1
      counts.set(key, count)
    },
    async text() {
      registry ??= createRegistry(counts)
      return told(await registry)
    },
  }
}

const told = async (registry: Registry): Promise<{ body: string; contentType: string }> => ({
  body: await registry.metrics(),
  contentType: registry.contentType,
})

const createRegistry = async (counts: ReadonlyMap<string, Count>): Promise<Registry> => {
  const { Counter, collectDefaultMetrics, Registry } = await import('prom-client')
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Counter({
    name: 'hitozukuri_turns_total',
    help: 'Turns answered, by action and by how they ended.',
    labelNames: ['action', 'end'],
    registers: [registry],
    collect() {
      this.reset()
      for (const { action, end, turns } of counts.values()) this.inc({ action, end }, turns)
    },
  })
  return registry
}
