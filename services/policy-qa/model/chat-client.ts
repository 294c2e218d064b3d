/** An OpenAI-compatible endpoint, asked once within a time limit. */
import { z } from 'zod'
import type { Secret } from '../../secret.ts'

/** Where a language model answers: the root that `/chat/completions` hangs under, its key and its name. */
export type ModelEndpoint = {
  readonly url: string
  readonly key: Secret<string>
  readonly name: string
}

/** What is said to the model. */
export type Message = { readonly role: 'system' | 'user'; readonly content: string }

/** How long an answer may take, in milliseconds: a person waits. */
const modelTimeMsMax = 2_500

const replyLengthMax = 100_000
const tokensMax = 600

const replySchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

const contentOf = (text: string): string | undefined => {
  try {
    const parsed = replySchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data.choices[0]?.message.content : undefined
  } catch {
    return undefined
  }
}

const ask = async (
  endpoint: ModelEndpoint,
  messages: readonly Message[],
  timeMsMax: number,
): Promise<string | undefined> => {
  const response = await fetch(`${endpoint.url.replace(/\/+$/, '')}/chat/completions`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeMsMax),
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${endpoint.key.reveal()}`,
    },
    body: JSON.stringify({
      model: endpoint.name,
      messages,
      temperature: 0,
      max_tokens: tokensMax,
    }),
  })
  if (!response.ok) return undefined
  const text = await response.text()
  return text.length > replyLengthMax ? undefined : contentOf(text)
}

/**
 * What the model says; undefined for anything that goes wrong: too late, refused, out of reach, no sense.
 * Nothing of what was said either way is repeated in an error.
 */
export const askModel = async (
  endpoint: ModelEndpoint,
  messages: readonly Message[],
  timeMsMax: number = modelTimeMsMax,
): Promise<string | undefined> => {
  try {
    return await ask(endpoint, messages, timeMsMax)
  } catch {
    return undefined
  }
}
