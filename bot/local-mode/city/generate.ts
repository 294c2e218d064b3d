/**
 * The synthetic city: 3,657 made-up people in an organisation of a real city's size, the same on every
 * run. Every name says that it is fictional, and every address ends in a domain that can't exist.
 */
import { hash } from 'node:crypto'
import type { CalendarDate } from '../../../services/calendar.ts'
import { staffId } from '../../../services/ids.ts'
import type { Person, Position, PositionLevel } from '../../../services/people/person.ts'
import names from './data/names.json' with { type: 'json' }
import { dutiesOf } from './duties.ts'
import { scorersOf } from './evaluators.ts'
import { cityPosts, type Post } from './posts.ts'
import { type Random, randomFrom, shuffled } from './random.ts'

/** From when on the city stands: the first day of the fiscal year in which the policy was revised. */
export const cityValidFrom: CalendarDate = '2023-04-01'

// Any number but 0; another one gives another city.
const seed = 20_231_001

const idOf = (index: number) => staffId(`E${String(index + 1).padStart(5, '0')}`)

type Name = Pick<Person, 'name' | 'kana'>

// Every surname with every given name, so that nobody in the city shares a name with somebody else.
const allNames = (random: Random): Name[] =>
  shuffled(
    names.surnames.flatMap((surname) => names.givenNames.map((given) => [surname, given] as const)),
    random,
  ).map(([[surname, surnameKana], [given, givenKana]]) => ({
    name: `${surname} ${given}（架空）`,
    kana: `${surnameKana} ${givenKana}`,
  }))

// Version 8 is the UUID for ids of one's own making.
const uuidOf = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`

const slackIdOf = (hex: string): string =>
  `U${BigInt(`0x${hex.slice(32)}`)
    .toString(36)
    .toUpperCase()
    .slice(-10)}`

// From the staff id alone: whatever else the city comes to be, the accounts stay.
const accountsOf = (id: string): Pick<Person, 'aadObjectId' | 'slackUserId'> => {
  const digest = hash('sha256', `synthetic city/${id}`)
  return { aadObjectId: uuidOf(digest), slackUserId: slackIdOf(digest) }
}

const technical =
  /土木|道路|河川|営繕|建築|下水|浄水|配水|工事|農地|公園|都市|施設|検査|診療部|医療技術部|看護部|環境監視|健康づくり|保育所/

const titles: Readonly<
  Partial<Record<PositionLevel, { clerical: Position; technical: Position }>>
> = {
  '主査・技査': { clerical: '主査', technical: '技査' },
  '事務主任・技術主任': { clerical: '事務主任', technical: '技術主任' },
  '主事・技師': { clerical: '主事', technical: '技師' },
}

const positionOf = ({ level, section }: Post): Position =>
  titles[level]?.[technical.test(section) ? 'technical' : 'clerical'] ?? level

/** All 3,657 people, in the order of the organisation, with one row each that holds from `cityValidFrom` on. */
export const generateCity = (): Person[] => {
  const random = randomFrom(seed)
  const posts = cityPosts()
  const scorers = scorersOf(posts)
  const duties = dutiesOf(posts, random)
  const people = allNames(random)
  const ids = posts.map((_, index) => idOf(index))
  const idAt = (index: number | undefined) => (index === undefined ? null : (ids[index] ?? null))
  return posts.map((post, index) => {
    const id = ids[index] ?? idOf(index)
    const { authority, department, section, subsection } = post
    return {
      staffId: id,
      ...(people[index] ?? { name: `${id}（架空）`, kana: '' }),
      email: `${id.toLowerCase()}@iwaki.example`,
      authority,
      department,
      section,
      subsection,
      position: positionOf(post),
      status: duties[index]?.status ?? 'active',
      primaryEvaluator: idAt(scorers[index]?.primary),
      secondaryEvaluator: idAt(scorers[index]?.secondary),
      roles: duties[index]?.roles ?? [],
      ...accountsOf(id),
      validFrom: cityValidFrom,
    }
  })
}
