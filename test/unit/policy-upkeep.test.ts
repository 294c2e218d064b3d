import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { crisisLinesAreDue } from '../../services/policy-qa/care/crisis-lines.ts'
import { ratedLengthMax } from '../../services/policy-qa/form.ts'
import { openLibrary } from '../../services/policy-qa/library.ts'
import { draftProblems, newCuratedId } from '../../services/policy-qa/upkeep/curated-answers.ts'
import { openFeedback } from '../../services/policy-qa/upkeep/feedback.ts'
import { readOwnRow } from '../../services/policy-qa/upkeep/own-words.ts'
import {
  addRevision,
  loadPointer,
  loadText,
  publish,
} from '../../services/policy-qa/upkeep/revisions.ts'
import { openUnanswered } from '../../services/policy-qa/upkeep/unanswered.ts'
import { openSqlite } from '../../services/store/sqlite.ts'
import { type Store, StoreUnavailable } from '../../services/store/store.ts'
import { asahino } from '../fixtures/policy/documents.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

const setup = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hitozukuri-upkeep-'))
  let now = Date.parse('2026-11-20T09:00:00+09:00')
  const clock = { now: () => now }
  const store = await openSqlite({ path: join(folder, 'a.db'), clock })
  ends.push(() => rm(folder, { recursive: true }))
  ends.push(() => store.close())
  const staff = () => Promise.resolve([])
  return { store, clock, staff, setTime: (time: string) => (now = Date.parse(time)) }
}

describe('the list of unanswered questions', () => {
  it('puts like questions of a month together and keeps a few wordings', async () => {
    const list = openUnanswered(await setup())
    for (const question of [
      '駐車場の料金は？',
      '駐車場の料金はいくらですか',
      '駐車場の料金を教えてください',
    ]) {
      expect(await list.add(question, 'refused')).toBe(true)
    }
    await list.add('食堂はありますか', 'wrong')
    const groups = await list.open()
    expect(groups.map(({ refused, wrong }) => [refused, wrong])).toEqual([
      [3, 0],
      [0, 1],
    ])
    expect(groups[0]?.wordings.length).toBeGreaterThan(0)
  })

  it('does not let a group that was taken off or answered swallow another question', async () => {
    const list = openUnanswered(await setup())
    for (const state of ['dismissed', 'answered'] as const) {
      await list.add('駐車場の料金はいくらですか', 'refused')
      for (const { id } of await list.open()) await list.settle(id, state)
      expect(await list.add('駐輪場の料金はいくらですか', 'refused')).toBe(true)
      expect((await list.open()).map(({ question }) => question)).toEqual([
        '駐輪場の料金はいくらですか',
      ])
      for (const { id } of await list.open()) await list.settle(id, 'answered')
    }
  })

  it('says of the same wording that it is not listed once it was taken off', async () => {
    const list = openUnanswered(await setup())
    await list.add('駐車場の料金はいくらですか', 'refused')
    for (const { id } of await list.open()) await list.settle(id, 'dismissed')
    expect(await list.add('駐車場の料金はいくらですか', 'refused')).toBe(false)
    expect(await list.open()).toEqual([])
    expect(await list.add('駐車場の料金を教えてください', 'refused')).toBe(true)
    expect(await list.open()).toHaveLength(1)
  })

  it('opens a group again whose answer did not help', async () => {
    const list = openUnanswered(await setup())
    await list.add('駐車場の料金はいくらですか', 'refused')
    for (const { id } of await list.open()) await list.settle(id, 'answered')
    expect(await list.add('駐車場の料金はいくらですか', 'wrong')).toBe(true)
    expect(await list.open()).toMatchObject([{ refused: 1, wrong: 1 }])
  })

  it.each([
    ['課長の手当はいくらですか', '係長の手当はいくらですか'],
    ['令和8年度の締切はいつですか', '令和9年度の締切はいつですか'],
    ['手当は支給されますか', '手当は支給されませんか'],
  ])('keeps 「%s」 and 「%s」 apart', async (one, two) => {
    const list = openUnanswered(await setup())
    await list.add(one, 'refused')
    await list.add(two, 'refused')
    expect(await list.open()).toHaveLength(2)
  })

  it('keeps no confidence, no pasted text and nothing that is only a name', async () => {
    const list = openUnanswered(await setup())
    expect(await list.add('死にたい', 'refused')).toBe(false)
    expect(await list.add('あ'.repeat(ratedLengthMax + 1), 'refused')).toBe(false)
    expect(await list.add('0246-22-7406', 'refused')).toBe(false)
    expect(await list.open()).toEqual([])
  })

  it('tells the month and nothing finer, and forgets after thirteen', async () => {
    const { setTime, ...ports } = await setup()
    const list = openUnanswered(ports)
    await list.add('駐車場の料金は？', 'refused')
    const [group] = await list.open()
    expect(JSON.stringify(group)).not.toMatch(/2026-11-20|T\d\d:/)
    setTime('2027-03-01T09:00:00+09:00')
    expect(await list.open()).toEqual([])
    expect(await list.find(group?.id ?? '')).toBeDefined()
    setTime('2028-02-28T09:00:00+09:00')
    expect(await list.find(group?.id ?? '')).toBeUndefined()
  })

  it('does not tell by when it forgets at what time it was asked', async () => {
    const { store, setTime, ...ports } = await setup()
    const expiries: (number | undefined)[] = []
    const create: Store['create'] = (key, write) => {
      expiries.push(write.expiresAt)
      return store.create(key, write)
    }
    const load: Store['load'] = (key, parser) => store.load(key, parser)
    const query: Store['query'] = (asked, parser) => store.query(asked, parser)
    const list = openUnanswered({ ...ports, store: { ...store, create, load, query } })
    await list.add('駐車場の料金は？', 'refused')
    setTime('2026-11-20T17:45:12+09:00')
    await list.add('食堂はありますか', 'refused')
    expect(expiries).toHaveLength(2)
    expect(expiries[0]).toBe(expiries[1])
  })

  it('loses none of many that come at once', async () => {
    const list = openUnanswered(await setup())
    await list.add('駐車場の料金は？', 'refused')
    const more = await Promise.all([1, 2, 3].map(() => list.add('駐車場の料金は？', 'refused')))
    const [group] = await list.open()
    expect(group?.refused).toBe(1 + more.filter(Boolean).length)
  })

  it('lets people ask on while the store is away', async () => {
    const away = (): Promise<never> => Promise.reject(new StoreUnavailable())
    const { clock, store, staff } = await setup()
    const gone: Store = { ...store, load: away, create: away, query: away }
    expect(await openUnanswered({ store: gone, clock, staff }).add('駐車場は？', 'refused')).toBe(
      false,
    )
    const rating = { answerId: 'abcdefgh', revision: 'built-in', passageIds: ['p1'], useful: true }
    expect(await openFeedback({ store: gone, clock }).rate(rating)).toBe(false)
  })
})

describe('a rating', () => {
  it('counts once an answer, and the worst passages come first', async () => {
    const feedback = openFeedback(await setup())
    const rating = { revision: 'built-in', passageIds: ['p1', 'p2'], useful: false }
    expect(await feedback.rate({ ...rating, answerId: 'first-one' })).toBe(true)
    expect(await feedback.rate({ ...rating, answerId: 'first-one' })).toBe(false)
    await feedback.rate({ ...rating, answerId: 'second-one', passageIds: ['p2'] })
    await feedback.rate({ ...rating, answerId: 'third-one', useful: true })
    const worst = await feedback.worst('built-in')
    expect(worst.map(({ passageId, wrong, useful }) => [passageId, wrong, useful])).toEqual([
      ['p2', 2, 1],
      ['p1', 1, 1],
    ])
    expect(await feedback.worst('another')).toEqual([])
  })

  it('counts everybody who rates the same passage at the same moment', async () => {
    const feedback = openFeedback(await setup())
    const rating = { revision: 'built-in', passageIds: ['p1'], useful: false }
    const ids = Array.from({ length: 1_200 }, (_, at) => `answer-${at}`)
    await Promise.all(ids.map((answerId) => feedback.rate({ ...rating, answerId })))
    expect(await feedback.worst('built-in')).toEqual([
      { passageId: 'p1', useful: 0, wrong: ids.length },
    ])
  })
})

describe('a curated answer', () => {
  const draft = {
    id: newCuratedId(),
    version: 0,
    questions: '・駐車場は？\n\n・駐車場は？',
    answer: 'ありません。',
    source: '規則',
    approvedBy: '職員課長',
  }

  it('may be saved as it is', () => {
    expect(draftProblems(draft)).toEqual([])
  })

  it.each([
    ['questions', { questions: ' \n' }],
    ['questions', { questions: '一\n二\n三\n四\n五\n六' }],
    ['questions', { questions: 'あ'.repeat(121) }],
    ['questions', { questions: '死にたいときは' }],
    ['answer', { answer: 'あ'.repeat(601) }],
    ['answer', { answer: '' }],
    ['source', { source: ' ' }],
    ['approvedBy', { approvedBy: '山田課長' }],
    ['approvedBy', { approvedBy: '田中さん' }],
  ])('is not saved with its %s so', (field, wrong) => {
    expect(draftProblems({ ...draft, ...wrong }).map((problem) => problem.field)).toEqual([field])
  })
})

it('the telephone lines are due for a check after a quarter', () => {
  expect(crisisLinesAreDue('2026-12-31')).toBe(false)
  expect(crisisLinesAreDue('2027-02-01')).toBe(true)
})

describe('a row of words', () => {
  it('joins words of one meaning', () => {
    expect(readOwnRow('年次休暇＝有休=年休')).toEqual(['年次休暇', '有休', '年休'])
  })

  it.each(['有休', '有休=', 'a\tb=c', `${'あ'.repeat(31)}=い`])('can’t be 「%s」', (text) => {
    expect(readOwnRow(text)).toHaveProperty('problem')
  })
})

describe('the library', () => {
  const candidate = { text: asahino, title: 'あさひ野市', fileName: 'a.txt', passages: 21 }

  it('sees what another replica published within five seconds, and not each time it is asked', async () => {
    const { store, clock, setTime } = await setup()
    const library = openLibrary({ store, clock })
    const before = await library()
    expect(before.revision).toBe('built-in')
    const { id } = await addRevision({ store, clock }, candidate)
    expect(await publish({ store, clock }, id, undefined)).toBe(true)
    expect(await library()).toBe(before)
    setTime('2026-11-20T09:00:05+09:00')
    expect((await library()).document.city).toBe('あさひ野市')
  })

  it('goes on answering while the store is away', async () => {
    const { store, clock, setTime } = await setup()
    let away = false
    const load: Store['load'] = (key, parser) =>
      away ? Promise.reject(new StoreUnavailable()) : store.load(key, parser)
    const library = openLibrary({ store: { ...store, load }, clock })
    const before = await library()
    away = true
    setTime('2026-11-20T09:01:00+09:00')
    expect(await library()).toBe(before)
  })

  it('lets one of two publish, and keeps a long text whole', async () => {
    const { store, clock } = await setup()
    const text = `${asahino}\n${'長い本文です。'.repeat(80_000)}`
    const { id, chunks } = await addRevision({ store, clock }, { ...candidate, text })
    expect(chunks).toBeGreaterThan(1)
    expect(await loadText(store, id)).toBe(text)
    const from = await loadPointer(store)
    const both = await Promise.all([1, 2].map(() => publish({ store, clock }, id, from)))
    expect(both.filter(Boolean)).toHaveLength(1)
  })
})
