import { afterEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from './world.ts'

const answers = {
  1: { duties: '窓口での証明書の発行', workload: 'やや多い', yearsInSection: '2' },
  2: { transferWish: '希望する', transferTiming: '次の4月', interests: '福祉,企画' },
  3: { unit1: '総務部 職員課', unitReason1: '研修の仕事に関わりたい' },
  5: { health: '配慮が必要', consideration: '通院のため毎週水曜の午後', family: '介護' },
  7: { opinionToPersonnel: '上司には言いにくいことがあります' },
} as const

describe.each(['teams'] as const)('a self-report on %s', (channel) => {
  let world: World
  afterEach(() => world.close())

  const setup = async () => {
    world = await startWorld(channel)
    const clerk = world.client.seat(world.clerk)
    await clerk.say('こんにちは')
    return { clerk }
  }

  const fillIn = async (clerk: Awaited<ReturnType<typeof setup>>['clerk']) => {
    await clerk.press('書き始める')
    for (const page of [1, 2, 3, 4, 5, 6] as const) {
      await clerk.press('保存して次へ', page in answers ? answers[page as 1] : {})
    }
    await clerk.press('保存して確認へ', answers[7])
  }

  it('is filled in page by page, handed in, and seen again', async () => {
    const { clerk } = await setup()
    await fillIn(clerk)
    expect(await clerk.dialog()).toContain('提出する前の確認')
    expect(await clerk.dialog()).toContain('通院のため毎週水曜の午後')
    await clerk.press('この内容で提出する')
    expect(await clerk.dialog()).toMatch(/受付番号[\s\S]*R8-/)
    await clerk.press('提出した内容を見る')
    expect(await clerk.dialog()).toContain('総務部 職員課')
    expect(world.client.problems()).toEqual([])
  })
})
