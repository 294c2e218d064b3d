/** Short lines over the chat. */
import { byId, make } from './dom.js'

const told = new Map()
const shownMs = 6000

const show = ({ text, error, detail }) => {
  const element = make(
    'div',
    { className: error ? 'toast error' : 'toast', dataset: { testid: 'toast' } },
    make('span', {}, text),
  )
  if (detail) element.append(make('small', {}, `開発者向け: ${detail}`))
  byId('toasts').append(element)
  setTimeout(() => element.remove(), shownMs)
}

/** Shows the toasts of a person that were not shown yet; those from before the visit stay silent. */
export const drawToasts = (person, toasts) => {
  const already = told.get(person) ?? toasts.length
  for (const toast of toasts.slice(already)) show(toast)
  told.set(person, toasts.length)
}
