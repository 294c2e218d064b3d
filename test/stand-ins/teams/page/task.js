/** The dialog over the chat. */
import { drawCard } from './card.js'
import { byId, make } from './dom.js'
import { markdown } from './markdown.js'

let shown = ''
let dismissed = ''

const fill = (dialog, submit) => {
  const body = byId('task-body')
  body.scrollTop = 0
  if (!dialog.card) {
    const said = make('div', { className: 'said' })
    said.innerHTML = markdown(dialog.message)
    body.replaceChildren(said)
    return
  }
  const act = async ({ data }) => {
    byId('task').classList.add('busy')
    await submit(data)
    byId('task').classList.remove('busy')
  }
  body.replaceChildren(drawCard(dialog.card, (pressed) => void act(pressed)))
}

/** Shows the dialog as it stands, or none; what is typed stays while the card is the same. */
export const drawTask = (person, dialog, submit) => {
  const element = byId('task')
  const wanted = dialog ? `${person} ${dialog.revision}` : ''
  const key = wanted === dismissed ? '' : wanted
  byId('task-title').textContent = dialog?.title || 'ひとづくり窓口'
  byId('task-error').hidden = !dialog?.error
  byId('task-error').textContent = dialog?.error ?? ''
  if (key === shown) return
  shown = key
  if (key) fill(dialog, submit)
  if (key && !element.open) element.showModal()
  if (!key && element.open) element.close()
}

/** Lets X and Escape close the dialog. */
export const onTaskClosed = (tell) => {
  // Closed at once: an answer that is still on its way must not open it again.
  const close = () => {
    dismissed = shown
    shown = ''
    byId('task').close()
    tell()
  }
  byId('task-close').addEventListener('click', close)
  byId('task').addEventListener('cancel', (event) => {
    event.preventDefault()
    close()
  })
}
