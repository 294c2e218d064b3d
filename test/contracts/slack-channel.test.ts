/** What every Slack workspace, ours and another author’s, must see of the channel: through Bolt, signatures and all. */
import { expect, it } from 'vitest'
import { eventually } from '../stand-ins/slack/acting.ts'
import { pressables, wordsIn } from '../stand-ins/slack/shown.ts'
import { button, cardOf } from './slack-setup.ts'
import { describeSlack } from './slack-workspaces.ts'

describeSlack('the Slack channel', ({ product, sato, latest, home }) => {
  it('answers what a person writes, and knows who wrote it', async () => {
    product().handle = () =>
      Promise.resolve({ card: cardOf('answer', '第4章にあります'), keep: cardOf('kept', '控え') })
    await sato().say('係ごとの目標はどこに？ <https://city.example|市> A &amp; B')
    const answer = await latest('第4章にあります')
    expect(answer.text).toBe('お知らせ：第4章にあります')
    await latest('控え')
    const [turn] = product().turns
    expect(turn).toMatchObject({
      action: 'policy-qa.ask',
      input: { question: '係ごとの目標はどこに？ 市 A & B' },
      surface: 'chat',
    })
    expect(await turn?.who.email()).toBe('sato@city.example')
    expect(product().remembered[0]?.conversation.reference).toMatchObject({
      user: 'U0SATO',
      channel: answer.channel,
    })
  })

  it('opens the home card for a greeting', async () => {
    await sato().say('こんにちは')
    await latest('はい')
    expect(product().turns[0]?.action).toBe('home.show')
  })

  it('draws the home tab, and answers its buttons there', async () => {
    product().handle = ({ action }) =>
      Promise.resolve({
        card: cardOf('home', action, { actions: [button('進む', 'demo.next', { step: 2 })] }),
      })
    await sato().openHome()
    await home('home.show')
    await sato().pressInHome('demo.next')
    await home('demo.next')
    expect(product().turns.at(-1)).toMatchObject({
      action: 'demo.next',
      input: { step: 2 },
      surface: 'home',
    })
  })

  it('puts the answer to a button in its message’s place', async () => {
    product().handle = ({ action }) =>
      Promise.resolve({ card: cardOf('step', action, { actions: [button('進む', 'demo.next')] }) })
    await sato().say('はじめる')
    const before = await latest('home.show')
    await sato().press('demo.next')
    const after = await latest('demo.next')
    expect(after.ts).toBe(before.ts)
  })

  it('answers the slash command for its writer alone', async () => {
    await sato().command('/hitozukuri', '育休は何日？')
    const answer = await latest('はい')
    expect(answer.ephemeral).toBe(true)
    expect(product().turns[0]).toMatchObject({
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
    product().handle = () => Promise.resolve({ card: cardOf('long', '長い答え', { body }) })
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

  it('answers kindly where the product fails, and logs a code without a word of what was written', async () => {
    product().handle = () => Promise.reject(new Error('秘密の文章'))
    await sato().say('秘密の文章')
    await latest('うまく処理できませんでした。少し待って、もう一度お試しください。')
    expect(product().log).toContainEqual({
      code: 'slack-turn-failed',
      facts: { kind: 'temporary', code: 'unknown', name: 'Error' },
    })
    expect(JSON.stringify(product().log)).not.toContain('秘密')
  })
})
