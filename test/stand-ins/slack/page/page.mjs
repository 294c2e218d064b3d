/** The page on which people of the local workspace act by hand. */
import { drawBlocks } from './blocks.mjs'
import { h } from './dom.mjs'
import { leftEmpty, showErrors, typedIn } from './inputs.mjs'

const at = (id) => document.getElementById(id)
const pollMs = 400

let user = ''
let tab = 'messages'
const drawn = { messages: new Map(), home: '', modal: '' }

const fault = (text) => {
  at('fault').textContent = text
  at('fault').hidden = text === ''
}

const act = async (what) => {
  fault('')
  const answer = await fetch('/page/act', {
    method: 'POST',
    body: JSON.stringify({ user, ...what }),
  })
  const told = await answer.json()
  if (told.fault) fault(`届きませんでした: ${told.fault}`)
  await look()
  return told
}

const drawMessage = (message) => {
  const mine = message.from === user
  const shown = h('article', { className: 'message' })
  shown.append(h('span', { className: 'from' }, mine ? 'わたし' : 'ひとづくり窓口'))
  if (message.ephemeral)
    shown.append(h('span', { className: 'only-you' }, 'あなただけに見えています'))
  const press = (button) =>
    void act({ kind: 'press', button, ts: message.ts, typed: typedIn(shown) })
  const blocks = message.blocks.length > 0
  shown.append(blocks ? drawBlocks(message.blocks, press) : h('div', {}, message.text))
  return shown
}

const drawMessages = (messages) => {
  const list = at('messages')
  const kept = new Set(messages.map(({ ts }) => ts))
  for (const [ts, one] of drawn.messages) {
    if (kept.has(ts)) continue
    one.element.remove()
    drawn.messages.delete(ts)
  }
  for (const message of messages) {
    const json = JSON.stringify(message)
    const old = drawn.messages.get(message.ts)
    if (old?.json === json) continue
    const element = drawMessage(message)
    if (old) old.element.replaceWith(element)
    else list.append(element)
    drawn.messages.set(message.ts, { json, element })
    element.scrollIntoView({ block: 'end' })
  }
}

const drawHome = (view) => {
  if (drawn.home === (view?.hash ?? '')) return
  drawn.home = view?.hash ?? ''
  const press = (button) => void act({ kind: 'pressInHome', button })
  at('home').replaceChildren(...(view ? [drawBlocks(view.blocks, press)] : []))
}

const submit = async (body) => {
  const empty = Object.fromEntries(leftEmpty(body))
  showErrors(body, empty)
  if (Object.keys(empty).length > 0) return
  const told = await act({ kind: 'submitModal', typed: typedIn(body) })
  showErrors(body, told.errors ?? {})
}

const drawModal = (view) => {
  const dialog = at('modal')
  if (drawn.modal === (view?.hash ?? '')) return
  drawn.modal = view?.hash ?? ''
  if (!view) return dialog.close()
  const press = (button) => void act({ kind: 'pressInModal', button, typed: typedIn(body) })
  const body = h('div', { className: 'body' }, drawBlocks(view.blocks, press))
  const { close, submit: send } = view.raw
  const closing = h('button', { type: 'button' }, close?.text ?? '閉じる')
  closing.addEventListener('click', () => void act({ kind: 'closeModal' }))
  const sending = send && h('button', { type: 'button', className: 'primary' }, send.text)
  sending?.addEventListener('click', () => void submit(body))
  const title = h('header', { id: 'modal-title' }, view.title)
  dialog.replaceChildren(title, body, h('footer', {}, ...[closing, sending].filter(Boolean)))
  if (!dialog.open) dialog.showModal()
}

const look = async () => {
  const answer = await fetch(`/page/see?user=${user}`)
  const { messages, home, modal } = await answer.json()
  drawMessages(messages)
  drawHome(home)
  drawModal(modal)
}

const choose = (id) => {
  user = id
  drawn.messages.clear()
  at('messages').replaceChildren()
  for (const one of document.querySelectorAll('#people button')) {
    one.ariaCurrent = String(one.dataset.user === id)
  }
  if (tab === 'home') void act({ kind: 'openHome' })
  else void look()
}

const openTab = (name) => {
  tab = name
  for (const one of ['messages', 'home']) {
    at(`tab-${one}`).ariaSelected = String(one === name)
    at(one).hidden = one !== name
  }
  at('composer').hidden = name === 'home'
  if (name === 'home') void act({ kind: 'openHome' })
}

at('tab-messages').addEventListener('click', () => openTab('messages'))
at('tab-home').addEventListener('click', () => openTab('home'))
at('modal').addEventListener('cancel', (event) => {
  event.preventDefault()
  void act({ kind: 'closeModal' })
})
at('composer').addEventListener('submit', (event) => {
  event.preventDefault()
  const text = at('text').value.trim()
  at('text').value = ''
  const [, command, rest = ''] = /^(\/\S+)\s*(.*)$/.exec(text) ?? []
  if (command) void act({ kind: 'command', command, text: rest })
  else if (text) void act({ kind: 'say', text })
})

const people = await (await fetch('/page/people')).json()
for (const { slackUserId, name } of people) {
  const button = h('button', { type: 'button' }, name)
  button.dataset.user = slackUserId
  button.addEventListener('click', () => choose(slackUserId))
  at('people').append(button)
}
choose(new URLSearchParams(location.search).get('user') ?? people[0]?.slackUserId ?? '')

const keepLooking = async () => {
  await look().catch(() => fault('つながりません。'))
  setTimeout(() => void keepLooking(), pollMs)
}
void keepLooking()
