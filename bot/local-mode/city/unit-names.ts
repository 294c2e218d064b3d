/** The names of the city's units as people read them: the planning notes of the scheme are taken off. */
import named from './data/subsections.json' with { type: 'json' }

const knownSubsections: Readonly<Record<string, readonly string[]>> = named

/** A department's name. The branch offices belong to 市民協働部, and are sections of it. */
export const departmentName = (name: string): string =>
  name.startsWith('支所') ? '市民協働部' : withoutNote(name)

/** A section's name, with the office inside the department it belongs to before it, where there is one. */
export const sectionName = (name: string): string =>
  withoutNote(name.replace('［排水］', '生活排水対策室 '))

const withoutNote = (name: string): string => name.replace(/（.*）$/, '')

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

const kanjiNumber = (value: number): string => {
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[value % 10]}`
}

const plainName = (section: string, number: number): string => {
  const ordinal = `第${kanjiNumber(number)}`
  if (section.startsWith('公立保育所')) return `${ordinal}保育所`
  if (section.endsWith('消防署')) return `${ordinal}隊`
  if (section === '看護部') return `${ordinal}看護係`
  if (section === '医療技術部') return `${ordinal}技術係`
  return `${ordinal}係`
}

const namesKnown = (section: string): readonly string[] => {
  if (section.endsWith('地区保健福祉センター')) return ['保護係', '福祉介護係']
  if (section.endsWith('支所')) return ['市民係', '経済土木係']
  return knownSubsections[section] ?? []
}

/** So many names of subsections: those known, then numbered ones. */
export const subsectionNames = (section: string, count: number): string[] => {
  const known = namesKnown(section)
  return Array.from({ length: count }, (_, index) => known[index] ?? plainName(section, index + 1))
}
