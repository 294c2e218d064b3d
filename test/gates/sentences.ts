/** The Japanese of the product: what its cards and its code say to people. */
import { parseSync, Visitor } from 'oxc-parser'
import type { Source } from './sources.ts'

/** One text that a person may read, and where it stands. */
export type Sentence = { readonly path: string; readonly text: string }

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

const stringsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}

const literalsOf = ({ path, text }: Source): string[] => {
  const found: string[] = []
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') found.push(value)
    },
    TemplateElement: ({ value }) => {
      found.push(value.cooked ?? value.raw)
    },
  }).visit(parseSync(path, text).program)
  return found
}

/** The Japanese texts of a JSON or TypeScript file, without the expressions between `${` and `}`. */
export const sentencesOf = (source: Source): Sentence[] => {
  const strings = source.path.endsWith('.json')
    ? stringsOf(JSON.parse(source.text))
    : literalsOf(source)
  return strings
    .map((text) => ({ path: source.path, text: text.replace(/\$\{[^}]*\}/g, '') }))
    .filter(({ text }) => japanese.test(text))
}

// Nobody is to feel scolded, hurried or counted.
const neverSaid = /督促|至急|厳守|未提出者/
const neverSaidInConsultation = /[!！]|\p{Extended_Pictographic}/u

/** Texts that break the voice of the product. */
export const outOfVoice = (sentences: readonly Sentence[]): string[] =>
  sentences
    .filter(
      ({ path, text }) =>
        neverSaid.test(text) ||
        (path.includes('/consultation/') && neverSaidInConsultation.test(text)),
    )
    .map(({ path, text }) => `${path} says 「${text}」`)

type Titled = { readonly type: string; readonly title: string }

const isTitled = (value: object): value is Titled =>
  'type' in value && 'title' in value && typeof value.title === 'string'

const buttonsOf = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(buttonsOf)
  return isTitled(value) && value.type.startsWith('Action.') ? [value.title, ...inner] : inner
}

const saysNothing = /^(OK|送信|はい|いいえ|確認|実行)$/i

/** Buttons of a template that do not say what happens. */
export const vagueButtonsOf = ({ path, text }: Source): string[] =>
  buttonsOf(JSON.parse(text))
    .filter((title) => saysNothing.test(title.trim()))
    .map((title) => `${path} has a button 「${title}」: say what happens`)
