/** A clerk's whole way through the Slack page that `npm start` opens where local-slack runs: a Slack that somebody else wrote, so that ours is not the only judge. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutLocalSlack } from '../stand-ins/slack/local-slack.ts'
import { openBrowser, openPage } from './browser.ts'
import { type LocalRun, runFolder, startLocal } from './local-run.ts'

const missing = withoutLocalSlack()
  ? ` (skipped: its program for ${process.platform}-${process.arch} is not installed)`
  : ''

const onThePage = (page: Page) => {
  const modal = page.locator('.modal')
  const input = (label: string) => modal.locator(`.bk-input:has(> label:text-is("${label}"))`)
  return {
    open: (place: string) => page.locator('.sidebar-item', { hasText: place }).click(),
    atHome: (text: string) => page.locator('.main').getByText(text).first().waitFor(),
    pressAtHome: (title: string) =>
      page.locator('.main').getByRole('button', { name: title }).click(),
    async say(text: string) {
      await page.locator('.composer-input').fill(text)
      await page.getByRole('button', { name: 'Send' }).click()
    },
    inChat: (text: string) => page.locator('.msg').getByText(text).last().waitFor(),
    fill: (label: string, value: string) => input(label).locator('.bk-plain-input').fill(value),
    choose: (label: string, value: string | { index: number }) =>
      input(label).locator('select').selectOption(value),
    value: (label: string) => input(label).locator('.bk-plain-input').inputValue(),
    press: (title: string) => modal.getByRole('button', { name: title, exact: true }).click(),
    shown: (text: string) => modal.getByText(text).first().waitFor(),
    words: () => modal.innerText(),
    close: async () => {
      await modal.locator('.modal-x').click()
      await modal.waitFor({ state: 'hidden' })
    },
  }
}

type OnThePage = ReturnType<typeof onThePage>

/** From this page of the form to the look before handing in. */
const onwards = async ({ press, shown }: OnThePage, from: number): Promise<void> => {
  for (let at = from; at < 7; at += 1) {
    await press('保存して次へ')
    await shown(`${at + 1} / 7`)
  }
  await press('保存して確認へ')
  await shown('提出する前の確認')
}

describe.skipIf(missing !== '')(`the page of local-slack${missing}`, () => {
  let data: Awaited<ReturnType<typeof runFolder>>
  let run: LocalRun
  let browser: Browser

  beforeAll(async () => {
    data = await runFolder()
    run = await startLocal({ folder: data.folder, env: { NOW: '2026-10-20T10:00:00+09:00' } })
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    await run?.interrupt()
    await data?.drop()
  })

  it('a clerk writes, leaves, goes on, mends, hands in, amends and withdraws a self-report, and asks a question', {
    timeout: 120_000,
  }, async () => {
    const page = await openPage(browser, run.pages[1])
    const clerk = onThePage(page)
    const { open, atHome, pressAtHome, fill, choose, value, press, shown, words, close } = clerk
    await open('ひとづくり窓口')
    await atHome('受付中です')
    await pressAtHome('書き始める')

    await fill('担当している仕事', '窓口での証明書の発行')
    await fill('今の課での年数（年）', '2')
    await press('あとで続ける')
    await shown('下書きに残しました')
    await close()
    await atHome('途中です（1 / 7）')
    await pressAtHome('下書きを続ける')
    await shown('1 / 7')
    expect(await value('担当している仕事')).toBe('窓口での証明書の発行')
    await fill('今の課での年数（年）', '99')
    await press('保存して次へ')
    await page.locator('.modal-error').getByText('0から50までの数字で入力してください').waitFor()
    expect(await value('担当している仕事')).toBe('窓口での証明書の発行')
    await fill('今の課での年数（年）', '2')

    await onwards(clerk, 1)
    await shown('次のところを直すと、提出できます')
    await press('2ページを直す')
    await choose('異動の希望', 'どちらでもよい')
    await press('保存して次へ')
    await shown('3 / 7')
    await choose('希望部署 1', { index: 1 })
    await onwards(clerk, 3)
    await press('この内容で提出する')
    await shown('自己申告を受け付けました')
    const receipt = /R8-\w{4}-\w{4}/.exec(await words())?.[0]
    expect(receipt).toBeDefined()
    await close()
    await atHome(`提出済みです（受付番号 ${receipt}）`)
    await pressAtHome('提出した内容を見る')
    await shown('窓口での証明書の発行')

    await press('直す')
    await fill('担当している仕事', '予算の取りまとめ')
    await onwards(clerk, 1)
    await press('この内容で提出する')
    await shown('2回目')
    expect(await words()).toContain(receipt)
    await press('取り下げる')
    await press('提出を取り下げる')
    await shown('提出を取り下げました')
    await close()
    await atHome('取り下げ済みです')

    await open('主事（一般の職員）')
    await clerk.inChat(String(receipt))
    await clerk.say('評価者研修はだれが受けますか')
    await clerk.inChat('28頁')
    await clerk.inChat('方針Q&A')
    expect(run.printed()).not.toMatch(/"level":"(error|warn)"/)
  })
})
