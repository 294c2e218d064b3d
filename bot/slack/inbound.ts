/** Slack payload → what a person did. A pure translation: nothing here asks Slack or decides anything. */
import type { BlockAction, types, ViewOutput } from '@slack/bolt'
import { type ActionData, decodeAction } from '../../cards/action-data.ts'

/** What a block's element holds in `state.values`, as far as our cards use it. */
export type ElementState = {
  readonly type: string
  readonly value?: string | null | undefined
  readonly selected_date?: string | null | undefined
  readonly selected_time?: string | null | undefined
  readonly selected_option?: { readonly value?: string | undefined } | null | undefined
  readonly selected_options?: readonly { readonly value?: string | undefined }[] | undefined
}

/** `state.values` of a view or a message: block id → action id → element. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, ElementState>>>>

type Blocks = readonly (types.KnownBlock | types.Block)[]

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** The input element with this action id, where the blocks shown hold one. */
const elementOf = (blocks: Blocks, actionId: string): unknown =>
  blocks
    .map((block) => propertyOf(block, 'element'))
    .find((element) => propertyOf(element, 'action_id') === actionId)

/** A toggle is drawn as one checkbox whose value is `true`. */
const isToggle = (element: unknown): boolean => {
  const options = propertyOf(element, 'options')
  return (
    Array.isArray(options) && options.length === 1 && propertyOf(options[0], 'value') === 'true'
  )
}

const chosen = (state: ElementState): string =>
  (state.selected_options ?? []).map((option) => option.value ?? '').join(',')

const ticked = (state: ElementState, element: unknown): string =>
  isToggle(element) ? String(chosen(state) === 'true') : chosen(state)

const written = (state: ElementState): string | null | undefined =>
  state.selected_date ?? state.selected_time ?? state.selected_option?.value ?? state.value

/** One element's value as Teams would send it: many choices joined by commas, a toggle `true` or `false`, nothing as ''. */
const textOf = (state: ElementState, element: unknown): string => {
  if (state.type === 'checkboxes') return ticked(state, element)
  if (state.type === 'multi_static_select') return chosen(state)
  return written(state) ?? ''
}

/** What was typed and chosen, by the inputs' ids. */
export const inputsOf = (values: StateValues, blocks: Blocks): Record<string, string> =>
  Object.fromEntries(
    Object.values(values)
      .flatMap((block) => Object.entries(block))
      .map(([id, state]) => [id, textOf(state, elementOf(blocks, id))]),
  )

/** Slack writes &, < and > as entities and puts links and names in angle brackets; people read neither. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/<[@#!][^>|]*\|([^>]*)>/gu, '$1')
    .replaceAll(/<[@#!][^>]*>/gu, '')
    .replaceAll(/<([^>|]+)\|([^>]*)>/gu, '$2')
    .replaceAll(/<([^>]+)>/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()

/** Where a button was pressed, and so where its answer is shown. */
export type Place =
  | { readonly kind: 'modal'; readonly view: ViewOutput }
  | { readonly kind: 'home'; readonly view: ViewOutput }
  | {
      readonly kind: 'message'
      readonly channel: string
      readonly ts: string
      /** The thread the message stands in. */
      readonly thread?: string
    }
  /** A message that only its reader sees: it can be replaced through its response URL alone. */
  | { readonly kind: 'ephemeral' }
  /** A place that Slack does not name: the answer goes to the person's direct messages. */
  | { readonly kind: 'nowhere' }

/** One pressed button: what it carries, and what was filled in beside it. */
export type Press = {
  readonly user: string
  readonly triggerId: string
  readonly place: Place
  readonly data: ActionData
  readonly inputs: Readonly<Record<string, string>>
}

const placeOf = (body: BlockAction): Place => {
  if (body.view !== undefined) {
    return { kind: body.view.type === 'home' ? 'home' : 'modal', view: body.view }
  }
  if (propertyOf(body.container, 'is_ephemeral') === true) return { kind: 'ephemeral' }
  const channel = body.channel?.id
  const ts = body.message?.ts
  if (channel === undefined || channel === '' || ts === undefined) return { kind: 'nowhere' }
  const thread = propertyOf(body.message, 'thread_ts')
  return { kind: 'message', channel, ts, ...(typeof thread === 'string' ? { thread } : {}) }
}

const blocksOf = (body: BlockAction): Blocks => {
  const blocks: unknown = body.view?.blocks ?? body.message?.['blocks']
  return Array.isArray(blocks) ? blocks : []
}

/** A button's value, or that of the menu entry chosen. */
const carried = (action: unknown): unknown =>
  propertyOf(action, 'value') ?? propertyOf(propertyOf(action, 'selected_option'), 'value')

/** The buttons pressed; what no card of ours carries (a link, an input) is no press. */
export const pressesOf = (body: BlockAction): Press[] =>
  body.actions.flatMap((action) => {
    const value = carried(action)
    const data = typeof value === 'string' ? decodeAction(value) : undefined
    if (data === undefined) return []
    const values = body.view?.state.values ?? body.state?.values ?? {}
    return [
      {
        user: body.user.id,
        triggerId: body.trigger_id,
        place: placeOf(body),
        data,
        inputs: inputsOf(values, blocksOf(body)),
      },
    ]
  })

/** What a turn is given: the inputs, and over them the button's own arguments. */
export const inputFor = (data: ActionData, inputs: Press['inputs']): Record<string, unknown> =>
  data.inputs === 'none' ? { ...data.args } : { ...inputs, ...data.args }
