/** What local-slack shows, followed over the WebSocket of its page. */
import type { Json } from './shown.ts'

/** The page's state as far as the driver needs it. */
export type Page = {
  /** The dialog on top; local-slack has one stack for everybody. */
  modal(): Json | undefined
  home(user: string): Json | undefined
  /** Does what the page does: submit, close, press. */
  send(message: Json): void
  /** Resolves with the next message of one of these kinds. */
  next(kinds: readonly string[]): Promise<Json>
  close(): void
}

type Heard = Json & { t: string }

/** Opens the page's socket and waits for its first state. */
export const openPage = async (url: string): Promise<Page> => {
  let stack: Json[] = []
  const homes = new Map<string, Json>()
  const waiting = new Set<{ kinds: readonly string[]; resolve: (message: Json) => void }>()
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ui`)

  const restart = (state: Json): void => {
    stack = (state['modalStack'] as Json[]) ?? []
    homes.clear()
    for (const [user, views] of Object.entries(
      (state['homeViews'] as Record<string, Json>) ?? {},
    )) {
      const [view] = Object.values(views)
      if (view) homes.set(user, view as Json)
    }
  }

  const hear = (message: Heard): void => {
    if (message.t === 'init') restart(message['state'] as Json)
    if (message.t === 'view') stack = message['stack'] as Json[]
    if (message.t === 'home') homes.set(String(message['user']), message['view'] as Json)
    for (const waiter of waiting) {
      if (!waiter.kinds.includes(message.t)) continue
      waiting.delete(waiter)
      waiter.resolve(message)
    }
  }

  const next = (kinds: readonly string[]): Promise<Json> =>
    new Promise((resolve) => waiting.add({ kinds, resolve }))

  const first = next(['init'])
  socket.addEventListener('message', ({ data }) => hear(JSON.parse(String(data)) as Heard))
  await first

  return {
    modal: () => stack.at(-1),
    home: (user) => homes.get(user),
    send: (message) => socket.send(JSON.stringify(message)),
    next,
    close: () => socket.close(),
  }
}
