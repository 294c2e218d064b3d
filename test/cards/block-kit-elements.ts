/** The elements of Slack's Block Kit as strict schemas: unknown fields refused, lengths bounded. */
import { z } from 'zod'

/** Plain text of 1 to `max` characters. */
export const plain = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  })

/** Slack's markup of 1 to `max` characters. */
export const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  })

/** Either kind of text. */
export const anyText = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)])

/** A block_id, action_id or callback_id. */
export const id = z.string().min(1).max(255)
const webUrl = z
  .string()
  .max(3_000)
  .regex(/^https?:\/\/\S+$/, 'is no http(s) address')
const placeholder = plain(150).optional()
const focus = z.boolean().optional()

const confirm = z
  .strictObject({
    title: plain(100),
    text: anyText(300),
    confirm: plain(30),
    deny: plain(30),
    style: z.enum(['primary', 'danger']).optional(),
  })
  .optional()

const option = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
})
const boxOption = z.strictObject({
  text: anyText(75),
  value: z.string().min(1).max(150),
  description: anyText(75).optional(),
})
const menuOption = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  url: webUrl.optional(),
})
const group = z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) })
const options = z.array(option).min(1).max(100).optional()
const groups = z.array(group).min(1).max(100).optional()

const actionable = { action_id: id, confirm, focus_on_load: focus }
const dispatch = z
  .strictObject({
    trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
  })
  .optional()
const typed = { action_id: id, placeholder, focus_on_load: focus, dispatch_action_config: dispatch }
const length = z.int().min(1).max(3_000).optional()
const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'is no decimal number')
  .optional()

/** A picture in another block. */
export const image = z.strictObject({
  type: z.literal('image'),
  image_url: webUrl,
  alt_text: z.string().min(1).max(2_000),
})
/** The button element. */
export const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: z.string().min(1).max(2_000).optional(),
  url: webUrl.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
  confirm,
})
/** The overflow element. */
export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id,
  options: z.array(menuOption).min(2).max(5),
  confirm,
})
/** The checkboxes element. */
export const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...actionable,
  options: z.array(boxOption).min(1).max(10),
  initial_options: z.array(boxOption).min(1).optional(),
})
/** The radio buttons element. */
export const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...actionable,
  options: z.array(boxOption).min(1).max(10),
  initial_option: boxOption.optional(),
})
/** The static select element. */
export const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  ...actionable,
  placeholder,
  options,
  option_groups: groups,
  initial_option: option.optional(),
})
/** The multi static select element. */
export const multiStaticSelect = z.strictObject({
  type: z.literal('multi_static_select'),
  ...actionable,
  placeholder,
  options,
  option_groups: groups,
  initial_options: z.array(option).min(1).optional(),
  max_selected_items: z.int().min(1).optional(),
})
/** The external select element. */
export const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...actionable,
  placeholder,
  initial_option: option.optional(),
  min_query_length: z.int().min(0).optional(),
})
/** The users select element. */
export const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...actionable,
  placeholder,
  initial_user: z.string().optional(),
})
/** The datepicker element. */
export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...actionable,
  placeholder,
  initial_date: z.iso.date().optional(),
})
/** The timepicker element. */
export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...actionable,
  placeholder,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is no HH:mm')
    .optional(),
  timezone: z.string().optional(),
})
/** The datetimepicker element. */
export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...actionable,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
})
/** The plain input element. */
export const plainInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...typed,
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3_000).optional(),
  max_length: length,
  initial_value: z.string().max(3_000).optional(),
})
/** The email input element. */
export const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  ...typed,
  initial_value: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, 'is no e-mail address')
    .optional(),
})
/** The url input element. */
export const urlInput = z.strictObject({
  type: z.literal('url_text_input'),
  ...typed,
  initial_value: webUrl.optional(),
})
/** The number input element. */
export const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...typed,
  is_decimal_allowed: z.boolean(),
  min_value: decimal,
  max_value: decimal,
  initial_value: decimal,
})
