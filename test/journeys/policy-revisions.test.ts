/** A new revision of the policy, from the command line, while the product runs. */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  addRevision,
  loadPointer,
  publish,
  rollBack,
} from '../../services/policy-qa/upkeep/revisions.ts'
import { asahino, docxOf, pdfOf } from '../fixtures/policy/documents.ts'
import { startWorld, type World } from './world.ts'

const commands = join(import.meta.dirname, '../../bot/commands')

describe('a revision of the policy', () => {
  let world: World
  afterEach(() => world.close())

  const setup = async () => {
    world = await startWorld('teams')
    const clerk = world.client.seat(world.clerk)
    let minute = 0
    const ask = async (question: string): Promise<string> => {
      minute += 1
      world.setTime(`2026-10-20T10:${String(minute).padStart(2, '0')}:00+09:00`)
      await clerk.say(question)
      return (await clerk.chat()).at(-1) ?? ''
    }
    return { ask, clerk }
  }

  const run = async (args: readonly string[], input: string, store = 'store.db') => {
    const child = spawn(process.execPath, [...args], {
      env: {
        ...process.env,
        STORE: `sqlite:${join(world.folder, store)}`,
        NOW: '2026-10-20T10:00:00+09:00',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    child.stdin.end(input)
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
    const [out, err, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), closed])
    return { out, err, exitCode }
  }
  const typed = (input: string, ...args: readonly string[]) =>
    run([join(commands, 'hr.ts'), 'policy', ...args], input)
  const hr = (...args: readonly string[]) => typed('', ...args)

  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    const path = join(world.folder, name)
    await writeFile(path, content)
    return path
  }

  /** What the two commands do, without their start. */
  const renew = async (): Promise<void> => {
    const ports = { store: world.product.store, clock: world.product.clock }
    const candidate = { text: asahino, title: 'あさひ野市職員育成方針', fileName: 'a.txt' }
    const { id } = await addRevision(ports, { ...candidate, passages: 21 })
    expect(await publish(ports, id, await loadPointer(ports.store))).toBe(true)
  }

  const idIn = (out: string): string => /r-[0-9a-f]{12}/.exec(out)?.[0] ?? 'no id'

  it('is a candidate first, in force after one confirmation, and gone again after a rollback', async () => {
    const { ask } = await setup()
    const question = '計画はいつまで続きますか'
    expect(await ask(question)).not.toContain('令和11年度')
    const ingested = await hr('ingest', await file('new.pdf', pdfOf(asahino)))
    expect(ingested.exitCode).toBe(0)
    expect(ingested.out).toContain('職位: 部長、課長、係長、主事')
    expect(ingested.out).toContain('職位「課長」の身につけるべき能力の説明が見つかりません')
    expect(ingested.out).toMatch(/新しい\d+・なくなる\d+/)
    expect(await ask(question)).not.toContain('令和11年度')

    const id = idIn(ingested.out)
    const declined = await typed('いいえ\n', 'publish', id)
    expect([declined.exitCode, declined.out]).toEqual([1, expect.stringContaining('違い')])
    const nobody = await hr('publish', id)
    expect(nobody.exitCode).toBe(1)
    expect(await ask(question)).not.toContain('令和11年度')

    expect((await typed('はい\n', 'publish', id)).exitCode).toBe(0)
    expect(await ask(question)).toContain('令和11年度')
    expect((await hr('revisions')).out).toContain(`● ${id}`)

    expect((await hr('rollback')).exitCode).toBe(0)
    expect(await ask(question)).not.toContain('令和11年度')
    expect((await hr('rollback')).exitCode).toBe(1)
    const trail = await world.product.store.query(
      { container: 'audit', partition: '2026-10', limit: 100 },
      z.record(z.string(), z.unknown()),
    )
    expect(trail.items.map(({ body }) => body['what'])).toEqual(
      expect.arrayContaining(['policy.revision.published', 'policy.revision.rolled-back']),
    )
  })

  it('tells whoever reads on in the old one to ask again', async () => {
    const { ask, clerk } = await setup()
    await ask('男性の育児休業はどうなりますか')
    const { out } = await hr('ingest', await file('new.docx', docxOf(asahino)))
    expect((await hr('publish', idIn(out), '--yes')).exitCode).toBe(0)
    world.setTime('2026-10-20T10:30:00+09:00')
    await clerk.press('前後を読む')
    expect(await clerk.dialog()).toContain('新しい版に変わりました')
  })

  it('counts a rating for the revision that answered, and leaves its answer in sight', async () => {
    const { ask, clerk } = await setup()
    const before = await ask('資格を取ると費用の支援はありますか')
    expect(before).toContain('経費の一部を支援')
    await renew()
    world.setTime('2026-10-20T10:30:00+09:00')
    await clerk.press('役に立った')
    const card = (await clerk.chat()).at(-1)
    expect(card).toContain('ありがとうございます')
    expect(card).toContain('経費の一部を支援')
    await rollBack(world.product)
    await ask('資格を取ると費用の支援はありますか')
    await clerk.press('違う')
    expect((await hr('unanswered')).out).toMatch(/違う 1・役に立った 1/)
  })

  it('never puts another answer in the place of the one that was rated', async () => {
    const { ask, clerk } = await setup()
    const question = '資格を取ると費用の支援はありますか'
    await ask(question)
    const own = { answer: '上限は1万円です。', source: '要綱', approvedBy: '職員課長' }
    const added = await file('a.json', JSON.stringify({ questions: [question], ...own }))
    expect((await hr('answer', 'add', added)).exitCode).toBe(0)
    world.setTime('2026-10-20T10:30:00+09:00')
    await clerk.press('違う')
    const card = (await clerk.chat()).at(-1)
    expect(card).toContain('ありがとうございます')
    expect(card).not.toContain('1万円')
    await clerk.press('いまの答えを見る')
    expect((await clerk.chat()).at(-1)).toContain('1万円')
    expect((await hr('unanswered')).out).toContain('違う 1')
  })

  it('speaks for the office and the policy of its own city, and of no other', async () => {
    const { ask, clerk } = await setup()
    await renew()
    const refused = await ask('駐車場の料金はいくらですか')
    expect(refused).toContain('あさひ野市総務部人事課（電話 0000-12-3456）へお尋ねください')
    expect(refused).toContain('人事課が見直す一覧')
    const said = [refused]
    for (const question of ['上司に殴られた', '眠れなくて仕事に行けません', 'I want to die']) {
      said.push(await ask(question))
    }
    said.push(await ask('残業の目標は何時間ですか'))
    await clerk.press('違う')
    said.push((await clerk.chat()).at(-1) ?? '')
    expect(said.at(-1)).toContain('0000-12-3456')
    await clerk.say('ホーム')
    await clerk.press('方針に質問する')
    said.push(await clerk.dialog())
    expect(said.at(-1)).toContain('あさひ野市職員育成方針')
    for (const card of said) expect(card).not.toMatch(/いわき|職員課|0246|各部に/)
  })

  it('is what the command answers from, where there is a store', async () => {
    await setup()
    const question = [join(commands, 'ask.ts'), '計画はいつまで続きますか']
    await renew()
    await file('broken.db', 'this is no database, and is longer than a header of one hundred bytes')
    const [renewed, without, broken] = await Promise.all([
      run(question, ''),
      run(question, '', 'none.db'),
      run(question, '', 'broken.db'),
    ])
    expect(renewed.out).toContain('令和11年度')
    expect([without.exitCode, without.err]).toEqual([0, ''])
    expect(without.out).not.toContain('令和11年度')
    expect(broken.exitCode).toBe(0)
    expect(broken.err).toContain('付属の方針から')
  })

  it('shows no difference for the same text, and takes no file that can’t be read', async () => {
    await setup()
    const path = await file('new.txt', asahino)
    const { out } = await hr('ingest', path)
    await hr('publish', idIn(out), '--yes')
    const again = await hr('ingest', path)
    expect(again.out).toContain('新しい0・なくなる0・書き換わる0')
    expect(idIn(again.out)).toBe(idIn(out))
    expect((await hr('ingest', await file('a.exe', 'x'))).err).toContain('前のままです')
    expect((await hr('publish', 'r-000000000000')).exitCode).toBe(1)
    expect((await hr('publish')).exitCode).toBe(2)
  })

  it('is answered by the division’s own words and answers as well', async () => {
    const { ask, clerk } = await setup()
    const question = '駐車場の料金はいくらですか'
    await ask('資格を取ると費用の支援はありますか')
    await clerk.press('違う')
    await ask(question)
    const listed = (await hr('unanswered')).out
    expect(listed).toContain(question)
    expect(listed).toMatch(/違う 1・役に立った 0　\d+頁 /)
    const answer = {
      questions: [question],
      answer: '庁舎の駐車場は職員には貸していません。',
      source: '庁舎管理規則 第8条',
      approvedBy: '職員課長',
    }
    const added = await hr('answer', 'add', await file('a.json', JSON.stringify(answer)))
    expect(added.exitCode).toBe(0)
    expect(await ask(question)).toContain('職員には貸していません')
    const id = /a[0-9a-f]{10}/.exec((await hr('answers', 'list')).out)?.[0] ?? ''
    expect((await hr('answer', 'remove', id)).exitCode).toBe(0)
    expect(await ask(question)).not.toContain('職員には貸していません')
    const named = JSON.stringify({ ...answer, approvedBy: '山田課長' })
    expect((await hr('answer', 'add', await file('b.json', named))).err).toContain('役職だけ')

    expect(await ask('ガンバリ点検はありますか')).not.toContain('人事評価制度')
    expect((await hr('thesaurus', 'add', '人事評価=ガンバリ点検')).exitCode).toBe(0)
    expect(await ask('ガンバリ点検の目的は何ですか')).toContain('人事評価')
    expect((await hr('thesaurus', 'list')).out).toContain('人事評価=ガンバリ点検')
    expect((await hr('thesaurus', 'remove', '人事評価')).exitCode).toBe(0)
    expect((await hr('thesaurus', 'add', '人事評価')).exitCode).toBe(2)
  })
})
