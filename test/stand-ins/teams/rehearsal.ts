/** What the stage's own tests share: two people, a bare bot, and things to say. */
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder'
import { type EchoBot, startEchoBot } from './echo-bot.ts'
import { cardType, type Json } from './shapes.ts'
import { type Stage, startStage } from './stage.ts'

/** A clerk. */
export const hanako = { aadObjectId: 'aad-hanako', name: '山田 花子', email: 'hanako@city.example' }
/** Another. */
export const ichiro = { aadObjectId: 'aad-ichiro', name: '鈴木 一郎', email: 'ichiro@city.example' }

/** A stage and the bot on it. */
export type Rehearsal = { stage: Stage; bot: EchoBot; close(): Promise<void> }

/** Starts a bare bot and a stage with two people in front of it. */
export const startRehearsal = async (): Promise<Rehearsal> => {
  const bot = await startEchoBot()
  const stage = await startStage({ botUrl: bot.url, people: [hanako, ichiro] })
  const close = async () => {
    await stage.close()
    await bot.close()
  }
  return { stage, bot, close }
}

/** Both people have the app, and the bot does `logic`. */
export const installBoth = async (
  { stage, bot }: Rehearsal,
  logic: (context: TurnContext) => Promise<unknown> = async () => undefined,
) => {
  const people = { hanako: stage.person('aad-hanako'), ichiro: stage.person('aad-ichiro') }
  await people.hanako.install()
  await people.ichiro.install()
  bot.onTurn(async (context) => void (await logic(context)))
  return people
}

/** A card with one line of text. */
export const card = (text: string, actions: Json[] = [], body: Json[] = []): Json => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }, ...body],
  actions,
})
/** A message of the bot that shows a card. */
export const message = (content: Json, more: Partial<Activity> = {}) => ({
  type: 'message',
  summary: 'お知らせがあります',
  attachments: [{ contentType: cardType, content }],
  ...more,
})
/** An Action.Execute button. */
export const execute = (title: string, verb: string) => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { step: 1 },
  fallback: { type: 'Action.Submit', title, data: { verb } },
})
/** Answers the invoke of this turn. */
export const answer = (context: TurnContext, body: unknown, status = 200) =>
  context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } })
