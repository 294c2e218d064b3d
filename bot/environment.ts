/** The variables of the environment: what each may hold, and the sentence for one that can't be used. */
import { z } from 'zod'
import { Secret } from '../services/secret.ts'

/** Hosts that are this machine. */
export const loopback = ['127.0.0.1', 'localhost', '::1']

const text = z.string().trim().min(1)
const secret = text.transform((value) => new Secret(value))
const rate = z.coerce.number().min(0.1).max(1_000)

// Written out, for Number() takes a blank for 0.
const port = text
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65_535))
const address = z.url({ protocol: /^https?$/ })

/** Questions travel there: encrypted, or not off this machine. */
const isPrivate = (url: string): boolean =>
  url.startsWith('https:') || loopback.includes(new URL(url).hostname)

/** Each variable with what it may hold; an empty one counts as left out. */
export const environment = z.object({
  PORT: port.default(3978),
  HOST: text.optional(),
  STORE: text.regex(/^(sqlite:.+|cosmos)$/).default('sqlite:data/hitozukuri.db'),
  COSMOS_ENDPOINT: address.optional(),
  COSMOS_KEY: secret.optional(),
  COSMOS_DATABASE: text.optional(),
  MICROSOFT_APP_ID: z.guid().optional(),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).optional(),
  MICROSOFT_APP_TENANT_ID: z.guid().optional(),
  MICROSOFT_APP_PASSWORD: secret.optional(),
  SLACK_BOT_TOKEN: text
    .startsWith('xoxb-')
    .transform((value) => new Secret(value))
    .optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_APP_TOKEN: text
    .startsWith('xapp-')
    .transform((value) => new Secret(value))
    .optional(),
  SLACK_API_URL: address.optional(),
  POLICY_MODEL_URL: address.refine(isPrivate).optional(),
  POLICY_MODEL_KEY: secret.optional(),
  POLICY_MODEL_NAME: text.optional(),
  TEAMS_RATE: rate.default(25),
  SLACK_RATE: rate.default(10),
  VAULT: text.regex(/^(file:.+|keyvault:https:\/\/.+)$/).default('file:data/vault.key'),
  NOW: z.iso.datetime({ offset: true }).optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
})

/** The variables as they were understood. */
export type Environment = z.output<typeof environment>

const shouldBe: Readonly<Record<string, string>> = {
  PORT: 'a port number, 0 to 65535',
  STORE: 'sqlite:PATH or cosmos',
  COSMOS_ENDPOINT: 'the address of the Cosmos DB account, https://…',
  MICROSOFT_APP_ID: "the bot's application id, a GUID",
  MICROSOFT_APP_TYPE: 'SingleTenant or UserAssignedMSI',
  MICROSOFT_APP_TENANT_ID: "the tenant's id, a GUID",
  SLACK_BOT_TOKEN: 'a bot token, xoxb-…',
  SLACK_APP_TOKEN: 'an app-level token, xapp-…',
  SLACK_API_URL: 'the root of a Web API, http://…/api/',
  POLICY_MODEL_URL: 'the root of an OpenAI-compatible API, https://…/v1',
  TEAMS_RATE: 'requests a second, 0.1 to 1000',
  SLACK_RATE: 'requests a second, 0.1 to 1000',
  VAULT: "file:PATH or keyvault: and a key's address, https://…",
  NOW: 'a time with its offset, such as 2026-10-20T09:00:00+09:00',
  LOG_LEVEL: 'error, warn, info or debug',
}

/** A variable that holds something else than it should. */
export const faultOf = (name: string): string => `${name} should be ${shouldBe[name] ?? 'a text'}.`

/** App Service hands over the reference itself where it could not read the secret. */
export const unresolvedFault = (name: string): string =>
  `${name} holds a Key Vault reference that was not resolved: check the site's access to the vault.`

/** A variable that is needed where others are set. */
export const missing = (name: string, why: string): string =>
  `${name} is missing: it should be ${shouldBe[name] ?? why}.`
