/** The Slack manifest is one that Slack takes, asks for no more than is explained, and fits the code. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { slashCommand } from '../../bot/slack/listen.ts'
import manifest from '../../manifest/slack/manifest.json' with { type: 'json' }

const address = z
  .url({ protocol: /^https$/ })
  .endsWith('/slack/events')
  .max(3_000)

const command = z.strictObject({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  url: address,
  description: z.string().min(1).max(2_000),
  usage_hint: z.string().max(1_000),
  should_escape: z.boolean(),
})

const schema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(1), minor_version: z.literal(1) }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
    long_description: z.string().min(175).max(4_000),
    background_color: z.string().regex(/^#([0-9a-f]{3}){1,2}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({
      display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/),
      always_online: z.boolean(),
    }),
    slash_commands: z.array(command).max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string().regex(/^[a-z_]+(:[a-z_.]+)?$/)).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({
      request_url: address,
      bot_events: z.array(z.string()).max(100),
    }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: address }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
})

const readme = readFileSync(new URL('../../manifest/slack/README.md', import.meta.url), 'utf8')
const explained = [...readme.matchAll(/^\| `([a-z_:.]+)` +\|/gm)].map(([, name]) => name)
const { bot: scopes } = manifest.oauth_config.scopes
const { bot_events: events } = manifest.settings.event_subscriptions

it('has the shape and the lengths Slack takes', () => {
  expect(schema.safeParse(manifest).error?.issues).toBeUndefined()
  expect(manifest.display_information.description).toMatch(/人事評価/)
})

it('explains each scope and each event in its README, and no others', () => {
  expect(explained).toEqual([...scopes, ...events])
})

it('registers the command that the channel answers', () => {
  expect(manifest.features.slash_commands.map(({ command: name }) => name)).toEqual([slashCommand])
})

it('asks for no scope to read channels, files or everybody’s messages', () => {
  expect(
    scopes.filter((scope) => /^(channels|groups|mpim|files|search|admin)/.test(scope)),
  ).toEqual([])
})
