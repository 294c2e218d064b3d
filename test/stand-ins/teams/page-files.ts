/** The page's files, and Microsoft's card renderer out of node_modules. */
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { extname } from 'node:path'

const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js')

/** Nothing but the stage's own scripts runs in the page, whatever a card holds. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:"

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const fileFor = (path: string): string | URL | undefined => {
  if (path === '/adaptivecards.js') return renderer
  const name = path === '/' ? 'index.html' : path.slice(1)
  return /^[a-z-]+\.(html|css|js|svg)$/.test(name)
    ? new URL(`page/${name}`, import.meta.url)
    : undefined
}

/** Answers with a file of the page, or 404. */
export const serveFile = async (path: string, response: ServerResponse): Promise<void> => {
  const file = fileFor(path)
  const bytes = file && (await readFile(file).catch(() => undefined))
  if (!bytes) {
    response.writeHead(404)
    response.end()
    return
  }
  const type = types[extname(path === '/' ? 'index.html' : path)] ?? 'text/plain'
  const headers = { 'content-type': type, 'cache-control': 'no-cache' }
  // Not chained: with restify loaded, writeHead returns nothing.
  response.writeHead(200, { ...headers, 'content-security-policy': policy })
  response.end(bytes)
}
