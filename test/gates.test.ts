/** That the linter, as it is configured, goes red for what must never reach the product. */
import { describe, expect, it } from 'vitest'
import { lint } from './gates/lint.ts'

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_each, index) => line(index)).join('\n')

/** One violation each: the rule that must fire, the file it is planted in, and its text. */
const planted: readonly (readonly [rule: string, path: string, text: string])[] = [
  [
    'typescript(no-floating-promises)',
    'slack-send.ts',
    "import type { App } from '@slack/bolt'\nexport const send = (app: App): void => {\n  app.client.chat.postMessage({ channel: 'C1', text: 'a' })\n}",
  ],
  [
    'typescript(no-floating-promises)',
    'teams-send.ts',
    "import type { CloudAdapter } from 'botbuilder'\nexport const send = (adapter: CloudAdapter): void => {\n  adapter.continueConversationAsync('id', {}, async () => {})\n}",
  ],
  [
    'typescript(no-misused-promises)',
    'misused.ts',
    "import { EventEmitter } from 'node:events'\nnew EventEmitter().on('a', async () => { await Promise.resolve() })",
  ],
  [
    'typescript(await-thenable)',
    'awaited.ts',
    'export const a = async (b: number): Promise<void> => {\n  await b\n}',
  ],
  [
    'typescript(switch-exhaustiveness-check)',
    'switch.ts',
    "export const a = (b: 'x' | 'y'): number => {\n  switch (b) {\n    case 'x':\n      return 1\n  }\n  return 2\n}",
  ],
  ['typescript(only-throw-error)', 'thrown.ts', "export const a = (): never => {\n  throw 'a'\n}"],
  ['typescript(no-explicit-any)', 'any.ts', 'export const a: any = 1'],
  [
    'typescript(no-non-null-assertion)',
    'non-null.ts',
    'export const a = (b?: string): string => b!',
  ],
  [
    'typescript(no-unsafe-type-assertion)',
    'cast.ts',
    'export const a = (b: unknown): string => b as string',
  ],
  [
    'typescript(explicit-module-boundary-types)',
    'boundary.ts',
    'export const a = (b: number) => b',
  ],
  [
    'typescript(consistent-type-imports)',
    'type-import.ts',
    "import { Readable } from 'node:stream'\nexport const a = (b: Readable): Readable => b",
  ],
  [
    'import(no-cycle)',
    'cycle-a.ts',
    "import { b } from './cycle-b.ts'\nexport const a = (): number => b() + 1",
  ],
  [
    'import(no-cycle)',
    'cycle-b.ts',
    "import { a } from './cycle-a.ts'\nexport const b = (): number => a() + 1",
  ],
  ['import(extensions)', 'ending.ts', "import { two } from './two.js'\nexport const a = two"],
  ['import(extensions)', 'no-ending.ts', "import { two } from './two'\nexport const a = two"],
  ['import(no-default-export)', 'default.ts', 'export default 1'],
  ['unicorn(filename-case)', 'CamelCase.ts', 'export const a = 1'],
  ['eslint(no-restricted-globals)', 'date.ts', 'export const a = (): number => Date.now()'],
  [
    'eslint(no-restricted-globals)',
    'new-date.ts',
    'export const a = (): string => new Date().toISOString()',
  ],
  ['node(no-process-env)', 'env.ts', "export const a = process.env['A']"],
  ['eslint(no-console)', 'console.ts', "console.log('a')"],
  ['eslint(max-lines)', 'long.ts', many(301, (n) => `export const a${n} = ${n}`)],
  [
    'eslint(max-lines-per-function)',
    'long-function.ts',
    `export const a = (b: number[]): void => {\n${many(70, (n) => `  b.push(${n})`)}\n}`,
  ],
  [
    'eslint(max-params)',
    'params.ts',
    'export const a = (b: number, c: number, d: number, e: number): number => b + c + d + e',
  ],
  [
    'eslint(complexity)',
    'complex.ts',
    `export const a = (b: number): number => {\n${many(10, (n) => `  if (b === ${n}) return ${n + 1}`)}\n  return 0\n}`,
  ],
  ['oxc(no-barrel-file)', 'barrel.ts', "export * from './two.ts'\nexport * from './three.ts'"],
]

const clean = {
  'two.ts': 'export const two = 2',
  'three.ts': 'export const three = 3',
  'clean.ts':
    "import { two } from './two.ts'\nexport const a = async (b: Promise<number>): Promise<number> => (await b) + two",
}

const { files, rulesOf } = lint({
  ...clean,
  ...Object.fromEntries(planted.map(([, path, text]) => [path, `${text}\n`])),
})

describe('the linter, as configured', () => {
  it('has looked at every planted file', () => {
    expect(files).toBe(planted.length + Object.keys(clean).length)
  })

  it('says nothing against a clean file', () => {
    for (const path of Object.keys(clean)) expect(rulesOf.get(path)).toBeUndefined()
  })

  it.each(planted)('fires %s for %s', (rule, path) => {
    expect([...(rulesOf.get(path) ?? [])]).toEqual([rule])
  })
})
