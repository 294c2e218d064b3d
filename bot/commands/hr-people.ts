/** `hr people import FILE.csv [--dry-run]`: reads a file of people, says what would change, and takes it in. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { calendarDate } from '../../services/calendar.ts'
import { fileBytesMax } from '../../services/people/csv-text.ts'
import { importPeople, previewImport } from '../../services/people/import-people.ts'
import { problemText } from '../../services/people/problem.ts'
import { type PeopleFile, readPeopleCsv } from '../../services/people/read-people.ts'
import { type Command, readArguments, say, UsageError } from './command.ts'
import { count, planText } from './hr-people-text.ts'
import { type OpenStore, operator, withStore } from './open-store.ts'

type GoodFile = Extract<PeopleFile, { rows: unknown }>

const unchanged = '名簿は前のままです。'

const bytesOf = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    const { size } = await stat(path)
    if (size > fileBytesMax) return undefined
    return await readFile(path)
  } catch {
    return undefined
  }
}

const sayProblems = (file: Exclude<PeopleFile, GoodFile>): void => {
  say.error(`取り込めませんでした。直すところが${count(file.problemCount)}か所あります。`)
  for (const problem of file.problems) say.error(problemText(problem))
  const more = file.problemCount - file.problems.length
  if (more > 0) say.error(`ほか${count(more)}か所`)
  say.error(`${unchanged}上のところを直してから、もう一度お試しください。`)
}

const takeIn = async (open: OpenStore, { rows }: GoodFile): Promise<number> => {
  const { outcome, plan } = await importPeople({ ...open, rows, who: operator() })
  if (outcome === 'changed') {
    say.error(
      '同じときにほかの取り込みがあったため、この取り込みはしていません。--dry-run で確かめてから、もう一度お試しください。',
    )
    return 1
  }
  say(planText(plan, calendarDate(open.clock.now())))
  if (outcome === 'unchanged') {
    say('変わるところはありません。名簿はこのファイルのとおりです。')
    return 0
  }
  say('取り込みました。')
  return 0
}

const preview = async (open: OpenStore, { rows }: GoodFile): Promise<number> => {
  const plan = await previewImport(open, rows)
  say(planText(plan, calendarDate(open.clock.now())))
  say('確かめただけです。名簿にはまだ何も書き込んでいません。')
  return 0
}

/** Exit code 0: taken in (or nothing to change); 1: not taken in, and why; the roster is then as it was. */
export const importCommand: Command = {
  usage: 'people import FILE.csv [--dry-run]',
  run: async (args) => {
    const { positionals, flags } = readArguments(args, ['dry-run'])
    const [path, ...rest] = positionals
    if (path === undefined || rest.length > 0) {
      throw new UsageError('CSVファイルを1つだけ書いてください。')
    }
    const bytes = await bytesOf(path)
    if (bytes === undefined) {
      say.error(`${basename(path)} を読めません。場所と大きさを確かめてください。${unchanged}`)
      return 1
    }
    const file = readPeopleCsv(bytes)
    if ('problems' in file) {
      sayProblems(file)
      return 1
    }
    say(`${basename(path)}: ${file.encoding}、${count(file.rows.length)}行`)
    return withStore('名簿が途中まで変わることはありません。', (open) =>
      flags.has('dry-run') ? preview(open, file) : takeIn(open, file),
    )
  },
}
