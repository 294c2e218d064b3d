import { dataFile } from './thesaurus.ts'

type Kind = 'act' | 'thing' | 'real'

let dictionary: Map<string, Set<string>> | undefined

const has = (kind: Kind, word: string): boolean => {
  if (dictionary === undefined) {
    dictionary = new Map()
    for (const line of dataFile('english-dictionary.tsv').split('\n')) {
      const [name = '', words = ''] = line.split('\t')
      const known = dictionary.get(name) ?? new Set()
      for (const one of words.split(' ')) known.add(one)
      dictionary.set(name, known)
    }
  }
  return dictionary.get(kind)?.has(word) ?? false
}

const actEnding = /[a-z]{3}(?:ly|ed|ing|ous|ful|less|able|ible|ish|est|ical|ize|ify)$/
/** What stands before a verb. */
const beforeAct =
  /^(?:can|could|will|would|should|shall|must|may|might|don't|doesn't|didn't|can't|won't|i|we|you|they|he|she)$/

/** Whether an unknown word says how or what is done, and names no thing: dictate, poorly, ordinary. */
export const isEnglishAct = (word: string, before: string): boolean =>
  has('act', word) ||
  (actEnding.test(word) && !has('thing', word)) ||
  (beforeAct.test(before) && !has('thing', word))

/** Whether it is a word as it stands, and no other one mistyped. */
export const isEnglishWord = (word: string): boolean =>
  has('real', word) || has('act', word) || has('thing', word)
