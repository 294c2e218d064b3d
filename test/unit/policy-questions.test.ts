import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

// Guards the question sets in test/bench/policy: a wrong gold passage would make a right answer look
// wrong, so each one is looked up in the policy itself. `held-out` is kept apart for measuring alone:
// search is tuned on `own`, and a question standing in both would measure what was learned by heart.

const types = 'fact number list procedure yesno table definition multi english oos'.split(' ')
const styles = 'plain casual formal terse synonym typo kana long english'.split(' ')

const Question = z.strictObject({
  id: z.string().regex(/^[a-z]{1,3}\d{3}$/),
  question: z.string().min(4),
  type: z.enum(types),
  style: z.enum(styles),
  near_miss: z.boolean().optional(),
  answer_must: z.array(z.string().min(1)),
  answer_any: z.array(z.array(z.string().min(1)).min(1)).optional(),
  answer_must_not: z.array(z.string().min(1)).optional(),
  gold: z.array(z.string().min(1)),
  gold_alt: z.array(z.array(z.string().min(1))).optional(),
  section: z.string().nullable(),
  page: z.number().int().nullable(),
  pages: z.array(z.number().int()).optional(),
})

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const bare = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s|●■◆◎❖・→\-‐-―−]/g, '')

const policy = read('services/policy-qa/documents/iwaki-2023-10.txt')
const policyBare = bare(policy)
const load = (name: string) => {
  const questions = read(`test/bench/policy/questions.${name}.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => Question.parse(JSON.parse(line)))
  const answerable = questions.filter((q) => q.type !== 'oos')
  return { name, questions, answerable, outside: questions.filter((q) => q.type === 'oos') }
}
/** Mixed as people ask. */
const mixed = ['own', 'learned', 'held-out', 'fresh'].map(load)
/** One language, one way of asking, or what is left of a set without the wordings of others. */
const others = ['practised', 'exam', 'english'].map(load)
const sets = [...mixed, ...others]

test('no two sets share a wording', () => {
  const wordings = sets.flatMap(({ questions }) => questions.map((q) => bare(q.question)))
  const twice = wordings.filter((wording, at) => wordings.indexOf(wording) !== at)
  expect(twice).toEqual([])
})

test.each(sets)(
  '$name: there are enough questions, each with an id and a wording of its own',
  ({ name, questions }) => {
    expect(questions.length).toBeGreaterThanOrEqual(name === 'english' ? 100 : 150)
    expect(new Set(questions.map((q) => q.id)).size).toBe(questions.length)
    expect(new Set(questions.map((q) => bare(q.question))).size).toBe(questions.length)
  },
)

test.each(mixed)(
  '$name: about a quarter has no answer in the policy, and most of those come close to it',
  ({ questions, outside }) => {
    const near = outside.filter((q) => q.near_miss === true)
    expect(outside.length / questions.length).toBeCloseTo(0.24, 1)
    expect(near.length / outside.length).toBeCloseTo(2 / 3, 1)
    for (const q of outside) expect(typeof q.near_miss, q.id).toBe('boolean')
  },
)

test.each(sets)('$name: every gold passage stands in the policy', ({ answerable }) => {
  const passages = answerable.flatMap((q) =>
    [...q.gold, ...(q.gold_alt ?? []).flat()].map((text) => ({ id: q.id, text })),
  )
  expect(passages.filter(({ text }) => !policyBare.includes(bare(text)))).toEqual([])
})

test.each(sets)(
  '$name: an answerable question has a gold passage and says what a right answer holds',
  ({ answerable }) => {
    for (const q of answerable) {
      expect(q.gold.length, q.id).toBeGreaterThan(0)
      expect(q.answer_must.length + (q.answer_any ?? []).length, q.id).toBeGreaterThan(0)
      expect(q.section, q.id).not.toBeNull()
      if (q.gold_alt) expect(q.gold_alt.length, q.id).toBe(q.gold.length)
    }
  },
)

test.each(sets)('$name: what an answer must hold is worded as in the policy', ({ answerable }) => {
  const plainWords = ['はい', 'いいえ']
  const musts = answerable.flatMap((q) => q.answer_must.map((text) => ({ id: q.id, text })))
  const strange = musts.filter(
    ({ text }) => !plainWords.includes(text) && !policyBare.includes(bare(text)),
  )
  expect(strange).toEqual([])
})

test.each(sets)('$name: no question demands a word that it also forbids', ({ answerable }) => {
  for (const q of answerable)
    for (const forbidden of q.answer_must_not ?? [])
      expect(
        q.answer_must.some((must) => bare(must).includes(bare(forbidden))),
        `${q.id} ${forbidden}`,
      ).toBe(false)
})

test.each(sets)(
  '$name: a question without an answer in the policy has no gold, no page and no demands',
  ({ outside }) => {
    for (const q of outside) {
      expect([...q.gold, ...q.answer_must, ...(q.answer_any ?? [])], q.id).toEqual([])
      expect([q.section, q.page], q.id).toEqual([null, null])
    }
  },
)

test.each(mixed)(
  '$name: every page the table of contents names is asked about',
  ({ answerable }) => {
    const contents = policy.slice(
      policy.indexOf('目次'),
      policy.indexOf('\n第1章 人材育成基本方針の趣旨\n'),
    )
    const pages = [...contents.matchAll(/\t(\d+)$/gm)].map((match) => Number(match[1]))
    const asked = new Set(answerable.flatMap((q) => [q.page, ...(q.pages ?? [])]))
    expect(pages.length).toBeGreaterThan(25)
    expect(pages.filter((page) => !asked.has(page))).toEqual([])
  },
)

test.each(mixed)('$name: every type and every way of asking is there', ({ questions }) => {
  expect(new Set(questions.map((q) => q.type))).toEqual(new Set(types))
  expect(new Set(questions.map((q) => q.style))).toEqual(new Set(styles))
})
