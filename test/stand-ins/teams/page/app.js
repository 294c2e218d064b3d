/** The page: asks the stage what is to be seen, draws it, and passes on what the person does. */
import { deed, follow, load } from './api.js'
import { drawChat, drawSuggestions, reveal } from './chat.js'
import { drawDeveloper, onDeveloper } from './developer.js'
import { byId } from './dom.js'
import { drawNotes, drawPeople } from './people.js'
import { drawTask, onTaskClosed } from './task.js'
import { drawToasts } from './toasts.js'

let chosen = decodeURIComponent(location.hash.slice(1))
let state
let asked = 0
const refreshed = new Set()

const pane = (name) => {
  document.body.dataset.pane = name
  for (const tab of document.querySelectorAll('.tabs button'))
    tab.setAttribute('aria-current', String(tab.dataset.pane === name))
}

const act = async (name, body) => {
  const person = chosen
  await deed(person, name, body).catch(() => undefined)
  await update()
}

const banner = (text) => {
  byId('banner').textContent = text
  byId('banner').hidden = !text
}

const refreshOnSight = (me, messages) => {
  for (const message of messages) {
    const wants = message.cards.some((card) => card.refresh?.userIds?.includes(me.userId))
    if (!wants || refreshed.has(message.id)) continue
    refreshed.add(message.id)
    void act('refresh', { messageId: message.id })
  }
}

const drawMe = (me, seen) => {
  const { messages, notifications, dialog, toasts } = seen
  byId('acting').textContent = `${me.name} さんとして使っています`
  byId('app-switch').textContent = seen.installed ? 'アプリを削除' : 'アプリを追加'
  byId('text').disabled = !seen.installed
  byId('text').placeholder = seen.installed
    ? 'メッセージを入力（Enter で送る）'
    : 'アプリを追加すると話せます'
  drawChat(chosen, seen, (pressed) => act('press', pressed))
  drawSuggestions(messages, (text) => act('say', { text }))
  drawNotes(notifications, (messageId) => {
    pane('chat')
    reveal(messageId)
  })
  drawToasts(chosen, toasts)
  drawTask(chosen, dialog, (data) => act('dialog-submit', { data }))
  refreshOnSight(me, messages)
}

const draw = () => {
  const me = state.people.find((each) => each.aadObjectId === chosen)
  drawPeople(state.people, chosen, choose)
  drawDeveloper(state)
  banner(state.botUp ? '' : 'ひとづくり窓口の準備を待っています。できしだい、自動でつながります。')
  for (const id of ['chat-head', 'compose']) byId(id).hidden = !me
  byId('empty').hidden = Boolean(me)
  if (me && state.me) drawMe(me, state.me)
}

const update = async () => {
  asked += 1
  const mine = asked
  const fresh = await load(chosen).catch(() => undefined)
  // An older answer must not draw over a newer one.
  if (!fresh || mine !== asked) return
  state = fresh
  draw()
}

const choose = async (person) => {
  chosen = person
  history.replaceState(null, '', `#${encodeURIComponent(person)}`)
  pane('chat')
  await update()
  byId('text').focus()
}

const send = () => {
  const text = byId('text').value.trim()
  if (!text) return
  byId('text').value = ''
  grow()
  void act('say', { text })
}

const grow = () => {
  const text = byId('text')
  text.style.height = 'auto'
  text.style.height = `${text.scrollHeight}px`
}

const theme = (name) => {
  document.documentElement.dataset.theme = name
  byId('theme').textContent = name === 'dark' ? '明るい画面' : '暗い画面'
  localStorage.setItem('theme', name)
}

byId('compose').addEventListener('submit', (event) => {
  event.preventDefault()
  send()
})
byId('text').addEventListener('input', grow)
byId('text').addEventListener('keydown', (event) => {
  // While a Japanese input method is composing, Enter belongs to it.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  send()
})
byId('app-switch').addEventListener('click', () =>
  act(state.me.installed ? 'uninstall' : 'install'),
)
byId('theme').addEventListener('click', () =>
  theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'),
)
for (const tab of document.querySelectorAll('.tabs button'))
  tab.addEventListener('click', () => pane(tab.dataset.pane))
onTaskClosed(() => act('dialog-close'))
onDeveloper(() => state && draw())

const dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
theme(localStorage.getItem('theme') ?? dark)
pane(chosen ? 'chat' : 'people')
follow(update, () => banner('この画面の相手（ステージ）につながりません。つなぎ直しています。'))
