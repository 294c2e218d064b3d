/** The home tab behind a dialog: what was done in the dialog shows there, for those who have opened it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createOpenedHomes } from '../../bot/slack/opened-homes.ts'
import type { Reply } from '../../bot/turn.ts'
import { eventually } from '../stand-ins/slack/acting.ts'
import { wordsIn } from '../stand-ins/slack/shown.ts'
import { type SlackStandIn, startSlackStandIn } from '../stand-ins/slack/web-api.ts'
import {
  button,
  cardOf,
  type Host,
  mainButton,
  type Product,
  people,
  scripted,
  startHost,
  textInput,
} from './slack-setup.ts'
import { describeSlack } from './slack-workspaces.ts'

/** A product whose home card tells what was saved last. */
const saving = (product: Product): void => {
  let saved = 'まだ何もありません'
  product.opensDialog = (action) => action === 'demo.open'
  product.handle = ({ action }): Promise<Reply> => {
    if (action === 'demo.save') saved = '提出しました'
    if (action === 'demo.later') saved = '下書きがあります'
    if (action === 'home.show')
      return Promise.resolve({
        card: cardOf('menu', saved, { actions: [button('書く', 'demo.open')] }),
      })
    return Promise.resolve({
      card: cardOf('form', '書いてください', {
        body: [textInput('reason')],
        actions: [mainButton('提出', 'demo.save'), button('あとで', 'demo.later')],
      }),
    })
  }
}

describeSlack('the home tab behind a dialog', ({ product, sato, home, modal, latest }) => {
  it('says what a press in the dialog left, and what its submission left', async () => {
    saving(product())
    await sato().openHome()
    await home('まだ何もありません')
    await sato().pressInHome('demo.open')
    await modal('書いてください')
    await sato().pressInModal('demo.later')
    await home('下書きがあります')
    await sato().submitModal()
    await home('提出しました')
  })

  it('says it, too, where the dialog was opened from a message', async () => {
    saving(product())
    await sato().openHome()
    await home('まだ何もありません')
    await sato().say('メニュー')
    await latest('まだ何もありません')
    await sato().press('demo.open')
    await modal('書いてください')
    await sato().submitModal()
    await home('提出しました')
  })
})

let host: Host
let slack: SlackStandIn
let product: Product
const sato = () => slack.person('U0SATO')
const published = () => slack.calls.filter(({ method }) => method === 'views.publish')
const settled = () => host.channel().settled()

beforeAll(async () => {
  host = await startHost()
  slack = await startSlackStandIn({ botUrl: host.botUrl, people })
})
beforeEach(() => {
  product = scripted()
  saving(product)
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

/** Leaves the form open in front of Sato, from the chat. */
const openForm = async () => {
  await sato().say('メニュー')
  await settled()
  await sato().press('demo.open')
  await settled()
}

it('costs whoever never opened it no call and no turn', async () => {
  await slack.person('U0ITO').openHome()
  await settled()
  await openForm()
  const [turns, calls] = [product.turns.length, slack.calls.length]
  await sato().pressInModal('demo.later')
  await sato().submitModal()
  await settled()
  expect(product.turns.slice(turns).map(({ action }) => action)).toEqual([
    'demo.later',
    'demo.save',
  ])
  expect(slack.calls.slice(calls).map(({ method }) => method)).toEqual(['views.update'])
})

it('holds up no acknowledgement, and belongs to the turns under way', async () => {
  await sato().openHome()
  await openForm()
  const drawn = Promise.withResolvers<void>()
  const { handle } = product
  product.handle = async (turn) => {
    if (turn.surface === 'home') await drawn.promise
    return handle(turn)
  }
  await sato().submitModal()
  let done = false
  const all = settled().then(() => {
    done = true
  })
  await eventually(() => product.turns.at(-1)?.surface === 'home' || undefined)
  expect(done).toBe(false)
  drawn.resolve()
  await all
  expect(wordsIn(slack.state.homes.get('U0SATO')?.blocks)).toContain('提出しました')
})

it('stays as it is where it can’t be drawn anew, which is logged and harms nothing else', async () => {
  await sato().openHome()
  await openForm()
  slack.fail('views.publish', { error: 'internal_error' })
  expect((await sato().submitModal()).errors).toEqual({})
  await settled()
  expect(wordsIn(slack.state.homes.get('U0SATO')?.blocks)).toContain('まだ何もありません')
  expect(product.log.map(({ code }) => code)).toEqual(['slack-home-not-redrawn'])
})

it('is left alone where the turn itself failed', async () => {
  await sato().openHome()
  await openForm()
  const { handle } = product
  product.handle = (turn) =>
    turn.action === 'demo.save' ? Promise.reject(new Error('x')) : handle(turn)
  await sato().submitModal()
  await settled()
  expect(published()).toHaveLength(1)
})

it('is drawn once at a time for a person, and once more for all that happened meanwhile', async () => {
  const homes = createOpenedHomes()
  homes.add('U0SATO')
  const first = Promise.withResolvers<void>()
  let drawings = 0
  const draw = async () => {
    drawings += 1
    if (drawings === 1) await first.promise
  }
  const under = homes.redraw('U0SATO', draw)
  await homes.redraw('U0SATO', draw)
  await homes.redraw('U0SATO', draw)
  expect(drawings).toBe(1)
  first.resolve()
  await under
  expect(drawings).toBe(2)
})

it('is remembered for the five thousand who opened theirs last', async () => {
  const homes = createOpenedHomes()
  for (let n = 0; n <= 5_000; n += 1) homes.add(`U${n}`)
  const drawn: string[] = []
  for (const user of ['U0', 'U1', 'U5000']) {
    await homes.redraw(user, () => Promise.resolve(void drawn.push(user)))
  }
  expect(drawn).toEqual(['U1', 'U5000'])
})
