/** British spellings, and endings, as one writes them elsewhere: both sides of a comparison are put through it. */
const spellings: [RegExp, string][] = [
  [/'s$/, ''],
  [/(?<=[a-z]{3})our(?=$|s$|ed$|ing$|al$|able$)/, 'or'],
  [/(?<=[a-z]{3})is(?=(?:e|ed|es|ing|er|ers|ation|ations)$)/, 'iz'],
  [/lys(?=(?:e|ed|es|ing|er)$)/, 'lyz'],
  [/(?<=(?:counse|trave|cance|labe|mode|enro))ll(?=ed|ing|or|er|ation)/, 'l'],
  [/tre(?=s?$)/, 'ter'],
  [/^programme/, 'program'],
  [/^enquir/, 'inquir'],
  [/^(licen|defen|practi|offen)[cs](?=e)/, '$1s'],
  [/^(judg)ement/, '$1ment'],
  [/(?<=(?:ss|sh|ch|x|us))es$/, ''],
  [/ies$/, 'y'],
  [/(?<=[^sui])s$/, ''],
]

const shortMax = 3
/** Most words are plain as they are. */
const mayDiffer = /s$|our|is[eai]|lys|ll|tre|^programme|^enquir|^judgement|[cs]e/

/** A word without its plural ending, in one spelling of the several that are right. */
const plain = (word: string): string =>
  word.length <= shortMax || !mayDiffer.test(word)
    ? word
    : spellings.reduce((sofar, [from, to]) => sofar.replace(from, to), word)

/** feed, need and bring are no forms of fee, nee and bre: three letters must be left. */
const ending = /(?<=[a-z]{3})(?:ing|(?<!e)ed)$/

/** A word, and what it may be a form of. */
export const stems = (word: string): string[] => [
  word,
  word.replace(ending, ''),
  word.replace(ending, 'e'),
  word.replace(/([a-z])\1(?:ing|ed)$/, '$1'),
]

/** co-workers, e-mail, mid-career: no word by itself stands before the hyphen. */
const prefixed = /\b(co|re|pre|non|anti|multi|mid|un|ex|semi|sub|e)-(?=[a-z])/g

/** Most phrases of the word lists are so plain that only their endings matter. */
const isPlain = /^[a-z]+(?: (?!of |cent)[a-z]+)*$/

/** The words of an English text as they are compared: small, singular, parted at their hyphens. */
export const wordsOf = (text: string): string[] =>
  (isPlain.test(text) ? text.split(' ') : wordsIn(text)).map(plain)

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(prefixed, '$1')
    .replace(/&/g, ' and ')
    .replace(/(?<=[a-z])\s*\/\s*(?=[a-z])/g, ' or ')
    .replace(/\b(?:sort|type|manner)s? of\b/g, 'kind of')
    .replace(/\bper cent\b/g, 'percent')
    .replace(/\bknow-how\b/g, 'knowhow')
    .match(/[a-z0-9][a-z0-9',.]*[a-z0-9]|[a-z0-9]/g) ?? []
