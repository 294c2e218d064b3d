import type { Activity, TurnContext } from 'botbuilder'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EchoBot } from './echo-bot.ts'
import {
  answer,
  card,
  execute,
  installBoth,
  message,
  type Rehearsal,
  startRehearsal,
} from './rehearsal.ts'
import { cardType, type Json } from './shapes.ts'
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

describe('buttons', () => {
  const asking = card(
    '選んでください',
    [execute('決める', 'decide')],
    [{ type: 'Input.Text', id: 'why', label: '理由', isRequired: true, maxLength: 5 }],
  )

  it('Action.Execute sends verb, data and inputs, and its answer takes the card’s place', async () => {
    let value: unknown
    const { hanako } = await setup(async (context) => {
      if (context.activity.type === 'message') return context.sendActivity(message(asking))
      value = context.activity.value
      return answer(context, { statusCode: 200, type: cardType, value: card('決まりました') })
    })
    await hanako.say('?')
    await hanako.press(hanako.lastMessage, '決める', { why: '異動' })
    const action = { type: 'Action.Execute', verb: 'decide', data: { step: 1, why: '異動' } }
    expect(value).toMatchObject({ action, trigger: 'manual' })
    expect(hanako.lastMessage.cards).toEqual([card('決まりました')])
    expect(stage.violations).toEqual([])
  })

  it('are held back while an input is missing or too long', async () => {
    const { hanako } = await setup((context) => context.sendActivity(message(asking)))
    const { messages } = await hanako.say('?')
    const missing = await hanako.press(messages[0]!, '決める')
    const long = await hanako.press(messages[0]!, '決める', { why: '長すぎる理由' })
    expect([missing.sent, long.sent]).toEqual([false, false])
    expect(Object.keys(missing.invalid)).toEqual(['why'])
  })

  it('show message answers and errors over the chat', async () => {
    let body: unknown
    const { hanako } = await setup((context) =>
      context.activity.type === 'message'
        ? context.sendActivity(message(card('?', [execute('押す', 'go')])))
        : answer(context, body),
    )
    await hanako.say('?')
    const type = 'application/vnd.microsoft.'
    body = { statusCode: 200, type: `${type}activity.message`, value: '控えました' }
    await hanako.press(hanako.lastMessage, '押す')
    const value = { code: 'closed', message: '締め切りました' }
    body = { statusCode: 400, type: `${type}error`, value }
    await hanako.press(hanako.lastMessage, '押す')
    expect(hanako.toasts.map(({ text }) => text)).toEqual(['控えました', '締め切りました'])
    expect(stage.violations).toEqual([])
  })

  it('report an answer that Teams could not use', async () => {
    const { hanako } = await setup((context) =>
      context.activity.type === 'message'
        ? context.sendActivity(message(card('?', [execute('押す', 'go')])))
        : answer(context, { type: cardType, value: card('') }),
    )
    await hanako.say('?')
    await hanako.press(hanako.lastMessage, '押す')
    expect(stage.violations).toEqual(['山田 花子: adaptiveCard/action answered without statusCode'])
    expect(hanako.toasts.at(-1)?.text).toContain('問題が発生しました')
  })

  it('Action.Submit becomes a message with a value, and can arrive twice', async () => {
    const values: unknown[] = []
    const submit = { type: 'Action.Submit', title: '送る', data: { action: 'x' } }
    const { hanako } = await setup(async (context) => {
      if (context.activity.value) values.push(context.activity)
      else await context.sendActivity(message(card('?', [submit])))
    })
    const { messages } = await hanako.say('?')
    await hanako.press(messages[0]!, '送る')
    await hanako.repeat(2)
    expect(values).toHaveLength(3)
    const [first] = values
    expect(first).toMatchObject({ value: { action: 'x' }, replyToId: messages[0]?.id })
    expect(values[2]).toMatchObject({ id: (first as Activity).id })
  })
})

describe('a stale or forged button', () => {
  it('reaches the bot as it is, whatever the card shows by now', async () => {
    const values: unknown[] = []
    const { hanako } = await setup(async (context) => {
      if (context.activity.value) values.push(context.activity.value)
      else await context.sendActivity(message(card('?', [], [])))
    })
    await hanako.say('?')
    const old = { type: 'Action.Submit', data: { action: 'gone' } }
    await hanako.press(hanako.lastMessage, old, { any: 'thing' })
    expect(values).toEqual([{ action: 'gone', any: 'thing' }])
  })
})

describe('dialogs', () => {
  const opener = {
    type: 'Action.Submit',
    title: 'フォームを開く',
    data: { action: 'open', msteams: { type: 'task/fetch' } },
  }
  const next = { type: 'Action.Submit', title: '次へ', data: { action: 'next' } }
  const inputs = [
    { type: 'Input.Text', id: 'name', label: '名前', isRequired: true, errorMessage: '必要です' },
    {
      type: 'Input.ChoiceSet',
      id: 'wish',
      choices: [{ title: 'はい', value: 'y' }],
    },
  ]
  const dialog = (title: string) => ({
    task: {
      type: 'continue',
      value: {
        title,
        height: 'medium',
        width: 'medium',
        card: { contentType: cardType, content: card(title, [next], inputs) },
      },
    },
  })
  const open = async (answers: unknown[]) => {
    const values: unknown[] = []
    const { hanako } = await setup((context) => {
      if (context.activity.type === 'message')
        return context.sendActivity(message(card('どうぞ', [opener])))
      values.push(context.activity.value)
      return answer(context, answers.shift())
    })
    await hanako.say('?')
    await hanako.press(hanako.lastMessage, 'フォームを開く')
    return { hanako, values }
  }

  it('open, go on to a second page, end with a word, and close', async () => {
    const end = { task: { type: 'message', value: '受け付けました' } }
    const { hanako, values } = await open([dialog('1 / 2'), dialog('2 / 2'), end])
    expect(hanako.dialog.title).toBe('1 / 2')
    await hanako.dialog.submit('次へ', { name: '花子', wish: 'はい' })
    expect(hanako.dialog.title).toBe('2 / 2')
    await hanako.dialog.submit('次へ', { name: '花子' })
    expect(hanako.dialog.message).toBe('受け付けました')
    hanako.dialog.close()
    expect(hanako.dialog.isOpen).toBe(false)
    expect(values[0]).toMatchObject({ data: { action: 'open' }, context: { theme: 'default' } })
    expect(values[1]).toMatchObject({ data: { action: 'next', name: '花子', wish: 'y' } })
    expect(stage.violations).toEqual([])
  })

  it('close on an empty answer to a submit', async () => {
    const { hanako } = await open([dialog('1'), undefined])
    await hanako.dialog.submit('次へ', { name: '花子' })
    expect(hanako.dialog.isOpen).toBe(false)
    expect(stage.violations).toEqual([])
  })

  it('hold back what is not filled in, unless the client is forged', async () => {
    const { hanako, values } = await open([dialog('1'), dialog('2')])
    expect((await hanako.dialog.submit('次へ')).invalid).toEqual({ name: '必要です' })
    await expect(hanako.dialog.submit('次へ', { wish: 'いいえ' })).rejects.toThrow('wish')
    expect(values).toHaveLength(1)
    await hanako.dialog.submit('次へ', { wish: 'いいえ' }, { force: true })
    expect(values[1]).toMatchObject({ data: { wish: 'いいえ' } })
  })

  it('stay open with a word of trouble when the answer is of no use', async () => {
    const { hanako } = await open([dialog('1'), { task: { type: 'surprise' } }])
    await hanako.dialog.submit('次へ', { name: '花子' })
    expect(hanako.dialog.isOpen).toBe(true)
    expect(hanako.dialog.error).toContain('問題が発生しました')
    expect(stage.violations).toEqual(['山田 花子: task of unknown type surprise'])
  })

  it('send a double click twice', async () => {
    const { hanako, values } = await open([dialog('1'), dialog('2'), dialog('2')])
    await hanako.dialog.submit('次へ', { name: '花子' }, { times: 2 })
    expect(values).toHaveLength(3)
  })
})

describe('cards', () => {
  const complaintsOf = async (content: Json) => {
    const { hanako } = await setup((context) => context.sendActivity(message(content)))
    await hanako.say('?')
    return stage.violations.join('\n')
  }
  it.each([
    ['a newer version', { ...card('a'), version: '1.6' }, 'version'],
    ['an unknown element', card('a', [], [{ type: 'Carousel' }]), 'Carousel'],
    ['a leftover of the template', card('${name}'), 'unexpanded'],
    ['an input without id', card('a', [], [{ type: 'Input.Text' }]), 'without an id'],
    ['Execute without fallback', card('a', [{ type: 'Action.Execute' }]), 'fallback'],
  ])('with %s are reported', async (_what, content, complaint) => {
    expect(await complaintsOf(content)).toContain(complaint)
  })
})
