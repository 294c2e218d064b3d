/** `hr policy unanswered|answers|answer|thesaurus`: what the document does not say, and the division's own words. */

import { z } from 'zod'
import { recordAudit } from '../../services/audit.ts'
import { formatDateWithEra } from '../../services/calendar.ts'
import { openRosterReader } from '../../services/people/roster-store.ts'
import { openLibrary } from '../../services/policy-qa/library.ts'
import {
  type CuratedDraft,
  draftProblems,
  newCuratedId,
  openCuratedAnswers,
} from '../../services/policy-qa/upkeep/curated-answers.ts'
import { openFeedback } from '../../services/policy-qa/upkeep/feedback.ts'
import {
  addOwnRow,
  loadOwnWords,
  readOwnRow,
  removeOwnRow,
} from '../../services/policy-qa/upkeep/own-words.ts'
import { openUnanswered } from '../../services/policy-qa/upkeep/unanswered.ts'
import { type Command, readArguments, say, UsageError } from './command.ts'
import { readJsonFile } from './json-file.ts'
import { type OpenStore, operator, withStore } from './open-store.ts'

const record = (open: OpenStore, what: string): Promise<void> =>
  recordAudit(open.store, { at: open.clock.now(), who: operator(), what, counts: { entries: 1 } })

const positionalsOf = (args: readonly string[]): readonly string[] =>
  readArguments(args, []).positionals

const worstShownMax = 10

/** The passages of the policy in force under which 違う was pressed most. */
const sayWorst = async (open: OpenStore): Promise<void> => {
  const { document, revision } = await openLibrary(open)()
  const worst = (await openFeedback(open).worst(revision)).slice(0, worstShownMax)
  if (worst.length > 0) say('「違う」が多かった箇所:')
  for (const { passageId, useful, wrong } of worst) {
    const found = document.passages.find(({ id }) => id === passageId)
    const place = found?.page ? `${found.page}頁 ` : ''
    say(`　違う ${wrong}・役に立った ${useful}　${place}${(found?.text ?? passageId).slice(0, 60)}`)
  }
}

const listUnanswered = (): Promise<number> =>
  withStore('', async (open) => {
    const staff = async () => (await openRosterReader(open).current()).rows
    const groups = await openUnanswered({ ...open, staff }).open()
    for (const { month, question, refused, wrong, wordings } of groups) {
      say(`${month}　答えなし ${refused}・違う ${wrong}　${question}`)
      for (const other of wordings) say(`　　　　　${other}`)
    }
    say(`見直す質問は、直近3か月で${groups.length}件です。`)
    await sayWorst(open)
    return 0
  })

/** Lists the questions the document did not answer, like ones together. */
export const policyUnansweredCommand: Command = {
  usage: 'policy unanswered',
  async run(args) {
    if (positionalsOf(args).length > 0) throw new UsageError('指定が多すぎます。')
    return await listUnanswered()
  },
}

const listAnswers = (): Promise<number> =>
  withStore('', async (open) => {
    const answers = await openCuratedAnswers(open).list()
    for (const { id, questions, answer, source, approvedBy, approvedOn } of answers) {
      say(`${id}　${questions.join('／')}`)
      say(`　${answer}`)
      say(`　出典: ${source}　承認: ${approvedBy} ${formatDateWithEra(approvedOn)}`)
    }
    say(`用意した回答は${answers.length}件です。`)
    return 0
  })

/** Lists the curated answers. */
export const policyAnswersCommand: Command = {
  usage: 'policy answers list',
  async run(args) {
    const [word = 'list', ...rest] = positionalsOf(args)
    if (word !== 'list' || rest.length > 0) throw new UsageError('answers list と書いてください。')
    return await listAnswers()
  },
}

const fileSchema = z.strictObject({
  questions: z.array(z.string()),
  answer: z.string(),
  source: z.string(),
  approvedBy: z.string(),
})

const example =
  '{"questions":["駐車場の料金はいくらですか"],"answer":"…","source":"庁舎管理規則 第8条","approvedBy":"職員課長"}'

const readDraft = async (path: string): Promise<CuratedDraft | string> => {
  const file = await readJsonFile(path, example)
  if ('problem' in file) return file.problem
  const parsed = fileSchema.safeParse(file.value)
  if (!parsed.success) return `このように書いてください: ${example}`
  const { questions, ...rest } = parsed.data
  const draft = { id: newCuratedId(), version: 0, questions: questions.join('\n'), ...rest }
  const problems = draftProblems(draft)
  if (problems.length === 0) return draft
  return problems.map(({ label, sentence }) => `${label}: ${sentence}`).join('\n')
}

const addAnswer = async (path: string): Promise<number> => {
  const draft = await readDraft(path)
  if (typeof draft === 'string') {
    say.error(`まだ保存していません。\n${draft}`)
    return 1
  }
  return withStore('回答は前のままです。', async (open) => {
    if ((await openCuratedAnswers(open).save(draft)) !== 'saved') {
      say.error('回答がいっぱいです。使わなくなった回答を削除してから、もう一度お試しください。')
      return 1
    }
    await record(open, 'policy.answer.saved')
    say(`保存しました（${draft.id}）。数秒後から、この質問にはこの回答が先に出ます。`)
    return 0
  })
}

const removeAnswer = (id: string): Promise<number> =>
  withStore('回答は前のままです。', async (open) => {
    const answers = openCuratedAnswers(open)
    const found = (await answers.list()).find((each) => each.id === id)
    if (!found || !(await answers.remove(id, found.version))) {
      say.error(`${id} という回答はありません。hr policy answers list で確かめてください。`)
      return 1
    }
    await record(open, 'policy.answer.removed')
    say('削除しました。この質問には、方針の本文でお答えします。')
    return 0
  })

/** Adds a curated answer from a file, or removes one. */
export const policyAnswerCommand: Command = {
  usage: 'policy answer add FILE.json | answer remove ID',
  async run(args) {
    const [word, what, ...rest] = positionalsOf(args)
    if (what === undefined || rest.length > 0 || (word !== 'add' && word !== 'remove')) {
      throw new UsageError('answer add FILE.json か answer remove ID と書いてください。')
    }
    return await (word === 'add' ? addAnswer(what) : removeAnswer(what))
  },
}

const listWords = (): Promise<number> =>
  withStore('', async ({ store }) => {
    const rows = (await loadOwnWords(store))?.body.rows ?? []
    for (const { words } of rows) say(words.join('='))
    say(`付け足した言いかえは${rows.length}件です。`)
    return 0
  })

const addWords = (text: string): Promise<number> => {
  const words = readOwnRow(text)
  if ('problem' in words) throw new UsageError(words.problem)
  return withStore('言いかえは前のままです。', async (open) => {
    if (!(await addOwnRow(open.store, words))) {
      say.error(
        '言いかえがいっぱいです。使わなくなったものを削除してから、もう一度お試しください。',
      )
      return 1
    }
    await record(open, 'policy.thesaurus.saved')
    say(`保存しました: ${words.join('=')}。数秒後から使われます。`)
    return 0
  })
}

const removeWords = (word: string): Promise<number> =>
  withStore('言いかえは前のままです。', async (open) => {
    if (!(await removeOwnRow(open.store, word))) {
      say.error(`「${word}」で始まる言いかえはありません。`)
      return 1
    }
    await record(open, 'policy.thesaurus.removed')
    say('削除しました。')
    return 0
  })

/** Lists, adds and removes words of one meaning. */
export const policyThesaurusCommand: Command = {
  usage: 'policy thesaurus list | thesaurus add 年次休暇=有休=年休 | thesaurus remove 年次休暇',
  async run(args) {
    const [word, what, ...rest] = positionalsOf(args)
    if (word === 'list' && what === undefined) return await listWords()
    if (what !== undefined && rest.length === 0) {
      if (word === 'add') return await addWords(what)
      if (word === 'remove') return await removeWords(what)
    }
    throw new UsageError('thesaurus list、add、remove のどれかを書いてください。')
  },
}
