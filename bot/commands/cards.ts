/** `npm run --silent cards -- blocks FILE.json [--data DATA.json] [--surface message|modal|home]` */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type AdaptiveCard, parseAdaptiveCard } from '../../cards/adaptive-card.ts'
import { toBlockKit } from '../../cards/block-kit.ts'
import { leftovers } from '../../cards/leftovers.ts'

const usage =
  'npm run --silent cards -- blocks FILE.json [--data DATA.json] [--surface message|modal|home]'

/** What the person at the keyboard can put right; its message is the sentence they read. */
class Misuse extends Error {}

const surfaces = ['message', 'modal', 'home'] as const
type Surface = (typeof surfaces)[number]

const surfaceOf = (word: string): Surface => {
  const found = surfaces.find((one) => one === word)
  if (!found)
    throw new Misuse(
      `--surface は message、modal、home のどれかを指定してください（${word} は使えません）。`,
    )
  return found
}

const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    throw new Misuse(`${file} を読めませんでした。ファイルの場所と名前を確かめてください。`)
  }
}

const readJson = (file: string): unknown => {
  const text = readText(file)
  try {
    return JSON.parse(text)
  } catch {
    throw new Misuse(`${file} はJSONとして読めませんでした。書式を確かめてください。`)
  }
}

const expanded = async (template: unknown, data: unknown, file: string): Promise<unknown> => {
  // Loaded only when asked for: the expression language takes a second to start.
  const { expandTemplate } = await import('../../cards/expand.ts')
  try {
    return expandTemplate(template, data)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Misuse(
      `${file} の \${…} を展開できませんでした。式を確かめてください（${reason.replaceAll(/\s+/g, ' ')}）。`,
    )
  }
}

const cardIn = (value: unknown, file: string): AdaptiveCard => {
  const card = parseAdaptiveCard(value)
  if (!card)
    throw new Misuse(
      `${file} はAdaptive Cardではありません。"type": "AdaptiveCard" のあるJSONを指定してください。`,
    )
  return card
}

type Asked = { file: string; dataFile: string | undefined; surface: Surface }

const asked = (args: readonly string[]): Asked => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: 'string' }, surface: { type: 'string', default: 'message' } },
    })
    const [command, file, ...others] = positionals
    if (command !== 'blocks' || !file || others.length > 0)
      throw new Misuse(`次のように指定してください: ${usage}`)
    return { file, dataFile: values.data, surface: surfaceOf(values.surface) }
  } catch (error) {
    if (error instanceof Misuse) throw error
    throw new Misuse(`使えないオプションがあります。次のように指定してください: ${usage}`)
  }
}

const blocks = async (args: readonly string[]): Promise<string> => {
  const { file, dataFile, surface } = asked(args)
  const source = readJson(file)
  const data = dataFile === undefined ? undefined : readJson(dataFile)
  const card = cardIn(dataFile === undefined ? source : await expanded(source, data, file), file)
  const shown = toBlockKit(card, { surface })
  const missing = leftovers(card, data).map(
    ({ path, expression }) =>
      `${path}: ${expression} has no value in the data and is left as it is`,
  )
  return JSON.stringify({
    blocks: shown.blocks,
    warnings: [...missing, ...shown.warnings],
    ...(shown.pages.length > 1 ? { pages: shown.pages } : {}),
    ...(shown.title === undefined ? {} : { title: shown.title }),
    ...(shown.submit === undefined ? {} : { submit: shown.submit }),
  })
}

try {
  process.stdout.write(`${await blocks(process.argv.slice(2))}\n`)
} catch (error) {
  if (!(error instanceof Misuse)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
