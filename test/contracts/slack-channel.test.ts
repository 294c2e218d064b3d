/** What every Slack workspace, ours and a stranger's, must see of the channel: through Bolt, signatures and all. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventually, type SlackWorkspace } from '../stand-ins/slack/acting.ts'
import { pressables, wordsIn } from '../stand-ins/slack/shown.ts'
import { startSlackStandIn } from '../stand-ins/slack/web-api.ts'
import {
  button,
  cardOf,
  type Host,
  type Product,
  people,
  scripted,
  startHost,
  textInput,
} from './slack-setup.ts'

const workspaces = [
  ['our stand-in', (botUrl: string) => startSlackStandIn({ botUrl, people })],
] as const

describe.each(workspaces)('the Slack channel, seen from %s', (_name, start) => {
  let host: Host
  let slack: SlackWorkspace
  let product: Product

  beforeAll(async () => {
    host = await startHost()
    slack = await start(host.botUrl)
  })
  beforeEach(() => {
    product = scripted()
    host.connect(slack, product)
  })
  afterEach(async () => {
    await host.channel().stop()
    expect(slack.violations()).toEqual([])
    await slack.reset()
  })
  afterAll(async () => {
    await slack.close()
    await host.close()
  })

  const sato = () => slack.person('U0SATO')
  const latest = (words: string) =>
    eventually(
      async () =>
        (await sato().messages()).findLast(({ blocks }) => wordsIn(blocks).includes(words)),
      words,
    )
  const modal = (words: string) =>
    eventually(async () => {
      const view = await sato().modal()
      return view && wordsIn(view.blocks).includes(words) ? view : undefined
    }, words)
  const home = (words: string) =>
    eventually(async () => {
      const view = await sato().home()
      return view && wordsIn(view.blocks).includes(words) ? view : undefined
    }, words)

  it('answers what a person writes, and knows who wrote it', async () => {
    product.handle = () =>
      Promise.resolve({ card: cardOf('answer', '第4章にあります'), keep: cardOf('kept', '控え') })
    await sato().say('係ごとの目標はどこに？ <https://city.example|市> A &amp; B')
    const answer = await latest('第4章にあります')
    expect(answer.text).toBe('お知らせ：第4章にあります')
    await latest('控え')
    const [turn] = product.turns
    expect(turn).toMatchObject({
      action: 'policy-qa.ask',
      input: { question: '係ごとの目標はどこに？ 市 A & B' },
      surface: 'chat',
    })
    expect(await turn?.who.email()).toBe('sato@city.example')
    expect(product.remembered[0]?.conversation.reference).toMatchObject({
      user: 'U0SATO',
      channel: answer.channel,
    })
  })

  it('opens the home card for a greeting', async () => {
    await sato().say('こんにちは')
    await latest('はい')
    expect(product.turns[0]?.action).toBe('home.show')
  })

  it('draws the home tab, and answers its buttons there', async () => {
    product.handle = ({ action }) =>
      Promise.resolve({
        card: cardOf('home', action, { actions: [button('進む', 'demo.next', { step: 2 })] }),
      })
    await sato().openHome()
    await home('home.show')
    await sato().pressInHome('demo.next')
    await home('demo.next')
    expect(product.turns.at(-1)).toMatchObject({
      action: 'demo.next',
      input: { step: 2 },
      surface: 'home',
    })
  })

  it('puts the answer to a button in its message’s place', async () => {
    product.handle = ({ action }) =>
      Promise.resolve({ card: cardOf('step', action, { actions: [button('進む', 'demo.next')] }) })
    await sato().say('はじめる')
    const before = await latest('home.show')
    await sato().press('demo.next')
    const after = await latest('demo.next')
    expect(after.ts).toBe(before.ts)
  })

  it('opens a dialog, takes its inputs, and closes the circle', async () => {
    product.opensDialog = (action) => action === 'demo.open'
    product.handle = ({ action }) => {
      if (action === 'home.show')
        return Promise.resolve({
          card: cardOf('menu', '入口', { actions: [button('書く', 'demo.open', { id: 7 })] }),
        })
      if (action === 'demo.open')
        return Promise.resolve({
          card: cardOf('form/1', '書いてください', {
            body: [
              textInput('reason', { isMultiline: true, value: '下書き' }),
              { type: 'Input.Number', id: 'count', label: '回数' },
              { type: 'Input.Toggle', id: 'agreed', title: '同意する', label: '同意' },
              {
                type: 'Input.ChoiceSet',
                id: 'unit',
                label: '課',
                choices: [
                  { title: '人事課', value: 'hr' },
                  { title: '税務課', value: 'tax' },
                ],
              },
              {
                type: 'Input.ChoiceSet',
                id: 'days',
                label: '曜日',
                isMultiSelect: true,
                style: 'expanded',
                choices: [
                  { title: '月', value: 'mon' },
                  { title: '火', value: 'tue' },
                ],
              },
              {
                type: 'Input.ChoiceSet',
                id: 'places',
                label: '場所',
                isMultiSelect: true,
                choices: [
                  { title: '本庁', value: 'main' },
                  { title: '支所', value: 'branch' },
                ],
              },
              { type: 'Input.Date', id: 'day', label: '日' },
              { type: 'Input.Time', id: 'hour', label: '時' },
            ],
            actions: [
              button('保存', 'demo.save', { id: 7 }, { style: 'positive' }),
              button('戻る', 'demo.back'),
            ],
          }),
        })
      return Promise.resolve({
        card: cardOf('done', '保存しました'),
        keep: cardOf('receipt', '控えです'),
      })
    }
    await sato().say('メニュー')
    await latest('入口')
    await sato().press('demo.open')
    const view = await modal('書いてください')
    expect(view.title).toBe('フォーム')
    expect(product.turns.at(-1)).toMatchObject({ action: 'demo.open', surface: 'dialog' })
    const told = await sato().submitModal({
      unit: 'tax',
      days: ['mon', 'tue'],
      places: ['main', 'branch'],
      agreed: true,
      day: '2026-10-29',
      hour: '09:30',
      count: '3',
    })
    expect(told.errors).toEqual({})
    await modal('保存しました')
    await latest('控えです')
    expect(product.turns.at(-1)).toMatchObject({
      action: 'demo.save',
      surface: 'dialog',
      input: {
        id: 7,
        reason: '下書き',
        count: '3',
        agreed: 'true',
        unit: 'tax',
        days: 'mon,tue',
        places: 'main,branch',
        day: '2026-10-29',
        hour: '09:30',
      },
    })
  })

  it('sends an unticked toggle as false, and everything left empty as nothing', async () => {
    product.opensDialog = () => true
    product.handle = () =>
      Promise.resolve({
        card: cardOf('form', '任意です', {
          body: [
            textInput('note'),
            { type: 'Input.Toggle', id: 'agreed', title: '同意する', label: '同意' },
            {
              type: 'Input.ChoiceSet',
              id: 'unit',
              label: '課',
              choices: [{ title: '人事課', value: 'hr' }],
            },
            {
              type: 'Input.ChoiceSet',
              id: 'days',
              label: '曜日',
              isMultiSelect: true,
              choices: [{ title: '月', value: 'mon' }],
            },
            { type: 'Input.Date', id: 'day', label: '日' },
          ],
          actions: [
            button('保存', 'demo.save', {}, { style: 'positive' }),
            button('書く', 'demo.open'),
          ],
        }),
      })
    await sato().say('メニュー')
    await latest('任意です')
    await sato().press('demo.open')
    await modal('任意です')
    await sato().submitModal()
    expect(product.turns.at(-1)?.input).toEqual({
      note: '',
      agreed: 'false',
      unit: '',
      days: '',
      day: '',
    })
  })

  it('answers a button inside a dialog in that dialog, with what was typed so far', async () => {
    product.opensDialog = (action) => action === 'demo.open'
    product.handle = ({ action }) =>
      Promise.resolve({
        card: cardOf(action, action, {
          body: [textInput('reason')],
          actions: [
            button('次へ', 'demo.next', {}, { style: 'positive' }),
            button('書く', 'demo.open'),
            button('戻る', 'demo.back', { page: 1 }),
          ],
        }),
      })
    await sato().say('メニュー')
    await latest('home.show')
    await sato().press('demo.open')
    const first = await modal('demo.open')
    await sato().pressInModal('demo.back', { reason: '途中まで' })
    const second = await modal('demo.back')
    expect(second.id).toBe(first.id)
    expect(product.turns.at(-1)).toMatchObject({
      action: 'demo.back',
      input: { reason: '途中まで', page: 1 },
      surface: 'dialog',
    })
  })

  it('says beside the field what is to be mended, and leaves what was typed', async () => {
    product.opensDialog = () => true
    const form = (problems: { field: string; sentence: string }[]) =>
      cardOf('form', '書いてください', {
        body: [textInput('reason')],
        actions: [
          button('保存', 'demo.save', {}, { style: 'positive' }),
          button('書く', 'demo.open'),
        ],
        problems,
      })
    product.handle = ({ action }) =>
      Promise.resolve({
        card: form(
          action === 'demo.save' ? [{ field: 'reason', sentence: '理由を書いてください。' }] : [],
        ),
      })
    await sato().say('メニュー')
    await latest('書いてください')
    await sato().press('demo.open')
    const before = await modal('書いてください')
    const told = await sato().submitModal({ reason: '' })
    expect(told.errors).toEqual({ reason: '理由を書いてください。' })
    expect((await sato().modal())?.hash).toBe(before.hash)
  })

  it('draws the form anew where a problem belongs to no input of it', async () => {
    product.opensDialog = () => true
    product.handle = ({ action }) =>
      Promise.resolve({
        card: cardOf('form', action, {
          body: [textInput('reason')],
          actions: [
            button('保存', 'demo.save', {}, { style: 'positive' }),
            button('書く', 'demo.open'),
          ],
          problems:
            action === 'demo.save' ? [{ field: 'period', sentence: '受付は終わりました。' }] : [],
        }),
      })
    await sato().say('メニュー')
    await latest('home.show')
    await sato().press('demo.open')
    await modal('demo.open')
    expect((await sato().submitModal()).errors).toEqual({})
    await modal('demo.save')
  })

  it('answers the slash command for its writer alone', async () => {
    await sato().command('/hitozukuri', '育休は何日？')
    const answer = await latest('はい')
    expect(answer.ephemeral).toBe(true)
    expect(product.turns[0]).toMatchObject({
      action: 'policy-qa.ask',
      input: { question: '育休は何日？' },
    })
  })

  it('posts the further pages of a long card after it, in order', async () => {
    const body = Array.from({ length: 120 }, (_, n) => ({
      type: 'TextBlock',
      text: `${n + 1}行目 ${'あ'.repeat(200)}`,
      wrap: true,
      separator: true,
    }))
    product.handle = () => Promise.resolve({ card: cardOf('long', '長い答え', { body }) })
    await sato().say('全部見せて')
    await eventually(async () => {
      const all = (await sato().messages()).flatMap(({ blocks }) => wordsIn(blocks)).join('')
      return all.includes('120行目') ? all : undefined
    })
    const messages = (await sato().messages()).filter(({ blocks }) => blocks.length > 0)
    expect(messages.length).toBeGreaterThan(2)
    const all = messages.flatMap(({ blocks }) => wordsIn(blocks)).join('')
    const places = body.map((_, n) => all.indexOf(`${n + 1}行目`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(messages.flatMap(({ blocks }) => pressables(blocks))).toEqual([])
  })

  it('turns the pages of a long dialog by asking its source again', async () => {
    const body = Array.from({ length: 60 }, (_, n) => ({
      type: 'TextBlock',
      text: `${n + 1}件目`,
      wrap: true,
      separator: true,
    }))
    product.opensDialog = (action) => action === 'demo.read'
    product.handle = ({ action }) =>
      Promise.resolve({
        card:
          action === 'demo.read'
            ? cardOf('long', '一覧', { body })
            : cardOf('menu', '入口', { actions: [button('読む', 'demo.read', { caseId: 'c1' })] }),
      })
    await sato().say('メニュー')
    await latest('入口')
    await sato().press('demo.read')
    await modal('1件目')
    await sato().pressInModal('続きを読む')
    await modal('60件目')
    expect(product.turns.at(-1)).toMatchObject({
      action: 'demo.read',
      input: { caseId: 'c1' },
      surface: 'dialog',
    })
    await sato().pressInModal('前に戻る')
    await modal('1件目')
  })

  it('shows no button of its own that closes a dialog', async () => {
    product.opensDialog = (action) => action === 'demo.open'
    product.handle = ({ action }) =>
      Promise.resolve({
        card: cardOf('note', action, {
          actions: [button('開く', 'demo.open'), button('閉じる', 'dialog.close')],
        }),
      })
    await sato().say('メニュー')
    await latest('home.show')
    await sato().press('demo.open')
    const view = await modal('demo.open')
    expect(pressables(view.blocks).map(({ action }) => action)).toEqual(['demo.open'])
    expect(view.raw['close']).toMatchObject({ text: '閉じる' })
  })

  it('answers kindly where the product fails, and logs a code without a word of what was written', async () => {
    product.handle = () => Promise.reject(new Error('秘密の文章'))
    await sato().say('秘密の文章')
    await latest('うまく処理できませんでした。少し待って、もう一度お試しください。')
    expect(product.log).toContainEqual({
      code: 'slack-turn-failed',
      facts: { kind: 'temporary', code: 'unknown', name: 'Error' },
    })
    expect(JSON.stringify(product.log)).not.toContain('秘密')
  })
})
