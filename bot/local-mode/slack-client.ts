/** The local Slack workspace: which program draws it on this machine, and the secrets it shares with the product for one run. */
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import process from 'node:process'
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

/** `local-slack` where its program for this system is installed, else our own stand-in, which runs everywhere. */
export const slackEngine = (): 'local-slack' | 'stand-in' => {
  const require = createRequire(import.meta.url)
  try {
    require.resolve(`local-slack-${process.platform}-${process.arch}/package.json`)
    return 'local-slack'
  } catch {
    return 'stand-in'
  }
}
