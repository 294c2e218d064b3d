/** Runs the same tests in every Slack workspace that this machine can start. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest'
import { type Acting, eventually, type SlackWorkspace } from '../stand-ins/slack/acting.ts'
import { localSlackBinary } from '../stand-ins/slack/local-slack.ts'
import { type ShownMessage, type ShownView, wordsIn } from '../stand-ins/slack/shown.ts'
import { startSlackStandIn } from '../stand-ins/slack/web-api.ts'
import { startSlackWorkspace } from '../stand-ins/slack/workspace.ts'
import { type Host, type Product, people, scripted, startHost } from './slack-setup.ts'

/** What a test acts with and looks at. */
export type Scene = {
  /** The scripted product of this test. */
  readonly product: () => Product
  readonly sato: () => Acting
  /** The latest message that says this; waits for it. */
  readonly latest: (words: string) => Promise<ShownMessage>
  /** The open dialog once it says this. */
  readonly modal: (words: string) => Promise<ShownView>
  /** The home tab once it says this. */
  readonly home: (words: string) => Promise<ShownView>
}

type Start = (botUrl: string) => Promise<SlackWorkspace>

const workspaces: [name: string, start: Start][] = [
  ['our stand-in', (botUrl) => startSlackStandIn({ botUrl, people })],
]
if (localSlackBinary() !== undefined) {
  workspaces.push(['local-slack', (botUrl) => startSlackWorkspace({ botUrl, people })])
}

const says = (blocks: ShownView['blocks'] | undefined, words: string): boolean =>
  wordsIn(blocks).includes(words)

/** Defines tests once for each workspace; after each, Slack must have had nothing to refuse. */
export const describeSlack = (title: string, define: (scene: Scene) => void): void => {
  describe.each(workspaces)(`${title}, seen from %s`, (_name, start) => {
    let host: Host
    let slack: SlackWorkspace
    let product: Product
    const sato = () => slack.person('U0SATO')

    beforeAll(async () => {
      host = await startHost()
      slack = await start(host.botUrl)
    })
    beforeEach(() => {
      product = scripted()
      host.connect(slack, product)
    })
    afterEach(async () => {
      await host.channel().stop()
      expect(slack.violations()).toEqual([])
      await slack.reset()
    })
    afterAll(async () => {
      await slack.close()
      await host.close()
    })

    define({
      product: () => product,
      sato,
      latest: (words) =>
        eventually(
          async () => (await sato().messages()).findLast(({ blocks }) => says(blocks, words)),
          words,
        ),
      modal: (words) =>
        eventually(async () => {
          const view = await sato().modal()
          return view && says(view.blocks, words) ? view : undefined
        }, words),
      home: (words) =>
        eventually(async () => {
          const view = await sato().home()
          return view && says(view.blocks, words) ? view : undefined
        }, words),
    })
  })
}
