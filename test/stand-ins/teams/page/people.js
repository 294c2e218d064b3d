/** The people one can be, and the notifications of the one chosen. */
import { byId, clockTime, face, make } from './dom.js'

const hueOf = (text) => [...text].reduce((sum, each) => (sum * 31 + each.codePointAt(0)) % 360, 7)

const avatar = (name) => {
  const element = make('span', { className: 'avatar', ariaHidden: 'true' }, [...name][0] ?? '')
  element.style.setProperty('--hue', String(hueOf(name)))
  return element
}

const personButton = (person, chosen, choose) => {
  const { aadObjectId, name, note, unread } = person
  const button = make(
    'button',
    { type: 'button', dataset: { testid: `person-${aadObjectId}` } },
    avatar(name),
    make('span', {}, make('strong', {}, name), make('small', {}, note ?? '')),
  )
  if (unread > 0 && !chosen)
    button.append(make('span', { className: 'badge', title: '未読' }, String(unread)))
  button.setAttribute('aria-current', String(chosen))
  button.addEventListener('click', () => choose(aadObjectId))
  return make('li', {}, button)
}

/** Draws the list of people. */
export const drawPeople = (people, chosen, choose) => {
  const focused = document.activeElement?.dataset?.testid
  byId('people').replaceChildren(
    ...people.map((each) => personButton(each, each.aadObjectId === chosen, choose)),
  )
  if (focused?.startsWith('person-'))
    document.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus()
}

const note = ({ text, at, messageId }, show) => {
  const button = make(
    'button',
    { type: 'button', dataset: { testid: 'notification' } },
    face(28),
    make('small', {}, `ひとづくり窓口 ・ ${clockTime(at)}`),
    make('span', {}, text),
  )
  button.addEventListener('click', () => show(messageId))
  return make('li', {}, button)
}

/** Draws the notifications, newest first. */
export const drawNotes = (notifications, show) => {
  const newest = [...(notifications ?? [])].reverse()
  byId('notes').replaceChildren(...newest.map((each) => note(each, show)))
}
