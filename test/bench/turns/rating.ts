/** An answer about the policy with 役に立った under it, and the press of that button. */
import { messagesOf } from '../../../bot/slack/views.ts'
import { everyObject, isObject } from '../../../cards/adaptive-card.ts'
import type { Card } from '../../../cards/card.ts'
import { render } from '../../../cards/render.ts'
import type { Person } from '../../../services/people/person.ts'
import { viewOf } from '../../../services/policy-qa/answer/answer-view.ts'
import { contactOf } from '../../../services/policy-qa/answer/contact.ts'
import { builtInDocument } from '../../../services/policy-qa/built-in.ts'
import { createEngine } from '../../../services/policy-qa/engine.ts'
import { builtInRevision } from '../../../services/policy-qa/upkeep/revisions.ts'
import { dmOf, pressInMessage } from '../../stand-ins/slack/payloads.ts'
import { type Json, pressable } from '../../stand-ins/slack/shown.ts'
import { gap, type Stimulus } from './request.ts'

/** Everyday questions of several kinds: a fact, a list, a table, the words of a passage. */
const questions = [
  '今の市の職員って全部で何人いるの？',
  '資格を取ると費用の支援はありますか',
  '係長に求められる能力は何ですか',
  '育児休業を取りやすい環境づくりについて教えてください',
  '職員満足度調査で総合満足度が低かったのは、どの職位の職員ですか。',
] as const

const action = 'policy-qa.rate'

const questionOf = ({ staffId }: Person): string =>
  questions[Number(staffId.replaceAll(/\D/g, '')) % questions.length] ?? questions[0]

const document = builtInDocument()
const engine = createEngine(document)

/** The answer's card; every turn rates another answer. */
const cardFor = (person: Person): Card => {
  const question = questionOf(person)
  const answer = engine.answer(question)
  const shown = {
    question,
    revision: builtInRevision,
    contact: contactOf(document),
    answerId: `bench-${person.staffId}-${gap}`,
    rating: 'open',
    listed: undefined,
    related: engine.related(answer),
  } as const
  return render(viewOf(answer, shown))
}

/** What 役に立った carries. */
export const ratingData = (person: Person): Json => {
  const buttons = everyObject(cardFor(person).content)
  const button = buttons.find(({ verb, title }) => verb === action && title === '役に立った')
  if (!isObject(button?.['data'])) throw new Error('the answer has no button to rate it')
  return { ...button['data'] }
}

/** A block_actions: 役に立った pressed in the very message that the product posts. */
export const pressOnSlack = (person: Person): Stimulus => {
  const [content] = messagesOf(cardFor(person))
  const user = person.slackUserId ?? ''
  const ts = `1800000000.${person.staffId.replaceAll(/\D/g, '').padStart(6, '0')}`
  const blocks = (content?.blocks ?? []) as unknown as Json[]
  const message = { channel: dmOf(user), ts, text: content?.text ?? '', blocks }
  const press = pressInMessage(
    { ...message, from: 'U0BENCH', ephemeral: false },
    pressable(blocks, '役に立った'),
    { user, triggerId: '1.1.bench', responseUrl: 'http://127.0.0.1:9/response' },
  )
  return { json: JSON.stringify(press), changes: ts }
}
