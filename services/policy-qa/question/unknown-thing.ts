import type { Question } from './question.ts'

const whichThing =
  /\b(?:which|what) (?:kind of )?(?:[a-z-]+ ){0,2}?(?<thing>[a-z-]+?)s? (?:is|are|was|were|do|does|did|has|have|had|can|will|should|must|may)\b/

/** Which software is taught: a thing that nothing knows, and of which one is asked for. */
export const asksUnknownThing = ({ text, english, unknown }: Question): boolean => {
  const { thing } = (english ? whichThing.exec(text) : null)?.groups ?? {}
  return thing !== undefined && unknown.includes(thing)
}
