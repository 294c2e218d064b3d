/** Activities as Teams sends them to a bot. */
import { createHash, randomUUID } from 'node:crypto'
import type { Activity, Json, StagePerson } from './shapes.ts'

/** The tenant of the stage. */
const tenantId = '72f988bf-0000-4000-8000-2d7cd011db47'

/** The bot as Teams addresses it. */
const botAccount = { id: '28:4a1b0000-0000-4000-8000-000000000b07', name: 'ひとづくり窓口' }

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

/** The id by which the bot knows a person; the same on every run. */
export const userIdOf = (person: StagePerson): string =>
  `29:1${digest(`user ${person.aadObjectId}`)}`

/** The id of the 1:1 chat of a person with the bot; the same on every run. */
export const conversationIdOf = (person: StagePerson): string =>
  `a:1${digest(`chat ${person.aadObjectId}`)}`

/** A person as the members calls show them. */
export const memberOf = (person: StagePerson): Json => {
  const [surname, ...given] = person.name.split(/[ 　]+/)
  return {
    id: userIdOf(person),
    name: person.name,
    givenName: given.join(' '),
    surname,
    objectId: person.aadObjectId,
    aadObjectId: person.aadObjectId,
    email: person.email,
    userPrincipalName: person.email,
    tenantId,
    userRole: 'user',
  }
}

const nine = 9 * 3_600_000

/** What every activity of a person carries. `now` is in epoch milliseconds. */
export const envelope = (person: StagePerson, serviceUrl: string, now: number) => ({
  channelId: 'msteams',
  serviceUrl,
  timestamp: new Date(now).toISOString(),
  localTimestamp: new Date(now + nine).toISOString().replace('Z', '+09:00'),
  localTimezone: 'Asia/Tokyo',
  locale: 'ja-JP',
  from: { id: userIdOf(person), name: person.name, aadObjectId: person.aadObjectId },
  recipient: botAccount,
  conversation: { id: conversationIdOf(person), conversationType: 'personal', tenantId },
  entities: [
    {
      type: 'clientInfo',
      locale: 'ja-JP',
      country: 'JP',
      platform: 'Windows',
      timezone: 'Asia/Tokyo',
    },
  ],
  channelData: { tenant: { id: tenantId } },
})

/** A fresh id of the kind invokes and events carry. */
const eventId = (): string => `f:${randomUUID()}`

/** Typed text. */
export const saying = (text: string, id: string): Activity => ({
  type: 'message',
  id,
  text,
  textFormat: 'plain',
  attachments: [{ contentType: 'text/html', content: `<p>${text.replace(/[<&]/g, '')}</p>` }],
})

/** A pressed Action.Submit: a message without text. */
export const submitting = (value: Json, replyToId: string, id: string): Activity => ({
  type: 'message',
  id,
  value,
  replyToId,
})

/** An invoke; `replyToId` names the message whose button was pressed. */
export const invoking = (name: string, value: unknown, replyToId?: string): Activity => ({
  type: 'invoke',
  id: eventId(),
  name,
  value,
  ...(replyToId ? { replyToId } : {}),
  channelData: {
    tenant: { id: tenantId },
    source: { name: 'message' },
    ...(replyToId ? { legacy: { replyToId } } : {}),
  },
})

/** Installation events name nobody: Teams leaves the display name out there. */
const unnamed = (person: StagePerson): Json => ({
  id: userIdOf(person),
  aadObjectId: person.aadObjectId,
})

/** The two activities of an installation, in the order Teams sends them. */
export const installing = (person: StagePerson): Activity[] => [
  {
    type: 'conversationUpdate',
    id: eventId(),
    from: unnamed(person),
    membersAdded: [
      { id: botAccount.id },
      { id: userIdOf(person), aadObjectId: person.aadObjectId },
    ],
  },
  {
    type: 'installationUpdate',
    id: eventId(),
    from: unnamed(person),
    action: 'add',
    channelData: { tenant: { id: tenantId }, source: { name: 'message' } },
  },
]

/** The activity of a removal. */
export const uninstalling = (person: StagePerson): Activity => ({
  type: 'installationUpdate',
  id: eventId(),
  from: unnamed(person),
  action: 'remove',
  channelData: { tenant: { id: tenantId }, source: { name: 'message' } },
})
