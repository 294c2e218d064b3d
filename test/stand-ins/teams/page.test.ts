import { ActivityTypes, type TurnContext } from 'botbuilder'
// oxlint-disable-next-line import/extensions -- the package resolves to an .mjs file, which the rule takes for a file of ours
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { answer, card, execute, message, type Rehearsal, startRehearsal } from './rehearsal.ts'
import { cardType, type Json, objectOf, textOf } from './shapes.ts'

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run ' +
  '--disable-background-networking --disable-component-update --disable-sync'

let browser: Browser
let rehearsal: Rehearsal

beforeAll(async () => {
  rehearsal = await startRehearsal()
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags.split(' ') })
})
afterAll(async () => {
  await browser.close()
  await rehearsal.close()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  rehearsal.stage.reset()
})

const opener = {
  type: 'Action.Submit',
  title: 'フォームを開く',
  data: { action: 'open', msteams: { type: 'task/fetch' } },
}
const form = card(
  '希望を教えてください',
  [{ type: 'Action.Submit', title: '保存して次へ', data: { action: 'save' } }],
  [
    {
      type: 'Input.Text',
      id: 'wish',
      label: '希望',
      isRequired: true,
      errorMessage: '希望を入力してください',
    },
  ],
)
const continueWith = (content: Json) => ({
  task: {
    type: 'continue',
    value: { title: 'フォーム', card: { contentType: cardType, content } },
  },
})

const answers: Record<string, (value: Json) => unknown> = {
  'task/fetch': () => continueWith(form),
  'task/submit': (value) => ({
    task: { type: 'message', value: `「${textOf(objectOf(value['data'])['wish'])}」を控えました` },
  }),
  'adaptiveCard/action': () => ({ statusCode: 200, type: cardType, value: card('決まりました') }),
}

/** A page on which hanako was chosen, before a bot that answers as a bot of cards does. */
const setup = async (viewport = { width: 1280, height: 800 }) => {
  const { stage, bot } = rehearsal
  bot.onTurn(async () => undefined)
  for (const person of stage.people) await person.install()
  bot.onTurn(async (context: TurnContext) => {
    const { type, name, value, text } = context.activity
    if (type === ActivityTypes.Invoke) await answer(context, answers[name ?? '']?.(value))
    else if (text === '失敗') throw new Error('planted')
    else
      await context.sendActivity(
        message(card('<b>**どうぞ**\\(1\\)', [opener, execute('決める', 'go')])),
      )
  })
  const page = await browser.newPage({ viewport })
  await page.goto(stage.url)
  await page.getByTestId('person-aad-hanako').click()
  return { stage, page }
}

const say = async (page: Page, text: string) => {
  await page.getByTestId('chat-input').fill(text)
  await page.getByTestId('chat-send').click()
}
const shown = (page: Page, text: string) => page.getByText(text).waitFor()

describe('the page', () => {
  it('lets a person fill in a dialog, and tells under the input what is missing', async () => {
    const { stage, page } = await setup()
    await say(page, 'こんにちは')
    await page.getByText('フォームを開く').click()
    await page.getByTestId('dialog').waitFor()
    await page.getByText('保存して次へ').click()
    await shown(page, '希望を入力してください')
    await page.getByLabel('希望').fill('人事課')
    await page.getByText('保存して次へ').click()
    await shown(page, '「人事課」を控えました')
    await page.getByTestId('dialog-close').click()
    await page.getByTestId('dialog').waitFor({ state: 'hidden' })
    expect(stage.violations).toEqual([])
  })

  it('puts the answer to a button in the place of its card', async () => {
    const { page } = await setup()
    await say(page, 'こんにちは')
    await page.getByText('決める').click()
    await shown(page, '決まりました')
    expect(await page.getByText('どうぞ').count()).toBe(0)
  })

  it('renders Markdown of a card, but no HTML of it', async () => {
    const { page } = await setup()
    await say(page, 'こんにちは')
    const text = page.getByTestId('message').last().locator('.ac-textBlock')
    await text.waitFor()
    expect(await text.locator('strong').textContent()).toBe('どうぞ')
    expect(await text.textContent()).toBe('<b>どうぞ(1)')
  })

  it('shows at once what reaches somebody else, as a number and as a notification', async () => {
    const { stage, page } = await setup()
    await stage.person('aad-ichiro').say('おはよう')
    const other = page.getByTestId('person-aad-ichiro')
    await other.locator('.badge').waitFor()
    await other.click()
    await page.getByTestId('notification').getByText('お知らせがあります').waitFor()
    expect(await other.locator('.badge').count()).toBe(0)
  })

  it('says so when the bot fails, with a line for developers', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { page } = await setup()
    await say(page, '失敗')
    const toast = page.getByTestId('toast')
    await toast.getByText('問題が発生しました').waitFor()
    expect(await toast.textContent()).toContain('HTTP 500')
  })

  it('works at the width of a phone, one pane at a time', async () => {
    const { page } = await setup({ width: 390, height: 780 })
    await say(page, 'こんにちは')
    await page.getByText('フォームを開く').click()
    await page.getByTestId('dialog').waitFor()
    await page.getByTestId('dialog-close').click()
    await page.getByTestId('tab-notes').click()
    await page.getByTestId('notification').waitFor()
    const wider = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(wider).toBe(false)
  })

  it('turns dark and light, and remembers it', async () => {
    const { page } = await setup()
    const theme = () => page.locator('html').getAttribute('data-theme')
    await page.getByTestId('theme').click()
    const chosen = await theme()
    await page.reload()
    await page.getByTestId('person-aad-hanako').waitFor()
    expect(await theme()).toBe(chosen)
  })

  it('adds and removes the app', async () => {
    const { stage, page } = await setup()
    await page.getByText('アプリを削除').click()
    await shown(page, 'アプリを追加')
    expect(stage.person('aad-hanako').installed).toBe(false)
  })
})
