/** Bolt's own log lines carry payloads; of each only a code of ours passes on. */
import { type Logger, LogLevel } from '@slack/bolt'
import type { ChannelPorts } from '../turn.ts'

/** How Bolt's constant sentences begin, and the code each becomes. */
const knownLines: readonly (readonly [start: string, code: string])[] = [
  ['Failed to parse and verify the request data', 'slack-signature-refused'],
  ['Failed to parse the request body', 'slack-body-malformed'],
  ['Malformed request body', 'slack-body-malformed'],
  ['Request body exceeded', 'slack-body-too-large'],
  ['An incoming event was not acknowledged', 'slack-not-acknowledged'],
  ['Could not determine the type', 'slack-payload-unknown'],
  ['http request failed', 'slack-request-failed'],
]

/** The code of one of the library's lines; a line we do not know becomes `slack-library`. */
export const codeOfLine = (line: unknown): string => {
  const text = typeof line === 'string' ? line : ''
  return knownLines.find(([start]) => text.startsWith(start))?.[1] ?? 'slack-library'
}

/** A logger for Bolt that forwards codes and drops everything else. */
export const codesOnly = (log: ChannelPorts['log']): Logger => {
  const forward = (level: string) => (line: unknown) => log(codeOfLine(line), { level })
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: forward('warn'),
    error: forward('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
