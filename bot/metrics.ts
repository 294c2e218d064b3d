/** What /metrics tells: how many turns ended how, in Prometheus text. No person, no unit, no text. */
import { Counter, collectDefaultMetrics, Registry } from 'prom-client'

/** The product's figures. */
export type Metrics = {
  readonly countTurn: (action: string, end: 'shown' | 'refused' | 'failed') => void
  /** The Prometheus text and its content type. */
  readonly text: () => Promise<{ readonly body: string; readonly contentType: string }>
}

/** Figures that start at nought. */
export const createMetrics = (): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const turns = new Counter({
    name: 'hitozukuri_turns_total',
    help: 'Turns answered, by action and by how they ended.',
    labelNames: ['action', 'end'],
    registers: [registry],
  })
  return {
    countTurn: (action, end) => turns.inc({ action, end }),
    text: async () => ({ body: await registry.metrics(), contentType: registry.contentType }),
  }
}
