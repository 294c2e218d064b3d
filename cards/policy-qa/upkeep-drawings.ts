/** The drawings of 方針Q&Aの手入れ. Pure. */
import { formatDate } from '../../services/calendar.ts'
import type { CuratedRow } from '../../services/policy-qa/shown.ts'
import type { ListPlace } from '../../services/shown.ts'
import type { Views } from '../../services/vocabulary.ts'
import type { Drawing } from '../drawing.ts'
import { escapeText } from '../escape.ts'

const title = '方針Q&A'

const monthOf = (month: string): string => `${Number(month.slice(5))}月`

const place = ({ page, pages, total }: ListPlace): object => ({
  page,
  pages,
  total,
  previous: page - 1,
  next: page + 1,
})

type GroupShown = Views['policy-qa.upkeep']['groups'][number]

const group = ({ id, month, question, wordings, refused, wrong }: GroupShown): object => {
  const counts = [
    refused > 0 ? `答えなし ${refused}回` : '',
    wrong > 0 ? `「違う」 ${wrong}回` : '',
  ].filter((part) => part !== '')
  return {
    id,
    question: escapeText(question),
    counts: `${monthOf(month)}　${counts.join('・')}`,
    wordings: escapeText(wordings.join('／')),
  }
}

const row = (answer: CuratedRow): object => ({
  id: answer.id,
  version: answer.version,
  question: escapeText(`${answer.question}${answer.more > 0 ? `（ほか${answer.more}件）` : ''}`),
  answer: escapeText(answer.answer),
  about: escapeText(
    `出典：${answer.source}　承認：${answer.approvedBy} ${formatDate(answer.approvedOn)}`,
  ),
})

/** The list of what went unanswered. */
export const drawUpkeep = (view: Views['policy-qa.upkeep']): Drawing => ({
  title,
  fallbackText: '方針Q&Aの手入れの画面です。',
  data: {
    ...place(view),
    groups: view.groups.map(group),
    answers: view.answers,
    notice: view.notice ?? '',
  },
  source: { action: 'policy-qa.upkeep', args: { page: view.page } },
})

/** The list of curated answers. */
export const drawAnswers = (view: Views['policy-qa.answers']): Drawing => ({
  title,
  fallbackText: '用意した回答の一覧です。',
  data: { ...place(view), answers: view.answers.map(row), notice: view.notice ?? '' },
  source: { action: 'policy-qa.answers', args: { page: view.page } },
})

/** The form of a curated answer. */
export const drawAnswerForm = (view: Views['policy-qa.answer-form']): Drawing => {
  const { id, version, group: forGroup, notice, ...rest } = view
  return {
    title,
    fallbackText: '回答を用意する画面です。',
    data: {
      ...rest,
      notice: notice ?? '',
      kept: { id, version, ...(forGroup === undefined ? {} : { group: forGroup }) },
    },
    problems: view.problems,
  }
}

/** The question before a curated answer goes. */
export const drawRemoval = (view: Views['policy-qa.answer-removal']): Drawing => ({
  title,
  fallbackText: '用意した回答を削除する前の確認です。',
  data: row(view),
})
