/** Draws docs/images: the pages of the local clients as people see them, at a fixed time, from the real product. Needs the fonts of Debian’s fonts-noto-cjk and fonts-noto-color-emoji. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import type { CastMember } from '../../bot/local-mode/city/cast.ts'
import { type Look, openBrowser, openPage } from '../journeys/browser.ts'
import { runFolder, startLocal } from '../journeys/local-run.ts'
import { startWorld, type World } from '../journeys/world.ts'
import { localSlackBinary } from '../stand-ins/slack/local-slack.ts'

const folder = join(import.meta.dirname, '../../docs/images')
const now = '2026-10-20T10:00:00+09:00'
const question = '評価者研修はだれが受けますか'

/** What a walk is on: a page, where forms are shown on it, and how to say something. */
type Stage = {
  readonly page: Page
  readonly dialog: string
  readonly chat: string
  /** The input with this label. */
  input(label: string): Locator
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
    input: (label) => dialog.getByLabel(label),
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

const slackStage = (page: Page): Stage => {
  const modal = page.locator('.modal')
  return {
    page,
    dialog: '.modal',
    chat: '.messages',
    input: (label) =>
      modal.locator(`.bk-input:has(> label:text-is("${label}"))`).locator('textarea, select'),
    async say(text) {
      await page.locator('.composer-input').fill(text)
      await page.getByRole('button', { name: 'Send' }).click()
    },
    async close() {
      await modal.locator('.modal-x').click()
      await modal.waitFor({ state: 'hidden' })
    },
    shoot: shooting(page, 'slack'),
  }
}

const fillIn = async (stage: Stage): Promise<void> => {
  const { page, dialog } = stage
  const form = page.locator(dialog)
  const next = (title: string) => form.getByRole('button', { name: title }).click()
  await next('保存して次へ')
  await form.getByText('2 / 7').waitFor()
  await stage.input('異動の希望').selectOption('どちらでもよい')
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
  await stage.input('担当している仕事').fill('窓口での証明書の発行')
  await stage.input('仕事の量').selectOption('やや多い')
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

const drawTeams = async (browser: Browser, { client, people }: World): Promise<void> => {
  for (const [index, [name, look]] of looks.entries()) {
    const page = await openPage(browser, client.url, look)
    await walk(await teamsStage(page, `teams-${name}`, people[index]!))
    await page.context().close()
  }
}

/** The page tells messages' times by the clock of the machine: they are left out, so that pictures drawn later are the same. */
const timeless = '.msg-time { visibility: hidden }'

const drawSlack = async (browser: Browser, url: string): Promise<void> => {
  const page = await openPage(browser, url, { width: 1100, height: 760 })
  const open = (place: string) => page.locator('.sidebar-item', { hasText: place }).click()
  await open('主事（一般の職員）')
  await page.addStyleTag({ content: timeless })
  const stage = slackStage(page)
  await walk(stage)
  await open('ひとづくり窓口')
  await page.getByText('さんのホーム').waitFor()
  await stage.shoot('app-home')
}

const drawOnTeams = async (browser: Browser): Promise<void> => {
  const world = await startWorld('teams', now)
  try {
    await drawTeams(browser, world)
  } finally {
    await world.close()
  }
}

/** From the page that `npm start` opens where local-slack runs. */
const drawOnSlack = async (browser: Browser): Promise<void> => {
  if (localSlackBinary() === undefined) throw new Error('local-slack is not installed')
  const data = await runFolder()
  const run = await startLocal({ folder: data.folder, env: { NOW: now } })
  try {
    await drawSlack(browser, run.pages[1])
  } finally {
    await run.interrupt()
    await data.drop()
  }
}

await mkdir(folder, { recursive: true })
const browser = await openBrowser()
try {
  await drawOnTeams(browser)
  await drawOnSlack(browser)
} finally {
  await browser.close()
}
