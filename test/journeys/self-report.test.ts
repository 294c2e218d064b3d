import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fillStore } from '../../bot/local-mode/city-in-store.ts'
import type { Seat } from './client.ts'
import { startWorld, type World } from './world.ts'

const answers: Record<number, Record<string, string>> = {
  1: { duties: '窓口での証明書の発行', workload: 'やや多い', yearsInSection: '2' },
  2: { transferWish: '希望する', transferTiming: '次の4月', interests: '福祉,企画' },
  3: { unit1: '総務部 職員課', unitReason1: '研修の仕事に関わりたい' },
  5: { health: '配慮が必要', consideration: '通院のため毎週水曜の午後', family: '介護' },
  7: { opinionToPersonnel: '上司には言いにくいことがあります' },
}

const fillIn = async (clerk: Seat) => {
  await clerk.press('書き始める')
  for (const page of [1, 2, 3, 4, 5, 6]) await clerk.press('保存して次へ', answers[page] ?? {})
  await clerk.press('保存して確認へ', answers[7])
}

const receiptIn = (words: string): string => /R8-\w{4}-\w{4}/.exec(words)?.[0] ?? 'no receipt'

describe.each(['teams', 'slack'] as const)('a self-report on %s', (channel) => {
  let world: World
  afterEach(() => world.close())

  const setup = async (): Promise<Seat> => {
    world = await startWorld(channel)
    const clerk = world.client.seat(world.clerk)
    await clerk.say('こんにちは')
    return clerk
  }

  const handIn = async (): Promise<Seat> => {
    const clerk = await setup()
    await fillIn(clerk)
    await clerk.press('この内容で提出する')
    return clerk
  }

  it('is filled in page by page, looked over, handed in, and seen again', async () => {
    const clerk = await setup()
    await fillIn(clerk)
    expect(await clerk.dialog()).toContain('提出する前の確認')
    expect(await clerk.dialog()).toContain('通院のため毎週水曜の午後')
    await clerk.press('この内容で提出する')
    const receipt = receiptIn(await clerk.dialog())
    expect((await clerk.chat()).at(-1)).toContain(receipt)
    await clerk.press('提出した内容を見る')
    expect(await clerk.dialog()).toContain('総務部 職員課')
    expect(world.client.problems()).toEqual([])
  })

  it('begins with what is known: the years in the section, and last year’s work', async () => {
    const clerk = await handIn()
    await clerk.closeDialog()
    world.setTime('2027-10-20T10:00:00+09:00')
    await fillStore(world.product)
    await clerk.say('ホーム')
    await clerk.press('書き始める')
    expect(await clerk.value('duties')).toBe('窓口での証明書の発行')
    expect(await clerk.value('yearsInSection')).toBe('4')
  })

  it('stays a draft when left, and goes on where it was left', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    await clerk.press('保存して次へ', answers[1])
    await clerk.press('あとで続ける', { transferWish: 'どちらでもよい' })
    expect(await clerk.dialog()).toContain('下書きに残しました')
    await clerk.closeDialog()
    await clerk.say('ホーム')
    expect((await clerk.chat()).at(-1)).toContain('途中です（2 / 7）')
    await clerk.press('下書きを続ける')
    expect(await clerk.value('transferWish')).toBe('どちらでもよい')
    await clerk.press('戻る')
    expect(await clerk.value('duties')).toBe('窓口での証明書の発行')
  })

  it('forgets an answer that is emptied', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    await clerk.press('保存して次へ', answers[1])
    await clerk.press('戻る')
    await clerk.press('保存して次へ', { duties: '' })
    await clerk.press('戻る')
    expect(await clerk.value('duties')).toBe('')
    expect(await clerk.value('workload')).toBe('やや多い')
  })

  it('is amended under the same receipt number, and the newest version counts', async () => {
    const clerk = await handIn()
    const receipt = receiptIn(await clerk.dialog())
    await clerk.press('直す')
    await clerk.press('保存して次へ', { duties: '予算の取りまとめ' })
    for (const _page of [2, 3, 4, 5, 6]) await clerk.press('保存して次へ')
    await clerk.press('保存して確認へ')
    expect(await clerk.dialog()).toContain('前に提出した内容が有効です')
    await clerk.press('この内容で提出する')
    expect(receiptIn(await clerk.dialog())).toBe(receipt)
    expect(await clerk.dialog()).toContain('2回目')
    await clerk.press('提出した内容を見る')
    expect(await clerk.dialog()).toContain('予算の取りまとめ')
    expect(await clerk.dialog()).not.toContain('窓口での証明書の発行')
  })

  it('is still handed in when somebody only looked at it again', async () => {
    const clerk = await handIn()
    await clerk.press('直す')
    await clerk.press('保存して次へ')
    await clerk.press('あとで続ける')
    await clerk.closeDialog()
    await clerk.say('ホーム')
    expect((await clerk.chat()).at(-1)).toContain('提出済みです')
  })

  it('is withdrawn: what was handed in is gone, the text is kept as a draft', async () => {
    const clerk = await handIn()
    await clerk.press('取り下げる')
    await clerk.press('提出を取り下げる')
    expect(await clerk.dialog()).toContain('提出を取り下げました')
    await clerk.press('下書きを続ける')
    await clerk.closeDialog()
    await clerk.press('提出した内容を見る')
    expect(await clerk.dialog()).toContain('取り下げ済みです')
    await clerk.closeDialog()
    await clerk.say('ホーム')
    await clerk.press('下書きを続ける')
    expect(await clerk.value('duties')).toBe('窓口での証明書の発行')
  })

  it('takes a page of a report that was withdrawn meanwhile into the draft and says so', async () => {
    const clerk = await handIn()
    await clerk.forge('self-report.withdraw', { fiscalYear: 2026, revision: 8 })
    const late = { fiscalYear: 2026, session: '0-late', page: 7, go: 'next' }
    await clerk.forge('self-report.save', late, { opinionToHead: '遅れて届いた一文です' })
    expect(await clerk.dialog()).toContain('取り下げられています')
    expect(await clerk.dialog()).toContain('遅れて届いた一文です')
  })

  it('hands in once, however often the button is pressed', async () => {
    const clerk = await setup()
    await fillIn(clerk)
    await clerk.hammer('この内容で提出する', 4)
    expect(await clerk.dialog()).toContain('1回目')
    expect((await clerk.chat()).filter((said) => said.includes('受け付けました'))).toHaveLength(1)
    await clerk.press('提出した内容を見る')
    expect(await clerk.dialog()).toContain('1回目')
  })

  it('tells of another device that rewrote the same page, and keeps both texts in sight', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const at = { fiscalYear: 2026, page: 1, go: 'next' }
    const [phone, desk] = ['0-phone', '0-desk']
    await clerk.forge('self-report.save', { ...at, session: phone }, { duties: '電話で書いたもの' })
    await clerk.forge(
      'self-report.save',
      { ...at, session: desk },
      { duties: 'パソコンで書いたもの' },
    )
    expect(await clerk.dialog()).toContain('書き直されていました')
    expect(await clerk.dialog()).toContain('電話で書いたもの')
    expect(await clerk.value('duties')).toBe('パソコンで書いたもの')
    await clerk.press('保存して次へ', { duties: 'パソコンで書いたもの' })
    await clerk.press('戻る')
    expect(await clerk.value('duties')).toBe('パソコンで書いたもの')
  })

  it('lets two devices write different pages without a word', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const at = { fiscalYear: 2026, go: 'next' }
    const [one, other] = [
      { ...at, page: 1, session: '0-one' },
      { ...at, page: 7, session: '0-other' },
    ]
    await clerk.forge('self-report.save', one, { duties: '窓口' })
    await clerk.forge('self-report.save', other, { opinionToHead: '特になし' })
    await clerk.forge('self-report.open', { page: 1 })
    expect(await clerk.value('duties')).toBe('窓口')
    await clerk.forge('self-report.open', { page: 7 })
    expect(await clerk.value('opinionToHead')).toBe('特になし')
  })

  it('keeps a text of 100,000 characters whole, shows where to shorten it, and gives it back in parts', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const text = `${'あ'.repeat(99_990)}ここが終わりです`
    const at = { fiscalYear: 2026, session: '0-forged', page: 1, go: 'next' }
    await clerk.forge('self-report.save', at, { duties: text })
    expect(await clerk.dialog()).toContain('99,998字あります。400字までに短くしてください')
    await clerk.press('保存して次へ', { duties: await clerk.value('duties') })
    await clerk.forge('self-report.overlong', { fiscalYear: 2026, field: 'duties', part: 40 })
    expect(await clerk.dialog()).toContain('ここが終わりです')
    expect(world.client.problems()).toEqual([])
  })

  it('refuses a choice that is not on the list and keeps everything else of the page', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const at = { fiscalYear: 2026, session: '0-forged', page: 3, go: 'next' }
    await clerk.forge('self-report.save', at, { unit1: '宇宙部', unitReason1: '星が好きなので' })
    expect(await clerk.dialog()).toContain('一覧にない答えです')
    expect(await clerk.value('unitReason1')).toBe('星が好きなので')
  })

  it('asks to choose again where two wishes are the same', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const at = { fiscalYear: 2026, session: '0-forged', page: 3, go: 'next' }
    const same = { unit1: '総務部 職員課', unit2: '総務部 職員課' }
    await clerk.forge('self-report.save', at, same)
    expect(await clerk.dialog()).toContain('「希望部署 1」と同じです')
  })

  it('says beside the page what is wrong with it, and takes it when it is mended', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    await clerk.press('保存して次へ', answers[1])
    await clerk.press('保存して次へ', answers[2])
    await clerk.press('保存して次へ', { unit1: '総務部 職員課', unit2: '総務部 職員課' })
    expect(await clerk.dialog()).toContain('「希望部署 1」と同じです')
    await clerk.press('保存して次へ', { unit1: '総務部 職員課', unit2: '総務部 総務課' })
    expect(await clerk.dialog()).toContain('人事だけに伝えること')
  })

  it('is not handed in without a transfer wish, and leads to the page', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    for (const _page of [1, 2, 3, 4, 5, 6]) await clerk.press('保存して次へ')
    await clerk.press('保存して確認へ')
    expect(await clerk.dialog()).toContain('まだ選ばれていません')
    await clerk.press('2ページを直す')
    expect(await clerk.dialog()).toContain('これからの希望')
  })

  it('gives back what was typed into a dialog that outlived the deadline', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    world.setTime('2026-12-25T09:00:00+09:00')
    await clerk.press('保存して次へ', { duties: '締め切りに間に合わなかった文章' })
    expect(await clerk.dialog()).toContain('受付は終わりました')
    expect(await clerk.dialog()).toContain('締め切りに間に合わなかった文章')
  })

  it('answers a card of last week with what holds today', async () => {
    const clerk = await setup()
    await fillIn(clerk)
    await clerk.press('この内容で提出する')
    await clerk.closeDialog()
    world.setTime('2026-10-28T09:00:00+09:00')
    await clerk.press('書き始める')
    expect(await clerk.value('duties')).toBe('窓口での証明書の発行')
  })

  it('gives back what was typed where a button is not understood', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    await clerk.forge('self-report.save', { page: 99 }, { duties: '消えてほしくない文章です' })
    expect(await clerk.dialog()).toContain('古くなっている')
    expect(await clerk.dialog()).toContain('消えてほしくない文章です')
  })

  it('is nobody else’s: the section manager sees an own, empty one', async () => {
    await handIn()
    const manager = world.client.seat(world.manager)
    await manager.say('こんにちは')
    await manager.press('書き始める')
    expect(await manager.value('duties')).toBe('')
    await manager.forge('self-report.show', { fiscalYear: 2026 })
    expect(await manager.dialog()).toContain('見つかりませんでした')
  })

  it('leaves health, family and what is meant for the personnel division unreadable in the store, and nothing in log or notification', async () => {
    const clerk = await handIn()
    const files = ['store.db', 'store.db-wal']
    const stored = await Promise.all(files.map((name) => readFile(join(world.folder, name))))
    const bytes = Buffer.concat(stored)
    expect(bytes.includes('研修の仕事に関わりたい')).toBe(true)
    for (const secret of ['毎週水曜の午後', '上司には言いにくい', '配慮が必要']) {
      expect(bytes.includes(secret)).toBe(false)
      expect(world.logged.join('')).not.toContain(secret)
      expect((await clerk.notifications()).join('')).not.toContain(secret)
    }
    const texts = Object.values(answers).flatMap((page) => Object.values(page))
    for (const text of texts.filter((each) => each.length > 3))
      expect(world.logged.join('')).not.toContain(text)
  })
})
