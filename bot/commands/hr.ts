/** `npm run --silent hr -- …`: the personnel division's own work, from the command line. */
import { type Command, say, UsageError } from './command.ts'
import { campaignOpenCommand } from './hr-campaign.ts'
import { importCommand } from './hr-people.ts'
import {
  policyAnswerCommand,
  policyAnswersCommand,
  policyThesaurusCommand,
  policyUnansweredCommand,
} from './hr-policy-answers.ts'
import {
  policyIngestCommand,
  policyPublishCommand,
  policyRevisionsCommand,
  policyRollbackCommand,
} from './hr-policy-revisions.ts'

const commands: Readonly<Record<string, Command>> = {
  'people import': importCommand,
  'campaign open': campaignOpenCommand,
  'policy ingest': policyIngestCommand,
  'policy publish': policyPublishCommand,
  'policy revisions': policyRevisionsCommand,
  'policy rollback': policyRollbackCommand,
  'policy unanswered': policyUnansweredCommand,
  'policy answers': policyAnswersCommand,
  'policy answer': policyAnswerCommand,
  'policy thesaurus': policyThesaurusCommand,
}

const usage = (): string =>
  ['使い方:', ...Object.values(commands).map((command) => `  hr ${command.usage}`)].join('\n')

const run = async (args: readonly string[]): Promise<number> => {
  const command = commands[args.slice(0, 2).join(' ')]
  if (command === undefined) throw new UsageError('その名前のコマンドはありません。')
  return command.run(args.slice(2))
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  say.error(`${error.message}\n${usage()}`)
  process.exitCode = 2
}
