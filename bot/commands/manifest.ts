/** `npm run --silent manifest -- teams …`: the package that an administrator uploads to Teams. */
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { z } from 'zod'
import about from '../../package.json' with { type: 'json' }

const usage = `使い方:
  npm run --silent manifest -- teams --bot-id GUID --domain HOST --out FILE.zip [--site URL]

  --bot-id  ボットのアプリケーション（クライアント）ID
  --domain  ボットが動いているホスト名（例: hitozukuri.example.lg.jp）
  --out     書き出す ZIP ファイル
  --site    この窓口を職員に案内するページ（省略すると https://HOST/）
`

const options = z.object({
  'bot-id': z.guid('--bot-id には GUID を指定してください。'),
  domain: z
    .string('--domain にはホスト名を指定してください。')
    .regex(
      /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i,
      '--domain には、https:// やパスを付けずにホスト名だけを指定してください。',
    ),
  out: z
    .string('--out には書き出す ZIP ファイルの名前を指定してください。')
    .endsWith('.zip', '--out の名前は .zip で終わるようにしてください。'),
  site: z
    .url({ protocol: /^https$/, error: '--site には https:// で始まる URL を指定してください。' })
    .optional(),
})

const folder = new URL('../../manifest/teams/', import.meta.url)
const files = ['manifest.json', 'en.json', 'color.png', 'outline.png']

/** The same input gives the same bytes, so that two packages can be compared; ZIP can say no earlier day. */
const zipDay = '1980-01-02'

const contentOf = (name: string, values: ReadonlyMap<string, string>): Uint8Array => {
  const bytes = readFileSync(new URL(name, folder))
  if (!name.endsWith('.json')) return bytes
  const filled = bytes
    .toString()
    .replace(/\$\{\{(\w+)\}\}/g, (whole, key: string) => values.get(key) ?? whole)
  return strToU8(filled)
}

const teamsPackage = (given: z.output<typeof options>): Uint8Array => {
  const values = new Map([
    ['BOT_ID', given['bot-id'].toLowerCase()],
    ['DOMAIN', given.domain.toLowerCase()],
    ['SITE', given.site ?? `https://${given.domain.toLowerCase()}/`],
    ['VERSION', about.version],
  ])
  const entries: Zippable = Object.fromEntries(files.map((name) => [name, contentOf(name, values)]))
  return zipSync(entries, { mtime: zipDay, level: 9 })
}

const read = (args: readonly string[]): z.output<typeof options> | string => {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'bot-id': text, domain: text, out: text, site: text },
    })
    if (positionals.join() !== 'teams') return usage
    const parsed = options.safeParse(values)
    if (parsed.success) return parsed.data
    return `${parsed.error.issues.map(({ message }) => message).join('\n')}\n\n${usage}`
  } catch {
    return usage
  }
}

const given = read(process.argv.slice(2))
if (typeof given === 'string') {
  process.stderr.write(given)
  process.exitCode = 2
} else {
  writeFileSync(given.out, teamsPackage(given))
  process.stdout.write(
    `${given.out} を書き出しました。Teams 管理センターからアップロードしてください。\n`,
  )
}
