import { type Activity, TurnContext } from 'botbuilder'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { wordsIn } from './chat.ts'
import type { EchoBot } from './echo-bot.ts'
import { card, installBoth, message, type Rehearsal, startRehearsal } from './rehearsal.ts'
import type { Stage } from './stage.ts'

let bot: EchoBot
let stage: Stage
let rehearsal: Rehearsal

beforeAll(async () => {
  rehearsal = await startRehearsal()
  ;({ bot, stage } = rehearsal)
})
afterAll(() => rehearsal.close())
beforeEach(() => {
  // The SDK prints every failed turn; some tests fail turns on purpose.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  stage.reset()
  bot.onTurn(async () => undefined)
})

const setup = (logic?: (context: TurnContext) => Promise<unknown>) => installBoth(rehearsal, logic)
const echo = (context: TurnContext) => context.sendActivity(`「${context.activity.text}」ですね`)

describe('a chat', () => {
  it('carries words to the bot and its answer back to the one who spoke', async () => {
    const { hanako, ichiro } = await setup(echo)
    const { messages, status } = await hanako.say('こんにちは')
    expect(status).toBe(200)
    expect(messages.map(({ text }) => text)).toEqual(['「こんにちは」ですね'])
    expect(hanako.messages.map(({ from }) => from)).toEqual(['person', 'bot'])
    expect(ichiro.messages).toEqual([])
    expect(stage.violations).toEqual([])
  })

  it('sends activities that look like those of Teams', async () => {
    const seen: Activity[] = []
    const { hanako } = await setup(async ({ activity }) => seen.push(activity))
    await hanako.say('はい')
    expect(seen[0]).toMatchObject({
      channelId: 'msteams',
      type: 'message',
      text: 'はい',
      locale: 'ja-JP',
      from: { id: hanako.userId, name: '山田 花子', aadObjectId: 'aad-hanako' },
      conversation: { id: hanako.conversationId, conversationType: 'personal' },
      serviceUrl: stage.serviceUrl,
      entities: [{ type: 'clientInfo' }],
    })
    expect(hanako.userId).toMatch(/^29:/)
    expect(stage.serviceUrl).toMatch(/\/$/)
    expect(seen[0]?.channelData).toEqual({ tenant: { id: seen[0]?.conversation.tenantId } })
  })

  it('shows summary, text or only the coming of a card on a locked phone', async () => {
    const { hanako } = await setup(async (context) => {
      await context.sendActivity(message(card('ひみつ')))
      await context.sendActivity('文です')
      await context.sendActivity(message(card('ひみつ'), { summary: '' }))
    })
    await hanako.say('?')
    const shown = hanako.notifications.map(({ text }) => text)
    expect(shown).toEqual(['お知らせがあります', '文です', 'カードが送信されました'])
    expect(stage.violations).toHaveLength(1)
  })

  it('updates and withdraws what the bot wrote', async () => {
    let id: string | undefined
    const { hanako } = await setup(async (context) => {
      const { text } = context.activity
      if (text === '新規') id = (await context.sendActivity(message(card('前'))))?.id
      if (text === '変更') await context.updateActivity({ ...message(card('後')), id: id ?? '' })
      if (text === '取消') await context.deleteActivity(id ?? '')
    })
    await hanako.say('新規')
    await hanako.say('変更')
    expect(wordsIn(hanako.lastMessage)).toBe('後')
    await hanako.say('取消')
    expect(() => hanako.lastMessage).toThrow()
    expect(hanako.notifications).toHaveLength(1)
  })

  it('tells of typing without a message', async () => {
    const { hanako } = await setup((context) => context.sendActivity({ type: 'typing' }))
    expect((await hanako.say('待つ')).messages).toEqual([])
    expect(stage.botErrors).toEqual([])
  })

  it('shows trouble when the bot fails, and keeps count of it', async () => {
    const { hanako } = await setup(async () => {
      throw new Error('planted')
    })
    const { status } = await hanako.say('?')
    expect(status).toBe(500)
    expect(hanako.toasts.at(-1)).toMatchObject({ error: true })
    expect(stage.botErrors).toHaveLength(1)
  })
})

describe('the connector', () => {
  it('splits text and card, and gives no id to update them by', async () => {
    let id: string | undefined = 'unset'
    const { hanako } = await setup(async (context) => {
      id = (await context.sendActivity(message(card('札'), { text: '文' })))?.id
    })
    const { messages } = await hanako.say('?')
    expect(messages).toHaveLength(2)
    expect(id).toBeFalsy()
    expect(stage.violations[0]).toContain('text and card in one activity')
  })

  it('names the members of a chat', async () => {
    const found: unknown[] = []
    const { hanako } = await setup(async ({ activity, turnState, adapter }) => {
      const key = (adapter as unknown as { ConnectorClientKey: symbol }).ConnectorClientKey
      const { conversations } = turnState.get(key)
      const { id } = activity.conversation
      found.push((await conversations.getConversationMembers(id))[0].name)
      found.push((await conversations.getConversationPagedMembers(id)).members[0].email)
      found.push((await conversations.getConversationMember(id, activity.from.id)).aadObjectId)
      await conversations
        .getConversationMember(id, '29:nobody')
        .catch((error: { statusCode: 0 }) => found.push(error.statusCode))
    })
    await hanako.say('?')
    expect(found).toEqual(['山田 花子', 'hanako@city.example', 'aad-hanako', 404])
  })

  it('lets the bot write first, by conversation reference', async () => {
    let reference = {}
    const { hanako } = await setup(async ({ activity }) => {
      reference = TurnContext.getConversationReference(activity)
    })
    await hanako.say('覚えて')
    const waiting = hanako.nextMessage()
    await bot.proactive(reference, async (context) => void (await context.sendActivity('期限です')))
    expect((await waiting).text).toBe('期限です')
  })

  it('opens the 1:1 chat of somebody known by the directory id alone', async () => {
    const { ichiro } = await setup()
    const parameters = {
      isGroup: false,
      bot: { id: '28:bot', name: '' },
      members: [{ id: 'aad-ichiro', name: '' }],
      tenantId: 'any',
      channelData: { tenant: { id: 'any' } },
    }
    await bot.adapter.createConversationAsync(
      ...(['', 'msteams', stage.serviceUrl, '', parameters as never] as const),
      async (context) => void (await context.sendActivity('はじめまして')),
    )
    expect(ichiro.lastMessage.text).toBe('はじめまして')
  })

  it('refuses to write to whoever removed the app or blocked the bot', async () => {
    let reference = {}
    const { hanako } = await setup(async ({ activity }) => {
      reference = TurnContext.getConversationReference(activity)
    })
    await hanako.say('覚えて')
    const write = () => bot.proactive(reference, async (c) => void (await c.sendActivity('届く?')))
    await hanako.uninstall()
    await expect(write()).rejects.toMatchObject({ statusCode: 403, code: 'MessageWritesBlocked' })
    await hanako.install()
    hanako.block()
    await expect(write()).rejects.toMatchObject({ statusCode: 403 })
    hanako.unblock()
    await write()
    expect(hanako.lastMessage.text).toBe('届く?')
  })

  it('refuses messages of more than 100 KB in UTF-16', async () => {
    const { hanako } = await setup(async (context) => {
      await context.sendActivity('あ'.repeat(52_000)).catch((error: Error) => {
        expect(error).toMatchObject({ statusCode: 413 })
      })
      await context.sendActivity('あ'.repeat(45_000))
    })
    const { messages } = await hanako.say('?')
    expect(messages).toHaveLength(1)
    expect(stage.botErrors).toEqual([])
  })

  it('tells the bot of installing and removing the app', async () => {
    const seen: unknown[] = []
    const { hanako } = await setup(async ({ activity }) => {
      const member = activity.membersAdded?.some(({ id }) => id === activity.recipient.id)
      seen.push([activity.type, activity.action ?? member])
    })
    await hanako.uninstall()
    await hanako.install()
    const [removed, joined, added] = seen
    expect(removed).toEqual(['installationUpdate', 'remove'])
    expect(joined).toEqual(['conversationUpdate', true])
    expect(added).toEqual(['installationUpdate', 'add'])
  })
})

describe('trouble on demand', () => {
  it('fails the next requests that fit, and only those', async () => {
    const { hanako } = await setup(echo)
    stage.faults.next({ method: 'POST', path: '/activities', status: 400, times: 2 })
    expect((await hanako.say('一')).status).toBe(500)
    expect((await hanako.say('二')).status).toBe(500)
    expect((await hanako.say('三')).messages).toHaveLength(1)
  })

  it('can lose the answer to a message that arrived', async () => {
    const { hanako } = await setup(echo)
    stage.faults.next({ status: 400, delivered: true })
    expect((await hanako.say('一')).messages).toHaveLength(1)
    expect(stage.botErrors).toHaveLength(1)
  })

  it('keeps the send limits of one chat, by the clock it is given', async () => {
    let now = 1_000_000
    const { hanako, ichiro } = await setup()
    stage.limits.on({ now: () => now })
    const write = (person: typeof hanako) => {
      const url = `${stage.serviceUrl}v3/conversations/${person.conversationId}/activities`
      const headers = { 'content-type': 'application/json' }
      return fetch(url, { method: 'POST', headers, body: '{"type":"message","text":"a"}' })
    }
    const statuses = async (person: typeof hanako, times: number) => {
      const got: number[] = []
      for (let sent = 0; sent < times; sent += 1) got.push((await write(person)).status)
      return got
    }
    expect(await statuses(hanako, 8)).toEqual([...Array(7).fill(201), 429])
    expect(await statuses(ichiro, 1)).toEqual([201])
    now += 1_000
    expect(await statuses(hanako, 2)).toEqual([201, 429])
    expect((await write(hanako)).headers.get('retry-after')).toBe('1')
    now += 1_000
    expect(await statuses(hanako, 1)).toEqual([201])
  })
})
