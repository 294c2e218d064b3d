/** What keeps a self-report from being handed in: each with the field and a sentence that says what to do. Pure. */
import type { InputProblem } from '../shown.ts'
import {
  type Answers,
  type Field,
  type FieldKind,
  type FieldName,
  fieldNames,
  fields,
  fieldsOf,
} from './form.ts'

const problem = (field: FieldName, sentence: string): InputProblem => ({
  field,
  label: fields[field].label,
  sentence,
})

const chosen = (value: string): string[] => value.split(',').filter((part) => part !== '')

type Judge = (field: Field, value: string, units: readonly string[]) => string | undefined

const listed = (good: boolean): string | undefined => (good ? undefined : unlisted)

const judges: { readonly [kind in FieldKind]: Judge } = {
  text: (field, value) => lengthProblem(field, value),
  choice: (field, value) => listed(field.choices?.includes(value) ?? false),
  choices: (field, value) => listed(chosen(value).every((each) => field.choices?.includes(each))),
  unit: (_field, value, units) => listed(units.includes(value)),
  number: (field, value) => numberProblem(field, value),
  tick: (_field, value) => listed(value === 'true' || value === 'false'),
}

const unlisted = '一覧にない答えです。選び直してください。'

const lengthProblem = (field: Field, value: string): string | undefined => {
  const lengthMax = field.lengthMax ?? 0
  if (value.length <= lengthMax) return undefined
  const now = value.length.toLocaleString('ja-JP')
  return `${now}字あります。${lengthMax}字までに短くしてください。`
}

const numberProblem = (field: Field, value: string): string | undefined => {
  const numberMax = field.numberMax ?? 0
  if (/^\d{1,4}$/.test(value) && Number(value) <= numberMax) return undefined
  return `0から${numberMax}までの数字で入力してください。`
}

const valueProblems = (
  names: readonly FieldName[],
  answers: Answers,
  units: readonly string[],
): InputProblem[] =>
  names.flatMap((name) => {
    const value = answers[name] ?? ''
    const sentence =
      value === '' ? undefined : judges[fields[name].kind](fields[name], value, units)
    return sentence ? [problem(name, sentence)] : []
  })

const wished = ['unit1', 'unit2', 'unit3'] as const
const avoided = ['avoidedUnit1', 'avoidedUnit2'] as const

const twiceIn = (names: readonly FieldName[], answers: Answers): InputProblem[] =>
  names.flatMap((name, index) => {
    const value = answers[name] ?? ''
    const before = names.slice(0, index).find((other) => value !== '' && answers[other] === value)
    if (!before) return []
    const sentence = `「${fields[before].label}」と同じです。どちらかを選び直してください。`
    return [problem(name, sentence)]
  })

const wishedAndAvoided = (answers: Answers): InputProblem[] =>
  avoided.flatMap((name) => {
    const value = answers[name] ?? ''
    const wish = wished.find((other) => value !== '' && answers[other] === value)
    if (!wish) return []
    const sentence = `「${fields[wish].label}」にも選ばれています。どちらかを選び直してください。`
    return [problem(name, sentence)]
  })

/** What is to be mended on one page before it is left forwards. */
export const problemsOnPage = (
  page: number,
  answers: Answers,
  units: readonly string[],
): InputProblem[] => {
  const names = fieldsOf(page)
  const all = [
    ...valueProblems(names, answers, units),
    ...twiceIn(wished, answers),
    ...twiceIn(avoided, answers),
    ...wishedAndAvoided(answers),
  ]
  return all.filter((problem) => names.some((name) => name === problem.field))
}

/** What is to be mended before the whole can be handed in. */
export const problemsOf = (answers: Answers, units: readonly string[]): InputProblem[] => [
  ...valueProblems(fieldNames, answers, units),
  ...twiceIn(wished, answers),
  ...twiceIn(avoided, answers),
  ...wishedAndAvoided(answers),
  ...(answers.transferWish
    ? []
    : [problem('transferWish', 'まだ選ばれていません。1つ選んでください。')]),
]
