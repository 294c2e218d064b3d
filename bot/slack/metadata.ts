/** What a dialog of ours remembers of itself between drawing and submission. */

/** The form shown, how often its dialog has been drawn, its title, and the action its submit button carries. */
export type DialogMetadata = {
  readonly form: string
  readonly generation: number
  readonly title: string
  readonly submit?: string
}

/** Written into `private_metadata` (3,000 characters). The submit's value, up to 2,000 of them, stands unescaped on a line of its own. */
export const encodeMetadata = ({ submit, ...rest }: DialogMetadata): string =>
  submit === undefined ? JSON.stringify(rest) : `${JSON.stringify(rest)}\n${submit}`

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads it back; anything that we did not write is a form without a name. */
export const decodeMetadata = (text: string): DialogMetadata => {
  const [head = '', ...rest] = text.split('\n')
  const data = parsed(head)
  const field = (name: string): unknown =>
    typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined
  const [form, generation, title] = [field('form'), field('generation'), field('title')]
  return {
    form: typeof form === 'string' ? form : '',
    generation: typeof generation === 'number' ? generation : 0,
    title: typeof title === 'string' ? title : '',
    ...(rest.length > 0 ? { submit: rest.join('\n') } : {}),
  }
}
