/** `hr policy ingest|publish|revisions|rollback`: a new revision of the policy, looked at and put in force. */
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { recordAudit } from '../../services/audit.ts'
import { formatDateWithEra } from '../../services/calendar.ts'
import type { IngestReport, Passage, PolicyDocument } from '../../services/policy-qa/document.ts'
import { policyBytesMax, readPolicyFile } from '../../services/policy-qa/files/read-file.ts'
import { ingestText } from '../../services/policy-qa/ingest.ts'
import { documentOf } from '../../services/policy-qa/library.ts'
import { compareRevisions } from '../../services/policy-qa/revision.ts'
import {
  addRevision,
  builtInRevision,
  listRevisions,
  loadPointer,
  publish,
  rollBack,
} from '../../services/policy-qa/upkeep/revisions.ts'
import { type Command, readArguments, say, UsageError } from './command.ts'
import { type OpenStore, operator, withStore } from './open-store.ts'

const unchanged = 'いま使われている方針は前のままです。'
const listedMax = 15

const one = (passages: readonly Passage[], sign: string): string[] => [
  ...passages
    .slice(0, listedMax)
    .map(({ page, text }) => `  ${sign} ${page === null ? '' : `${page}頁 `}${text.slice(0, 80)}`),
  ...(passages.length > listedMax ? [`    ほか${passages.length - listedMax}か所`] : []),
]

const differenceText = (before: PolicyDocument, after: PolicyDocument): string => {
  const { added, removed, changed, unchanged: same } = compareRevisions(before, after)
  return [
    `いまの方針「${before.title}」との違い: 新しい${added.length}・なくなる${removed.length}・書き換わる${changed.length}・同じ${same}か所`,
    ...one(added, '＋'),
    ...one(removed, '－'),
    ...changed
      .slice(0, listedMax)
      .flatMap((pair) => [...one([pair.before], '△ 前'), ...one([pair.after], '▽ 後')]),
    ...(changed.length > listedMax ? [`    ほか${changed.length - listedMax}か所`] : []),
  ].join('\n')
}

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'なし' : names.join('、')

/** Tables of one kind together: how many, with how many rows in all. */
const tablesText = ({ tables }: IngestReport): string => {
  const kinds = [...new Set(tables.map(({ kind }) => kind))]
  return listed(
    kinds.map((kind) => {
      const all = tables.filter((table) => table.kind === kind)
      const rows = all.reduce((sum, table) => sum + table.rows, 0)
      return `${kind} ${all.length}つ（${rows}行）`
    }),
  )
}

const reportText = (document: PolicyDocument, report: IngestReport): string =>
  [
    `「${document.title}」を読み取りました。`,
    `  見出し ${report.headings}、ページ ${report.pages}、引用できる箇所 ${report.passages}`,
    `  表: ${tablesText(report)}`,
    `  職位: ${listed(report.positions)}`,
    `  能力: ${listed(report.abilities)}`,
    `  職種: ${listed(report.jobs)}`,
    report.notes.length === 0 ? '  読み取れなかったところ: なし' : '  確かめてほしいところ:',
    ...report.notes.map((note) => `    ・${note}`),
  ].join('\n')

const record = (open: OpenStore, what: string, counts: Readonly<Record<string, number>>) =>
  recordAudit(open.store, { at: open.clock.now(), who: operator(), what, counts })

const inForce = async ({ store }: OpenStore) => {
  const pointer = await loadPointer(store)
  const revision = pointer?.body.revision ?? builtInRevision
  return { pointer, revision, document: await documentOf(store, revision) }
}

const bytesOf = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    const { size } = await stat(path)
    return size > policyBytesMax ? undefined : await readFile(path)
  } catch {
    return undefined
  }
}

const ingest = async (path: string): Promise<number> => {
  const bytes = await bytesOf(path)
  if (bytes === undefined) {
    say.error(
      `${basename(path)} を読めません。場所と大きさ（30MBまで）を確かめてください。${unchanged}`,
    )
    return 1
  }
  const file = await readPolicyFile(bytes, basename(path))
  if ('problem' in file) {
    say.error(`${file.problem}${unchanged}`)
    return 1
  }
  const { document, report } = ingestText(file.text)
  say(reportText(document, report))
  return withStore(unchanged, async (open) => {
    say(differenceText((await inForce(open)).document, document))
    const { text } = file
    const about = { title: document.title, fileName: basename(path).slice(0, 200) }
    const { id } = await addRevision(open, { text, ...about, passages: document.passages.length })
    await record(open, 'policy.revision.ingested', { passages: document.passages.length })
    say(`候補として保存しました。${unchanged}公開するには: hr policy publish ${id}`)
    return 0
  })
}

/** Whether somebody typed yes. Where nobody can type, nobody did. */
const confirmed = async (): Promise<boolean> => {
  const input = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const nobody = once(input, 'close').then(() => '')
    const typed = input.question('この内容で公開しますか（はい / いいえ）: ')
    const answer = await Promise.race([typed, nobody])
    return /^(y|yes|はい)$/i.test(answer.trim())
  } finally {
    input.close()
  }
}

const exists = async (open: OpenStore, id: string): Promise<boolean> =>
  id === builtInRevision || (await listRevisions(open.store)).some((each) => each.id === id)

const putInForce = (id: string, asked: boolean): Promise<number> =>
  withStore(unchanged, async (open) => {
    if (!(await exists(open, id))) {
      say.error(`${id} という版はありません。hr policy revisions で確かめてください。${unchanged}`)
      return 1
    }
    const now = await inForce(open)
    if (now.revision === id) {
      say('この版は、もう公開されています。')
      return 0
    }
    say(differenceText(now.document, await documentOf(open.store, id)))
    if (!asked && !(await confirmed())) {
      say(`公開していません。${unchanged}`)
      return 1
    }
    if (!(await publish(open, id, now.pointer))) {
      say.error(
        '同じときにほかの人が版を切り替えたため、公開していません。違いを確かめて、もう一度お試しください。',
      )
      return 1
    }
    await record(open, 'policy.revision.published', { revisions: 1 })
    say('公開しました。数秒でどの窓口も新しい版で答えます。前の版に戻すには: hr policy rollback')
    return 0
  })

const noArguments = (args: readonly string[]): void => {
  if (readArguments(args, []).positionals.length > 0) throw new UsageError('指定が多すぎます。')
}

const oneArgument = (positionals: readonly string[], what: string): string => {
  const [first, ...rest] = positionals
  if (first === undefined || rest.length > 0)
    throw new UsageError(`${what}を1つだけ書いてください。`)
  return first
}

/** Exit code 0: kept as a candidate; 1: not, and why. What is in force stays as it is. */
export const policyIngestCommand: Command = {
  usage: 'policy ingest FILE（txt、md、docx、pdf）',
  run: (args) => ingest(oneArgument(readArguments(args, []).positionals, 'ファイル')),
}

/** Exit code 0: in force; 1: not, and why. Asks once unless `--yes` is there. */
export const policyPublishCommand: Command = {
  usage: 'policy publish ID [--yes]',
  async run(args) {
    const { positionals, flags } = readArguments(args, ['yes'])
    return await putInForce(oneArgument(positionals, '版のID'), flags.has('yes'))
  },
}

/** Lists the revisions; the one in force is marked. */
export const policyRevisionsCommand: Command = {
  usage: 'policy revisions',
  async run(args) {
    noArguments(args)
    return await withStore('', async (open) => {
      const { revision } = await inForce(open)
      const mark = (id: string): string => (id === revision ? '●' : '　')
      say(`${mark(builtInRevision)} ${builtInRevision}　ひとづくり窓口に付いている版`)
      for (const each of await listRevisions(open.store)) {
        const day = formatDateWithEra(each.addedOn)
        say(
          `${mark(each.id)} ${each.id}　${each.title}　${each.fileName}　${day}　${each.passages}か所`,
        )
      }
      say('●がいま使われている版です。')
      return 0
    })
  },
}

/** Exit code 0: the revision before is in force again; 1: there is none, or somebody else was first. */
export const policyRollbackCommand: Command = {
  usage: 'policy rollback',
  async run(args) {
    noArguments(args)
    return await withStore(unchanged, async (open) => {
      const back = await rollBack(open)
      if (!back) {
        const why = back === undefined ? '前の版がありません。' : 'ほかの人が版を切り替えました。'
        say.error(`${why}${unchanged}`)
        return 1
      }
      await record(open, 'policy.revision.rolled-back', { revisions: 1 })
      say(`前の版（${back.revision}）に戻しました。数秒でどの窓口もこの版で答えます。`)
      return 0
    })
  },
}
