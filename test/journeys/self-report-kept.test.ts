/** What somebody typed into a self-report stays theirs, whatever goes wrong. */
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
})
