import type { PolicyDocument } from './document.ts'
import type { Ranked } from './rank.ts'

/** Two questions near this one that the document answers, made from its own headings and items. */
export const relatedTo = (document: PolicyDocument, ranked: Ranked[]): string[] => {
  const topics = ranked.slice(1, 40).flatMap(({ passage }) => {
    const { item } = passage.facets
    if (passage.kind === 'row' && item !== undefined && passage.labels.length > 0)
      return [item.replace(/\s*[(（][^)）]*[)）]$/, '')]
    return []
  })
  const titles = document.headings
    .filter((heading) => heading.level >= 2)
    .map((heading) => heading.title.replace(/^[^\s]+[.．]?\s+/, ''))
  return [...new Set([...topics, ...titles])]
    .slice(0, 2)
    .map((topic) => `「${topic}」について教えてください`)
}
