/** What the channel does when Slack, the network or the product fails. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../bot/turn.ts'
import { eventually } from '../stand-ins/slack/acting.ts'
import { eventPayload, messageEvent } from '../stand-ins/slack/payloads.ts'
import { type Json, wordsIn } from '../stand-ins/slack/shown.ts'
import { postSigned } from '../stand-ins/slack/signed.ts'
import { type SlackStandIn, startSlackStandIn } from '../stand-ins/slack/web-api.ts'
import {
  button,
  cardOf,
  type Host,
  mainButton,
  type Product,
  people,
  scripted,
  startHost,
  textInput,
} from './slack-setup.ts'

let host: Host
let slack: SlackStandIn
let product: Product
const sato = () => slack.person('U0SATO')
const said = async () => (await sato().messages()).flatMap(({ blocks }) => wordsIn(blocks))
const seen = (words: string) =>
  eventually(async () => ((await said()).includes(words) ? true : undefined), words)
const shown = async () => wordsIn((await sato().modal())?.blocks)
const dialog = (words: string) =>
  eventually(async () => ((await shown()).includes(words) ? true : undefined), words)
const logged = (code: string) => product.log.find((line) => line.code === code)

/** A promise that a test settles when it likes. */
const gate = () => Promise.withResolvers<Reply>()

const form = () =>
  cardOf('form/1', '書いてください', {
    body: [textInput('reason', { value: '前の下書き' })],
    actions: [mainButton('保存', 'demo.save'), button('書く', 'demo.open')],
  })

/** Leaves the form open in front of Sato. */
const openForm = async () => {
  product.opensDialog = (action) => action === 'demo.open'
  product.handle = () => Promise.resolve({ card: form() })
  await sato().say('メニュー')
  await seen('書いてください')
  await sato().press('demo.open')
  await dialog('書いてください')
}

beforeAll(async () => {
  host = await startHost()
  slack = await startSlackStandIn({ botUrl: host.botUrl, people })
})
beforeEach(() => {
  product = scripted()
  host.connect(slack, product)
})
afterEach(async () => {
  await host.channel().stop()
  await slack.reset()
})
afterAll(async () => {
  await slack.close()
  await host.close()
})

describe('events', () => {
  const deliver = async (event: Json, id?: string) => {
    const answer = await postSigned(host.botUrl, JSON.stringify(eventPayload(event, id)), {
      secret: slack.signingSecret,
    })
    expect(answer.status).toBe(200)
  }

  it('are answered once, however often Slack repeats them', async () => {
    const event = messageEvent('U0SATO', '質問です')
    await deliver(event, 'Ev1')
    await deliver(event, 'Ev1')
    await seen('はい')
    await deliver(event, 'Ev1')
    await host.channel().stop()
    expect(product.turns).toHaveLength(1)
  })

  it('of bots, edits, joins and channels are not taken for somebody’s words to us', async () => {
    const event = messageEvent('U0SATO', '質問です')
    await deliver({ ...event, bot_id: 'B0OTHER' })
    await deliver({ ...event, subtype: 'message_changed', message: { text: '質問' } })
    await deliver({ ...event, channel: 'C0GENERAL', channel_type: 'channel' })
    await host.channel().stop()
    expect(product.turns).toEqual([])
  })

  it('in a thread are answered there, and files without words are declined kindly', async () => {
    const event = messageEvent('U0SATO', '質問です')
    await deliver({ ...event, thread_ts: '12.34' })
    await seen('はい')
    await deliver({ ...event, subtype: 'file_share', text: '', files: [] })
    await seen('ファイルはお受けできません。お手数ですが、文章でお書きください。')
    const posts = slack.calls.filter(({ method }) => method === 'chat.postMessage')
    expect(posts.map(({ args }) => args['thread_ts'])).toEqual(['12.34', undefined])
    expect(product.turns).toHaveLength(1)
  })

  it('that mention us in a channel are answered to their writer alone, with the way to the direct messages', async () => {
    await deliver({
      type: 'app_mention',
      user: 'U0SATO',
      channel: 'C0GENERAL',
      text: '<@U0HITOZUKURI> 休みたい',
      ts: '1.1',
      event_ts: '1.1',
    })
    const call = await eventually(() =>
      slack.calls.find(({ method }) => method === 'chat.postEphemeral'),
    )
    expect(call.args).toMatchObject({ channel: 'C0GENERAL', user: 'U0SATO' })
    expect(call.args['text']).toContain('ダイレクトメッセージ')
    expect(product.turns).toEqual([])
  })
})

describe('a dialog', () => {
  it('that can’t be opened in time is not asked for, and the person is told to press again', async () => {
    product.opensDialog = (action) => action === 'demo.open'
    product.handle = () => Promise.resolve({ card: form() })
    await sato().say('メニュー')
    await seen('書いてください')
    slack.fail('views.open', { error: 'expired_trigger_id' })
    await sato().press('demo.open')
    await seen('画面を開けませんでした。もう一度ボタンを押してください。')
    expect(product.turns.map(({ action }) => action)).toEqual(['home.show'])
  })

  it('whose content can’t be had says so, and so does the home tab', async () => {
    await openForm()
    product.handle = () => Promise.reject(new Error('x'))
    await sato().press('demo.open')
    await dialog('うまく処理できませんでした。少し待って、もう一度お試しください。')
    await sato().openHome()
    const home = await eventually(() => slack.state.homes.get('U0SATO'))
    expect(wordsIn(home.blocks)[0]).toContain('うまく処理できませんでした')
  })

  it('changed meanwhile is left as it is', async () => {
    await openForm()
    const before = slack.state.modals.get('U0SATO')
    slack.fail('views.update', { error: 'hash_conflict' })
    await sato().pressInModal('demo.open')
    await eventually(() => logged('slack-dialog-not-updated'))
    expect(slack.state.modals.get('U0SATO')).toBe(before)
    expect(slack.calls.findLast(({ method }) => method === 'views.update')?.args['hash']).toBe(
      before?.hash,
    )
  })

  it('is acknowledged at once where saving is slow, and shows the answer when it is there', async () => {
    host.connect(slack, product, { answerWithinMs: 20 })
    await openForm()
    const saving = gate()
    product.handle = () => saving.promise
    await sato().submitModal({ reason: '長い理由' })
    expect(await shown()).toEqual(['保存しています。少しお待ちください。'])
    saving.resolve({ card: cardOf('done', '保存しました') })
    await dialog('保存しました')
  })

  it('keeps what was typed where saving fails at once', async () => {
    await openForm()
    product.handle = () => Promise.reject(new Error('x'))
    const { errors } = await sato().submitModal({ reason: '長い理由' })
    expect(errors['reason']).toContain('入力した内容はこの画面に残っています')
    expect(await shown()).toContain('書いてください')
  })

  it('comes back with what was typed where saving fails late', async () => {
    host.connect(slack, product, { answerWithinMs: 20 })
    await openForm()
    const saving = gate()
    product.handle = () => saving.promise
    await sato().submitModal({ reason: '長い理由' })
    saving.reject(new Error('x'))
    await dialog('書いてください')
    product.handle = () => Promise.resolve({ card: cardOf('done', '保存しました') })
    await sato().submitModal()
    expect(product.turns.at(-1)).toMatchObject({
      action: 'demo.save',
      input: { reason: '長い理由' },
    })
  })

  it('drawn anew shows what the product says, not what Slack kept of the last page', async () => {
    await openForm()
    await sato().submitModal({ reason: '長い理由' })
    await sato().submitModal()
    const inputs = product.turns
      .filter(({ action }) => action === 'demo.save')
      .map(({ input }) => input)
    expect(inputs).toEqual([{ reason: '長い理由' }, { reason: '前の下書き' }])
  })

  it('submitted twice is answered twice, alike', async () => {
    await openForm()
    product.handle = () => Promise.resolve({ card: cardOf('done', '保存しました') })
    const before = slack.state.modals.get('U0SATO')
    await sato().submitModal({ reason: 'a' })
    if (before) slack.state.modals.set('U0SATO', before)
    await sato().submitModal({ reason: 'a' })
    await dialog('保存しました')
    expect(product.turns.filter(({ action }) => action === 'demo.save')).toHaveLength(2)
  })
})

describe('Slack itself', () => {
  it('that is too busy is asked again after the wait it names', async () => {
    slack.fail('chat.postMessage', { retryAfterSeconds: 1 })
    await sato().say('質問です')
    await seen('はい')
  })

  it('that is down for a moment is asked again', async () => {
    slack.fail('chat.postMessage', { status: 503 })
    await sato().say('質問です')
    await seen('はい')
  })

  it('that refuses our blocks is given the plain sentence', async () => {
    slack.fail('chat.postMessage', { error: 'invalid_blocks' })
    await sato().say('質問です')
    await seen('お知らせ：はい')
    expect(logged('slack-blocks-refused')?.facts).toMatchObject({
      kind: 'refused',
      code: 'invalid_blocks',
    })
  })

  it('that can’t change a message any more is given a new one', async () => {
    product.handle = () =>
      Promise.resolve({ card: cardOf('step', 'はい', { actions: [button('進む', 'demo.next')] }) })
    await sato().say('質問です')
    await seen('はい')
    slack.fail('chat.update', { error: 'cant_update_message' })
    product.handle = () => Promise.resolve({ card: cardOf('step', '次です') })
    await sato().press('demo.next')
    await seen('次です')
    expect(await said()).toContain('はい')
  })

  it('that refuses our token stops the start; one that is down does not', async () => {
    slack.fail('auth.test', { error: 'invalid_auth' })
    await expect(host.channel().start()).rejects.toThrow('invalid_auth')
    for (let n = 0; n < 3; n += 1) slack.fail('auth.test', { status: 500 })
    await host.channel().start()
    expect(logged('slack-token-not-checked')).toBeDefined()
  })
})

describe('stopping', () => {
  it('finishes the turns under way and takes nothing new', async () => {
    const answer = gate()
    product.handle = () => answer.promise
    await sato().say('質問です')
    await eventually(() => product.turns[0])
    const stopped = host.channel().stop()
    await expect(sato().say('もう一つ')).rejects.toThrow('503')
    answer.resolve({ card: cardOf('late', '最後の答え') })
    await stopped
    expect(await said()).toContain('最後の答え')
    expect(product.turns).toHaveLength(1)
  })
})
