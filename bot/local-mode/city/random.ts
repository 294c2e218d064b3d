/** Chance that falls the same way on every run, so that the same city comes out each time. */

/** Numbers from 0 (included) to 1 (not included). */
export type Random = () => number

/** Marsaglia's 32-bit xorshift: plenty for a made-up city, of no use for secrets. The seed must not be 0. */
export const randomFrom = (seed: number): Random => {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** The same items in another order. */
export const shuffled = <T>(items: readonly T[], random: Random): T[] =>
  items
    .map((item) => ({ item, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item)
