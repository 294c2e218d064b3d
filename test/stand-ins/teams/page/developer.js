/** The drawer for developers: what crossed the line, what Teams would object to, trouble on demand. */
import { trouble } from './api.js'
import { byId, clockTime, make } from './dom.js'

const opened = new Set()

const crossing = (each) => {
  const key = `${each.at} ${each.what}`
  const json = JSON.stringify({ sent: each.sent, answered: each.answered }, null, 2)
  const arrow = each.direction === 'to bot' ? '→ ボット' : '← ボット'
  const line = `${clockTime(each.at)} ${arrow} ${each.what.replace(/conversations\/[^/]+/, 'conversations/…')} ${each.status}`
  const element = make(
    'details',
    { open: opened.has(key) },
    make('summary', {}, line),
    make('pre', {}, json),
  )
  element.addEventListener('toggle', () => (element.open ? opened.add(key) : opened.delete(key)))
  return element
}

const faultButton = (title, fault) => {
  const button = make('button', { type: 'button', className: 'quiet' }, title)
  button.dataset.testid = `fault-${fault.status}`
  button.addEventListener('click', () => void trouble(fault))
  return button
}

const head = () => {
  const close = make('button', { type: 'button', className: 'quiet' }, '閉じる')
  close.addEventListener('click', () => {
    byId('drawer').hidden = true
  })
  return make('header', {}, make('h2', {}, '開発者向け'), close)
}

/** Draws the drawer, when it is open. */
export const drawDeveloper = ({ crossings, violations, faultsWaiting }) => {
  const drawer = byId('drawer')
  if (drawer.hidden) return
  const waiting = faultsWaiting ? `（あと${faultsWaiting}回）` : ''
  drawer.replaceChildren(
    head(),
    make('h3', {}, `通信の不調を起こす${waiting}`),
    make('small', {}, 'ボットから Teams への次の1回が失敗します。'),
    make(
      'div',
      { className: 'row' },
      faultButton('次は429（混雑）', { status: 429, retryAfter: 1 }),
      faultButton('次は500（障害）', { status: 500 }),
    ),
    make('h3', {}, 'Teams が受け付けないもの'),
    ...(violations.length > 0
      ? violations.map((each) => make('p', { className: 'complaint' }, each))
      : [make('p', {}, 'ありません')]),
    make('h3', {}, '最近のやりとり（新しい順）'),
    ...[...crossings].reverse().map(crossing),
  )
}

/** Lets the button open and shut the drawer. */
export const onDeveloper = (redraw) => {
  byId('developer').addEventListener('click', () => {
    byId('drawer').hidden = !byId('drawer').hidden
    redraw()
  })
}
