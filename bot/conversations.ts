/** How people can be written to later: kept by person, so that a message may be owed before anybody is there to get it. */
import { z } from 'zod'
import type { Person } from '../services/people/person.ts'
import type { Store } from '../services/store/store.ts'
import type { ChannelName, ChannelPorts, Sender } from './turn.ts'

const conversationSchema = z.strictObject({
  channel: z.enum(['teams', 'slack']),
  reference: z.record(z.string(), z.unknown()),
})

/** Keeps and drops conversations. */
export type Conversations = Pick<ChannelPorts, 'remember' | 'forget'>

/** What conversations are kept with. */
export type ConversationsOptions = {
  readonly store: Store
  readonly recognise: (who: Sender) => Promise<Person | undefined>
  /** Called where the store would not take one; the turn goes on, and the next one tries again. */
  readonly notKept: () => void
}

const rememberedMax = 10_000

const keyOf = (person: Person, channel: ChannelName) =>
  ({ container: 'conversations', partition: person.staffId, id: channel }) as const

/** The part of a reference that says where to write: what differs from turn to turn is left out. */
const lasting = (reference: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { activityId: _turn, locale: _language, ...rest } = reference
  return rest
}

/** Conversations in this store. A conversation that is there already is not written again. */
export const openConversations = (options: ConversationsOptions): Conversations => {
  const { store, recognise } = options
  const written = new Map<string, string>()
  const remember: Conversations['remember'] = async (who, conversation, when) => {
    const reference = lasting(conversation.reference)
    const mark = JSON.stringify(reference)
    if (when === 'seen' && written.get(`${who.channel}:${who.id}`) === mark) return
    const person = await recognise(who)
    if (!person) return
    await put(store, keyOf(person, who.channel), { channel: who.channel, reference })
    if (written.size >= rememberedMax) written.clear()
    written.set(`${who.channel}:${who.id}`, mark)
  }
  return {
    remember: (...seen) => remember(...seen).catch(options.notKept),
    async forget(who) {
      written.delete(`${who.channel}:${who.id}`)
      const person = await recognise(who)
      if (!person) return
      const current = await store.load(keyOf(person, who.channel), conversationSchema)
      if (current) await store.remove(current.key, current.etag)
    },
  }
}

const put = async (
  store: Store,
  key: ReturnType<typeof keyOf>,
  body: z.output<typeof conversationSchema>,
): Promise<void> => {
  const current = await store.load(key, conversationSchema)
  if (current && JSON.stringify(current.body) === JSON.stringify(body)) return
  // Whoever writes first between the reading and this has just seen the same person: either is as good.
  await (current ? store.replace(key, current.etag, { body }) : store.create(key, { body }))
}
