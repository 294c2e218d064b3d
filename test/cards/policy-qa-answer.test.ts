import { expect, it } from 'vitest'
import { everyObject } from '../../cards/adaptive-card.ts'
import { render } from '../../cards/render.ts'
import { actions } from '../../services/vocabulary.ts'

const citation = (quote: string, page: number) => ({
  quote,
  section: '第4章',
  page,
  passageId: `p${page}`,
})

it('an answer says each passage once: where the answer quotes it, its place and its button stand alone', () => {
  const card = render({
    view: 'policy-qa.answer',
    question: '評価者研修はだれが受けますか',
    answer: '「管理職に対する研修を行います。」',
    citations: [citation('管理職に対する研修を行います。', 28), citation('面談を行います。', 35)],
    related: [],
    rephrased: false,
    revision: 'built-in',
    answerId: 'abcdefgh1234',
    digest: 'abcdefgh1234',
    rating: 'open',
    listed: false,
    contact: { line: '', office: '職員課' },
  })
  const words = everyObject(card.content).flatMap(({ text, title }) =>
    [text, title].filter((each) => typeof each === 'string'),
  )
  const said = words.join('\n')
  expect(said.split('管理職に対する研修を行います。')).toHaveLength(2)
  expect(said).toContain('「面談を行います。」')
  expect(said).toMatch(/28頁[\s\S]*35頁/)
  expect(words.filter((each) => each === '前後を読む')).toHaveLength(2)
})

it('an answer that can’t be rated leads back to itself all the same', () => {
  const card = render({
    view: 'policy-qa.answer',
    question: '費用の支援はありますか',
    answer: '方針の31ページに、次の記述があります。',
    citations: [citation('面談を行います。', 35)],
    related: [],
    rephrased: false,
    revision: 'built-in',
    answerId: '',
    digest: 'abcdefgh1234',
    rating: 'closed',
    listed: undefined,
    contact: { line: '', office: '職員課' },
  })
  const around = everyObject(card.content).find(({ verb }) => verb === 'policy-qa.around')
  expect(actions['policy-qa.around'].input.safeParse(around?.['data']).success).toBe(true)
})
