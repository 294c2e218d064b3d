/** Who may import whom. One direction: bot → cards → services → store port. */

/**
 * What the files of `from` may import. The first row that fits a file decides. Names are paths of the
 * repository, `node:…` or packages; `*` stays within a folder, `**` does not.
 */
export type Row = {
  readonly from: string
  readonly may: readonly string[]
  /** What may be imported as a type besides. */
  readonly types?: readonly string[]
}

/** What is kept for a few: no other file may import it, whatever its row says. */
export type Kept = {
  readonly what: readonly string[]
  readonly for: readonly string[]
  /** Who may import its types besides. */
  readonly types?: readonly string[]
}

const anyNode = ['node:*', 'node:*/*']
const plainNode = ['node:assert/strict', 'node:crypto', 'node:util']

/** What every channel may use: it translates and nothing more. */
const channel = [
  'bot/turn.ts',
  'bot/said.ts',
  'cards/**',
  'services/errors.ts',
  'services/secret.ts',
  ...anyNode,
]

/** What every job may use besides its own folder. */
const shared = [
  'services/*.ts',
  'services/people/*.ts',
  'services/store/{store,commit}.ts',
  'services/vault/vault.ts',
  'zod',
  ...plainNode,
]

const job = (name: string): Row => ({
  from: `services/${name}/**`,
  may: [`services/${name}/**`, ...shared],
})

/** Each row holds for the files that no row above it fits. */
export const rows: readonly Row[] = [
  { from: 'bot/main.ts', may: ['bot/*.ts', 'node:process', 'node:util'] },
  { from: 'bot/run.ts', may: ['bot/*.ts', 'bot/local-mode/local-mode.ts', 'node:process'] },
  {
    from: 'bot/product.ts',
    may: ['bot/*.ts', 'bot/{teams,slack}/adapter.ts', 'cards/**', 'services/**', ...anyNode],
  },
  {
    from: 'bot/local-mode/**',
    may: ['bot/local-mode/**', 'bot/*.ts', 'services/**', 'temporal-polyfill', 'zod', ...anyNode],
  },
  {
    from: 'bot/commands/**',
    may: [
      'bot/commands/**',
      'bot/{config,open,log}.ts',
      'cards/**',
      'services/**',
      'package.json',
      'fflate',
      'temporal-polyfill',
      'zod',
      ...anyNode,
    ],
  },
  {
    from: 'bot/teams/**',
    may: ['bot/teams/**', ...channel, 'botbuilder'],
    types: ['services/clock.ts', 'restify'],
  },
  {
    from: 'bot/slack/**',
    may: ['bot/slack/**', ...channel, '@slack/*'],
    types: ['services/clock.ts'],
  },
  {
    from: 'bot/*.ts',
    may: [
      'bot/*.ts',
      'cards/**',
      'services/**',
      'restify',
      'prom-client',
      'temporal-polyfill',
      'zod',
      ...anyNode,
    ],
  },
  {
    from: 'cards/**',
    may: [
      'cards/**',
      'services/vocabulary.ts',
      'services/errors.ts',
      'services/calendar.ts',
      'adaptivecards-templating',
      'adaptive-expressions',
      'temporal-polyfill',
      ...plainNode,
    ],
    types: ['services/shown.ts', 'services/*/shown.ts'],
  },
  { from: 'services/*/form.ts', may: ['zod'] },
  {
    from: 'services/*/shown.ts',
    may: [],
    types: ['services/*/form.ts', 'services/calendar.ts', 'services/shown.ts'],
  },
  {
    from: 'services/vocabulary.ts',
    may: ['services/*/form.ts', 'services/errors.ts', 'zod'],
    types: ['services/shown.ts', 'services/*/shown.ts'],
  },
  {
    from: 'services/store/**',
    may: [
      'services/store/**',
      'services/clock.ts',
      'services/secret.ts',
      '@azure/cosmos',
      '@azure/identity',
      'zod',
      ...anyNode,
    ],
  },
  {
    from: 'services/vault/**',
    may: [
      'services/vault/**',
      'services/clock.ts',
      'services/secret.ts',
      'services/store/store.ts',
      '@azure/identity',
      '@azure/keyvault-keys',
      'zod',
      ...anyNode,
    ],
  },
  {
    from: 'services/people/**',
    may: [
      'services/people/**',
      'services/*.ts',
      'services/store/store.ts',
      'csv-parse',
      'iconv-lite',
      'zod',
      ...plainNode,
    ],
  },
  {
    ...job('policy-qa'),
    may: [
      'services/policy-qa/**',
      ...shared,
      'mammoth',
      'pdfjs-dist',
      'pdfjs-dist/**',
      'wanakana',
      'node:fs',
      'node:url',
    ],
  },
  job('reminders'),
  job('self-report'),
  job('career-challenge'),
  job('consultation'),
  {
    from: 'services/*.ts',
    may: [...shared, '@holiday-jp/holiday_jp', 'temporal-polyfill'],
  },
]

/** Each holds besides the rows above. */
export const kept: readonly Kept[] = [
  { what: ['botbuilder*', 'botframework-*'], for: ['bot/teams/**'] },
  { what: ['@slack/*'], for: ['bot/slack/**'] },
  { what: ['@azure/cosmos'], for: ['services/store/**'] },
  { what: ['@azure/keyvault-keys'], for: ['services/vault/**'] },
  { what: ['@azure/identity'], for: ['services/{store,vault}/**'] },
  { what: ['restify'], for: ['bot/server.ts'], types: ['bot/teams/**'] },
  { what: ['prom-client'], for: ['bot/metrics.ts'] },
  { what: ['adaptivecards-templating', 'adaptive-expressions'], for: ['cards/**'] },
  { what: ['csv-parse', 'iconv-lite'], for: ['services/people/**'] },
  { what: ['@holiday-jp/holiday_jp'], for: ['services/calendar.ts'] },
  { what: ['mammoth', 'pdfjs-dist', 'pdfjs-dist/**'], for: ['services/policy-qa/files/**'] },
  { what: ['node:http', 'node:https'], for: ['bot/**'] },
  { what: ['node:sqlite'], for: ['services/store/**'] },
  { what: ['node:child_process'], for: ['bot/local-mode/**'] },
  { what: ['bot/main.ts'], for: [] },
  { what: ['bot/teams/**'], for: ['bot/teams/**', 'bot/product.ts'] },
  { what: ['bot/slack/**'], for: ['bot/slack/**', 'bot/product.ts'] },
  { what: ['bot/local-mode/**'], for: ['bot/local-mode/**', 'bot/run.ts'] },
  { what: ['bot/commands/**'], for: ['bot/commands/**'] },
  {
    what: ['services/store/{sqlite,cosmos}*.ts', 'services/store/migrate.ts'],
    for: ['services/store/**', 'bot/open.ts', 'bot/commands/**'],
  },
  {
    what: ['services/vault/key-{file,vault}.ts'],
    for: ['services/vault/**', 'bot/open.ts', 'bot/commands/**'],
    types: ['bot/product.ts'],
  },
  // The wall of the consultation: the two sides do not know each other, and one file alone leads
  // from a seat back to a person.
  { what: ['services/consultation/seats.ts'], for: ['bot/product.ts'] },
  {
    what: ['services/consultation/reporter.ts', 'services/consultation/counselor.ts'],
    for: ['bot/product.ts', 'bot/dispatch.ts'],
  },
  { what: ['test/**'], for: ['test/**'] },
]
