/** The pages of a dialog that is longer than Slack can show; in every Slack workspace we can run. */
import { expect, it } from 'vitest'
import { pressables } from '../stand-ins/slack/shown.ts'
import { button, cardOf, mainButton, textInput } from './slack-setup.ts'
import { describeSlack } from './slack-workspaces.ts'

const longBody = Array.from({ length: 60 }, (_, n) => ({
  type: 'TextBlock',
  text: `${n + 1}件目`,
  wrap: true,
  separator: true,
}))

const form = (heading: string) =>
  cardOf('form/1', heading, {
    body: [textInput('reason')],
    actions: [
      mainButton('保存', 'demo.save'),
      button('書く', 'demo.open'),
      button('終える', 'demo.last'),
    ],
  })

describeSlack('a long dialog in Slack', ({ product, sato, latest, modal }) => {
  it('is turned over by asking its source again', async () => {
    product().opensDialog = (action) => action === 'demo.read'
    product().handle = ({ action }) =>
      Promise.resolve({
        card:
          action === 'demo.read'
            ? cardOf('long', '一覧', { body: longBody })
            : cardOf('menu', '入口', { actions: [button('読む', 'demo.read', { caseId: 'c1' })] }),
      })
    await sato().say('メニュー')
    await latest('入口')
    await sato().press('demo.read')
    await modal('1件目')
    await sato().pressInModal('続きを読む')
    await modal('60件目')
    expect(product().turns.at(-1)).toMatchObject({
      action: 'demo.read',
      input: { caseId: 'c1' },
      surface: 'dialog',
    })
    await sato().pressInModal('前に戻る')
    await modal('1件目')
  })

  it('that a submission gave is turned over by what shows the same, and nothing is submitted again', async () => {
    product().opensDialog = () => true
    product().onlyReads = (action) => action === 'demo.read'
    const source = { action: 'demo.read', args: { caseId: 'c1' } }
    const long = { ...cardOf('long', '一覧', { body: longBody }), source }
    product().handle = ({ action }) =>
      Promise.resolve({
        card: action === 'demo.save' || action === 'demo.read' ? long : form(action),
      })
    await sato().say('メニュー')
    await latest('home.show')
    await sato().press('demo.open')
    await modal('demo.open')
    await sato().submitModal({ reason: '長い理由' })
    await modal('1件目')
    await sato().pressInModal('続きを読む')
    await modal('60件目')
    expect(product().turns.at(-1)).toMatchObject({ action: 'demo.read', input: { caseId: 'c1' } })
    await sato().pressInModal('前に戻る')
    await modal('1件目')
    expect(product().turns.filter(({ action }) => action === 'demo.save')).toHaveLength(1)
  })

  it('that nothing can show again says that there is more, and has no button for it', async () => {
    product().opensDialog = () => true
    product().onlyReads = () => false
    product().handle = ({ action }) =>
      Promise.resolve({
        card: action === 'demo.last' ? cardOf('last', '終わり', { body: longBody }) : form(action),
      })
    await sato().say('メニュー')
    await latest('home.show')
    await sato().press('demo.open')
    await modal('demo.open')
    await sato().pressInModal('demo.last')
    const { blocks } = await modal('続きは長いため、この画面には表示できません。')
    expect(pressables(blocks)).toEqual([])
  })
})
