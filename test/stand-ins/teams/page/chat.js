/** The chat: messages are drawn once and again only when they changed, so that typing is not lost. */
import { drawCard } from './card.js'
import { byId, clockTime, face, make } from './dom.js'
import { markdown } from './markdown.js'

const threads = new Map()

const threadOf = (person) => {
  if (!threads.has(person))
    threads.set(person, { element: make('div', { className: 'thread' }), drawn: new Map() })
  return threads.get(person)
}

const bubble = ({ from, text }) => {
  const element = make('div', { className: 'bubble' })
  if (from === 'bot') element.innerHTML = markdown(text)
  else element.textContent = text
  return element
}

const cardFrame = (card, press) => {
  const frame = make('div', { className: 'frame' })
  const act = async (pressed) => {
    frame.classList.add('busy')
    await press(pressed)
    frame.classList.remove('busy')
  }
  frame.append(drawCard(card, (pressed) => void act(pressed)))
  return frame
}

const draw = (message, press) => {
  const mine = message.from === 'person'
  const element = make('article', {
    className: mine ? 'message mine' : 'message',
    dataset: { testid: 'message', id: message.id },
  })
  if (!mine) element.append(face(32))
  element.append(
    make('time', {}, mine ? clockTime(message.at) : `ひとづくり窓口 ・ ${clockTime(message.at)}`),
  )
  if (message.deleted)
    element.append(make('p', { className: 'withdrawn' }, 'このメッセージは削除されました'))
  if (message.text) element.append(bubble(message))
  message.cards.forEach((card, cardIndex) => {
    element.append(
      cardFrame(card, (pressed) => press({ ...pressed, cardIndex, messageId: message.id })),
    )
  })
  return element
}

const place = (thread, message, press) => {
  const before = thread.drawn.get(message.id)
  if (before?.revision === message.revision) return false
  const element = draw(message, press)
  if (before) before.element.replaceWith(element)
  else thread.element.append(element)
  thread.drawn.set(message.id, { revision: message.revision, element })
  return !before
}

const forget = (thread, messages) => {
  const known = new Set(messages.map(({ id }) => id))
  for (const [id, { element }] of thread.drawn)
    if (!known.has(id)) {
      element.remove()
      thread.drawn.delete(id)
    }
}

/** Scrolls to the end, but no further than to the beginning of `element`: a tall card is read from its top. */
const showFrom = (stream, element) => {
  const top = element.offsetTop - stream.offsetTop - 12
  stream.scrollTop = Math.min(stream.scrollHeight - stream.clientHeight, top)
}

/** Draws the chat of `person`; `press` is told of every pressed button. */
export const drawChat = (person, { messages, typing }, press) => {
  const stream = byId('stream')
  const thread = threadOf(person)
  const switched = stream.firstChild !== thread.element
  if (switched) stream.replaceChildren(thread.element)
  forget(thread, messages)
  const fresh = messages.filter((message) => place(thread, message, press))
  byId('typing').hidden = !typing
  const first = switched ? messages.at(-1) : fresh[0]
  if (first) showFrom(stream, thread.drawn.get(first.id).element)
}

/** Buttons for the answers the last message suggests. */
export const drawSuggestions = (messages, say) => {
  const last = messages.at(-1)
  const titles = last?.from === 'bot' ? last.suggestions : []
  byId('suggestions').replaceChildren(
    ...titles.map((title) => {
      const button = make('button', { type: 'button' }, title)
      button.addEventListener('click', () => say(title))
      return button
    }),
  )
}

/** Brings a message into sight and marks it for a moment. */
export const reveal = (messageId) => {
  const element = document.querySelector(`.message[data-id="${CSS.escape(messageId)}"]`)
  element?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  element?.classList.add('marked')
  setTimeout(() => element?.classList.remove('marked'), 1600)
}
