/** What the local Slack workspace and the product share for one run. */
import { randomBytes } from 'node:crypto'
import { Secret } from '../../services/secret.ts'

/** What signs and authorises between the workspace and the product. */
export type SlackSecrets = {
  readonly botToken: Secret<string>
  readonly signingSecret: Secret<string>
}

/** Secrets for this one run. */
export const newSlackSecrets = (): SlackSecrets => ({
  botToken: new Secret(`xoxb-local-${randomBytes(16).toString('hex')}`),
  signingSecret: new Secret(randomBytes(32).toString('hex')),
})
