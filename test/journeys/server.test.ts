import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../bot/config.ts'
import { cast } from '../../bot/local-mode/city/cast.ts'
import { generateCity } from '../../bot/local-mode/city/generate.ts'
import { fillStore } from '../../bot/local-mode/city-in-store.ts'
import { type Product, startProduct } from '../../bot/product.ts'

describe('the server', () => {
  let folder: string
  let product: Product
  const [clerk] = cast(generateCity())

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hitozukuri-server-'))
    const config = readConfig({
      PORT: '0',
      STORE: `sqlite:${join(folder, 'store.db')}`,
      VAULT: `file:${join(folder, 'vault.key')}`,
    })
    product = await startProduct(config, { dialogs: true, writeLog: () => undefined })
    await fillStore(product)
  })

  afterEach(async () => {
    await product.stop().catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
  })

  const post = (serviceUrl: string): Promise<Response> =>
    fetch(`${product.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: '1',
        text: 'こんにちは',
        channelId: 'msteams',
        serviceUrl,
        from: { id: '29:x', aadObjectId: clerk?.person.aadObjectId },
        recipient: { id: '28:bot' },
        conversation: { id: 'a:1', conversationType: 'personal' },
      }),
    })

  it('says that it lives and that it is ready, and counts its turns', async () => {
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200)
    const metrics = await (await fetch(`${product.url}/metrics`)).text()
    expect(metrics).toContain('hitozukuri_turns_total')
    expect((await fetch(`${product.url}/nowhere`)).status).toBe(404)
  })

  it('is not ready once its store is gone, and still lives', async () => {
    await product.store.close()
    expect((await fetch(`${product.url}/readyz`)).status).toBe(503)
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200)
  })

  it('finishes the turn under way when it is stopped, and takes no new one', async () => {
    let arrived: () => void = () => undefined
    const sending = new Promise<void>((resolve) => {
      arrived = resolve
    })
    let release: () => void = () => undefined
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const connector = createServer((_req, res) => {
      arrived()
      void released.then(() => {
        res.writeHead(201, { 'content-type': 'application/json' })
        res.end('{"id":"m1"}')
      })
    }).listen(0, '127.0.0.1')
    await once(connector, 'listening')
    const { port } = connector.address() as AddressInfo
    const turn = post(`http://127.0.0.1:${port}/`)
    await sending
    const stopped = product.stop()
    await expect(fetch(`${product.url}/healthz`)).rejects.toThrow()
    release()
    expect((await turn).status).toBe(200)
    await stopped
    connector.close()
  })

  it.each([
    ['no JSON', 'こわれた', 400],
    ['JSON that is no activity', '{"type":"message"}', 400],
    ['a list', '[1,2]', 400],
  ])('answers %s with the right status', async (_what, body, status) => {
    const answer = await fetch(`${product.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(answer.status).toBe(status)
    expect(await answer.text()).not.toContain('こわれた')
  })
})
