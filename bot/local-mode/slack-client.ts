/** The local Slack workspace: whether it can run on this machine, and the secrets it shares with the product for one run. */
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { Secret } from '../../services/secret.ts'

/** Where the local Slack workspace listens. */
export const slackPort = 56_260

/** The root of its Web API. */
export const slackApiUrl = `http://127.0.0.1:${slackPort}/api/`

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

/** True where the workspace's program for this system is installed. */
export const slackClientInstalled = (): boolean => {
  const require = createRequire(import.meta.url)
  try {
    require.resolve('local-slack-linux-x64/package.json')
    return true
  } catch {
    return false
  }
}
