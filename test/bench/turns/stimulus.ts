/** The one stimulus of the benchmark: page 1 of the self-report saved, as either platform sends it. */
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
import { gaps } from './request.ts'

/** The platforms measured. */
export type Channel = 'teams' | 'slack'

/** One opening of the form, in which the page is saved again and again. */
const session = '0-bench'

const typed = { duties: gaps.text, workload: 'やや多い', yearsInSection: '2' }

/** A task/submit: what Teams sends when the form's button is pressed in its dialog. */
const teamsStimulus = (person: Person, { fiscalYear }: SelfReportWindow): Json => {
  const data = buttonData('self-report.save', { fiscalYear, session, page: 1, go: 'next' })
  const sitting = {
    aadObjectId: person.aadObjectId ?? '',
    name: person.name,
    email: person.email ?? '',
  }
  return {
    // The stand-in's activities carry it where the connector listens; no turn here calls it.
    ...envelope(sitting, 'http://127.0.0.1:9/teams/', Date.now()),
    ...invoking('task/submit', { data: { ...data, ...typed }, context: { theme: 'default' } }),
  }
}

/** A view_submission of the very modal that the product draws. */
const slackStimulus = (person: Person, window: SelfReportWindow): Json => {
  const view = formView({ window, session }, { page: 1, answers: {} }, [])
  const source = { action: 'self-report.open', args: {} }
  const modal = modalOf(render(view), { page: 1, source, generation: 1 })
  const context = { user: person.slackUserId ?? '', triggerId: '1.1.bench', typed }
  return submission(drawnView({ ...modal }), context)
}

/** A person's stimulus as JSON, with gaps where turns differ. */
export const stimulusOf = (channel: Channel, person: Person, window: SelfReportWindow): string =>
  JSON.stringify((channel === 'teams' ? teamsStimulus : slackStimulus)(person, window))
