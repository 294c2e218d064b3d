/**
 * The self-report (自己申告) as data: its pages, its fields, who may see each, and its limits.
 * A leaf: the vocabulary reads it, so it imports zod alone.
 */
import { z } from 'zod'

/** `head`: the unit head may see it (where the city lets unit heads read at all); `personnel`: the personnel division only. */
export type Visibility = 'head' | 'personnel'

/** A way to answer: free text, one of a list, several of a list, a whole number, a unit of the city, a tick. */
export type FieldKind = 'text' | 'choice' | 'choices' | 'number' | 'unit' | 'tick'

/** One question of the form. Lengths are in characters (UTF-16), numbers in the unit the label names. */
export type Field = {
  readonly page: number
  readonly kind: FieldKind
  readonly label: string
  readonly visibleTo: Visibility
  /** Sealed in the store: health and family, and whatever else only the personnel division sees. */
  readonly sealed: boolean
  readonly choices?: readonly string[]
  readonly lengthMax?: number
  readonly numberMax?: number
  readonly placeholder?: string
}

const head = { visibleTo: 'head', sealed: false } as const
const personnel = { visibleTo: 'personnel', sealed: true } as const
const text = (page: number, label: string, lengthMax: number) =>
  ({ page, kind: 'text', label, lengthMax }) as const
const choice = (page: number, label: string, choices: readonly string[]) =>
  ({ page, kind: 'choice', label, choices }) as const
const choices = (page: number, label: string, list: readonly string[]) =>
  ({ page, kind: 'choices', label, choices: list }) as const
const unit = (page: number, label: string) => ({ page, kind: 'unit', label }) as const

const unsaid = '回答しない'

/** Every field by its name, in the order it is asked. */
export const fields = {
  duties: {
    ...text(1, '担当している仕事', 400),
    placeholder: '例：窓口での証明書の発行、係の予算',
    ...head,
  },
  workload: {
    ...choice(1, '仕事の量', ['多い', 'やや多い', '適当', 'やや少ない', '少ない']),
    ...head,
  },
  difficulty: {
    ...choice(1, '仕事の難しさ', ['高い', 'やや高い', '適当', 'やや低い', '低い']),
    ...head,
  },
  fit: {
    ...choice(1, '今の仕事は自分に', ['合っている', 'どちらともいえない', '合っていない']),
    ...head,
  },
  fitReason: { ...text(1, 'そう思う理由', 400), ...head },
  yearsInSection: {
    page: 1,
    kind: 'number',
    label: '今の課での年数（年）',
    numberMax: 50,
    ...head,
  },

  transferWish: {
    ...choice(2, '異動の希望', ['希望する', '希望しない', 'どちらでもよい']),
    ...head,
  },
  transferTiming: { ...choice(2, '希望する時期', ['次の4月', '1〜2年後', '3年以上後']), ...head },
  interests: {
    ...choices(2, '取り組みたい分野（いくつでも）', [
      '税',
      '福祉',
      '戸籍',
      '経済産業',
      '都市整備',
      '教育',
      '企画',
      '行政管理',
      '財政',
      '情報',
    ]),
    ...head,
  },
  orientation: {
    ...choice(2, 'めざす方向', ['ゼネラリスト', 'スペシャリスト', '未定']),
    ...head,
  },
  specialty: { ...text(2, 'スペシャリストの場合、その分野', 100), ...head },
  promotionWish: { ...choice(2, '昇任の意欲', ['ある', '将来的に', 'ない', unsaid]), ...personnel },

  unit1: { ...unit(3, '希望部署 1'), ...head },
  unitReason1: { ...text(3, '希望部署 1 の理由', 400), ...head },
  unit2: { ...unit(3, '希望部署 2'), ...head },
  unitReason2: { ...text(3, '希望部署 2 の理由', 400), ...head },
  unit3: { ...unit(3, '希望部署 3'), ...head },
  unitReason3: { ...text(3, '希望部署 3 の理由', 400), ...head },

  avoidedUnit1: { ...unit(4, '希望しない部署 1'), ...personnel },
  avoidedUnit2: { ...unit(4, '希望しない部署 2'), ...personnel },
  avoidedReason: { ...text(4, '希望しない理由', 400), ...personnel },
  careerChallenge: {
    ...choice(4, 'キャリアチャレンジに応募する考え', ['あり', 'なし', '検討中']),
    ...personnel,
  },
  secondment: {
    ...choice(4, '派遣・出向の希望', ['なし', '国・県', '他市', '民間']),
    ...personnel,
  },

  health: {
    ...choice(5, '健康状態', ['良好', '通院・服薬あり（業務に支障なし）', '配慮が必要', unsaid]),
    ...personnel,
  },
  consideration: { ...text(5, '配慮してほしいこと', 800), ...personnel },
  considerationToHead: {
    page: 5,
    kind: 'tick',
    label: '「配慮してほしいこと」は所属長に伝えてよい',
    ...personnel,
  },
  family: {
    ...choices(5, '家庭の事情（いくつでも）', [
      '育児',
      '介護',
      '妊娠・不妊治療',
      '通勤',
      '配偶者の転勤',
      'その他',
      unsaid,
    ]),
    ...personnel,
  },
  familyNote: { ...text(5, '家庭の事情について補足', 800), ...personnel },

  commuteMinutes: {
    page: 6,
    kind: 'number',
    label: '通勤時間（片道・分）',
    numberMax: 300,
    ...head,
  },
  commuteMeans: {
    ...choice(6, '主な通勤手段', ['車', '電車・バス', '自転車・徒歩', 'その他']),
    ...head,
  },
  licences: {
    ...text(6, '資格・免許（1行に1つ、取得した年月も）', 800),
    placeholder: '例：社会福祉士 2021年4月',
    ...head,
  },
  trainings: {
    ...choices(6, '受けたい研修（いくつでも）', ['基本研修', '特別研修', '派遣研修', '自主研修']),
    ...head,
  },
  trainingNote: { ...text(6, '研修について補足', 400), ...head },

  opinionToHead: { ...text(7, '自由意見（所属長も読みます）', 800), ...head },
  opinionToPersonnel: { ...text(7, '自由意見（人事のみ）', 800), ...personnel },
  interview: { ...choice(7, '人事担当との面談', ['希望する', '希望しない']), ...personnel },
} as const satisfies Record<string, Field>

/** The name of a field. */
export type FieldName = keyof typeof fields

/** The pages' headings, in order; page numbers count from 1. */
export const pages = [
  '今の仕事',
  'これからの希望',
  '希望する部署',
  '人事だけに伝えること',
  '健康と家庭',
  '通勤・資格・研修',
  '自由意見と面談',
] as const

/** How many pages there are before the page on which everything is looked over. */
export const pageCount = pages.length

/** The longest single value that is taken in at all, in characters: the largest request holds no more. */
const valueLengthMax = 2_000_000

/** The most that one report may hold, all answers together, in bytes of UTF-8. */
export const answersBytesMax = 400_000

/** True for the name of a field of the form. */
export const isFieldName = (name: string): name is FieldName => Object.hasOwn(fields, name)

/** Every field's name, in order. */
export const fieldNames: readonly FieldName[] = Object.keys(fields).filter(isFieldName)

/** The fields of one page (from 1), in order. */
export const fieldsOf = (page: number): readonly FieldName[] =>
  fieldNames.filter((name) => fields[name].page === page)

/** What a person has entered so far, as typed: a list is joined by commas, a tick is `true` or `false`, nothing is ''. */
export type Answers = { readonly [name in FieldName]?: string }

const value = z.string().max(valueLengthMax)
const shape: Record<string, z.ZodOptional<typeof value>> = Object.fromEntries(
  fieldNames.map((name) => [name, value.optional()]),
)

/** Which report a button belongs to and the revision its card was drawn from. */
const place = {
  fiscalYear: z.coerce.number().int().min(2000).max(2999),
  revision: z.coerce.number().int().min(0),
}

/** The arguments of a button that only names a report. */
export const reportInput = z.strictObject({ fiscalYear: place.fiscalYear })

/** The arguments of a button that acts on one revision of a report. */
export const revisionInput = z.strictObject(place)

/** Opening the form, at a page. */
export const openInput = z.strictObject({
  page: z.coerce.number().int().min(1).max(pageCount).optional(),
})

/**
 * One opening of the form, on one screen: the revision it began with, and random letters. What the same
 * opening changed before is its own; what another changed since it began is not.
 */
const sessionSchema = z.string().regex(/^\d{1,9}-[0-9a-z]{1,16}$/)

/** Leaving a page: what was entered, and where to go. */
export const saveInput = z.strictObject({
  fiscalYear: place.fiscalYear,
  session: sessionSchema,
  page: z.coerce.number().int().min(1).max(pageCount),
  go: z.enum(['next', 'back', 'later']),
  ...shape,
})

/** Reading a text that was longer than its field, part by part (parts count from 1). */
export const overlongInput = z.strictObject({
  fiscalYear: place.fiscalYear,
  field: z.string().max(40),
  part: z.coerce.number().int().min(1).max(1_000),
  /** The text as it is now, or as it was before it was rewritten. */
  text: z.enum(['now', 'before']).default('now'),
})
