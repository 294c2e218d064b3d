/** An answer about the policy with 役に立った under it, and the press of that button. */
import { messagesOf } from '../../../bot/slack/views.ts'
import { render } from '../../../cards/render.ts'
import type { Person } from '../../../services/people/person.ts'
import { viewOf } from '../../../services/policy-qa/answer-view.ts'
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

const questionOf = ({ staffId }: Person): string =>
  questions[Number(staffId.replaceAll(/\D/g, '')) % questions.length] ?? questions[0]

/** What the button carries; every turn rates another answer. */
export const ratingData = (person: Person) => ({
  question: questionOf(person),
  answerId: `bench-${person.staffId}-${gap}`,
  useful: 'yes' as const,
})

const engine = createEngine(builtInDocument())

/** A block_actions: 役に立った pressed in the very message that the product posts. */
export const pressOnSlack = (person: Person): Stimulus => {
  const { question, answerId } = ratingData(person)
  const shown = { question, answerId, revision: builtInRevision, listed: false }
  const [content] = messagesOf(
    render(viewOf(engine.answer(question), { ...shown, rating: 'open' })),
  )
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
