/** Draws the icons of both apps from icons.svg. `node manifest/teams/draw-icons.ts [CHROMIUM]`, only after a change. */
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { chromium } from 'playwright-core'

/** As Teams wants them, the whole square in colour and white lines on nothing; and as Slack wants it. */
const icons = [
  { file: 'color.png', hides: 'outline', sidePx: 192 },
  { file: 'outline.png', hides: 'colour', sidePx: 32 },
  { file: '../slack/icon.png', hides: 'outline', sidePx: 512 },
]

const beside = (name: string): URL => new URL(name, import.meta.url)

const svg = readFileSync(beside('icons.svg'), 'utf8')
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const { file, hides, sidePx } of icons) {
    const page = await browser.newPage({ viewport: { width: sidePx, height: sidePx } })
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${sidePx}px}#${hides}{display:none}</style>${svg}`,
    )
    writeFileSync(beside(file), await page.screenshot({ omitBackground: true }))
  }
} finally {
  await browser.close()
}
