import { afterEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from './world.ts'

describe.each(['teams', 'slack'] as const)('anybody on %s', (channel) => {
  let world: World
  afterEach(() => world.close())

  const setup = async () => {
    world = await startWorld(channel)
    return { clerk: world.client.seat(world.clerk), stranger: world.client.stranger() }
  }

  it('is greeted with a home card that shows what is open and only doors that open', async () => {
    const { clerk } = await setup()
    await clerk.say('おはようございます')
    const home = (await clerk.chat()).at(-1) ?? ''
    expect(home).toContain('中山')
    expect(home).toContain('自己申告')
    expect(home).toContain('方針に質問する')
    for (const later of ['キャリアチャレンジ', '相談']) expect(home).not.toContain(later)
    expect(world.client.problems()).toEqual([])
  })

  it('sees no open task once the window is over', async () => {
    const { clerk } = await setup()
    world.setTime('2027-02-01T10:00:00+09:00')
    await clerk.say('ホーム')
    expect((await clerk.chat()).at(-1)).toContain('いま期限のあるものはありません')
  })

  it('is told kindly whom to ask when the roster does not know them, and sees nothing', async () => {
    const { stranger } = await setup()
    await stranger.say('こんにちは')
    const answer = (await stranger.chat()).at(-1) ?? ''
    expect(answer).toContain('職員課')
    expect(answer).not.toContain('自己申告')
    await stranger.say('評価者研修はだれが受けますか')
    expect((await stranger.chat()).at(-1)).not.toContain('管理職')
    expect(world.client.problems()).toEqual([])
  })

  it('gets a question answered with the document’s own words, heading and page', async () => {
    const { clerk } = await setup()
    await clerk.say('男性の育児休業はどうなりますか')
    const answer = (await clerk.chat()).at(-1) ?? ''
    expect(answer).toContain('男性職員')
    expect(answer).toMatch(/第\d章/)
    expect(answer).toMatch(/\d+頁/)
    await clerk.press('前後を読む')
    expect(await clerk.dialog()).toContain('前後の文章')
    expect(world.client.problems()).toEqual([])
  })

  it('asks in a dialog as well, and reads the answer there', async () => {
    const { clerk } = await setup()
    await clerk.say('こんにちは')
    await clerk.press('方針に質問する')
    await clerk.press('答えを探す', { question: '資格を取ると費用の支援はありますか' })
    expect(await clerk.dialog()).toContain('経費の一部を支援')
  })

  it('is told honestly what the document does not say, and whom to ask', async () => {
    const { clerk } = await setup()
    await clerk.say('明日の天気を教えて')
    const answer = (await clerk.chat()).at(-1) ?? ''
    expect(answer).toContain('0246-22-7406')
    expect(world.client.problems()).toEqual([])
  })

  it('gets an answer even to a pasted text of 100,000 characters', async () => {
    const { clerk } = await setup()
    await clerk.say('人事評価の流れ'.repeat(15_000))
    expect((await clerk.chat()).length).toBeGreaterThan(0)
    expect(world.client.problems()).toEqual([])
  })

  it('reads a question with back-ticks, template marks and Slack’s special marks as plain words', async () => {
    const { clerk } = await setup()
    await clerk.say('`名前` <!channel> **人事評価** [x](http://evil.example) とは')
    const answer = (await clerk.chat()).at(-1) ?? ''
    expect(answer).toContain('人事評価')
    expect(world.client.problems()).toEqual([])
  })
})
