import type { PolicyDocument } from './document.ts'
import type { Ranked } from './rank.ts'

const nearMax = 40
const shownMax = 2

const withoutNumber = (title: string): string => title.replace(/^[^\s]+[.．]?\s+/, '')

/** The measures of a plan that the question comes near to. */
const items = (ranked: Ranked[]): string[] =>
  ranked.slice(1, nearMax).flatMap(({ passage }) => {
    const { item, job } = passage.facets
    const isMeasure = passage.kind === 'row' && item !== undefined && job === undefined
    return isMeasure ? [item.replace(/\s*[(（][^)）]*[)）]$/, '')] : []
  })

/** Two questions near this one that the document answers, made from its own items and headings. */
export const relatedTo = (document: PolicyDocument, ranked: Ranked[]): string[] => {
  const best = ranked[0]?.passage
  const chapter = best?.heads[0] ?? ''
  const titles = document.headings
    .filter(({ level, section }) => level === 2 && section.startsWith(chapter))
    .filter(({ title }) => !(best?.heads.includes(title) ?? false))
    .map(({ title }) => withoutNumber(title))
  return [...new Set([...items(ranked), ...titles])]
    .slice(0, shownMax)
    .map((topic) => `「${topic}」について教えてください`)
}
