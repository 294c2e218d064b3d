/** Microsoft's Agents Playground: the configuration it reads at its start, and how it is run. */
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import type { CastMember } from './city/cast.ts'
import type { Program } from './client-process.ts'

const bin = 'node_modules/@microsoft/m365agentsplayground/cli.js'

/** The Playground as a program that tells where its page is. `root` is the repository's folder. */
export const playgroundProgram = async (
  options: {
    readonly botUrl: string
    readonly folder: string
    readonly people: readonly CastMember[]
    readonly port: number
  },
  root: string,
): Promise<Program<string>> => {
  const file = join(options.folder, 'playground.yml')
  await writeFile(file, JSON.stringify(playgroundConfig(options.people)))
  const preload = join(root, 'bot/local-mode/playground-preload.ts')
  const bot = `${options.botUrl}/api/messages`
  const args = ['start', '-e', bot, '-c', 'msteams', '-p', String(options.port)]
  return {
    name: 'Agents Playground',
    args: ['--import', preload, join(root, bin), ...args, '--disable-telemetry'],
    cwd: options.folder,
    env: {
      PATH: dirname(process.execPath),
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: file,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(options.folder, 'playground.log'),
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
    },
    read: (line) => {
      const port = /^Listening on (\d+)/.exec(line)?.[1]
      return port === undefined ? undefined : `http://127.0.0.1:${port}`
    },
  }
}

/** One person to act as, the first, and exactly five others: it takes no more and no fewer. */
const playgroundConfig = (people: readonly CastMember[]): object => {
  const [currentUser, ...users] = people.slice(0, 6).map(user)
  return {
    version: '0.1.1',
    tenantId: '00000000-0000-4000-8000-000000000001',
    bot: { id: '00000000-0000-4000-8000-000000000011', name: 'ひとづくり窓口' },
    currentUser,
    users,
    personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name: 'グループチャット' },
    team: {
      id: 'team',
      name: '職員課',
      aadGroupId: '00000000-0000-4000-8000-000000000031',
      channels: [{ id: 'channel', name: 'お知らせ' }],
    },
  }
}

const user = ({ person, note }: CastMember, index: number): object => {
  const [surname = '', givenName = ''] = person.name.split(/\s/)
  return {
    id: `user-id-${index}`,
    name: `${person.name} ${note}`,
    userPrincipleName: person.email,
    aadObjectId: person.aadObjectId,
    email: person.email,
    surname,
    givenName,
  }
}
