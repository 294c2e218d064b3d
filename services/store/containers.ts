/** Where each kind of document lives, by what it is partitioned, and why. */
export const containers = {
  /** The roster, in generations: `partition` = the generation's id; beside them `pointer` (which one is live, switched by one write) and `generations` (which exist). */
  people: { partitionBy: 'generation' },
  /** One self-report a person and fiscal year: `partition` = staff id; whoever reads one knows whose. */
  'self-reports': { partitionBy: 'staff id' },
  /** Windows in which a job is open (self-report 2026 …): `partition` = the job; few, read together. */
  windows: { partitionBy: 'job' },
  /** How to reach a person on a channel: `partition` = staff id. */
  conversations: { partitionBy: 'staff id' },
  /** Ids already handled, so that a repeated event is answered once: `partition` = the id itself; spreads evenly. */
  seen: { partitionBy: 'event id' },
  /** Who exported or changed what: `partition` = the month in Japan (`2026-11`); read month by month. */
  audit: { partitionBy: 'month' },
  /** Revisions of the policy document, curated answers, questions that went unanswered, ratings of answers: `partition` = kind. */
  policy: { partitionBy: 'kind' },
} as const

/** The name of a container. */
export type ContainerName = keyof typeof containers
