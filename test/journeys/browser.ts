/** A real browser for journeys through real pages; it reaches this machine and nothing else. */
import { existsSync } from 'node:fs'
// oxlint-disable-next-line import/extensions -- the package resolves to an .mjs file, which the rule takes for a file of ours
import { type Browser, chromium, type Page } from 'playwright-core'

const executablePath = '/usr/bin/chromium'
const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run ' +
  '--disable-background-networking --disable-component-update --disable-sync'

/** How long a page may take to show something; not a measure of anything, only an end to waiting. */
const patienceMs = 30_000

/** Starts Chromium. */
export const openBrowser = (): Promise<Browser> => {
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: install chromium`)
  return chromium.launch({ executablePath, args: flags.split(' ') })
}

/** How a page looks. */
export type Look = {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
}

/** Opens a page; requests to other machines fail at once instead of after their time-out. */
export const openPage = async (browser: Browser, url: string, look: Look = {}): Promise<Page> => {
  const { width = 1280, height = 900, colorScheme = 'light' } = look
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor: 1,
    locale: 'ja-JP',
  })
  page.setDefaultTimeout(patienceMs)
  await page.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  )
  await page.goto(url, { waitUntil: 'commit' })
  return page
}
