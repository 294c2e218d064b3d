/** What a turn gives back where it could not be answered: nobody types anything twice. */
import type { z } from 'zod'
import type { RefusalCode } from '../services/errors.ts'
import { refusals } from '../services/errors.ts'
import type { SelfReport } from '../services/self-report/self-report.ts'
import { typedIn } from '../services/self-report/views.ts'
import type { Typed } from '../services/shown.ts'
import { type ActionName, actions, isActionName, type View } from '../services/vocabulary.ts'
import type { Turn } from './turn.ts'

/** What a form is called that is no self-report: each of its inputs, by name. */
const otherLabels: Readonly<Record<string, string>> = {
  question: 'ご質問',
  questions: '質問',
  answer: '回答',
  source: '出典',
  approvedBy: '承認した役職',
}

const fieldsOf = (input: unknown): Record<string, unknown> =>
  typeof input === 'object' && input !== null ? { ...input } : {}

/**
 * What was typed into the inputs of a form, whole and under their labels; what a button carries beside
 * (a session, a page) is not. Nothing for what was said in a chat: there it still stands.
 */
export const typedOf = ({ input, surface }: Turn): Typed[] => {
  if (surface !== 'dialog') return []
  const given = fieldsOf(input)
  const others = Object.entries(otherLabels).flatMap(([name, label]) => {
    const text = given[name]
    return typeof text === 'string' && text.trim() !== '' ? [{ label, text }] : []
  })
  return [...typedIn(given), ...others]
}

type Again = (input: unknown, notice: string) => View | undefined

const again =
  <S extends z.ZodType>(
    action: { readonly input: S },
    draw: (input: z.output<S>, notice: string) => View,
  ): Again =>
  (input, notice) => {
    const parsed = action.input.safeParse(input)
    return parsed.success ? draw(parsed.data, notice) : undefined
  }

type Saving = Pick<SelfReport, 'saveAgain'>

/** The forms: each drawn again from what came in alone, as the store may be away. */
const formsOf = (selfReport: Saving): { readonly [name in ActionName]?: Again } => ({
  'self-report.save': again(actions['self-report.save'], selfReport.saveAgain),
  'policy-qa.answer-save': again(actions['policy-qa.answer-save'], (input, notice) => {
    const { group, ...draft } = input
    const forGroup = group === undefined ? {} : { group }
    return { view: 'policy-qa.answer-form', ...draft, ...forGroup, problems: [], notice }
  }),
})

const askAgain = again(actions['policy-qa.ask'], ({ question }, notice) => ({
  view: 'policy-qa.form',
  question,
  notice,
}))

/** The longest arguments that a button takes along on both platforms, as JSON. */
const argsLengthMax = 1_500

type Retry = { readonly action: ActionName; readonly args: object }

const retryOf = ({ action, input }: Turn): Retry | undefined => {
  if (!isActionName(action)) return undefined
  const parsed = actions[action].input.safeParse(input ?? {})
  if (!parsed.success || JSON.stringify(parsed.data).length > argsLengthMax) return undefined
  return { action, args: parsed.data }
}

const inForm = { BUSY: 'BUSY_IN_FORM', FAULT: 'FAULT_IN_FORM' } as const satisfies Record<
  string,
  RefusalCode
>

/**
 * What is shown where a turn failed: its form with what was typed and what happened; where it had none,
 * the sentence and a button that does the same once more.
 */
export const createGivenBack = (selfReport: Saving) => {
  const forms = formsOf(selfReport)
  return (turn: Turn, code: keyof typeof inForm): View => {
    const notice = refusals[inForm[code]]
    const typing = turn.action === 'policy-qa.ask' && turn.surface === 'dialog'
    const form = isActionName(turn.action) ? forms[turn.action] : undefined
    const draw = typing ? askAgain : form
    const drawn = draw?.(turn.input, notice)
    if (drawn) return drawn
    const retry = draw ? undefined : retryOf(turn)
    return { view: 'refusal', code, typed: typedOf(turn), ...(retry ? { retry } : {}) }
  }
}
