/** Who may import whom, and that the check can go red. */
import { describe, expect, it } from 'vitest'
import { cyclesAmong, forbiddenAmong, misspeltAmong } from './gates/check-imports.ts'
import { importsOf } from './gates/imports.ts'
import { codeIn, productFolders } from './gates/sources.ts'

const product = codeIn(productFolders)
const tests = codeIn(['test'])
const imports = product.flatMap(importsOf)

const every = [...imports, ...tests.flatMap(importsOf)]

describe('the architecture', () => {
  it('has files and imports to check', () => {
    expect(product.length).toBeGreaterThan(100)
    expect(imports.length).toBeGreaterThan(400)
    expect(imports.filter(({ typeOnly }) => typeOnly).length).toBeGreaterThan(100)
    process.stdout.write(
      `architecture: ${imports.length} imports of ${product.length} product files, ${every.length} in all\n`,
    )
  })

  it('lets product code import only what the table allows', () => {
    expect(forbiddenAmong(imports)).toEqual([])
  })

  it('has no cycle, neither at run time nor among types', () => {
    expect(cyclesAmong(every)).toEqual([])
  })

  it('names the real file in every relative import', () => {
    expect(misspeltAmong(every)).toEqual([])
  })
})

const planted = (path: string, text: string): string[] => forbiddenAmong(importsOf({ path, text }))

describe('the architecture check goes red for', () => {
  it.each([
    [
      'a job that imports another job',
      'services/reminders/plan.ts',
      "import { a } from '../self-report/report.ts'",
    ],
    [
      'a job that imports a type of another job',
      'services/reminders/plan.ts',
      "import type { A } from '../self-report/report.ts'",
    ],
    [
      'a job that imports a driver',
      'services/reminders/plan.ts',
      "import { a } from '../store/sqlite.ts'",
    ],
    [
      'a job that imports a card',
      'services/self-report/report.ts',
      "import { a } from '../../cards/card.ts'",
    ],
    ['a job that names an SDK', 'services/self-report/report.ts', "import { a } from 'botbuilder'"],
    [
      'a job that reads the network',
      'services/self-report/report.ts',
      "import { get } from 'node:https'",
    ],
    ['a form that is no leaf', 'services/self-report/form.ts', "import { a } from '../errors.ts'"],
    [
      'a channel that imports the other',
      'bot/teams/inbound.ts',
      "import { a } from '../slack/inbound.ts'",
    ],
    [
      'a channel that imports a service',
      'bot/teams/inbound.ts',
      "import { a } from '../../services/self-report/desk.ts'",
    ],
    [
      'a channel that imports the clock itself',
      'bot/teams/inbound.ts',
      "import { systemClock } from '../../services/clock.ts'",
    ],
    ['an SDK outside its channel', 'bot/dispatch.ts', "import { App } from '@slack/bolt'"],
    [
      'a type of an SDK outside its channel',
      'bot/turn.ts',
      "import type { Activity } from 'botbuilder'",
    ],
    ['a type written in place', 'bot/turn.ts', "export type A = import('botbuilder').Activity"],
    [
      'a channel loaded late',
      'bot/dispatch.ts',
      "export const a = await import('./teams/adapter.ts')",
    ],
    ['a channel handed on', 'bot/dispatch.ts', "export { a } from './teams/adapter.ts'"],
    ['everything handed on', 'bot/dispatch.ts', "export * from './teams/adapter.ts'"],
    ['a name that is computed', 'bot/dispatch.ts', 'export const a = await import(`./${1}.ts`)'],
    ['Cosmos DB outside the store', 'services/audit.ts', "import { a } from '@azure/cosmos'"],
    [
      'a driver outside open.ts',
      'bot/product.ts',
      "import { a } from '../services/store/cosmos.ts'",
    ],
    [
      'a card that imports a job',
      'cards/render.ts',
      "import { a } from '../services/self-report/form.ts'",
    ],
    ['a card that reads files', 'cards/render.ts', "import { a } from 'node:fs'"],
    [
      'product code that imports a test',
      'bot/run.ts',
      "import { a } from '../test/gates/sources.ts'",
    ],
    [
      'a vocabulary that knows a job',
      'services/vocabulary.ts',
      "import { a } from './self-report/desk.ts'",
    ],
    [
      'a side of the consultation that knows the other',
      'services/consultation/reporter.ts',
      "import { a } from './counselor.ts'",
    ],
    ['a way back from a seat', 'services/consultation/relay.ts', "import { a } from './seats.ts'"],
    ['a folder that the table does not know', 'tools/a.ts', "import { a } from 'zod'"],
  ])('%s', (_what, path, text) => {
    expect(planted(path, text)).toHaveLength(1)
  })

  it('and stays green for what is allowed', () => {
    expect(
      planted('bot/teams/a.ts', "import type { Clock } from '../../services/clock.ts'"),
    ).toEqual([])
    expect(planted('bot/open.ts', "await import('../services/store/cosmos.ts')")).toEqual([])
    expect(planted('services/self-report/a.ts', "import { a } from '../people/roster.ts'")).toEqual(
      [],
    )
  })

  it('a cycle of two files, one of the imports a type', () => {
    const cycle = [
      { path: 'bot/a.ts', text: "import { b } from './b.ts'" },
      { path: 'bot/b.ts', text: "import type { A } from './c.ts'" },
      { path: 'bot/c.ts', text: "export * from './a.ts'" },
      { path: 'bot/d.ts', text: "import { b } from './b.ts'" },
    ]
    expect(cyclesAmong(cycle.flatMap(importsOf))).toEqual([
      'bot/a.ts → bot/b.ts → bot/c.ts → bot/a.ts',
    ])
    expect(cyclesAmong(cycle.slice(1).flatMap(importsOf))).toEqual([])
  })

  it.each(['./two', './two.js', './two/'])('an import of %s', (written) => {
    expect(
      misspeltAmong(importsOf({ path: 'bot/a.ts', text: `import '${written}'` })),
    ).toHaveLength(1)
  })
})
