/** What the policy Q&A has written down, and what a person was last shown. */
import { z } from 'zod'
import type { Seat } from './client.ts'
import type { World } from './world.ts'

/** A document of any shape. */
export const everything = z.record(z.string(), z.unknown())

/** The bodies of the documents in a partition of the policy's container. */
export const policyKept = async (world: World, partition: string) => {
  const query = { container: 'policy', partition, limit: 100 } as const
  return (await world.product.store.query(query, everything)).items.map(({ body }) => body)
}

/** The words of the latest message. */
export const answered = async (seat: Seat): Promise<string> => (await seat.chat()).at(-1) ?? ''
