/** One table: action name → schema → service. The only switchboard. */
import type { z } from 'zod'
import { render } from '../cards/render.ts'
import type { RefusalCode } from '../services/errors.ts'
import type { Home } from '../services/home.ts'
import type { Person } from '../services/people/person.ts'
import type { PolicyQa } from '../services/policy-qa/policy-qa.ts'
import type { Upkeep } from '../services/policy-qa/upkeep/upkeep.ts'
import type { SelfReport } from '../services/self-report/self-report.ts'
import { CommitContended } from '../services/store/commit.ts'
import { StoreUnavailable } from '../services/store/store.ts'
import { VaultUnavailable } from '../services/vault/key-encryption.ts'
import {
  type ActionName,
  actions,
  isActionName,
  type Outcome,
  type View,
} from '../services/vocabulary.ts'
import { careFirst } from './care-first.ts'
import { createGivenBack, typedOf } from './given-back.ts'
import type { Log } from './log.ts'
import type { Handle, Sender, Turn } from './turn.ts'

/** The jobs that answer. */
export type Services = {
  readonly home: Home
  readonly selfReport: SelfReport
  readonly policyQa: PolicyQa
  readonly upkeep: Upkeep
}

type Answer = (who: Person, raw: unknown) => Promise<Outcome> | 'MALFORMED'

const answer =
  <S extends z.ZodType>(
    action: { readonly input: S },
    service: (who: Person, input: z.output<S>) => Promise<Outcome>,
  ): Answer =>
  (who, raw) => {
    const parsed = action.input.safeParse(raw ?? {})
    return parsed.success ? service(who, parsed.data) : 'MALFORMED'
  }

const answersOf = ({
  home,
  selfReport,
  policyQa,
  upkeep,
}: Services): Readonly<Record<ActionName, Answer>> => ({
  'home.show': answer(actions['home.show'], home.show),
  'self-report.open': answer(actions['self-report.open'], selfReport.open),
  'self-report.save': answer(actions['self-report.save'], selfReport.save),
  'self-report.review': answer(actions['self-report.review'], selfReport.review),
  'self-report.submit': answer(actions['self-report.submit'], selfReport.submit),
  'self-report.show': answer(actions['self-report.show'], selfReport.show),
  'self-report.overlong': answer(actions['self-report.overlong'], selfReport.overlong),
  'self-report.ask-withdrawal': answer(
    actions['self-report.ask-withdrawal'],
    selfReport.askWithdrawal,
  ),
  'self-report.withdraw': answer(actions['self-report.withdraw'], selfReport.withdraw),
  'policy-qa.open': answer(actions['policy-qa.open'], policyQa.open),
  'policy-qa.ask': answer(actions['policy-qa.ask'], policyQa.ask),
  'policy-qa.around': answer(actions['policy-qa.around'], policyQa.around),
  'policy-qa.back': answer(actions['policy-qa.back'], policyQa.back),
  'policy-qa.rate': answer(actions['policy-qa.rate'], policyQa.rate),
  'policy-qa.upkeep': answer(actions['policy-qa.upkeep'], upkeep.list),
  'policy-qa.dismiss': answer(actions['policy-qa.dismiss'], upkeep.dismiss),
  'policy-qa.answers': answer(actions['policy-qa.answers'], upkeep.answers),
  'policy-qa.answer-form': answer(actions['policy-qa.answer-form'], upkeep.form),
  'policy-qa.answer-save': answer(actions['policy-qa.answer-save'], upkeep.save),
  'policy-qa.answer-ask-removal': answer(
    actions['policy-qa.answer-ask-removal'],
    upkeep.askRemoval,
  ),
  'policy-qa.answer-remove': answer(actions['policy-qa.answer-remove'], upkeep.remove),
})

/** What dispatch needs beside the jobs. */
export type DispatchPorts = {
  /** Who that is on the roster today; undefined for a stranger. */
  readonly recognise: (who: Sender) => Promise<Person | undefined>
  readonly log: Log
  /** Counts a turn and how it ended. */
  readonly count: (action: string, end: 'shown' | 'refused' | 'failed') => void
}

/** Answers turns: recognises the person, parses the input once, asks the job, draws what it says. */
export const createDispatch = (services: Services, ports: DispatchPorts): Handle => {
  const answers = answersOf(services)
  const givenBack = createGivenBack(services.selfReport)
  return async (turn) => {
    const name = isActionName(turn.action) ? turn.action : 'unknown'
    try {
      const asUsual = (): Promise<Outcome> => answerTurn(answers, ports, turn)
      const outcome = withTyped(
        await (careFirst(services.policyQa, turn, asUsual) ?? asUsual()),
        turn,
      )
      ports.count(name, outcome.show.view === 'refusal' ? 'refused' : 'shown')
      return {
        card: render(outcome.show),
        ...(outcome.keep ? { keep: render(outcome.keep) } : {}),
      }
    } catch (fault) {
      const code = isPassing(fault) ? 'BUSY' : 'FAULT'
      ports.log('error', 'turn-failed', { action: name, fault: nameOf(fault) })
      ports.count(name, 'failed')
      return { card: render(givenBack(turn, code)) }
    }
  }
}

const answerTurn = async (
  answers: Readonly<Record<ActionName, Answer>>,
  ports: DispatchPorts,
  turn: Turn,
): Promise<Outcome> => {
  const person = await ports.recognise(turn.who)
  if (!person) return refusal('UNKNOWN_PERSON')
  if (!isActionName(turn.action)) return refusal('MALFORMED')
  const outcome = answers[turn.action](person, turn.input)
  return outcome === 'MALFORMED' ? refusal('MALFORMED') : outcome
}

const refusal = (code: RefusalCode): Outcome => ({ show: { view: 'refusal', code, typed: [] } })

/** True for what passes by itself: nothing of the turn has happened, and it can be tried again. */
const isPassing = (fault: unknown): boolean =>
  fault instanceof StoreUnavailable ||
  fault instanceof VaultUnavailable ||
  fault instanceof CommitContended

/** The kind of a fault, never its message: that may quote what somebody wrote. */
const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault)

/** What was typed into a dialog comes back with its refusal. */
const withTyped = (outcome: Outcome, turn: Turn): Outcome => {
  const view: View = outcome.show
  if (view.view !== 'refusal' || view.code === 'UNKNOWN_PERSON') return outcome
  return { ...outcome, show: { ...view, typed: typedOf(turn) } }
}
