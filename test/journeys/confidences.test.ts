import { afterEach, describe, expect, it } from 'vitest'
import { StoreUnavailable } from '../../services/store/store.ts'
import type { Seat } from './client.ts'
import { answered, policyKept } from './policy-kept.ts'
import { startWorld, type World } from './world.ts'

describe.each(['teams', 'slack'] as const)('whoever confides something on %s', (channel) => {
  let world: World
  afterEach(() => world.close())

  const setup = async (): Promise<{ clerk: Seat }> => {
    world = await startWorld(channel)
    return { clerk: world.client.seat(world.clerk) }
  }

  const kept = (partition: string) => policyKept(world, partition)

  it('meets 「死にたい」 with the lines where people listen, and keeps nothing of it', async () => {
    const { clerk } = await setup()
    const said = 'もう死にたい。課長に毎日怒鳴られる'
    await clerk.say(said)
    const card = await answered(clerk)
    expect(card).toContain('0120-279-226')
    expect(card).toContain('119')
    expect(card).toContain('相談窓口を庁内、庁外')
    expect(card).toContain('チャットの履歴には残ります')
    expect(card).not.toMatch(/[!！?？]|役に立った|違う|死にたい|怒鳴/)
    expect((await clerk.notifications()).at(-1)).toBe('お返事があります。')
    expect(await kept('unanswered')).toEqual([])
    expect(await kept('ratings')).toEqual([])
    expect(world.logged.join('')).not.toContain('死に')
    expect(world.client.problems()).toEqual([])
  })

  it('gives a confidence away to nobody who sees the notification', async () => {
    const { clerk } = await setup()
    for (const said of [
      '評価者研修はだれが受けますか',
      '駐車場の料金はいくらですか',
      'もう消えたい',
    ]) {
      await clerk.say(said)
    }
    const [answer, refusal, care] = (await clerk.notifications()).slice(-3)
    expect([refusal, care]).toEqual([answer, answer])
  })

  it('turns nobody away who tells something that no rule knows', async () => {
    const { clerk } = await setup()
    await clerk.say('席替えのあとから、まわりの様子が違うんです')
    const card = await answered(clerk)
    expect(card).toContain('相談窓口に話せます')
    expect(card).toContain('もう一度お書きください')
    expect(card).not.toMatch(/役に立った|一覧に載せ|席替え/)
    expect(await kept('unanswered')).toEqual([])
    expect(world.client.problems()).toEqual([])
  })

  it('answers a wish that the document knows of, and asks for no rating', async () => {
    const { clerk } = await setup()
    await clerk.say('男性ですが育児休業を取りたいです')
    const card = await answered(clerk)
    expect(card).toContain('育児休業')
    expect(card).toContain('34頁')
    expect(card).not.toMatch(/役に立った|一覧に載せ/)
    expect(world.client.problems()).toEqual([])
  })

  it('answers what was asked below where to turn, and asks for no rating', async () => {
    const { clerk } = await setup()
    await clerk.say('うつになりました。復職支援は何か月前から始まりますか')
    const card = await answered(clerk)
    expect(card.indexOf('相談窓口')).toBeGreaterThan(-1)
    expect(card.indexOf('相談窓口')).toBeLessThan(card.indexOf('試し出勤'))
    expect(card).not.toMatch(/役に立った|違う/)
    expect(world.client.problems()).toEqual([])
  })

  it('names those who help after sexual violence', async () => {
    const { clerk } = await setup()
    await clerk.say('部長に抱きつかれました')
    const card = await answered(clerk)
    expect(card).toContain('#8891')
    expect(card).toContain('110')
    expect(card).not.toContain('抱き')
  })

  it('shows the lines to a stranger, too, and nothing of the city’s', async () => {
    await setup()
    const stranger = world.client.stranger()
    await stranger.say('死にたい')
    const card = (await stranger.chat()).at(-1)
    expect(card).toContain('0120-279-226')
    expect(card).not.toMatch(/名簿|相談窓口を庁内/)
    await stranger.say('上司に殴られた')
    expect((await stranger.chat()).at(-1)).toContain('ハラスメントの相談窓口に相談できます')
  })

  it('shows the lines while the store is away', async () => {
    const { clerk } = await setup()
    const away = () => Promise.reject(new StoreUnavailable('store: away'))
    Object.assign(world.product.store, { load: away, query: away, create: away, replace: away })
    world.setTime('2026-10-20T11:00:00+09:00')
    await clerk.say('死にたい')
    expect(await answered(clerk)).toContain('0120-279-226')
    await clerk.say('I was raped by my boss')
    expect(await answered(clerk)).toContain('#8891')
    expect(world.logged.join('')).not.toMatch(/死|raped/)
  })

  it('tells somebody who was hit where to turn before all else', async () => {
    const { clerk } = await setup()
    await clerk.say('上司に殴られた')
    const card = await answered(clerk)
    expect(card).toContain('ハラスメントの相談窓口に相談できます')
    expect(card).toContain('各部にハラスメント相談員を配置')
    expect(card).not.toMatch(/役に立った|違う|殴/)
    expect(await kept('unanswered')).toEqual([])
  })

  it('answers a confidence in English in English', async () => {
    const { clerk } = await setup()
    await clerk.say('I want to die')
    expect(await answered(clerk)).toContain('There are people who listen')
  })

  it('lets no forged rating put a confidence on the list or a count into the store', async () => {
    const { clerk } = await setup()
    await clerk.say('ホーム')
    await clerk.press('方針に質問する')
    const rating = { answerId: 'abcdefgh1234', useful: 'no' }
    await clerk.forge('policy-qa.rate', { ...rating, question: '死にたい' })
    expect(await clerk.dialog()).toContain('0120-279-226')
    await clerk.forge('policy-qa.rate', { ...rating, question: 'あ'.repeat(5_000) })
    expect(await clerk.dialog()).toContain('古くなっている')
    expect(await kept('unanswered')).toEqual([])
    expect(await kept('ratings')).toEqual([])
  })
})
