import { createHash } from 'node:crypto'
import { limits } from './limits.ts'

/** Cuts a text to `max` units, ending in "…", never inside a surrogate pair. */
export const shortened = (text: string, max: number): string => {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** A short name for a text too long for Slack: the same text has always the same one. */
export const fingerprint = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('base64url')}`

/**
 * What Slack sends back for a choice. Values of 1 to 150 units travel as they are; any other one as
 * its fingerprint, so compare `optionKey(choice.value)` with what came back.
 */
export const optionKey = (value: string): string =>
  value !== '' && value.length <= limits.optionValueMax ? value : fingerprint(value)

/** The block_id and action_id of an input. Ids of 1 to 255 units stay; any other is a fingerprint. */
export const inputKey = (id: string): string =>
  id !== '' && id.length <= limits.idMax ? id : fingerprint(id)

/** Whether Slack may open an address: http or https, well formed, within its limit. */
export const isWebUrl = (url: string): boolean =>
  url.length <= limits.urlMax && /^https?:\/\/[^\s<>|]+$/i.test(url) && URL.canParse(url)

/** Keeps a text from meaning anything in Slack's markup: no mention, no link. */
export const escaped = (text: string): string =>
  /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text

/** Longer addresses would leave no room in a section for the words they belong to. */
const linkMax = 1_500

/** The address of a link in text: a web page or an e-mail address. */
export const isLinkUrl = (url: string): boolean =>
  escaped(url).length <= linkMax && (isWebUrl(url) || /^mailto:[^\s<>|]+$/i.test(url))

/** A first piece of at most `max` units, cut after a line, a sentence or a word where it can be. */
export const firstPiece = (text: string, max: number): string => {
  if (text.length <= max) return text
  const head = text.slice(0, max)
  const ends = [/^[\s\S]*\n/, /^[\s\S]*[。！？.!?](?=\s|[^ -~])/, /^[\s\S]*\s/, /^[\s\S]*[、，]/]
  for (const end of ends) {
    const piece = end.exec(head)?.[0]
    if (piece !== undefined && piece.length > max / 3) return piece
  }
  return /[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head
}
