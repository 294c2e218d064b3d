/**
 * Who evaluates whom in the synthetic city. Scorers are 課長補佐 and above; where that would give one
 * of them more than `evaluateesMax` people, the 係長 score their own teams.
 */
import type { PositionLevel } from '../../../services/people/person.ts'
import type { Post } from './posts.ts'

/** The most people one person should evaluate first-hand. */
export const evaluateesMax = 15

/** The evaluators of a post, as positions in the list of posts; undefined above the roster (市長, 副市長). */
export type Scorers = {
  readonly primary?: number | undefined
  readonly secondary?: number | undefined
}

type Ladder = {
  readonly directors: readonly number[]
  readonly deputies: readonly number[]
  readonly heads: readonly number[]
  readonly assistants: readonly number[]
  readonly chiefs: readonly number[]
  /** How many people of the section stand below its 課長補佐. */
  readonly size: number
}

// Branch offices stand under the directors of 市民協働部.
const superiorCode: Readonly<Record<string, string>> = { '06': '05' }

// Units without a 課長 of their own, and whose 課長 answers for them.
const lender: Readonly<Record<string, string>> = {
  公立保育所: 'こども支援課',
  学校業務員: '学校教育課',
}

type Find = (where: Partial<Post>) => readonly number[]

const finderOf = (posts: readonly Post[]): Find => {
  const byPlace = Map.groupBy(posts.keys(), (index) => {
    const post = posts[index]
    return `${post?.code}/${post?.section}/${post?.level}`
  })
  return ({ code, section, level }) => byPlace.get(`${code}/${section}/${level}`) ?? []
}

const firstFilled = (...groups: readonly (readonly number[])[]): readonly number[] =>
  groups.find((group) => group.length > 0) ?? []

const leading: ReadonlySet<PositionLevel> = new Set(['部長', '次長', '課長', '課長補佐'])

const ladderOf = (members: readonly [Post, ...Post[]], find: Find): Ladder => {
  const [{ code, section }] = members
  const own = (level: PositionLevel): readonly number[] =>
    firstFilled(
      find({ code, section, level }),
      find({ code, section: lender[section] ?? section, level }),
    )
  const above = superiorCode[code] ?? code
  return {
    directors: find({ code: above, section: '', level: '部長' }),
    deputies: firstFilled(
      section === '' ? [] : find({ code, section, level: '次長' }),
      find({ code: above, section: '', level: '次長' }),
    ),
    heads: own('課長'),
    assistants: own('課長補佐'),
    chiefs: own('係長'),
    size: members.filter(({ level }) => !leading.has(level)).length,
  }
}

type Choose = (...groups: readonly (readonly number[])[]) => number | undefined

const chooserOf = (load: number[]): Choose => {
  const loadOf = (index: number): number => load[index] ?? 0
  const least = (group: readonly number[]): number | undefined =>
    group.reduce<number | undefined>(
      (best, index) => (best === undefined || loadOf(index) < loadOf(best) ? index : best),
      undefined,
    )
  const free = (index: number): boolean => loadOf(index) < evaluateesMax
  return (...groups) => {
    const chosen =
      groups.map((group) => least(group.filter(free))).find((index) => index !== undefined) ??
      least(groups.flat())
    if (chosen !== undefined) load[chosen] = loadOf(chosen) + 1
    return chosen
  }
}

const above = (ladder: Ladder): number | undefined =>
  firstFilled(ladder.deputies, ladder.directors)[0]

// The step after the primary evaluator: the 課長 after a 課長補佐, else somebody above the section.
const nextAfter = (primary: number | undefined, ladder: Ladder): number | undefined =>
  primary !== undefined && ladder.assistants.includes(primary) ? ladder.heads[0] : above(ladder)

type Rule = (ladder: Ladder, choose: Choose, chief: number | undefined) => Scorers

const underDirector: Rule = ({ directors }) => ({ primary: directors[0] })

const ofHead: Rule = ({ deputies, directors }, choose) => {
  const primary = choose(deputies.slice(0, 1), deputies.slice(1), directors)
  const isDeputy = primary !== undefined && deputies.includes(primary)
  return { primary, secondary: isDeputy ? directors[0] : undefined }
}

const ofAssistant: Rule = (ladder, choose) => ({
  primary: choose(ladder.heads),
  secondary: above(ladder),
})

const ofChief: Rule = (ladder, choose) => {
  const primary = choose(ladder.assistants, ladder.heads)
  return { primary, secondary: nextAfter(primary, ladder) }
}

const ofMember: Rule = (ladder, choose, chief) => {
  if (chief !== undefined) {
    const primary = choose([chief])
    return { primary, secondary: firstFilled(ladder.assistants, ladder.heads)[0] }
  }
  const primary = choose(ladder.assistants, ladder.heads, ladder.chiefs)
  return { primary, secondary: nextAfter(primary, ladder) }
}

const ruleOf = (level: PositionLevel): Rule => {
  switch (level) {
    case '部長':
      return () => ({})
    case '次長':
      return underDirector
    case '課長':
      return ofHead
    case '課長補佐':
      return ofAssistant
    case '係長':
      return ofChief
    case '主査・技査':
    case '事務主任・技術主任':
    case '主事・技師':
    case '技能労務職':
      return ofMember
  }
}

// Who leads the team of each post, where its section is too large to be scored by 課長補佐 or 課長 alone.
const chiefOf = (
  posts: readonly Post[],
  post: Post,
  { heads, assistants, chiefs, size }: Ladder,
) =>
  size <= firstFilled(assistants, heads).length * evaluateesMax
    ? undefined
    : chiefs.find((chief) => isChiefOf(posts[chief], post))

const isChiefOf = (chief: Post | undefined, post: Post): boolean =>
  chief?.section === post.section && chief.subsection === post.subsection

const sectionKey = ({ code, section }: Post): string => `${code}/${section}`

/** The evaluators of every post, in the order of the posts. */
export const scorersOf = (posts: readonly Post[]): Scorers[] => {
  const find = finderOf(posts)
  const ladders = new Map<string, Ladder>()
  for (const [key, [post, ...rest]] of Map.groupBy(posts, sectionKey)) {
    if (post !== undefined) ladders.set(key, ladderOf([post, ...rest], find))
  }
  const choose = chooserOf(posts.map(() => 0))
  return posts.map((post) => {
    const ladder = ladders.get(sectionKey(post))
    return ladder ? ruleOf(post.level)(ladder, choose, chiefOf(posts, post, ladder)) : {}
  })
}
