/** What the tools for layout, types and lint can't see, and that the checks for it can go red. */
import { describe, expect, it } from 'vitest'
import { importsOf } from './gates/imports.ts'
import { missingFromLock } from './gates/lock-file.ts'
import { refusalHeader, refusalRows, rowsIn } from './gates/refusal-table.ts'
import { outOfVoice, sentencesOf, vagueButtonsOf } from './gates/sentences.ts'
import { allPaths, codeIn, productFolders, read } from './gates/sources.ts'
import { exportCount, matchesIn, tooLongIn, undocumentedIn } from './gates/tidy.ts'

const linesMax = 300

// One letter in brackets each, so that this file does not match itself.
const leftovers = [/\b(TOD[O]|FIXM[E])\b/g, /\b(it|test|describe)[.](skip|only|todo)\b/g]
const foreign = [
  /\bregistry[.][a-z]+[.]/gi,
  /artifactor[y]|npmmirro[r]|jfro[g]/gi,
  /(?<![\w.}-])[/](work|workspace|root|Users)[/]/g,
  /Claud[e]|Anthropi[c]|AI assistan[t]|ChatGP[T]/gi,
]
// A rule is switched off for one line, with the reason on it; a budget never is, nor is the compiler.
const unexplained = [
  /lint-disabl[e](?!-next-line \S.* -- \S).*/g,
  /lint-disabl[e].*\b(max-|complexity).*/g,
  /biome-ignor[e]|@ts-(ignor[e]|nochec[k]|expect-erro[r])/g,
]
const printing = [/\bconsole[.]\w+/g]
// The linter sees the global `process` and `Date`, but not these ways around them.
const environment = [/\bprocess[.]env\b|\benv\b[^\n]*from 'node:process'/g]
const time = [/\bglobalThis[.]Date\b/g]

// Local mode reads no setting; it hands the environment on to the programs that it starts.
const environmentReaders = [
  'bot/config.ts',
  'bot/local-mode/clients.ts',
  'bot/local-mode/playground.ts',
]

const product = codeIn(productFolders)
const paths = allPaths()
const binary = /\.(png|jpe?g|gif|ico|pdf|docx|xlsx|zip|woff2?|db)$/
const texts = paths.filter((path) => !binary.test(path)).map(read)
const templates = texts.filter(({ path }) => /^cards\/.+\.json$/.test(path))
const sentences = [...templates, ...product].flatMap(sentencesOf)

describe('the repository', () => {
  it('has files to read', () => {
    process.stdout.write(
      `tidy: ${texts.length} texts, ${exportCount(product)} exports, ${templates.length} templates, ${sentences.length} sentences\n`,
    )
    expect(texts.length).toBeGreaterThan(200)
    expect(exportCount(product)).toBeGreaterThan(250)
    expect(templates.length).toBeGreaterThan(10)
    expect(sentences.length).toBeGreaterThan(200)
  })

  it('explains every export', () => {
    expect(product.flatMap(undocumentedIn)).toEqual([])
  })

  it(`has no product file of more than ${linesMax} lines`, () => {
    expect(product.flatMap((source) => tooLongIn(source, linesMax))).toEqual([])
  })

  it('leaves nothing for later and skips no test', () => {
    expect(texts.flatMap((text) => matchesIn(text, leftovers))).toEqual([])
  })

  it('switches no rule off without saying why', () => {
    const code = texts.filter(({ path }) => /\.[jt]s$/.test(path))
    expect(code.flatMap((source) => matchesIn(source, unexplained))).toEqual([])
  })

  it('speaks of itself alone: no registry, no path of a machine, no maker of tools', () => {
    expect(texts.flatMap((text) => matchesIn(text, foreign))).toEqual([])
  })

  it('prints nothing from product code', () => {
    expect(product.flatMap((source) => matchesIn(source, printing))).toEqual([])
  })

  it('reads the environment in one file and the time in another', () => {
    const others = product.filter(({ path }) => !environmentReaders.includes(path))
    expect(others.flatMap((source) => matchesIn(source, [...environment, ...time]))).toEqual([])
  })

  it('does not tie the lock file to a place to download from', () => {
    expect(read('package-lock.json').text).not.toContain('"resolved":')
  })

  it('locks what every system needs, so that a fresh clone installs', () => {
    expect(missingFromLock(read('package-lock.json').text)).toEqual([])
  })

  it('uses every template', () => {
    const used = importsOf(read('cards/templates.ts')).map(({ to }) => to)
    expect(templates.map(({ path }) => path).filter((path) => !used.includes(path))).toEqual([])
  })

  it('lists every refusal, with its sentence, on a page', () => {
    const page = ['README.md', 'docs/refusals.md'].find(
      (path) => paths.includes(path) && rowsIn(read(path).text).length > 0,
    )
    const rows = page === undefined ? [] : rowsIn(read(page).text)
    expect(
      rows.filter((row) => !refusalRows.includes(row)),
      'rows to strike',
    ).toEqual([])
    expect(
      refusalRows.filter((row) => !rows.includes(row)),
      'rows to add',
    ).toEqual([])
    expect(rows).toEqual(refusalRows)
  })

  it('keeps its voice in everything that people read', () => {
    expect(outOfVoice(sentences)).toEqual([])
    expect(templates.flatMap(vagueButtonsOf)).toEqual([])
  })
})

describe('the tidy checks go red for', () => {
  const path = 'services/a.ts'

  it('an export without its sentence', () => {
    const first = '/** Why. */\nexport const a = 1\n'
    expect(undocumentedIn({ path, text: `${first}export type B = 1\n` })).toEqual([
      'services/a.ts:3 exports something without a doc comment',
    ])
    expect(undocumentedIn({ path, text: `${first}// no doc\nexport type B = 1\n` })).toHaveLength(1)
    expect(undocumentedIn({ path, text: `${first}/* no doc */ export type B = 1\n` })).toHaveLength(
      1,
    )
    expect(undocumentedIn({ path, text: `${first}/** Doc. */\nexport type B = 1\n` })).toEqual([])
  })

  it('an only export, unless the file begins with what it is', () => {
    const text = "import { z } from 'zod'\n\nexport const a = z\n"
    expect(undocumentedIn({ path, text })).toHaveLength(1)
    expect(undocumentedIn({ path, text: `/** What it is. */\n${text}` })).toEqual([])
  })

  it('a line too many', () => {
    expect(tooLongIn({ path, text: '\n'.repeat(linesMax) + 'x' }, linesMax)).toHaveLength(1)
    expect(tooLongIn({ path, text: `${'x\n'.repeat(linesMax)}` }, linesMax)).toEqual([])
  })

  it.each([
    ['TOD', 'O'],
    ['FIXM', 'E'],
    ['it.', 'skip('],
    ['describe.', 'only('],
  ])('%s%s', (...parts) => {
    expect(matchesIn({ path, text: `// ${parts.join('')}` }, leftovers)).toHaveLength(1)
  })

  it.each([
    '-disable no-console -- for the whole file',
    '-disable-next-line no-console',
    '-disable-next-line complexity -- it is long',
  ])('a rule switched off with lint%s', (off) => {
    expect(matchesIn({ path, text: `// oxlint${off}` }, unexplained)).not.toEqual([])
    const fine = '// oxlint' + '-disable-next-line import/extensions -- the package is odd'
    expect(matchesIn({ path, text: fine }, unexplained)).toEqual([])
  })

  it.each([
    "import process from 'node:process'\nexport const a = process.env",
    "import { argv, env } from 'node:process'",
    'export const a = globalThis.Date.now()',
  ])('a way around the linter: %s', (text) => {
    expect(matchesIn({ path, text }, [...environment, ...time])).toHaveLength(1)
  })

  it.each([
    ['https://regis', 'try.example.com/zod'],
    ['see /wor', 'k/a.ts'],
    ["'/root", "/a'"],
    ['Claud', 'e'],
    ['an AI ', 'assistant'],
  ])('%s%s', (...parts) => {
    expect(matchesIn({ path, text: parts.join('') }, foreign)).toHaveLength(1)
  })

  it('a text that scolds, in a card and in code', () => {
    const card = JSON.stringify({ body: [{ text: '自己申告の督促です。' }] })
    expect(outOfVoice(sentencesOf({ path: 'cards/a.json', text: card }))).toHaveLength(1)
    const code = 'export const a = (n) => `至急、$' + '{n}日までに出してください。`'
    expect(outOfVoice(sentencesOf({ path, text: code }))).toHaveLength(1)
  })

  it('a consultation that shouts or smiles', () => {
    const said = (folder: string, text: string): string[] =>
      outOfVoice(sentencesOf({ path: `cards/${folder}/a.json`, text: JSON.stringify({ text }) }))
    expect(said('consultation', 'ありがとうございます！')).toHaveLength(1)
    expect(said('consultation', '受け取りました😊')).toHaveLength(1)
    expect(said('consultation', '${!closed}あとから書き足せます。')).toEqual([])
    expect(said('self-report', 'できました！')).toEqual([])
  })

  it('a button that says nothing', () => {
    const card = { actions: [{ type: 'Action.Execute', title: '送信', card: { type: 'x' } }] }
    expect(vagueButtonsOf({ path: 'cards/a.json', text: JSON.stringify(card) })).toHaveLength(1)
  })

  it('a page that lacks a refusal', () => {
    const rows = refusalRows.slice(1).map((row) => row.replaceAll('|', '  |  ').trim())
    const page = ['# A', refusalHeader, '| --- | --- |', ...rows, '', '| x |']
    expect(rowsIn(page.join('\n'))).toEqual(refusalRows.slice(1))
    expect(rowsIn('# A')).toEqual([])
  })

  it('a lock file that lost the program for another system', () => {
    const tool = { version: '1.0.0', optionalDependencies: { 'tool-linux': '1.0.0' } }
    const lock = (packages: object): string[] => missingFromLock(JSON.stringify({ packages }))
    const name = 'node_modules/a/node_modules/tool'
    expect(lock({ [name]: tool })).toEqual([`${name} wants tool-linux 1.0.0`])
    expect(lock({ [name]: tool, 'node_modules/tool-linux': { version: '0.9.0' } })).toHaveLength(1)
    expect(lock({ [name]: tool, 'node_modules/tool-linux': { version: '1.0.0' } })).toEqual([])
  })
})
