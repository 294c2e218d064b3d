/** The pages on which people act by hand in local mode: each form can be filled in, left by its buttons, and sent. */
// oxlint-disable-next-line import/extensions -- the package resolves to an .mjs file, which the rule takes for a file of ours
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withoutLocalSlack } from '../stand-ins/slack/local-slack.ts'
import { startSlackStandIn } from '../stand-ins/slack/web-api.ts'
import { startSlackWorkspace } from '../stand-ins/slack/workspace.ts'
import {
  button,
  cardOf,
  mainButton,
  type Product,
  people,
  scripted,
  startHost,
  textInput,
} from './slack-setup.ts'

const executablePath = '/usr/bin/chromium'
const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

const form = cardOf('form/1', '書いてください', {
  body: [
    textInput('reason', { isMultiline: true, value: '前の下書き' }),
    { type: 'Input.Number', id: 'years', label: '年数' },
    {
      type: 'Input.ChoiceSet',
      id: 'wish',
      label: '希望',
      style: 'expanded',
      value: 'no',
      choices: [
        { title: 'する', value: 'yes' },
        { title: 'しない', value: 'no' },
      ],
    },
  ],
  actions: [
    mainButton('保存', 'demo.save'),
    button('書く', 'demo.open'),
    button('前へ', 'demo.back'),
  ],
})

const pages = [
  { name: 'our stand-in', start: startSlackStandIn, dialog: 'dialog' },
  { name: 'local-slack', start: startSlackWorkspace, dialog: '.modal' },
].filter(({ name }) => name !== 'local-slack' || !withoutLocalSlack())

describe('a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: flags.split(' ') })
  })
  afterAll(() => browser.close())

  describe.each(pages)('on the page of $name', ({ start, dialog }) => {
    let product: Product
    let page: Page
    beforeEach(async () => {
      const host = await startHost()
      const slack = await start({ botUrl: host.botUrl, people })
      product = scripted()
      product.opensDialog = (action) => action === 'demo.open'
      product.handle = () => Promise.resolve({ card: form })
      const channel = host.connect(slack, product)
      page = await browser.newPage()
      await slack.person('U0SATO').say('メニュー')
      await page.goto(slack.url)
      if (dialog === '.modal') await page.locator('.sidebar-item', { hasText: '佐藤' }).click()
      return async () => {
        await page.close()
        await channel.stop()
        await slack.close()
        await host.close()
      }
    })

    it('fills in a form, leaves it by a button, and sends it', async () => {
      await page.getByRole('button', { name: '書く' }).click()
      const shown = page.locator(dialog)
      await shown.locator('textarea').fill('書きかけ')
      await shown.getByRole('button', { name: '前へ' }).click()
      await expect.poll(() => product.turns.at(-1)?.action).toBe('demo.back')
      expect(product.turns.at(-1)?.input).toEqual({ reason: '書きかけ', years: '', wish: 'no' })

      await expect.poll(() => shown.locator('textarea').inputValue()).toBe('前の下書き')
      await shown.getByRole('radio', { name: 'する', exact: true }).check()
      await shown.getByRole('button', { name: '保存' }).click()
      await expect.poll(() => product.turns.at(-1)?.action).toBe('demo.save')
      expect(product.turns.at(-1)?.input).toEqual({
        reason: '前の下書き',
        years: '',
        wish: 'yes',
      })
    })
  })
})
