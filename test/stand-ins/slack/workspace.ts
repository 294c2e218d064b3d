/** A workspace of `local-slack` with the product in it, driven through its control API and the socket of its page. */
import { type Acting, messageWith, type Person, type SlackWorkspace } from './acting.ts'
import { type Bridge, startBridge } from './bridge.ts'
import { startLocalSlack } from './local-slack.ts'
import { openPage, type Page } from './local-slack-ui.ts'
import { botUserId, dmOf, teamId } from './payloads.ts'
import { blockKitRules, type Rules } from './rules.ts'
import { freshSecrets, type Secrets } from './secrets.ts'
import {
  inputs,
  type Json,
  pressable,
  pressables,
  type ShownMessage,
  type ShownView,
} from './shown.ts'
import { stateValues, type Typed } from './typed.ts'

/** How to start: where the product listens, who is there, the page's port (0: a free one), what Slack would refuse (Block Kit’s rules unless told). */
export type WorkspaceOptions = {
  readonly botUrl: string
  readonly people: readonly Person[]
  readonly port?: number
  readonly rules?: Rules
  /** Fresh ones unless told. */
  readonly secrets?: Secrets
  /** Delivers over Socket Mode with this app token, past the bridge and what it mends. */
  readonly appToken?: string
}

type Stage = { readonly url: string; readonly page: Page; readonly bridge: Bridge }

const viewOf = (raw: Json | undefined): ShownView | undefined =>
  raw && {
    id: String(raw['id']),
    hash: String(raw['hash']),
    type: String(raw['type']),
    title: (raw['title'] as { text?: string } | undefined)?.text ?? '',
    blocks: (raw['blocks'] as Json[] | undefined) ?? [],
    raw,
  }

const messageOf = (raw: Json): ShownMessage => ({
  channel: String(raw['channel']),
  ts: String(raw['ts']),
  text: typeof raw['text'] === 'string' ? raw['text'] : '',
  blocks: (raw['blocks'] as Json[] | undefined) ?? [],
  from: String(raw['user']),
  ephemeral: raw['subtype'] === 'ephemeral',
})

const control = async (stage: Stage, path: string, body?: Json): Promise<Json> => {
  const request = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }
  const answer = await fetch(`${stage.url}/_control/${path}`, request)
  if (!answer.ok) throw new Error(`local-slack answered ${path} with ${answer.status}`)
  return (await answer.json()) as Json
}

const present = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`no ${what} is shown`)
  return found
}

const actAs = (user: string, stage: Stage): Acting => {
  const { page, bridge } = stage
  const channel = dmOf(user)
  const messages = async () => {
    const all = await control(stage, `messages/${channel}`)
    return (all['messages'] as Json[]).map(messageOf)
  }
  const actionOf = (blocks: readonly Json[], button: string): Json => {
    const { element, blockId } = pressable(blocks, button)
    return { ...element, block_id: blockId }
  }
  /** The socket does not say when a press was answered; the control API does. */
  const pressInView = async (view: ShownView, button: string, typed?: Typed): Promise<void> => {
    bridge.typed(typed)
    const action = actionOf(view.blocks, button)
    await control(stage, 'interact', { channel: '-', messageTs: '-', user, action })
  }

  return {
    id: user,
    messages,
    async say(text) {
      await control(stage, 'message', { channel, user, text })
    },
    async press(button, at = {}) {
      const has = (blocks: readonly Json[]) =>
        pressables(blocks).some(({ action, text }) => action === button || text === button)
      const message = at.message ?? messageWith(await messages(), ({ blocks }) => has(blocks))
      const action = actionOf(message.blocks, button)
      await control(stage, 'interact', {
        channel: message.channel,
        messageTs: message.ts,
        user,
        action,
      })
    },
    async openHome() {
      await control(stage, 'open-home', { user })
    },
    home: () => Promise.resolve(viewOf(page.home(user))),
    pressInHome: (button) => pressInView(present(viewOf(page.home(user)), 'home tab'), button),
    async command(command, text) {
      await control(stage, 'command', { channel, user, command, text })
    },
    modal: () => Promise.resolve(viewOf(page.modal())),
    pressInModal: (button, typed) =>
      pressInView(present(viewOf(page.modal()), 'dialog'), button, typed),
    async submitModal(typed) {
      const view = present(viewOf(page.modal()), 'dialog')
      const answered = page.next(['view', 'view_errors'])
      page.send({ t: 'view_submit', user, values: stateValues(view.blocks, typed) })
      const errors = ((await answered)['errors'] ?? {}) as Record<string, string>
      const named = Object.entries(errors).map(([blockId, sentence]) => {
        const found = inputs(view.blocks).find(({ block }) => block['block_id'] === blockId)
        return [present(found?.id, `input block ${blockId}`), sentence] as const
      })
      return { errors: Object.fromEntries(named) }
    },
    async closeModal() {
      const closed = page.next(['view'])
      page.send({ t: 'view_close', user })
      await closed
    },
  }
}

/** Starts local-slack, on the loopback address only, with a fresh token and signing secret. */
export const startSlackWorkspace = async (options: WorkspaceOptions): Promise<SlackWorkspace> => {
  const { botToken, signingSecret } = options.secrets ?? freshSecrets()
  let page: Page | undefined
  const bridge = await startBridge({
    botUrl: options.botUrl,
    tokens: [botToken, options.appToken ?? botToken],
    signingSecret,
    rules: options.rules ?? blockKitRules,
    viewOf: (user) => page?.modal() ?? page?.home(user),
  })
  const app = {
    appId: 'A0HITOZUKURI',
    botUserId,
    botName: 'ひとづくり窓口',
    botToken,
    signingSecret,
  }
  const delivery =
    options.appToken === undefined
      ? { mode: 'events', requestUrl: bridge.eventsUrl }
      : { mode: 'socket', appToken: options.appToken }
  const users = options.people.map(({ slackUserId, name, email }) => ({
    id: slackUserId,
    name,
    real_name: name,
    email,
    tz: 'Asia/Tokyo',
  }))
  const ids = options.people.map(({ slackUserId }) => slackUserId)
  const direct = ids.map((id) => ({
    id: dmOf(id),
    name: dmOf(id),
    is_channel: false,
    is_im: true,
    members: [id, botUserId],
  }))
  const everybody = { id: 'C0GENERAL', name: '全庁のお知らせ', members: [...ids, botUserId] }
  const channels = [everybody, ...direct]
  const running = await startLocalSlack(
    {
      workspace: { name: 'ひとづくり市', domain: 'city', teamId },
      apps: [{ ...app, ...delivery }],
      users,
      channels,
    },
    options.port,
  )
  bridge.forwardTo(running.url)
  page = await openPage(running.url)
  const stage = { url: running.url, page, bridge }

  return {
    url: running.url,
    apiUrl: bridge.apiUrl,
    botToken,
    signingSecret,
    person: (id) => actAs(id, stage),
    violations: () => bridge.violations,
    async reset() {
      const fresh = page?.next(['init'])
      await control(stage, 'reset', {})
      await fresh
      bridge.violations.length = 0
    },
    async close() {
      page?.close()
      await running.close()
      await bridge.close()
    },
  }
}
