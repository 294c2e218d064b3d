/** The Adaptive Card templates: parsed once, expanded with a view's data. */
import assert from 'node:assert/strict'
import { Template } from 'adaptivecards-templating'
import { type AdaptiveCard, isObject, type JsonObject, parseAdaptiveCard } from './adaptive-card.ts'
import answer from './policy-qa/answer.json' with { type: 'json' }
import answerForm from './policy-qa/answer-form.json' with { type: 'json' }
import answerRemoval from './policy-qa/answer-removal.json' with { type: 'json' }
import answers from './policy-qa/answers.json' with { type: 'json' }
import around from './policy-qa/around.json' with { type: 'json' }
import care from './policy-qa/care.json' with { type: 'json' }
import question from './policy-qa/form.json' with { type: 'json' }
import notFound from './policy-qa/not-found.json' with { type: 'json' }
import rated from './policy-qa/rated.json' with { type: 'json' }
import upkeep from './policy-qa/upkeep.json' with { type: 'json' }
import content from './self-report/content.json' with { type: 'json' }
import form from './self-report/form.json' with { type: 'json' }
import choiceInput from './self-report/input-choice.json' with { type: 'json' }
import choicesInput from './self-report/input-choices.json' with { type: 'json' }
import numberInput from './self-report/input-number.json' with { type: 'json' }
import overlongInput from './self-report/input-overlong.json' with { type: 'json' }
import textInput from './self-report/input-text.json' with { type: 'json' }
import tickInput from './self-report/input-tick.json' with { type: 'json' }
import unitInput from './self-report/input-unit.json' with { type: 'json' }
import overlong from './self-report/overlong.json' with { type: 'json' }
import receipt from './self-report/receipt.json' with { type: 'json' }
import review from './self-report/review.json' with { type: 'json' }
import saved from './self-report/saved.json' with { type: 'json' }
import withdrawal from './self-report/withdrawal.json' with { type: 'json' }
import withdrawn from './self-report/withdrawn.json' with { type: 'json' }
import home from './shared/home.json' with { type: 'json' }
import refusal from './shared/refusal.json' with { type: 'json' }

const sources = {
  home: home,
  refusal: refusal,
  'self-report.form': form,
  'self-report.input.overlong': overlongInput,
  'self-report.input.text': textInput,
  'self-report.input.choice': choiceInput,
  'self-report.input.choices': choicesInput,
  'self-report.input.number': numberInput,
  'self-report.input.unit': unitInput,
  'self-report.input.tick': tickInput,
  'self-report.review': review,
  'self-report.saved': saved,
  'self-report.receipt': receipt,
  'self-report.content': content,
  'self-report.withdrawal': withdrawal,
  'self-report.withdrawn': withdrawn,
  'self-report.overlong': overlong,
  'policy-qa.form': question,
  'policy-qa.answer': answer,
  'policy-qa.rated': rated,
  'policy-qa.not-found': notFound,
  'policy-qa.around': around,
  'policy-qa.care': care,
  'policy-qa.upkeep': upkeep,
  'policy-qa.answers': answers,
  'policy-qa.answer-form': answerForm,
  'policy-qa.answer-removal': answerRemoval,
}

/** The name of a template: a view's, or a part's. */
export type TemplateName = keyof typeof sources

const asCard = (value: unknown): AdaptiveCard => {
  const card = parseAdaptiveCard(value)
  assert(card, 'a template expands to a card')
  return card
}

const parsed = new Map<TemplateName, Template>()

/** Parsed at its first use: parsing all of them takes as long as the rest of a start. */
const templateOf = (name: TemplateName): Template => {
  const known = parsed.get(name)
  if (known) return known
  const template = new Template(sources[name])
  parsed.set(name, template)
  return template
}

/** One part of a card, filled: small templates, so that a form asks of each input only what its kind needs. */
export const expandPart = (name: TemplateName, data: object): JsonObject => {
  const part: unknown = templateOf(name).expand({ $root: data })
  assert(isObject(part), 'a template expands to an object')
  return part
}

/** The template with its places filled. Data values are taken as they are: escape texts first. */
export const expand = (name: TemplateName, data: object): AdaptiveCard =>
  asCard(templateOf(name).expand({ $root: data }))
