/** One row of the roster: who somebody is from a day on, until that person's next row. */
import { z } from 'zod'
import { calendarDateSchema } from '../calendar.ts'
import { staffIdSchema } from '../ids.ts'

/** The nine levels of position, highest first. */
export const positionLevels = [
  '部長',
  '次長',
  '課長',
  '課長補佐',
  '係長',
  '主査・技査',
  '事務主任・技術主任',
  '主事・技師',
  '技能労務職',
] as const

/** One of the nine levels of position. */
export type PositionLevel = (typeof positionLevels)[number]

// Two of the levels are pairs, clerical and technical; a person holds one of the pair.
const levelOfTitle = {
  部長: '部長',
  次長: '次長',
  課長: '課長',
  課長補佐: '課長補佐',
  係長: '係長',
  '主査・技査': '主査・技査',
  主査: '主査・技査',
  技査: '主査・技査',
  '事務主任・技術主任': '事務主任・技術主任',
  主任: '事務主任・技術主任',
  事務主任: '事務主任・技術主任',
  技術主任: '事務主任・技術主任',
  '主事・技師': '主事・技師',
  主事: '主事・技師',
  技師: '主事・技師',
  技能労務職: '技能労務職',
} as const satisfies Record<string, PositionLevel>

// A level, or one half of a level (`主事`).
const positionSchema = z.enum(
  Object.keys(levelOfTitle).filter((key): key is keyof typeof levelOfTitle => key in levelOfTitle),
  `次のどれかを書いてください: ${Object.keys(levelOfTitle).join('、')}。`,
)

/** A position as the roster writes it. */
export type Position = z.infer<typeof positionSchema>

/** The level a position belongs to. */
export const levelOf = (position: Position): PositionLevel => levelOfTitle[position]

const statuses = [
  'active',
  'leave',
  'dispatchedOut',
  'dispatchedIn',
  'probation',
  'fiscalYearTerm',
  'retiringThisYear',
  'left',
  'retired',
] as const

const roles = ['hr', 'harassment_counselor', 'health_counselor', 'return_to_work', 'admin'] as const

const statusSchema = z.enum(statuses, `次のどれかを書いてください: ${statuses.join('、')}。`)

/**
 * What a person's employment is on a day. The kind of leave is left out on purpose: nothing needs it,
 * and it would tell of somebody's health. `left` and `retired` end the person's time in the roster.
 */
export type Status = z.infer<typeof statusSchema>

const roleSchema = z.enum(roles, `次のどれかを「;」で区切って書いてください: ${roles.join('、')}。`)

/** A duty beside a position that opens a door in the product. */
export type Role = z.infer<typeof roleSchema>

const text = z
  .string()
  .max(100, '100文字までです。')
  .regex(/^\P{Cc}*$/u, '表に出ない文字（制御文字）が入っています。')
const neededText = text.min(1, '何か書いてください。')

/** One row of the roster. Where there is nothing to say a text is empty and an identifier is null. */
export const personSchema = z.strictObject({
  staffId: staffIdSchema,
  name: neededText,
  kana: text,
  email: z.email('メールアドレスの形ではありません。').max(254, '254文字までです。').nullable(),
  /** The appointing authority (任命権者): data does not cross from one to another unasked. */
  authority: neededText,
  department: neededText,
  section: text,
  subsection: text,
  position: positionSchema,
  status: statusSchema,
  primaryEvaluator: staffIdSchema.nullable(),
  secondaryEvaluator: staffIdSchema.nullable(),
  roles: z.array(roleSchema).readonly(),
  aadObjectId: z.guid('Entra IDのオブジェクトID（8-4-4-4-12桁）ではありません。').nullable(),
  slackUserId: z
    .string()
    .regex(
      /^[UW][A-Z0-9]{2,30}$/,
      'SlackのユーザーID（UかWで始まる英大文字と数字）ではありません。',
    )
    .nullable(),
  /** The first day on which this row holds. */
  validFrom: calendarDateSchema,
})

/** One row of the roster. */
export type Person = z.infer<typeof personSchema>

/** Whether somebody with this row still belongs to the staff. */
export const isEmployed = (person: Person): boolean =>
  person.status !== 'left' && person.status !== 'retired'
