/** Forms in dialogs: opened, filled in, answered, mended; in every Slack workspace we can run. */
import { expect, it } from 'vitest'
import { pressables } from '../stand-ins/slack/shown.ts'
import { button, cardOf, mainButton, textInput } from './slack-setup.ts'
import { describeSlack } from './slack-workspaces.ts'

describeSlack('a dialog in Slack', ({ product, sato, latest, modal }) => {
  it('opens a dialog, takes its inputs, and closes the circle', async () => {
    product().opensDialog = (action) => action === 'demo.open'
    product().handle = ({ action }) => {
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
            actions: [mainButton('保存', 'demo.save', { id: 7 }), button('戻る', 'demo.back')],
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
    expect(product().turns.at(-1)).toMatchObject({ action: 'demo.open', surface: 'dialog' })
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
    expect(product().turns.at(-1)).toMatchObject({
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
    product().opensDialog = () => true
    product().handle = () =>
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
          actions: [mainButton('保存', 'demo.save'), button('書く', 'demo.open')],
        }),
      })
    await sato().say('メニュー')
    await latest('任意です')
    await sato().press('demo.open')
    await modal('任意です')
    await sato().submitModal()
    expect(product().turns.at(-1)?.input).toEqual({
      note: '',
      agreed: 'false',
      unit: '',
      days: '',
      day: '',
    })
  })

  it('answers a button inside a dialog in that dialog, with what was typed so far', async () => {
    product().opensDialog = (action) => action === 'demo.open'
    product().handle = ({ action }) =>
      Promise.resolve({
        card: cardOf(action, action, {
          body: [textInput('reason')],
          actions: [
            mainButton('次へ', 'demo.next'),
            button('書く', 'demo.open'),
            button('戻る', 'demo.back', { page: 1 }),
          ],
        }),
      })
    await sato().say('メニュー')
    await latest('home.show')
    await sato().press('demo.open')
    await modal('demo.open')
    await sato().pressInModal('demo.back', { reason: '途中まで' })
    await modal('demo.back')
    expect(product().turns.at(-1)).toMatchObject({
      action: 'demo.back',
      input: { reason: '途中まで', page: 1 },
      surface: 'dialog',
    })
  })

  it('says beside the field what is to be mended, and leaves what was typed', async () => {
    product().opensDialog = () => true
    const form = (problems: { field: string; sentence: string }[]) =>
      cardOf('form', '書いてください', {
        body: [textInput('reason')],
        actions: [mainButton('保存', 'demo.save'), button('書く', 'demo.open')],
        problems,
      })
    product().handle = ({ action }) =>
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

  it('draws the form anew where its button has changed with what was kept, so that the next submission fits', async () => {
    product().opensDialog = () => true
    let revision = 0
    product().handle = ({ action, input }) => {
      if (action === 'demo.save') revision += 1
      const { reason } = { reason: '', ...(input as object) }
      return Promise.resolve({
        card: cardOf('form', `第${revision}版`, {
          body: [textInput('reason', { value: reason })],
          actions: [mainButton('保存', 'demo.save', { revision }), button('書く', 'demo.open')],
          problems: revision === 1 ? [{ field: 'reason', sentence: '短くしてください。' }] : [],
        }),
      })
    }
    await sato().say('メニュー')
    await latest('第0版')
    await sato().press('demo.open')
    await modal('第0版')
    expect((await sato().submitModal({ reason: '長い理由' })).errors).toEqual({})
    await modal('第1版')
    await sato().submitModal()
    expect(product().turns.at(-1)?.input).toEqual({ reason: '長い理由', revision: 1 })
  })

  it('draws the form anew where a problem belongs to no input of it', async () => {
    product().opensDialog = () => true
    product().handle = ({ action }) =>
      Promise.resolve({
        card: cardOf('form', action, {
          body: [textInput('reason')],
          actions: [mainButton('保存', 'demo.save'), button('書く', 'demo.open')],
          problems:
            action === 'demo.save'
              ? [
                  { field: 'reason', sentence: '理由を書いてください。' },
                  { field: 'period', sentence: '受付は終わりました。' },
                ]
              : [],
        }),
      })
    await sato().say('メニュー')
    await latest('home.show')
    await sato().press('demo.open')
    await modal('demo.open')
    expect((await sato().submitModal()).errors).toEqual({})
    await modal('demo.save')
  })

  it('shows no button of its own that closes a dialog, and leaves what is to be kept in the chat', async () => {
    product().opensDialog = (action) => action === 'demo.open'
    product().handle = ({ action }) =>
      Promise.resolve({
        ...(action === 'demo.open' ? { keep: cardOf('kept', '開いた記録') } : {}),
        card: cardOf('note', action, {
          actions: [button('開く', 'demo.open'), button('閉じる', 'dialog.close')],
        }),
      })
    await sato().say('メニュー')
    await latest('home.show')
    await sato().press('demo.open')
    const view = await modal('demo.open')
    expect(pressables(view.blocks).map(({ action }) => action)).toEqual(['demo.open'])
    await latest('開いた記録')
    expect(view.raw['close']).toMatchObject({ text: '閉じる' })
  })
})
