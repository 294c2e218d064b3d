import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { openConversations } from '../../bot/conversations.ts'
import { generateCity } from '../../bot/local-mode/city/generate.ts'
import type { Sender } from '../../bot/turn.ts'
import { systemClock } from '../../services/clock.ts'
import { openSqlite } from '../../services/store/sqlite.ts'
import type { Store } from '../../services/store/store.ts'

const person = generateCity()[0]!
const who: Sender = { channel: 'teams', id: 'x', email: async () => undefined }
const conversation = { channel: 'teams', reference: { serviceUrl: 'https://example.jp/' } } as const

describe('Conversations', () => {
  let store: Store
  let notKept: number

  beforeEach(async () => {
    store = await openSqlite({ path: ':memory:', clock: systemClock })
    notKept = 0
    return () => store.close()
  })

  const replica = () =>
    openConversations({
      store,
      recognise: async () => person,
      notKept: () => {
        notKept += 1
      },
    })

  const isKept = async (): Promise<boolean> => {
    const key = { container: 'conversations', partition: person.staffId, id: 'teams' } as const
    return (await store.load(key, z.unknown())) !== undefined
  }

  it('are kept again after an installation, whatever another replica dropped', async () => {
    const [one, two] = [replica(), replica()]
    await one.remember(who, conversation, 'seen')
    await two.forget(who)
    expect(await isKept()).toBe(false)
    await one.remember(who, conversation, 'installed')
    expect(await isKept()).toBe(true)
  })

  it('that can not be kept stop no turn, and are kept at the next one', async () => {
    const one = replica()
    vi.spyOn(store, 'load').mockRejectedValueOnce(new Error('away'))
    await one.remember(who, conversation, 'seen')
    expect(notKept).toBe(1)
    await one.remember(who, conversation, 'seen')
    expect(await isKept()).toBe(true)
  })
})
