/** The two stimuli of the benchmark, as either platform sends them. */
import { modalOf } from '../../../bot/slack/views.ts'
import { buttonData } from '../../../bot/teams/button-data.ts'
import { render } from '../../../cards/render.ts'
import type { Person } from '../../../services/people/person.ts'
import { formView } from '../../../services/self-report/views.ts'
import type { SelfReportWindow } from '../../../services/self-report/window.ts'
import { submission } from '../../stand-ins/slack/payloads.ts'
import type { Json } from '../../stand-ins/slack/shown.ts'
import { drawnView } from '../../stand-ins/slack/state.ts'
import { envelope, invoking } from '../../stand-ins/teams/activities.ts'
import { pressOnSlack, ratingData } from './rating.ts'
import { gap, type Stimulus } from './request.ts'

/** The platforms measured. */
export type Channel = 'teams' | 'slack'

/**
 * The turns measured. `button`: 役に立った pressed under an answer, counted in the store, the card drawn
 * anew without it. `page`: a page of the self-report saved, answered with the next whole page: the
 * heaviest turn there is.
 */
export type Kind = 'button' | 'page'

/** One opening of the form, in which the page is saved again and again. */
const session = '0-bench'

const typed = {
  duties: `窓口での証明書の発行、係の予算、電話の応対。${gap}回目の書き直し`,
  workload: 'やや多い',
  yearsInSection: '2',
}

const onTeams = (person: Person, name: string, value: Json): Stimulus => {
  const sitting = {
    aadObjectId: person.aadObjectId ?? '',
    name: person.name,
    email: person.email ?? '',
  }
  const json = JSON.stringify({
    // The stand-in's activities carry it where the connector listens; no turn here calls it.
    ...envelope(sitting, 'http://127.0.0.1:9/teams/', Date.now()),
    ...invoking(name, value),
  })
  return { json }
}

/** A task/submit: what Teams sends when the form's button is pressed in its dialog. */
const teamsPage = (person: Person, { fiscalYear }: SelfReportWindow): Stimulus => {
  const data = buttonData('self-report.save', { fiscalYear, session, page: 1, go: 'next' })
  return onTeams(person, 'task/submit', {
    data: { ...data, ...typed },
    context: { theme: 'default' },
  })
}

/** An adaptiveCard/action: what Teams sends when a card's Action.Execute is pressed in the chat. */
const teamsButton = (person: Person): Stimulus => {
  const data = buttonData('policy-qa.rate', ratingData(person))
  const action = { type: 'Action.Execute', title: '役に立った', verb: 'policy-qa.rate', data }
  return onTeams(person, 'adaptiveCard/action', { action, trigger: 'manual' })
}

/** A view_submission of the very modal that the product draws. */
const slackPage = (person: Person, window: SelfReportWindow): Stimulus => {
  const view = formView({ window, session }, { page: 1, answers: {} }, [])
  const source = { action: 'self-report.open', args: {} }
  const modal = modalOf(render(view), { page: 1, source, generation: 1 })
  const context = { user: person.slackUserId ?? '', triggerId: '1.1.bench', typed }
  return { json: JSON.stringify(submission(drawnView({ ...modal }), context)) }
}

/** A person's stimulus, with gaps where turns differ. */
export const stimulusOf = (
  what: { readonly channel: Channel; readonly kind: Kind },
  person: Person,
  window: SelfReportWindow,
): Stimulus => {
  if (what.channel === 'teams') {
    return what.kind === 'page' ? teamsPage(person, window) : teamsButton(person)
  }
  return what.kind === 'page' ? slackPage(person, window) : pressOnSlack(person)
}
