/** What a workspace and the product know in common. */
import { randomBytes } from 'node:crypto'

/** The bot's token and the secret that requests are signed with. */
export type Secrets = { readonly botToken: string; readonly signingSecret: string }

/** Random ones: nothing that could be mistaken for a real token's value outlives a run. */
export const freshSecrets = (): Secrets => ({
  botToken: `xoxb-${randomBytes(16).toString('hex')}`,
  signingSecret: randomBytes(16).toString('hex'),
})
