/** That Microsoft's own test client understands the bot: it opens no dialogs, so forms are cards in the chat. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, openPage } from './browser.ts'
import { type LocalRun, runFolder, startLocal } from './local-run.ts'

let data: Awaited<ReturnType<typeof runFolder>>
let run: LocalRun
let browser: Browser

beforeAll(async () => {
  data = await runFolder()
  const env = { NOW: '2026-10-20T10:00:00+09:00' }
  run = await startLocal({ folder: data.folder, flags: ['--playground'], env })
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await run?.interrupt()
  await data?.drop()
})

const say = async (page: Page, text: string) => {
  await page.getByRole('textbox').and(page.locator('[contenteditable]')).fill(text)
  await page.keyboard.press('Enter')
}
const shown = (page: Page, text: string | RegExp) => page.getByText(text).last().waitFor()
const press = (page: Page, title: string) =>
  page.getByRole('button', { name: title }).last().click()

it('a clerk greets, writes a page of the self-report in the chat, leaves, and asks a question', {
  timeout: 120_000,
}, async () => {
  const page = await openPage(browser, run.pages[0])
  await shown(page, 'さんのホーム')
  await say(page, 'こんにちは')
  await page.getByText('さんのホーム').nth(1).waitFor()
  await press(page, '書き始める')
  await shown(page, 'この画面ではダイアログを開けないため')
  await page.getByPlaceholder('例：窓口での証明書の発行').fill('窓口での証明書の発行')
  await press(page, '保存して次へ')
  await shown(page, 'これからの希望')
  await press(page, 'あとで続ける')
  await shown(page, '下書きに残しました')
  await say(page, 'ホーム')
  await shown(page, '途中です（2 / 7）')
  await press(page, '下書きを続ける')
  await shown(page, 'これからの希望')
  await press(page, '戻る')
  await page.getByText('窓口での証明書の発行', { exact: true }).last().waitFor()
  await say(page, '評価者研修はだれが受けますか')
  await shown(page, /28頁/)
  expect(run.printed()).not.toContain('"level":"error"')
})
