/** Keeps calls to Slack under a limit a second, urgent ones first. */

/** Hands out turns; `urgent` goes before everything that waits without it. */
export type Pace = { turn(urgent: boolean): Promise<void> }

const windowMs = 1_000

/** At most `perSecond` turns in any second; what comes beyond waits in order. */
export const createPace = (perSecond: number): Pace => {
  const urgentOnes: (() => void)[] = []
  const others: (() => void)[] = []
  let left = Math.max(1, Math.floor(perSecond))

  const giveTurns = (): void => {
    while (left > 0) {
      const give = urgentOnes.shift() ?? others.shift()
      if (give === undefined) return
      left -= 1
      setTimeout(() => {
        left += 1
        giveTurns()
      }, windowMs)
      give()
    }
  }

  return {
    turn(urgent: boolean): Promise<void> {
      return new Promise((give) => {
        const queue = urgent ? urgentOnes : others
        queue.push(give)
        giveTurns()
      })
    },
  }
}
