/** Draws a form's inputs and reads what was filled in. */
import { h } from './dom.mjs'

const optionsOf = (element) => [
  ...(element.options ?? []),
  ...(element.option_groups ?? []).flatMap((group) => group.options),
]

const initialValues = (element) => {
  const initial = [...(element.initial_options ?? []), element.initial_option]
  return new Set(initial.filter(Boolean).map((option) => option.value))
}

const boxes = (element, type) => {
  const initial = initialValues(element)
  return h(
    'div',
    { role: type === 'radio' ? 'radiogroup' : 'group' },
    ...optionsOf(element).map((option) => {
      const box = h('input', {
        type,
        name: element.action_id,
        value: option.value,
        checked: initial.has(option.value),
      })
      return h('label', {}, box, ` ${option.text.text}`)
    }),
  )
}

const menu = (element) => {
  const initial = initialValues(element)
  const none = h('option', { value: '' }, element.placeholder?.text ?? '選んでください')
  const all = optionsOf(element).map((option) =>
    h('option', { value: option.value, selected: initial.has(option.value) }, option.text.text),
  )
  return h('select', {}, none, ...all)
}

const types = {
  number_input: 'number',
  email_text_input: 'email',
  url_text_input: 'url',
  datepicker: 'date',
  timepicker: 'time',
}

const line = (element) => {
  const value = element.initial_value ?? element.initial_date ?? element.initial_time ?? ''
  const common = { value, placeholder: element.placeholder?.text ?? '' }
  const limit = element.max_length ? { maxLength: element.max_length } : {}
  return element.multiline
    ? h('textarea', { ...common, ...limit })
    : h('input', { type: types[element.type] ?? 'text', ...common, ...limit })
}

const control = (element) => {
  switch (element.type) {
    case 'static_select':
      return menu(element)
    case 'radio_buttons':
      return boxes(element, 'radio')
    case 'checkboxes':
    case 'multi_static_select':
      return boxes(element, 'checkbox')
    default:
      return line(element)
  }
}

/** One input with its label, its hint and room for what is to be mended. */
export const inputField = (block) => {
  const { element } = block
  const made = control(element)
  const label = `${block.label.text}${block.optional ? '（任意）' : ''}`
  made.ariaLabel = label
  made.dataset.input = element.action_id
  const field = h(
    'div',
    { className: 'field' },
    h('div', { className: 'label' }, label),
    made,
    block.hint && h('div', { className: 'hint' }, block.hint.text),
    h('div', { className: 'error', role: 'alert' }),
  )
  field.dataset.field = element.action_id
  field.dataset.required = String(!block.optional)
  field.dataset.kind = element.type
  field.addEventListener('input', () => showErrors(field.parentElement, {}))
  return field
}

const several = ['checkboxes', 'multi_static_select']

const valueIn = (field) => {
  const made = field.querySelector('[data-input]')
  const ticked = [...made.querySelectorAll('input:checked')].map((box) => box.value)
  if (several.includes(field.dataset.kind)) return ticked
  return field.dataset.kind === 'radio_buttons' ? (ticked[0] ?? '') : made.value
}

const fieldsIn = (root) => [...root.querySelectorAll('.field')]

/** What is filled in, by input id. */
export const typedIn = (root) =>
  Object.fromEntries(fieldsIn(root).map((field) => [field.dataset.field, valueIn(field)]))

/** Shows sentences beside the inputs they belong to. */
export const showErrors = (root, errors) => {
  for (const field of fieldsIn(root)) {
    field.querySelector('.error').textContent = errors[field.dataset.field] ?? ''
  }
}

/** The required inputs left empty: Slack does not submit those. */
export const leftEmpty = (root) =>
  fieldsIn(root)
    .filter((field) => field.dataset.required === 'true' && valueIn(field).length === 0)
    .map((field) => [field.dataset.field, 'この項目は必須です。'])
