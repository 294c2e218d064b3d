/** The part of Slack's Block Kit that this projection writes. */

/** Text shown as it stands. `emoji: false` keeps `:words:` between colons from turning into one. */
export type PlainText = { type: 'plain_text'; text: string; emoji?: false }

/** Text in Slack's markup; `verbatim` keeps Slack from making links or mentions of its own. */
export type Mrkdwn = { type: 'mrkdwn'; text: string; verbatim: true }

/** Either kind of text. */
export type TextObject = PlainText | Mrkdwn

/** Styles of a run of text. */
export type RunStyle = {
  bold?: true
  italic?: true
  strike?: true
  underline?: true
  code?: true
}

/** What stands inside a line of rich text. */
export type RichTextPart =
  | { type: 'text'; text: string; style?: RunStyle }
  | { type: 'link'; url: string; text: string; style?: RunStyle }
  | { type: 'date'; timestamp: number; format: string; fallback: string; style?: RunStyle }

/** Text that needs no escaping and no word boundaries round its styles. */
export type RichTextBlock = {
  type: 'rich_text'
  elements: { type: 'rich_text_section'; elements: RichTextPart[] }[]
}

/** A picture inside another block. */
export type ImageElement = { type: 'image'; image_url: string; alt_text: string }

/** A button that acts (`value`) or opens a page (`url`). */
export type Button = {
  type: 'button'
  action_id: string
  text: PlainText
  value?: string
  url?: string
  style?: 'primary' | 'danger'
  accessibility_label?: string
}

/** One thing to choose. */
export type Option = { text: PlainText; value: string; url?: string }

/** A titled group of things to choose. */
export type OptionGroup = { label: PlainText; options: Option[] }

/** The "…" menu of lesser actions. */
export type Overflow = { type: 'overflow'; action_id: string; options: Option[] }

/** What an input block may hold here. */
export type InputElement =
  | {
      type: 'plain_text_input'
      action_id: string
      multiline?: boolean
      max_length?: number
      initial_value?: string
      placeholder?: PlainText
    }
  | {
      type: 'email_text_input' | 'url_text_input'
      action_id: string
      initial_value?: string
      placeholder?: PlainText
    }
  | {
      type: 'number_input'
      action_id: string
      is_decimal_allowed: boolean
      min_value?: string
      max_value?: string
      initial_value?: string
      placeholder?: PlainText
    }
  | { type: 'datepicker'; action_id: string; initial_date?: string; placeholder?: PlainText }
  | { type: 'timepicker'; action_id: string; initial_time?: string; placeholder?: PlainText }
  | { type: 'checkboxes'; action_id: string; options: Option[]; initial_options?: Option[] }
  | { type: 'radio_buttons'; action_id: string; options: Option[]; initial_option?: Option }
  | {
      type: 'static_select'
      action_id: string
      options?: Option[]
      option_groups?: OptionGroup[]
      initial_option?: Option
      placeholder?: PlainText
    }
  | {
      type: 'multi_static_select'
      action_id: string
      options?: Option[]
      option_groups?: OptionGroup[]
      initial_options?: Option[]
      placeholder?: PlainText
    }

/** A block of text, of fields side by side, or of text with something beside it. */
export type SectionBlock = {
  type: 'section'
  text?: TextObject
  fields?: TextObject[]
  accessory?: ImageElement | Button
}

/** A field that a person fills in. */
export type InputBlock = {
  type: 'input'
  block_id: string
  label: PlainText
  element: InputElement
  optional?: boolean
  hint?: PlainText
  dispatch_action?: false
}

/** A grid of cells. */
export type TableBlock = {
  type: 'table'
  rows: RichTextBlock[][]
  column_settings?: { align?: 'left' | 'center' | 'right'; is_wrapped?: boolean }[]
}

/** Any block this projection writes. */
export type Block =
  | SectionBlock
  | InputBlock
  | TableBlock
  | RichTextBlock
  | { type: 'header'; text: PlainText }
  | { type: 'context'; elements: (ImageElement | TextObject)[] }
  | { type: 'actions'; elements: (Button | Overflow)[] }
  | { type: 'image'; image_url: string; alt_text: string; title?: PlainText }
  | { type: 'divider' }

/** What Slack might read as an emoji's name; the time 10:30:45 is none. */
export const shortcode = /:(?=[^\s:]{0,99}[a-z\u3040-\u9fff])[^\s:]{1,100}:/

/** Text that shows exactly what it says, `:words:` between colons included. */
export const plain = (text: string): PlainText =>
  shortcode.test(text) ? { type: 'plain_text', text, emoji: false } : { type: 'plain_text', text }

/** A section of one text. */
export const section = (text: TextObject): SectionBlock => ({ type: 'section', text })

/** The rule between two parts. */
export const divider: Block = { type: 'divider' }
