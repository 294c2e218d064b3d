import { expect, it } from 'vitest'
import { createRecogniser } from '../../bot/identities.ts'
import type { Sender } from '../../bot/turn.ts'
import { staffId } from '../../services/ids.ts'
import { rosterOf } from '../../services/people/roster.ts'
import { personRow } from '../fakes/people.ts'

const today = { now: () => Date.parse('2026-10-20T10:00:00+09:00') }
const aadObjectId = '11111111-2222-4333-8444-555555555555'

const setup = () => {
  const asked: string[] = []
  const roster = rosterOf([
    personRow({
      staffId: staffId('E00001'),
      aadObjectId,
      slackUserId: 'U0AAAAAAAAA',
      email: 'a@iwaki.example',
    }),
    personRow({
      staffId: staffId('E00002'),
      aadObjectId: null,
      slackUserId: null,
      email: 'b@iwaki.example',
    }),
    personRow({ staffId: staffId('E00003'), email: 'c@iwaki.example', validFrom: '2027-04-01' }),
  ])
  const recognise = createRecogniser(() => Promise.resolve(roster), today)
  const sender = (channel: Sender['channel'], id: string, email?: string): Sender => ({
    channel,
    id,
    email: () => {
      asked.push(id)
      return Promise.resolve(email)
    },
  })
  return { asked, recognise, sender }
}

it('knows a person by the Microsoft Entra object id, and asks for no e-mail address', async () => {
  const { asked, recognise, sender } = setup()
  expect((await recognise(sender('teams', aadObjectId)))?.staffId).toBe('E00001')
  expect(asked).toEqual([])
})

it('knows a person by the Slack user id', async () => {
  const { recognise, sender } = setup()
  expect((await recognise(sender('slack', 'U0AAAAAAAAA')))?.staffId).toBe('E00001')
})

it('takes no id of one platform for an id of the other', async () => {
  const { recognise, sender } = setup()
  expect(await recognise(sender('slack', aadObjectId))).toBeUndefined()
})

it.each(['teams', 'slack'] as const)(
  'knows a person on %s by the e-mail address that the platform vouches for, asked once',
  async (channel) => {
    const { asked, recognise, sender } = setup()
    const who = sender(channel, 'somebody', 'B@Iwaki.Example')
    expect((await recognise(who))?.staffId).toBe('E00002')
    expect((await recognise(who))?.staffId).toBe('E00002')
    expect(asked).toEqual(['somebody'])
  },
)

it('knows nobody whose address the roster lacks, whose first day is still to come, or who has none', async () => {
  const { recognise, sender } = setup()
  for (const email of ['x@iwaki.example', 'c@iwaki.example', undefined]) {
    expect(await recognise(sender('teams', `id of ${email}`, email))).toBeUndefined()
  }
})
