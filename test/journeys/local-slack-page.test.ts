/** The same jobs through the page of local-slack: a Slack that somebody else wrote, so that ours is not the only judge. */

import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readConfig } from '../../bot/config.ts'
import { cast } from '../../bot/local-mode/city/cast.ts'
import { generateCity } from '../../bot/local-mode/city/generate.ts'
import { fillStore } from '../../bot/local-mode/city-in-store.ts'
import { startProduct } from '../../bot/product.ts'
import { localSlackBinary } from '../stand-ins/slack/local-slack.ts'
import { startSlackWorkspace } from '../stand-ins/slack/workspace.ts'
import { openBrowser, openPage } from './browser.ts'

const used: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of used.splice(0).reverse()) await end()
})

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

const setup = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hitozukuri-journey-'))
  used.push(() => rm(folder, { recursive: true, force: true }))
  const port = await freePort()
  const people = cast(generateCity()).map(({ person, note }) => ({
    slackUserId: person.slackUserId ?? '',
    name: `${person.name} ${note}`,
    email: person.email ?? '',
  }))
  const botUrl = `http://127.0.0.1:${port}/slack/events`
  const workspace = await startSlackWorkspace({ botUrl, people })
  used.push(() => workspace.close())
  const config = readConfig({
    HOST: '127.0.0.1',
    PORT: String(port),
    STORE: `sqlite:${join(folder, 'store.db')}`,
    VAULT: `file:${join(folder, 'vault.key')}`,
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_SIGNING_SECRET: workspace.signingSecret,
    SLACK_API_URL: workspace.apiUrl,
  })
  const clock = { now: () => Date.parse('2026-10-20T10:00:00+09:00') }
  const product = await startProduct(config, { dialogs: true, clock, writeLog: () => undefined })
  used.push(() => product.stop())
  await fillStore(product)
  const browser = await openBrowser()
  used.push(() => browser.close())
  const page = await openPage(browser, workspace.url)
  return { page, workspace }
}

const installed = localSlackBinary() !== undefined

it.skipIf(!installed)(
  installed
    ? 'a clerk meets App Home, a form, its receipt and an answer in local-slack'
    : `a clerk in local-slack, whose program for ${process.platform}-${process.arch} is not installed`,
  { timeout: 120_000 },
  async () => {
    const { page, workspace } = await setup()
    await page.locator('.sidebar-item', { hasText: 'ひとづくり窓口' }).click()
    await page.getByText('さんのホーム').waitFor()
    await page.getByRole('button', { name: '書き始める' }).click()
    await page.getByPlaceholder('例：窓口での証明書の発行').fill('窓口での証明書の発行')
    await page.getByRole('button', { name: '保存して次へ' }).click()
    await page.getByText('2 / 7').waitFor()
    await page.locator('.modal-x').click()
    await page.locator('.sidebar-item', { hasText: '主事（一般の職員）' }).click()
    await page.locator('.sidebar-item', { hasText: 'ひとづくり窓口' }).click()
    await page.getByText('途中です（1 / 7）').waitFor()

    await page.locator('.sidebar-item', { hasText: '主事（一般の職員）' }).click()
    await page.locator('.composer-input').fill('こんにちは')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('さんのホーム').waitFor()
    await page.locator('.composer-input').fill('評価者研修はだれが受けますか')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('28頁').waitFor()
    expect(workspace.violations()).toEqual([])
  },
)
