/** The Teams stage as a journey's client. */
import type { CastMember } from '../../bot/local-mode/city/cast.ts'
import type { Product } from '../../bot/product.ts'
import { wordsOf } from '../stand-ins/teams/cards.ts'
import type { Person } from '../stand-ins/teams/person.ts'
import { type Stage, startStage } from '../stand-ins/teams/stage.ts'
import type { Client, Seat } from './client.ts'

const strangerId = '00000000-0000-4000-8000-00000000f00d'

const nodesOf = (node: unknown): Record<string, unknown>[] => {
  if (Array.isArray(node)) return node.flatMap(nodesOf)
  if (typeof node !== 'object' || node === null) return []
  return [node as Record<string, unknown>, ...Object.values(node).flatMap(nodesOf)]
}

const seatOf = (member: CastMember, person: Person): Seat => {
  const has = (card: unknown, title: string): boolean =>
    nodesOf(card).some(
      (node) => node['title'] === title && String(node['type']).startsWith('Action.'),
    )
  const press: Seat['press'] = async (title, inputs = {}) => {
    if (person.dialog.isOpen) {
      await person.dialog.submit(title, inputs)
      return
    }
    const message = person.messages.findLast(
      (each) => each.from === 'bot' && each.cards.some((card) => has(card, title)),
    )
    if (!message) throw new Error(`no card has a button 「${title}」`)
    await person.press(message, title, inputs)
  }
  return {
    member,
    async say(text) {
      await person.say(text)
    },
    press,
    async hammer(title, times, inputs = {}) {
      await person.dialog.submit(title, inputs, { times })
    },
    async forge(action, args, inputs = {}) {
      const data = { hitozukuri: { action, args }, ...inputs }
      await person.dialog.submit(
        { type: 'Action.Submit', title: 'forged', data },
        {},
        { force: true },
      )
    },
    async closeDialog() {
      person.dialog.close()
    },
    dialog: async () => (person.dialog.isOpen ? person.dialog.words : ''),
    async value(input) {
      const found = nodesOf(person.dialog.card).find((node) => node['id'] === input)
      const value = found?.['value']
      return typeof value === 'string' ? value : ''
    },
    chat: async () =>
      person.messages
        .filter((each) => each.from === 'bot')
        .map((each) => [each.text, ...each.cards.map(wordsOf)].join('\n')),
    notifications: async () => person.notifications.map((each) => each.text),
  }
}

/** A stage with these people, in front of the bot, telling its time. */
export const teamsClient = async (
  { url, clock }: Pick<Product, 'url' | 'clock'>,
  people: readonly CastMember[],
): Promise<Client> => {
  const stage: Stage = await startStage({
    botUrl: `${url}/api/messages`,
    clock,
    people: [
      ...people.map(({ person, note }) => ({
        note,
        aadObjectId: person.aadObjectId ?? '',
        name: person.name,
        email: person.email ?? '',
      })),
      { aadObjectId: strangerId, name: '見知らぬ人', email: 'stranger@elsewhere.example' },
    ],
  })
  for (const person of stage.people) await person.install()
  const [first] = people
  return {
    channel: 'teams',
    url: stage.url,
    seat: (member) => seatOf(member, stage.person(member.person.aadObjectId ?? '')),
    stranger: () => seatOf(first!, stage.person(strangerId)),
    problems: () => [...stage.violations, ...stage.botErrors],
    close: () => stage.close(),
  }
}
