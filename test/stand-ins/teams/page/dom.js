/** Small change for making elements. */

/** The element with this id. */
export const byId = (id) => document.getElementById(id)

/** An element with properties (`dataset` too) and children. */
export const make = (tag, { dataset, ...props } = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), props)
  Object.assign(element.dataset, dataset)
  element.append(...children)
  return element
}

/** The hour and minute of an epoch millisecond, in Tokyo. */
export const clockTime = (at) =>
  new Intl.DateTimeFormat('ja-JP', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Tokyo',
  }).format(at)

/** The bot's picture at a size in pixels. */
export const face = (size) => make('img', { src: '/icon.svg', alt: '', width: size, height: size })
