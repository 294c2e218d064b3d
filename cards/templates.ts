/** The Adaptive Card templates: loaded and parsed once, expanded with a view's data. */
import assert from 'node:assert/strict'
import { Template } from 'adaptivecards-templating'
import { type AdaptiveCard, parseAdaptiveCard } from './adaptive-card.ts'
import answer from './policy-qa/answer.json' with { type: 'json' }
import answerForm from './policy-qa/answer-form.json' with { type: 'json' }
import answerRemoval from './policy-qa/answer-removal.json' with { type: 'json' }
import answers from './policy-qa/answers.json' with { type: 'json' }
import around from './policy-qa/around.json' with { type: 'json' }
import care from './policy-qa/care.json' with { type: 'json' }
import question from './policy-qa/form.json' with { type: 'json' }
import notFound from './policy-qa/not-found.json' with { type: 'json' }
import upkeep from './policy-qa/upkeep.json' with { type: 'json' }
import content from './self-report/content.json' with { type: 'json' }
import form from './self-report/form.json' with { type: 'json' }
import overlong from './self-report/overlong.json' with { type: 'json' }
import receipt from './self-report/receipt.json' with { type: 'json' }
import review from './self-report/review.json' with { type: 'json' }
import saved from './self-report/saved.json' with { type: 'json' }
import withdrawal from './self-report/withdrawal.json' with { type: 'json' }
import withdrawn from './self-report/withdrawn.json' with { type: 'json' }
import home from './shared/home.json' with { type: 'json' }
import refusal from './shared/refusal.json' with { type: 'json' }

const templates = {
  home: new Template(home),
  refusal: new Template(refusal),
  'self-report.form': new Template(form),
  'self-report.review': new Template(review),
  'self-report.saved': new Template(saved),
  'self-report.receipt': new Template(receipt),
  'self-report.content': new Template(content),
  'self-report.withdrawal': new Template(withdrawal),
  'self-report.withdrawn': new Template(withdrawn),
  'self-report.overlong': new Template(overlong),
  'policy-qa.form': new Template(question),
  'policy-qa.answer': new Template(answer),
  'policy-qa.not-found': new Template(notFound),
  'policy-qa.around': new Template(around),
  'policy-qa.care': new Template(care),
  'policy-qa.upkeep': new Template(upkeep),
  'policy-qa.answers': new Template(answers),
  'policy-qa.answer-form': new Template(answerForm),
  'policy-qa.answer-removal': new Template(answerRemoval),
}

/** The name of a template: the same as its view's. */
export type TemplateName = keyof typeof templates

const asCard = (value: unknown): AdaptiveCard => {
  const card = parseAdaptiveCard(value)
  assert(card, 'a template expands to a card')
  return card
}

/** The template with its places filled. Data values are taken as they are: escape texts first. */
export const expand = (name: TemplateName, data: object): AdaptiveCard =>
  asCard(templates[name].expand({ $root: data }))
