/** Samples of the views of 方針Q&A, and the texts that every job's samples are made of. */
import { refusals } from '../../services/errors.ts'
import { linesFor } from '../../services/policy-qa/care/crisis-lines.ts'
import type { View, ViewName, Views } from '../../services/vocabulary.ts'

/** A text with everything that some platform might take for its own marks. */
export const nasty =
  '`名前` ${x} <!channel> <@U1> **太字** [リンク](http://evil.example) # 見出し\n- 箇条\n1. 番号'

/** A text of this many characters. */
export const long = (length: number): string =>
  '長い文章です。'.repeat(Math.ceil(length / 7)).slice(0, length)

const citation = (text: string) => ({
  quote: text,
  section: '第4章 Ⅰ-2 人事評価制度の適正運用',
  page: 28,
  passageId: 'p-1',
})

const contact = {
  line: 'いわき市総務部職員課人材育成改革推進担当（電話 0246-22-7406）',
  office: '職員課',
}

const answer = {
  view: 'policy-qa.answer',
  question: nasty,
  answer: long(600),
  rephrased: false,
  citations: [1, 2, 3, 4].map(() => citation(long(800))),
  related: ['評価者研修はだれが受けますか', nasty],
  revision: 'built-in',
  answerId: 'abcdefgh1234',
  digest: 'abcdefgh1234',
  rating: 'open',
  listed: false,
  contact,
} as const satisfies View<'policy-qa.answer'>

const care = (kind: Views['policy-qa.care']['kind'], english: boolean) =>
  ({
    view: 'policy-qa.care',
    kind,
    english,
    ...(english ? {} : { contact }),
    lines: linesFor(kind),
    citations: [citation(long(800))],
    beside: english ? [] : [citation(long(800)), citation(nasty), citation(long(800))],
  }) as const

const curatedRow = {
  id: 'a0123456789',
  version: 3,
  question: nasty,
  more: 2,
  answer: long(600),
  source: nasty,
  approvedBy: '職員課長',
  approvedOn: '2026-10-20',
} as const

const draft = {
  id: 'a0123456789',
  version: 0,
  questions: '',
  answer: '',
  source: '',
  approvedBy: '',
}

type PolicyView = Extract<ViewName, `policy-qa.${string}`>

/** Samples by view. */
export const policySamples: { readonly [N in PolicyView]: readonly View<N>[] } = {
  'policy-qa.form': [
    { view: 'policy-qa.form', question: nasty, policy: nasty },
    { view: 'policy-qa.form', question: nasty, notice: refusals.BUSY_IN_FORM },
  ],
  'policy-qa.answer': [
    answer,
    { ...answer, question: '`'.repeat(300), rating: 'open' },
    { ...answer, rating: 'not-useful', listed: true, rephrased: true },
    { ...answer, curated: nasty, citations: [], related: [] },
    {
      ...answer,
      citations: [citation(long(200))],
      table: {
        columns: ['能力', '課長', '係長'],
        rows: Array.from({ length: 20 }, () => [nasty, '○', '']),
      },
    },
    {
      ...answer,
      table: {
        columns: ['能力', '内容'],
        rows: Array.from({ length: 9 }, () => ['力', long(120)]),
      },
    },
  ],
  'policy-qa.rated': [
    { view: 'policy-qa.rated', question: nasty, rating: 'not-useful', listed: true, contact },
  ],
  'policy-qa.not-found': [
    {
      view: 'policy-qa.not-found',
      question: long(400),
      answer: '方針には書いてありません。',
      citations: [citation(nasty)],
      related: [nasty, '評価者研修はだれが受けますか'],
      revision: 'built-in',
      gap: true,
      contact,
      listed: true,
    },
    {
      view: 'policy-qa.not-found',
      question: nasty,
      answer: '特定の職員についての情報は、方針には書かれていません。',
      citations: [],
      related: [],
      revision: 'built-in',
      gap: false,
      contact: { line: '', office: '人事の担当課' },
      listed: undefined,
    },
  ],
  'policy-qa.care': [
    care('crisis', false),
    care('crisis', true),
    care('harassment', false),
    care('harassment', true),
    care('health', false),
    care('health', true),
    care('violence', false),
    care('violence', true),
    care('worry', false),
    care('worry', true),
    care('unsure', false),
    { ...care('unsure', true), citations: [] },
  ],
  'policy-qa.around': [
    { view: 'policy-qa.around', passages: [citation(long(800)), citation(nasty)], current: 'p-1' },
    {
      view: 'policy-qa.around',
      passages: [citation(long(800))],
      current: 'p-1',
      back: { question: '`'.repeat(300), answerId: 'abcdefgh1234', revision: 'built-in' },
    },
  ],
  'policy-qa.upkeep': [
    { view: 'policy-qa.upkeep', page: 1, pages: 1, total: 0, groups: [], answers: 0 },
    {
      view: 'policy-qa.upkeep',
      page: 2,
      pages: 3,
      total: 18,
      groups: Array.from({ length: 6 }, (_, at) => ({
        id: `2026-10-000000000000000${at}`,
        month: '2026-10',
        question: long(200),
        wordings: [nasty, long(200), long(200)],
        refused: 12,
        wrong: 3,
      })),
      answers: 250,
      notice: '一覧から外しました。',
    },
  ],
  'policy-qa.answers': [
    { view: 'policy-qa.answers', page: 1, pages: 1, total: 0, answers: [] },
    {
      view: 'policy-qa.answers',
      page: 2,
      pages: 3,
      total: 18,
      answers: Array.from({ length: 6 }, () => curatedRow),
      notice: '回答を保存しました。',
    },
  ],
  'policy-qa.answer-form': [
    { view: 'policy-qa.answer-form', ...draft, problems: [] },
    {
      view: 'policy-qa.answer-form',
      ...draft,
      group: '2026-10-0000000000000001',
      questions: nasty,
      answer: long(600),
      source: nasty,
      approvedBy: nasty,
      problems: ['questions', 'answer', 'source', 'approvedBy'].map((field) => ({
        field,
        label: '出典',
        sentence: '入力してください。',
      })),
      notice: 'まだ保存していません。',
    },
  ],
  'policy-qa.answer-removal': [{ view: 'policy-qa.answer-removal', ...curatedRow }],
}
