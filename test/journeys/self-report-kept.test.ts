/** What somebody typed into a self-report stays theirs, whatever goes wrong. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Field, fields, fieldsOf, pageCount } from '../../services/self-report/form.ts'
import type { Seat } from './client.ts'
import { startWorld, type World } from './world.ts'

/** The longest legal answers of a page, in as many lines as they can have. */
const linesOn = (page: number): Record<string, string> =>
  Object.fromEntries(
    fieldsOf(page).flatMap((name) => {
      const field: Field = fields[name]
      if (field.kind === 'text') return [[name, 'あ\n'.repeat(400).slice(0, field.lengthMax)]]
      if (field.kind === 'choices') return [[name, field.choices?.join(',') ?? '']]
      if (field.kind === 'number') return [[name, '12']]
      return field.kind === 'choice' ? [[name, field.choices?.[0] ?? '']] : []
    }),
  )

describe.each(['teams', 'slack'] as const)('what was typed into a self-report on %s', (channel) => {
  let world: World
  afterEach(() => world.close())

  const setup = async (): Promise<Seat> => {
    world = await startWorld(channel)
    const clerk = world.client.seat(world.clerk)
    await clerk.say('こんにちは')
    return clerk
  }

  it('is all there after the pages of a long review were turned', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const at = { fiscalYear: 2026, session: '0-long', go: 'next' }
    for (let page = 1; page < pageCount; page += 1)
      await clerk.forge('self-report.save', { ...at, page }, linesOn(page))
    const { opinionToHead = '', ...others } = linesOn(pageCount)
    const opinion = `窓口の人手が足りません\n${opinionToHead}`.slice(0, 800)
    await clerk.press('保存して確認へ', { ...others, opinionToHead: opinion })
    let review = await clerk.dialog()
    expect(review.includes('続きを読む')).toBe(channel === 'slack')
    if (review.includes('続きを読む')) {
      await clerk.press('続きを読む')
      review += await clerk.dialog()
    }
    expect(review).toContain('提出する前の確認')
    expect(review).toContain('窓口の人手が足りません')
    await clerk.press('この内容で提出する')
    await clerk.press('直す')
    await clerk.forge('self-report.open', { page: 7 })
    expect(await clerk.value('opinionToHead')).toBe(opinion)
    expect(await clerk.value('interview')).toBe('希望する')
  })

  it('stands in the same form while the store is away, and the same button saves it later', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    await clerk.press('保存して次へ')
    const back = world.failStore('writes')
    const typed = { transferWish: '希望する', interests: '福祉,企画', specialty: '税' }
    await clerk.press('保存して次へ', typed)
    expect(await clerk.dialog()).toContain('まだ受け取れていません')
    expect(await clerk.dialog()).toContain('これからの希望')
    expect(await clerk.dialog()).toContain('11月17日')
    for (const [name, value] of Object.entries(typed)) expect(await clerk.value(name)).toBe(value)
    back()
    await clerk.press('保存して次へ', typed)
    expect(await clerk.dialog()).toContain('希望する部署')
    await clerk.press('戻る')
    expect(await clerk.value('specialty')).toBe('税')
    expect(world.client.problems()).toEqual([])
  })

  it('stands in its form where the product is at fault, and no word of it in the log', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    world.failStore('writes', new TypeError('税'))
    await clerk.press('保存して次へ', { duties: '税' })
    expect(await clerk.dialog()).toContain('うまく処理できず')
    expect(await clerk.value('duties')).toBe('税')
    expect(world.logged.join('')).not.toContain('税')
  })

  it('is handed in by the button that comes with the apology', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const at = { fiscalYear: 2026, session: '0-a', page: 2, go: 'next' }
    await clerk.forge('self-report.save', at, { transferWish: '希望しない' })
    await clerk.forge('self-report.review', { fiscalYear: 2026 })
    const back = world.failStore('writes')
    await clerk.press('この内容で提出する')
    expect(await clerk.dialog()).toContain('混み合っていて')
    expect(await clerk.dialog()).not.toContain('入力された内容')
    back()
    await clerk.press('もう一度ためす')
    expect(await clerk.dialog()).toContain('受け付けました')
  })

  it('comes back in its form where it is too much to keep, and is kept once it is shorter', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const at = { fiscalYear: 2026, session: '0-long', go: 'next' }
    const much = 'a'.repeat(120_000)
    await clerk.forge('self-report.save', { ...at, page: 1 }, { duties: much, fitReason: much })
    const more = { unit1: '総務部 職員課', unitReason1: much, unitReason2: much }
    await clerk.forge('self-report.save', { ...at, page: 3 }, more)
    expect(await clerk.dialog()).toContain('文章が長すぎるため')
    expect(await clerk.dialog()).toContain('全部で120,000字')
    expect(await clerk.value('unit1')).toBe('総務部 職員課')
    await clerk.press('保存して次へ', { unitReason1: '短い理由', unitReason2: '' })
    expect(await clerk.dialog()).toContain('人事だけに伝えること')
    await clerk.press('戻る')
    expect(await clerk.value('unitReason1')).toBe('短い理由')
    await clerk.forge('self-report.save', { ...at, page: 1 }, { duties: 'a'.repeat(500_000) })
    expect(await clerk.dialog()).toContain('文章が長すぎるため')
  })

  it('comes back with its labels where it can’t be taken any more, short answers too', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const long = 'い'.repeat(2_500)
    const typed = { duties: long, workload: '多い' }
    world.setTime('2026-12-25T09:00:00+09:00')
    const at = { fiscalYear: 2026, session: '0-abcdefghijklmn', page: 1, go: 'next' }
    await clerk.forge('self-report.save', at, typed)
    const refused = await clerk.dialog()
    expect(refused).toContain('受付は終わりました')
    expect(refused).toMatch(/担当している仕事\s+い{2500}/)
    expect(refused).toMatch(/仕事の量\s+多い/)
    expect(refused).not.toContain('0-abcdefghijklmn')
  })

  it('can be read whole after its shown beginning was rewritten, until the report is handed in', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const much = `${'あ'.repeat(3_000)}終わりの一文`
    const at = { fiscalYear: 2026, session: '0-long', page: 1, go: 'later' }
    await clerk.forge('self-report.save', at, { duties: much })
    await clerk.press('下書きを続ける')
    expect(await clerk.dialog()).toContain('書き直すと、この欄の文章に置き換わります')
    await clerk.press('保存して次へ', { duties: '短くしました', yearsInSection: '99' })
    expect(await clerk.dialog()).toContain('0から50まで')
    expect(await clerk.dialog()).toContain('書き直す前の全文は、提出するまで読めます')
    await clerk.press('保存して次へ', { duties: 'もっと短く', yearsInSection: '9' })
    await clerk.press('保存して次へ', { transferWish: '希望しない' })
    await clerk.forge('self-report.open', { page: 1 })
    expect(await clerk.value('duties')).toBe('もっと短く')
    await clerk.press('書き直す前の全文を読む')
    await clerk.press('次を読む')
    expect(await clerk.dialog()).toContain('終わりの一文')
    await clerk.press('フォームに戻る')
    expect(await clerk.value('duties')).toBe('もっと短く')
    world.setTime('2026-12-25T09:00:00+09:00')
    await clerk.forge('self-report.review', { fiscalYear: 2026 })
    await clerk.press('書き直す前の全文を読む')
    expect(await clerk.dialog()).toContain('あああ')
    world.setTime('2026-10-21T09:00:00+09:00')
    await clerk.forge('self-report.review', { fiscalYear: 2026 })
    await clerk.press('この内容で提出する')
    await clerk.press('直す')
    expect(await clerk.value('duties')).toBe('もっと短く')
    expect(await clerk.dialog()).not.toContain('書き直す前')
    expect(world.client.problems()).toEqual([])
  })

  it('is sealed as before where it is rewritten', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const at = { fiscalYear: 2026, session: '0-long', page: 5, go: 'later' }
    await clerk.forge('self-report.save', at, { consideration: '通院のことです。'.repeat(300) })
    await clerk.forge('self-report.save', at, { consideration: '短くしました' })
    const files = ['store.db', 'store.db-wal']
    const stored = await Promise.all(files.map((name) => readFile(join(world.folder, name))))
    expect(Buffer.concat(stored).includes('通院のこと')).toBe(false)
    await clerk.forge('self-report.open', { page: 5 })
    await clerk.press('書き直す前の全文を読む')
    expect(await clerk.dialog()).toContain('通院のこと')
  })

  it('can be read after the deadline, though it was never handed in, with the way to ask for more', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const much = `${'あ'.repeat(3_000)}終わりの一文`
    const at = { fiscalYear: 2026, session: '0-late', page: 1, go: 'later' }
    await clerk.forge('self-report.save', at, { duties: much, fitReason: '短い理由' })
    await clerk.closeDialog()
    world.setTime('2026-12-25T09:00:00+09:00')
    await clerk.press('書き始める')
    expect(await clerk.dialog()).toContain('短い理由')
    await clerk.closeDialog()
    await clerk.say('ホーム')
    expect((await clerk.chat()).at(-1)).toContain('受付は終わりました')
    await clerk.press('下書きを読む')
    const draft = await clerk.dialog()
    expect(draft).toContain('短い理由')
    expect(draft).toContain('修正申出')
    expect(draft).not.toMatch(/を直す|提出する前/)
    await clerk.press('全文を読む')
    await clerk.press('次を読む')
    expect(await clerk.dialog()).toContain('終わりの一文')
    await clerk.press('下書きに戻る')
    expect(await clerk.dialog()).toContain('短い理由')
    expect(world.client.problems()).toEqual([])
  })

  it('can be read after the deadline where it was to amend what was handed in, or was withdrawn', async () => {
    const clerk = await setup()
    await clerk.press('書き始める')
    const at = { fiscalYear: 2026, session: '0-a', page: 2, go: 'next' }
    await clerk.forge('self-report.save', at, { transferWish: '希望しない' })
    await clerk.forge('self-report.review', { fiscalYear: 2026 })
    await clerk.press('この内容で提出する')
    await clerk.press('直す')
    await clerk.press('あとで続ける', { fitReason: '出しそびれた直し' })
    await clerk.closeDialog()
    world.setTime('2026-12-25T09:00:00+09:00')
    await clerk.say('ホーム')
    await clerk.press('提出した内容を見る')
    expect(await clerk.dialog()).not.toContain('もう一度提出するまで')
    await clerk.press('提出していない下書きを読む')
    expect(await clerk.dialog()).toContain('出しそびれた直し')
    await clerk.closeDialog()
    world.setTime('2026-10-21T09:00:00+09:00')
    await clerk.say('ホーム')
    await clerk.press('下書きを続ける')
    await clerk.forge('self-report.withdraw', { fiscalYear: 2026, revision: 3 })
    expect(await clerk.dialog()).toContain('提出を取り下げました')
    await clerk.closeDialog()
    world.setTime('2026-12-25T09:00:00+09:00')
    await clerk.press('提出した内容を見る')
    expect(await clerk.dialog()).toContain('取り下げ済みです')
    await clerk.press('下書きを読む')
    expect(await clerk.dialog()).toContain('出しそびれた直し')
  })

  it('is not spoken of to somebody who only looked: they get a sentence of their own, and a way to try again', async () => {
    const clerk = await setup()
    world.setTime('2026-10-20T10:10:00+09:00')
    const back = world.failStore('reads')
    await clerk.say('ホーム')
    expect((await clerk.chat()).at(-1)).toContain('混み合っていて')
    expect((await clerk.chat()).at(-1)).not.toMatch(/保存|ボタン/)
    back()
    await clerk.press('もう一度ためす')
    expect((await clerk.chat()).at(-1)).toContain('のホーム')
  })
})
