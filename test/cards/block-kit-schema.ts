/** Slack's blocks and views as strict schemas: unknown fields refused, every length bounded. */
import { z } from 'zod'
import {
  anyText,
  button,
  checkboxes,
  datepicker,
  datetimepicker,
  emailInput,
  externalSelect,
  id,
  image,
  mrkdwn,
  multiStaticSelect,
  numberInput,
  overflow,
  plain,
  plainInput,
  radioButtons,
  staticSelect,
  timepicker,
  urlInput,
  usersSelect,
} from './block-kit-elements.ts'

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
  })
  .optional()
const richPart = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('link'),
    url: z.string().regex(/^(https?:\/\/|mailto:)\S+$/, 'is no address to open'),
    text: z.string().min(1),
    style,
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string().regex(/\{\w+\}/, 'names no date token'),
    fallback: z.string().min(1),
    style,
  }),
])
const richSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(richPart).min(1),
})
const block_id = id.optional()
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id,
  elements: z.array(richSection).min(1),
})
const column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
})

const controls = [
  button,
  overflow,
  checkboxes,
  radioButtons,
  staticSelect,
  multiStaticSelect,
  externalSelect,
  usersSelect,
  datepicker,
  timepicker,
] as const

/** Any block Slack takes in a message, a modal or App Home, as far as this product may use it. */
export const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), block_id, text: plain(150) }),
  z.strictObject({ type: z.literal('divider'), block_id }),
  z.strictObject({
    type: z.literal('section'),
    block_id,
    text: anyText(3_000).optional(),
    fields: z.array(anyText(2_000)).min(1).max(10).optional(),
    accessory: z.discriminatedUnion('type', [image, ...controls]).optional(),
    expand: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [image, plain(2_000), mrkdwn(2_000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [...controls, datetimepicker]))
      .min(1)
      .max(25),
  }),
  image.extend({ block_id, title: plain(2_000).optional() }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id,
    label: plain(2_000),
    hint: plain(2_000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: z.discriminatedUnion('type', [
      plainInput,
      emailInput,
      urlInput,
      numberInput,
      checkboxes,
      radioButtons,
      staticSelect,
      multiStaticSelect,
      externalSelect,
      usersSelect,
      datepicker,
      timepicker,
      datetimepicker,
    ]),
  }),
  richText,
  z.strictObject({
    type: z.literal('table'),
    block_id,
    rows: z.array(z.array(richText).min(1).max(20)).min(1).max(100),
    column_settings: z.array(column).min(1).max(20).optional(),
  }),
])

/** A view for views.open, views.update, views.push or views.publish; its blocks are judged apart. */
export const viewSchema = z.strictObject({
  type: z.literal('modal'),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  blocks: z.array(z.unknown()).max(100),
  callback_id: id.optional(),
  private_metadata: z.string().max(3_000).optional(),
  external_id: z.string().max(255).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
})
