import type { Passage, PolicyDocument } from './document.ts'
import { fold } from './ingest/normal.ts'
import { pairsOf } from './question/text-index.ts'

/** What a new revision changes: passages that came, went, or stand there in other words. */
export type Revision = {
  added: Passage[]
  removed: Passage[]
  changed: { before: Passage; after: Passage }[]
  unchanged: number
}

/** From this likeness on, one passage is the other reworded and not a new one. */
const rewordedMin = 0.55

const likeness = (one: Set<number>, two: Set<number>): number => {
  let shared = 0
  for (const pair of one) if (two.has(pair)) shared++
  return one.size + two.size === 0 ? 0 : (2 * shared) / (one.size + two.size)
}

const told = (document: PolicyDocument): Passage[] =>
  document.passages.filter((passage) => passage.kind !== 'head')

const without = (passages: Passage[], others: Passage[]): Passage[] => {
  const texts = new Set(others.map((passage) => fold(passage.text)))
  return passages.filter((passage) => !texts.has(fold(passage.text)))
}

/** Compares two revisions of a policy, passage by passage; order does not matter. */
export const compareRevisions = (before: PolicyDocument, after: PolicyDocument): Revision => {
  const [old, fresh] = [told(before), told(after)]
  const gone = without(old, fresh)
  const come = without(fresh, old).map((passage) => ({
    passage,
    pairs: pairsOf(fold(passage.text)),
  }))
  const changed: Revision['changed'] = []
  for (const passage of gone) {
    const pairs = pairsOf(fold(passage.text))
    const [best] = come
      .filter((other) => !changed.some(({ after }) => after === other.passage))
      .map((other) => ({ other, score: likeness(pairs, other.pairs) }))
      .toSorted((one, two) => two.score - one.score)
    if (best !== undefined && best.score >= rewordedMin) {
      changed.push({ before: passage, after: best.other.passage })
    }
  }
  return {
    added: come
      .map(({ passage }) => passage)
      .filter((passage) => !changed.some(({ after }) => after === passage)),
    removed: gone.filter((passage) => !changed.some(({ before }) => before === passage)),
    changed,
    unchanged: fresh.length - come.length,
  }
}
