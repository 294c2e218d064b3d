import { afterEach, describe, expect, it } from 'vitest'
import type { Seat } from './client.ts'
import { answered, everything, policyKept } from './policy-kept.ts'
import { startWorld, type World } from './world.ts'

describe.each(['teams', 'slack'] as const)('方針Q&Aの手入れ on %s', (channel) => {
  let world: World
  afterEach(() => world.close())

  const setup = async (): Promise<{ clerk: Seat; officer: Seat }> => {
    world = await startWorld(channel)
    const officer = world.people.find(({ person }) => person.roles.includes('hr'))!
    return { clerk: world.client.seat(world.clerk), officer: world.client.seat(officer) }
  }

  const kept = (partition: string) => policyKept(world, partition)

  const own = {
    questions: '駐車場の料金はいくらですか\n車で通う人の駐車場代',
    answer: '庁舎の駐車場は職員には貸していません。',
    source: '庁舎管理規則 第8条',
    approvedBy: '職員課長',
  }

  const writeAnswer = async (officer: Seat): Promise<void> => {
    await officer.say('ホーム')
    await officer.press('方針Q&Aの手入れ')
    await officer.press('回答を書く')
    await officer.press('この回答を保存する', own)
  }

  it('lets the personnel division answer what went unanswered, and shows that as its own', async () => {
    const { clerk, officer } = await setup()
    await clerk.say('駐車場の料金はいくらですか')
    await writeAnswer(officer)
    expect(await officer.dialog()).toContain('回答を保存しました')
    expect(await officer.dialog()).toContain('見直す質問はありません')
    world.setTime('2026-10-20T10:00:10+09:00')
    await clerk.say('駐車場の料金はいくらですか')
    const card = await answered(clerk)
    expect(card).toContain('職員課が用意した回答')
    expect(card).toContain('職員には貸していません')
    expect(card).toContain('出典：庁舎管理規則 第8条')
    expect(world.client.problems()).toEqual([])
  })

  it('keeps what was typed when something is to be mended, and takes no name for an approver', async () => {
    const { clerk, officer } = await setup()
    await clerk.say('駐車場の料金はいくらですか')
    await officer.say('ホーム')
    await officer.press('方針Q&Aの手入れ')
    await officer.press('回答を書く')
    await officer.press('この回答を保存する', { ...own, approvedBy: '山田課長' })
    expect(await officer.dialog()).toContain('役職だけを入力してください')
    // Slack keeps what was typed in its own client.
    if (channel === 'teams') expect(await officer.value('answer')).toBe(own.answer)
    await officer.press('この回答を保存する', own)
    expect(await officer.dialog()).toContain('回答を保存しました')
  })

  it('lets an answer be rewritten and removed, and the document speak again', async () => {
    const { clerk, officer } = await setup()
    await clerk.say('駐車場の料金はいくらですか')
    await writeAnswer(officer)
    await officer.press('用意した回答を見る（1件）')
    await officer.press('書き直す')
    await officer.press('この回答を保存する', { ...own, answer: '料金は総務課へお尋ねください。' })
    expect(await officer.dialog()).toContain('料金は総務課へ')
    await officer.press('削除する')
    await officer.press('この回答を削除する')
    expect(await officer.dialog()).toContain('用意した回答はまだありません')
    world.setTime('2026-10-20T10:00:10+09:00')
    await clerk.say('駐車場の料金はいくらですか')
    expect(await answered(clerk)).not.toContain('総務課へ')
  })

  it('does not write over an answer that another screen changed', async () => {
    const { clerk, officer } = await setup()
    await clerk.say('駐車場の料金はいくらですか')
    await writeAnswer(officer)
    const id = /a[0-9a-f]{10}/.exec(JSON.stringify(await kept('answers')))?.[0]
    await officer.forge('policy-qa.answer-save', { id, version: 1 }, { ...own, answer: '二番目' })
    await officer.forge('policy-qa.answer-save', { id, version: 1 }, { ...own, answer: '三番目' })
    expect(await officer.dialog()).toContain('書き直されていました')
    expect(JSON.stringify(await kept('answers'))).toContain('二番目')
  })

  it('takes a group off the list, and leaves a trail of counts alone', async () => {
    const { clerk, officer } = await setup()
    await clerk.say('駐車場の料金はいくらですか')
    await officer.say('ホーム')
    await officer.press('方針Q&Aの手入れ')
    const shown = await officer.dialog()
    expect(shown).toContain('答えなし 1回')
    expect(shown).toContain('直近3か月で1件です。')
    expect(shown).toContain('「違う」とお知らせのあった質問')
    await officer.press('一覧から外す')
    expect(await officer.dialog()).toContain('一覧から外しました')
    const trail = await world.product.store.query(
      { container: 'audit', partition: '2026-10', limit: 10 },
      everything,
    )
    const entry = trail.items.find(({ body }) => body['what'] === 'policy.unanswered.dismissed')
    expect(entry?.body['counts']).toEqual({ answers: 1 })
  })

  it('shows its door to nobody else, and behaves as if there were nothing behind it', async () => {
    const { clerk } = await setup()
    await clerk.say('ホーム')
    expect(await answered(clerk)).not.toContain('手入れ')
    await clerk.press('方針に質問する')
    const id = 'a0123456789'
    const draft = { id, version: 0, ...own }
    const forged: [string, object][] = [
      ['policy-qa.upkeep', {}],
      ['policy-qa.answers', {}],
      ['policy-qa.answer-form', {}],
      ['policy-qa.answer-save', draft],
      ['policy-qa.answer-ask-removal', { id, version: 1 }],
      ['policy-qa.answer-remove', { id, version: 1 }],
      ['policy-qa.dismiss', { group: '2026-10-0123456789abcdef' }],
    ]
    for (const [action, args] of forged) {
      await clerk.forge(action, args)
      expect(await clerk.dialog()).toContain('見つかりませんでした')
    }
    expect(await kept('answers')).toEqual([])
  })
})
