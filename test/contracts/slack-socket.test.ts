/** Socket Mode: the same channel without a public address. */
import { expect, it } from 'vitest'
import { Secret } from '../../services/secret.ts'
import { eventually } from '../stand-ins/slack/acting.ts'
import { withoutLocalSlack } from '../stand-ins/slack/local-slack.ts'
import { wordsIn } from '../stand-ins/slack/shown.ts'
import { startSlackWorkspace } from '../stand-ins/slack/workspace.ts'
import { people, scripted, startHost } from './slack-setup.ts'

it.skipIf(withoutLocalSlack())(
  'answers over Socket Mode, and stops listening when told',
  async () => {
    const host = await startHost()
    const appToken = 'xapp-test'
    const slack = await startSlackWorkspace({ botUrl: host.botUrl, people, appToken })
    const product = scripted()
    const channel = host.connect(slack, product, { appToken: new Secret(appToken) })
    await channel.start()
    const sato = slack.person('U0SATO')

    await sato.say('質問です')
    const answer = await eventually(async () => (await sato.messages())[1])
    expect(wordsIn(answer.blocks)).toEqual(['はい'])
    await channel.stop()
    await sato.say('もう一つ')
    expect(product.turns).toHaveLength(1)

    await slack.close()
    await host.close()
  },
)
