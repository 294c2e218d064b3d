/** Draws docs/images: the pages of the local clients as people see them, at a fixed time, from the real product. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { CastMember } from '../../bot/local-mode/city/cast.ts'
import { type Look, openBrowser, openPage } from '../journeys/browser.ts'
import { startWorld, type World } from '../journeys/world.ts'

const folder = join(import.meta.dirname, '../../docs/images')
const now = '2026-10-20T10:00:00+09:00'
const question = '評価者研修はだれが受けますか'

/** What a walk is on: a page, where forms are shown on it, and how to say something. */
type Stage = {
  readonly page: Page
  readonly dialog: string
  readonly chat: string
  say(text: string): Promise<void>
  close(): Promise<void>
  shoot(name: string): Promise<void>
}

const shooting = (page: Page, prefix: string) => async (name: string) => {
  await page.evaluate('document.fonts.ready')
  const path = join(folder, `${prefix}-${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
}

const teamsStage = async (page: Page, prefix: string, member: CastMember): Promise<Stage> => {
  await page.getByTestId(`person-${member.person.aadObjectId}`).click()
  const dialog = page.getByTestId('dialog')
  return {
    page,
    dialog: '[data-testid=dialog]',
    chat: '#stream',
    async say(text) {
      await page.getByTestId('chat-input').fill(text)
      await page.getByTestId('chat-send').click()
    },
    async close() {
      await page.getByTestId('dialog-close').click()
      await dialog.waitFor({ state: 'hidden' })
    },
    shoot: shooting(page, prefix),
  }
}

const slackStage = async (page: Page, prefix: string, member: CastMember): Promise<Stage> => {
  await page.getByRole('button', { name: member.person.name }).click()
  const modal = page.locator('#modal')
  return {
    page,
    dialog: '#modal',
    chat: '#messages',
    async say(text) {
      await page.getByRole('textbox', { name: 'メッセージ' }).fill(text)
      await page.getByRole('button', { name: '送る' }).click()
    },
    async close() {
      await modal.getByRole('button', { name: '閉じる' }).click()
      await modal.waitFor({ state: 'hidden' })
    },
    shoot: shooting(page, prefix),
  }
}

const fillIn = async ({ page, dialog }: Stage): Promise<void> => {
  const form = page.locator(dialog)
  const next = (title: string) => form.getByRole('button', { name: title }).click()
  await next('保存して次へ')
  await form.getByText('2 / 7').waitFor()
  await form.getByLabel('異動の希望').selectOption('どちらでもよい')
  for (const at of [3, 4, 5, 6, 7]) {
    await next('保存して次へ')
    await form.getByText(`${at} / 7`).waitFor()
  }
  await next('保存して確認へ')
  await form.getByText('提出する前の確認').waitFor()
}

/** Home, a page of the form, the look before handing in, the receipt, an answer. */
const walk = async (stage: Stage): Promise<void> => {
  const { page } = stage
  const chat = page.locator(stage.chat)
  const form = page.locator(stage.dialog)
  await stage.say('こんにちは')
  await chat.getByText('さんのホーム').last().waitFor()
  await stage.shoot('home')
  await chat.getByRole('button', { name: '書き始める' }).last().click()
  await form.getByLabel('担当している仕事').fill('窓口での証明書の発行')
  await form.getByLabel('仕事の量').selectOption('やや多い')
  await stage.shoot('form')
  await fillIn(stage)
  await stage.shoot('review')
  await form.getByRole('button', { name: 'この内容で提出する' }).click()
  await form.getByText('自己申告を受け付けました').waitFor()
  await stage.shoot('receipt')
  await stage.close()
  await stage.say(question)
  await chat.getByText('28頁').waitFor()
  await stage.shoot('answer')
}

const looks: readonly (readonly [string, Look])[] = [
  ['light', { width: 1100, height: 760 }],
  ['dark', { width: 1100, height: 760, colorScheme: 'dark' }],
  ['phone', { width: 390, height: 844 }],
]

type Drawing = { readonly world: World; readonly browser: Browser }

const open = ({ world, browser }: Drawing, look: Look): Promise<Page> =>
  openPage(browser, world.client.url, look)

const drawTeams = async (drawing: Drawing): Promise<void> => {
  for (const [index, [name, look]] of looks.entries()) {
    const page = await open(drawing, look)
    await walk(await teamsStage(page, `teams-${name}`, drawing.world.people[index]!))
    await page.context().close()
  }
}

const drawSlack = async (drawing: Drawing): Promise<void> => {
  const member = drawing.world.clerk
  const page = await open(drawing, { width: 1100, height: 760 })
  const stage = await slackStage(page, 'slack', member)
  await walk(stage)
  await page.getByRole('tab', { name: 'ホーム' }).click()
  await page.locator('#home').getByText('さんのホーム').waitFor()
  await stage.shoot('app-home')
}

const draw = async (browser: Browser, channel: 'teams' | 'slack'): Promise<void> => {
  const world = await startWorld(channel, now)
  try {
    await (channel === 'teams' ? drawTeams : drawSlack)({ world, browser })
  } finally {
    await world.close()
  }
}

await mkdir(folder, { recursive: true })
const browser = await openBrowser()
try {
  await draw(browser, 'teams')
  await draw(browser, 'slack')
} finally {
  await browser.close()
}
