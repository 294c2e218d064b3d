/** Who has opened their home tab since this process started: theirs can be in sight behind a dialog. */

/** Remembers who opened their home tab, and has it drawn again when something of theirs has changed. */
export type OpenedHomes = {
  add(user: string): void
  /**
   * Draws the tab of a person who has opened it; nobody else's. One drawing a person at a time, so that
   * an older one never ends up over a newer: what is asked for meanwhile becomes one more drawing.
   * Resolves at once where another drawing sees to that.
   */
  redraw(user: string, draw: () => Promise<void>): Promise<void>
}

const homesMax = 5_000

/** Nobody has opened one yet. Of more than five thousand the earliest are forgotten: theirs is drawn when they open it again. */
export const createOpenedHomes = (): OpenedHomes => {
  const opened = new Set<string>()
  const asked = new Set<string>()
  const drawing = new Set<string>()

  return {
    add(user) {
      opened.delete(user)
      opened.add(user)
      const [earliest] = opened
      if (opened.size > homesMax && earliest !== undefined) opened.delete(earliest)
    },
    async redraw(user, draw) {
      if (!opened.has(user)) return
      asked.add(user)
      if (drawing.has(user)) return
      drawing.add(user)
      try {
        while (asked.delete(user)) await draw()
      } finally {
        drawing.delete(user)
      }
    },
  }
}
