/** Serves the page on which people act by hand, and does what they do there. */
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Acting, Person } from './acting.ts'
import type { Typed } from './typed.ts'

/** What the page needs of the workspace. */
export type PageStage = {
  readonly people: readonly Person[]
  person(slackUserId: string): Acting
}

const files: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
  'page.mjs': 'text/javascript; charset=utf-8',
  'blocks.mjs': 'text/javascript; charset=utf-8',
  'inputs.mjs': 'text/javascript; charset=utf-8',
  'dom.mjs': 'text/javascript; charset=utf-8',
}

/** One thing done on the page. */
type Act = {
  readonly kind: Exclude<keyof Acting, 'id' | 'messages' | 'home' | 'modal'>
  readonly user: string
  readonly button?: string
  readonly ts?: string
  readonly text?: string
  readonly command?: string
  readonly typed?: Typed
}

const press = async (person: Acting, { button = '', ts, typed }: Act): Promise<void> => {
  const message = (await person.messages()).find((one) => one.ts === ts)
  await person.press(button, { ...(message ? { message } : {}), ...(typed ? { typed } : {}) })
}

const perform = async (person: Acting, act: Act): Promise<object> => {
  switch (act.kind) {
    case 'say':
      await person.say(act.text ?? '')
      return {}
    case 'command':
      await person.command(act.command ?? '', act.text ?? '')
      return {}
    case 'openHome':
      await person.openHome()
      return {}
    case 'press':
      await press(person, act)
      return {}
    case 'pressInHome':
      await person.pressInHome(act.button ?? '')
      return {}
    case 'pressInModal':
      await person.pressInModal(act.button ?? '', act.typed)
      return {}
    case 'submitModal':
      return person.submitModal(act.typed)
    case 'closeModal':
      await person.closeModal()
      return {}
  }
}

const readText = async (req: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

const answerJson = (res: ServerResponse, value: unknown): void => {
  res.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  res.end(JSON.stringify(value ?? null))
}

/** Not chained: where restify is loaded in the same process, its `writeHead` returns nothing. */
const answer = (
  res: ServerResponse,
  status: number,
  file?: { type: string; content: Buffer },
): void => {
  res.writeHead(status, file ? { 'content-type': file.type } : {})
  res.end(file?.content)
}

const see = async (stage: PageStage, req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const { searchParams } = new URL(req.url ?? '/', 'http://localhost')
  const person = stage.person(searchParams.get('user') ?? '')
  const [messages, home, modal] = [person.messages(), person.home(), person.modal()]
  answerJson(res, { messages: await messages, home: await home, modal: await modal })
}

const doIt = async (stage: PageStage, req: IncomingMessage, res: ServerResponse): Promise<void> => {
  // A page of another origin can post here without being asked; only ours may act.
  const { origin, host } = req.headers
  if (origin !== undefined && origin !== `http://${host}`) return answer(res, 403)
  const act = JSON.parse(await readText(req)) as Act
  try {
    answerJson(res, await perform(stage.person(act.user), act))
  } catch (error) {
    answerJson(res, { fault: error instanceof Error ? error.message : 'unknown' })
  }
}

/** Answers the page's own requests: `/`, `/page/…`. */
export const servePage = async (
  stage: PageStage,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> => {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost')
  const name = pathname.replace(/^\/(page\/)?/, '') || 'index.html'
  if (name === 'people') return answerJson(res, stage.people)
  if (name === 'see') return see(stage, req, res)
  if (name === 'act' && req.method === 'POST') return doIt(stage, req, res)
  const type = files[name]
  if (type === undefined) return answer(res, 404)
  const content = await readFile(new URL(`./page/${name}`, import.meta.url))
  answer(res, 200, { type, content })
}
