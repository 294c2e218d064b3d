/** A clerk's whole way through the Teams page that `npm start` opens: a real browser, the real product, nothing else. */
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
  run = await startLocal({ folder: data.folder, env })
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await run?.interrupt()
  await data?.drop()
})

const dialogOf = (page: Page) => page.getByTestId('dialog')

const setup = async () => {
  const page = await openPage(browser, run.pages[0])
  await page.getByRole('button', { name: '主事（一般の職員）' }).click()
  const say = async (text: string) => {
    await page.getByTestId('chat-input').fill(text)
    await page.getByTestId('chat-send').click()
  }
  const inChat = (text: string) => page.getByTestId('message').getByText(text).last().waitFor()
  const pressInChat = (title: string) =>
    page.getByTestId('message').getByRole('button', { name: title }).last().click()
  const press = (title: string) => dialogOf(page).getByRole('button', { name: title }).click()
  const shown = (text: string | RegExp) => dialogOf(page).getByText(text).first().waitFor()
  const fill = (label: string, value: string) => dialogOf(page).getByLabel(label).fill(value)
  return { page, say, inChat, pressInChat, press, shown, fill }
}

/** The headings of the pages, in order: each must be there before the next button is pressed. */
const onwards = async ({ press, shown }: Awaited<ReturnType<typeof setup>>, pages: number[]) => {
  for (const page of pages) {
    await press(page === 7 ? '保存して確認へ' : '保存して次へ')
    if (page < 7) await shown(`${page + 1} / 7`)
  }
  await shown('提出する前の確認')
}

it('a clerk writes, mends, hands in, amends and withdraws a self-report, and asks a question', {
  timeout: 120_000,
}, async () => {
  const clerk = await setup()
  const { page, say, inChat, pressInChat, press, shown, fill } = clerk
  await say('こんにちは')
  await inChat('さんのホーム')
  await pressInChat('書き始める')

  await fill('担当している仕事', '窓口での証明書の発行')
  await fill('今の課での年数（年）', '99')
  await press('保存して次へ')
  await shown('0から50までの数字で入力してください')
  await fill('今の課での年数（年）', '2')
  await press('保存して次へ')
  await shown('2 / 7')
  await onwards(clerk, [2, 3, 4, 5, 6, 7])
  await shown('窓口での証明書の発行')
  await shown('次のところを直すと、提出できます')
  await press('2ページを直す')
  await dialogOf(page).getByLabel('異動の希望').selectOption('どちらでもよい')
  await onwards(clerk, [2, 3, 4, 5, 6, 7])

  await press('この内容で提出する')
  await shown('自己申告を受け付けました')
  const receipt = /R8-\w{4}-\w{4}/.exec(await dialogOf(page).innerText())?.[0]
  expect(receipt).toBeDefined()
  await press('提出した内容を見る')
  await shown('窓口での証明書の発行')
  await page.getByTestId('dialog-close').click()
  await inChat(String(receipt))

  await pressInChat('直す')
  await fill('担当している仕事', '予算の取りまとめ')
  await press('保存して次へ')
  await shown('2 / 7')
  await onwards(clerk, [2, 3, 4, 5, 6, 7])
  await press('この内容で提出する')
  await shown('2回目')
  expect(await dialogOf(page).innerText()).toContain(receipt)

  await press('取り下げる')
  await press('提出を取り下げる')
  await shown('提出を取り下げました')
  await page.getByTestId('dialog-close').click()

  await say('評価者研修はだれが受けますか')
  await inChat('28頁')
  expect(run.printed()).not.toMatch(/"level":"(error|warn)"/)
})
